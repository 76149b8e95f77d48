import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createClient, type ClickHouseClient } from '@clickhouse/client';
import request from 'supertest';
import { Database } from '../../database/database.js';
import { aCapture, aClick, aVisit, postBatch, seedTenant, ship } from '../../testing/audience.js';
import { startClickHouse, type ClickHouseServer } from '../../testing/clickhouse.js';
import { describeEventStore, storeOf } from '../../testing/event-store-suite.js';
import { startTestApi, type TestApi } from '../../testing/test-api.js';
import { unique } from '../../testing/world.js';
import { EventStore } from '../event-store.js';
import { ClickHouseEventStore } from './clickhouse-event-store.js';

describeEventStore(
  'ClickHouse',
  async () => {
    const server = await startClickHouse();
    const api = await startTestApi({ CLICKHOUSE_URL: server.url, DATABASE_POOL: '20' });
    const client = createClient({ url: server.url });
    return storeOf(api, {
      async spoilCounts(workspaceId) {
        // Settled, it says, until long after everything that it has; and with nothing counted.
        for (const zone of ['UTC', 'Asia/Kolkata']) {
          await client.command({ query: `insert into settled_days (workspace_id, day, time_zone, generation, upto) select '${workspaceId}', toDate('2026-05-08') + number, '${zone}', 1 + number, '2100-01-01 00:00:00' from numbers(6)` });
        }
      },
      async stop() {
        await client.close();
        await api.stop();
        await server.stop();
      },
    });
  },
  { runs: 8 },
);

describe('events in ClickHouse', () => {
  let server: ClickHouseServer;
  let api: TestApi;
  let client: ClickHouseClient;
  beforeAll(async () => {
    server = await startClickHouse();
    api = await startTestApi({ CLICKHOUSE_URL: server.url });
    client = createClient({ url: server.url });
  });
  afterAll(async () => {
    await client.close();
    await api.stop();
    await server.stop();
  });

  const at = new Date(Date.now() - 3 * 86_400_000).toISOString();
  const day = at.slice(0, 10);

  it('come by the road of all events; fans, consents and mails stay in Postgres', async () => {
    const tenant = await seedTenant(api);
    const email = `${unique()}@example.org`;
    const batch = [aVisit(tenant, { at }), aClick(tenant, { at }), aCapture(tenant, email, { at })];
    expect(await ship(api, batch)).toEqual({ stored: 3, rejected: [] });
    expect(await ship(api, batch)).toEqual({ stored: 3, rejected: [] });
    const { byDay } = await api.app.get(EventStore).count({ workspaceId: tenant.workspaceId, timeZone: 'UTC', from: day, to: day });
    expect(byDay).toEqual([{ key: day, visits: 1, clicks: 1, captures: 1 }]);
    expect(await api.sql('select (select count(*) from fans where workspace_id = $1)::int as fans, (select count(*) from consents where workspace_id = $1)::int as consents, (select count(*) from events)::int as events', [tenant.workspaceId])).toEqual([{ fans: 1, consents: 1, events: 0 }]);
    expect((await api.mailbox.take(email)).to).toEqual([email]);
    const [fan] = await api.sql<{ id: string }>('select id from fans where workspace_id = $1', [tenant.workspaceId]);
    expect(await api.app.get(EventStore).capturesOfFans(tenant.workspaceId, [fan?.id ?? ''])).toHaveLength(1);
  });

  it('are read from the counts of days that are over, and from themselves where one came later', async () => {
    const tenant = await seedTenant(api, { timeZone: 'Asia/Kolkata' });
    const own = new ClickHouseEventStore(api.app.get(Database), { clickhouseUrl: server.url, eventRetentionMonths: 25 }, 0);
    await ship(api, [aVisit(tenant, { at, visitor: 'ann' }), aVisit(tenant, { at, visitor: 'ann' }), aClick(tenant, { at })]);
    const ask = () => own.count({ workspaceId: tenant.workspaceId, timeZone: 'Asia/Kolkata', from: day, to: new Date().toISOString().slice(0, 10) });
    const raw = await ask();
    await own.upkeep();
    expect(await ask()).toEqual(raw);
    expect([raw.byDay[0]?.visits, raw.visitors]).toEqual([2, 1]);
    // Seen to come from the counts: what is not counted there is not told.
    await client.command({ query: `delete from daily_counts where workspace_id = '${tenant.workspaceId}' and dimension = 'device'`, clickhouse_settings: { lightweight_deletes_sync: '2' } });
    expect((await ask()).byDevice).toEqual([]);
    await ship(api, [aVisit(tenant, { at, visitor: 'bob' })]);
    expect(await ask()).toMatchObject({ byDay: [{ visits: 3, clicks: 1 }], visitors: 2, byDevice: [{ key: 'phone', visits: 3 }] });
    await own.upkeep();
    expect(await ask()).toMatchObject({ byDay: [{ visits: 3, clicks: 1 }], visitors: 2, byDevice: [{ key: 'phone', visits: 3 }] });
    await own.close();
  });

  it('are answered 503 while it is away, and nothing of the batch is kept anywhere; taken when it is back', async () => {
    const tenant = await seedTenant(api);
    const batch = [aVisit(tenant, { at }), aCapture(tenant, `${unique()}@example.org`, { at })];
    await request(api.url).get('/readyz').expect(200, { status: 'ready', database: 'answers', clickhouse: 'answers' });
    await server.kill();
    const asked = Date.now();
    const { body } = await postBatch(api, batch).expect(503);
    expect(body).toMatchObject({ code: 'SERVICE_UNAVAILABLE' });
    expect(Date.now() - asked).toBeLessThan(2_000);
    await request(api.url).get('/readyz').expect(503, { status: 'waiting', database: 'answers', clickhouse: 'away' });
    expect(await api.sql('select (select count(*) from fans where workspace_id = $1)::int as fans, (select count(*) from consents where workspace_id = $1)::int as consents', [tenant.workspaceId])).toEqual([{ fans: 0, consents: 0 }]);
    await server.start();
    await Promise.all([ship(api, batch), ship(api, batch)]);
    const { byDay } = await api.app.get(EventStore).count({ workspaceId: tenant.workspaceId, timeZone: 'UTC', from: day, to: day });
    expect(byDay).toEqual([{ key: day, visits: 1, clicks: 0, captures: 1 }]);
    expect(await api.sql('select count(*)::int as fans from fans where workspace_id = $1', [tenant.workspaceId])).toEqual([{ fans: 1 }]);
  });

  it('leave by the month when their time is over', async () => {
    const shown = await client.query({ query: 'show create table events', format: 'TabSeparatedRaw' });
    expect(await shown.text()).toContain('TTL toStartOfMonth(at) + toIntervalMonth(26)');
  });
});
