import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import request from 'supertest';
import { aCapture, aClick, aVisit, eventIdAt, postBatch, seedTenant, ship, type Tenant } from '../testing/audience.js';
import { startTestApi, type TestApi } from '../testing/test-api.js';
import { unique } from '../testing/world.js';
import { Database } from '../database/database.js';

describe('shipped events', () => {
  let api: TestApi;
  beforeAll(async () => {
    api = await startTestApi();
  });
  afterAll(() => api.stop());

  const stored = async (tenant: Tenant) => Number((await api.sql<{ n: string }>('select count(*) as n from events where workspace_id = $1', [tenant.workspaceId]))[0]?.n);
  const counted = async (tenant: Tenant) => Number((await api.sql<{ n: string }>('select coalesce(sum(count), 0) as n from hourly_counts where workspace_id = $1', [tenant.workspaceId]))[0]?.n);

  it('are taken from the renderer alone, and as NDJSON alone', async () => {
    await request(api.url).post('/internal/events').set('content-type', 'application/x-ndjson').send('{}\n').expect(401);
    await request(api.url).post('/internal/events').set('authorization', `Bearer ${api.environment.rendererKey}`).send({ kind: 'visit' }).expect(415);
  });

  it('count once, however often the same batch comes', async () => {
    const tenant = await seedTenant(api);
    const batch = [aVisit(tenant), aClick(tenant), aVisit(tenant)];
    for (let time = 0; time < 3; time += 1) expect(await ship(api, batch)).toEqual({ stored: 3, rejected: [] });
    expect([await stored(tenant), await counted(tenant)]).toEqual([3, 3]);
  });

  it('count once when the same batch comes eight times at once, in other orders and doubled in itself', async () => {
    const tenant = await seedTenant(api);
    const batch = Array.from({ length: 60 }, (_, index) => (index % 2 ? aVisit(tenant) : aClick(tenant)));
    const answers = await Promise.all(Array.from({ length: 8 }, (_, turn) => ship(api, [...(turn % 2 ? [...batch].reverse() : batch), ...batch.slice(turn, turn + 5)])));
    for (const answer of answers) expect(answer).toEqual({ stored: 65, rejected: [] });
    expect([await stored(tenant), await counted(tenant)]).toEqual([60, 60]);
  });

  it('are kept under the time inside their id, so that another `at` makes no second one', async () => {
    const tenant = await seedTenant(api);
    const first = aVisit(tenant, { at: '2026-03-31T23:59:59.990Z' });
    await ship(api, [first]);
    expect(await ship(api, [{ ...first, at: '2026-04-01T00:00:00.500Z' }])).toEqual({ stored: 1, rejected: [] });
    expect(await counted(tenant)).toBe(1);
    expect(await ship(api, [{ ...first, at: '2026-04-01T05:00:00.000Z' }])).toMatchObject({ stored: 0, rejected: [{ line: 1, id: first.id, reason: 'BAD_FIELD at' }] });
  });

  it('are stored although bad lines stand between them, which are put aside once with their reason', async () => {
    const tenant = await seedTenant(api);
    const nobody = { ...tenant, workspaceId: eventIdAt(Date.now()) };
    const stranger = { ...tenant, artistId: eventIdAt(Date.now()) };
    const gone = aCapture(nobody, 'nobody@example.org');
    const lines = [
      aVisit(tenant),
      'this is no JSON',
      '["nor", "an", "object"]',
      JSON.stringify({ ...aVisit(tenant), path: '/a\u0000b' }),
      JSON.stringify({ ...aClick(tenant), target: '<script>' }),
      JSON.stringify({ ...aVisit(tenant), id: '0b0b4c1e-6ed1-4b57-9d3d-0a7f3f0cf1aa' }),
      gone,
      aVisit(stranger),
      aClick(tenant),
      JSON.stringify({ ...aCapture(tenant, 'two@example.org, three@example.org') }),
    ];
    const receipt = await ship(api, lines);
    expect(receipt.stored).toBe(2);
    expect(receipt.rejected.map(({ line, reason }) => [line, reason])).toEqual([
      [2, 'NOT_JSON'],
      [3, 'NOT_JSON'],
      [4, 'BAD_FIELD path'],
      [5, 'BAD_FIELD target'],
      [6, 'BAD_FIELD id'],
      [7, 'WORKSPACE_GONE'],
      [8, 'ARTIST_GONE'],
      [10, 'BAD_FIELD email'],
    ]);
    await ship(api, lines);
    expect(await stored(tenant)).toBe(2);
    const aside = await api.sql<{ line: string }>('select line from rejected_events where event_id = $1', [gone.id]);
    expect(aside).toHaveLength(1);
    expect(aside[0]?.line).not.toContain('nobody@example.org');
  });

  it('are refused as a whole when there are too many of them or too much', async () => {
    const tenant = await seedTenant(api);
    await postBatch(api, Array.from({ length: 2_001 }, () => '{}')).expect(413);
    await postBatch(api, [JSON.stringify({ filler: 'x'.repeat(4 * 1024 * 1024) })]).expect(413);
    expect(await stored(tenant)).toBe(0);
  });

  it('far from now find a place, and move into their month when it gets one', async () => {
    const tenant = await seedTenant(api);
    const later = new Date(Date.now() + 30 * 31 * 86_400_000).toISOString();
    const earlier = new Date(Date.now() - 14 * 31 * 86_400_000).toISOString();
    await ship(api, [aVisit(tenant, { at: later }), aVisit(tenant, { at: earlier })]);
    const places = () => api.sql<{ place: string }>(`select tableoid::regclass::text as place from events where workspace_id = $1 order by at`, [tenant.workspaceId]);
    expect(await places()).toEqual([{ place: 'events_other' }, { place: 'events_other' }]);

    await api.app.get(Database).unit({ purpose: 'maintenance' }, (tx) => tx.query('select make_events_partition($1)', [later]));
    const month = `events_${later.slice(0, 7).replace('-', '_')}`;
    expect(await places()).toEqual([{ place: 'events_other' }, { place: month }]);
    const [guarded] = await api.sql<{ relrowsecurity: boolean; relforcerowsecurity: boolean }>('select relrowsecurity, relforcerowsecurity from pg_class where relname = $1', [month]);
    expect(guarded).toEqual({ relrowsecurity: true, relforcerowsecurity: true });
    const [other] = await api.sql<{ relforcerowsecurity: boolean }>(`select relforcerowsecurity from pg_class where relname = 'events_other'`);
    expect(other).toEqual({ relforcerowsecurity: true });
  });

  it('from before the months that are kept are put aside, and an email among them makes a fan all the same', async () => {
    const tenant = await seedTenant(api);
    const at = new Date(Date.UTC(new Date().getUTCFullYear(), new Date().getUTCMonth() - 25, 1) - 1).toISOString();
    const lines = [aVisit(tenant, { at }), aCapture(tenant, `${unique()}@example.org`, { at }), aVisit(tenant, { at: new Date(Date.parse(at) + 1).toISOString() })];
    expect(await ship(api, lines)).toEqual({ stored: 2, rejected: [{ line: 1, id: lines[0]?.id, reason: 'TOO_OLD' }] });
    expect([await stored(tenant), await counted(tenant)]).toEqual([1, 1]);
    expect(await api.sql('select count(*)::int as fans from fans where workspace_id = $1', [tenant.workspaceId])).toEqual([{ fans: 1 }]);
  });

  it('of very many workspaces in one batch each find their own', async () => {
    const tenants = await Promise.all(Array.from({ length: 12 }, (_, n) => seedTenant(api, { timeZone: n % 2 ? 'Asia/Kolkata' : 'America/New_York' })));
    const batch = tenants.flatMap((tenant) => [aVisit(tenant), aCapture(tenant, 'same@example.org'), aClick(tenant)]);
    await Promise.all([ship(api, batch), ship(api, [...batch].reverse()), ship(api, batch.slice(5, 20))]);
    for (const tenant of tenants) {
      expect([await stored(tenant), await counted(tenant)]).toEqual([3, 3]);
      const fans = await api.sql('select (select count(*) from fans where workspace_id = $1)::int as fans, (select count(*) from events e join fans f on f.workspace_id = e.workspace_id and f.id = e.fan_id where e.workspace_id = $1)::int as linked', [tenant.workspaceId]);
      expect(fans).toEqual([{ fans: 1, linked: 1 }]);
    }
  });

  it('leave rollups that equal the raw events, whatever came in whatever overlapping batches', async () => {
    const kinds = fc.constantFrom('visit' as const, 'click' as const);
    const event = fc.record({
      kind: kinds,
      minute: fc.integer({ min: 0, max: 300 }),
      channel: fc.constantFrom(null, 'email', 'qr'),
      country: fc.constantFrom(null, 'DE', 'IN'),
      device: fc.constantFrom('phone' as const, 'desktop' as const),
      audience: fc.constantFrom('person' as const, 'bot' as const),
      target: fc.constantFrom('spotify', 'deezer'),
      visitor: fc.constantFrom('a', 'b', 'c'),
      onRelease: fc.boolean(),
    });
    const plan = fc.record({ events: fc.array(event, { minLength: 1, maxLength: 40 }), cuts: fc.array(fc.tuple(fc.nat(40), fc.nat(40)), { minLength: 1, maxLength: 6 }) });
    await fc.assert(
      fc.asyncProperty(plan, async ({ events, cuts }) => {
        const tenant = await seedTenant(api);
        const made = events.map(({ kind, minute, target, onRelease, ...more }) => {
          const at = new Date(Date.UTC(2026, 5, 1, 10, minute)).toISOString();
          const rest = { ...more, at, releaseId: onRelease ? tenant.releaseId : null };
          return kind === 'visit' ? aVisit(tenant, rest) : aClick(tenant, { ...rest, target });
        });
        await Promise.all([...cuts.map(([a, b]) => made.slice(Math.min(a, b), Math.max(a, b))), made].filter((batch) => batch.length > 0).map((batch) => ship(api, batch)));

        const dimensions = 'artist_id, release_id, kind, target, channel, country, device, audience';
        const raw = await api.sql(`select date_trunc('hour', at, 'UTC') as hour, ${dimensions}, count(*) as count from events where workspace_id = $1 group by 1, 2, 3, 4, 5, 6, 7, 8, 9 order by 1, 2, 3, 4, 5, 6, 7, 8, 9`, [tenant.workspaceId]);
        const rolled = await api.sql(`select hour, ${dimensions}, count from hourly_counts where workspace_id = $1 order by 1, 2, 3, 4, 5, 6, 7, 8, 9`, [tenant.workspaceId]);
        expect(rolled).toEqual(raw);
        expect(await stored(tenant)).toBe(made.length);
        const people = await api.sql(`select each.about, count(distinct visitor)::int as visitors from events, lateral (values (workspace_id), (artist_id), (release_id)) as each (about)
          where workspace_id = $1 and kind = 'visit' and audience = 'person' and each.about is not null group by 1 order by 1`, [tenant.workspaceId]);
        expect(await api.sql('select about, visitors::int from daily_visitors where workspace_id = $1 order by 1', [tenant.workspaceId])).toEqual(people);
      }),
      { numRuns: 15 },
    );
  });
});
