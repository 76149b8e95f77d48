import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { graphql } from '@lynkify/contract';
import { aCapture, aClick, aVisit, ship, tenantOf } from '../testing/audience.js';
import { daysOfZones } from '../testing/days-of-zones.js';
import { startTestApi, type TestApi } from '../testing/test-api.js';
import { seedWorkspace, unique, type World } from '../testing/world.js';

const WorkspaceNumbers = graphql(`query WorkspaceNumbers($from: Date!, $to: Date!) {
  numbers(from: $from, to: $to) {
    visits visitors clicks clickThrough captures verifiedFans
    byDay { day visits clicks captures }
    byPlatform { key name visits clicks captures } byChannel { key name visits clicks captures } byReferrer { key name visits }
    byCountry { key name visits } byDevice { key name visits } otherTraffic { key name visits clicks }
  }
}`);
const ScopedNumbers = graphql(`query ScopedNumbers($artistId: ID!, $releaseId: ID!, $from: Date!, $to: Date!) {
  artist(id: $artistId) { numbers(from: $from, to: $to) { visits clicks captures verifiedFans visitors } }
  release(id: $releaseId) { numbers(from: $from, to: $to) { visits clicks captures verifiedFans visitors } }
}`);

describe('numbers', () => {
  let api: TestApi;
  beforeAll(async () => {
    api = await startTestApi();
  });
  afterAll(() => api.stop());

  const numbersOf = async (world: World, from: string, to: string) => (await world.owner.run(WorkspaceNumbers, { from, to })).numbers;
  const setZone = (world: World, timeZone: string) => api.sql('update workspaces set time_zone = $2 where id = $1', [world.workspaceId, timeZone]);
  const at = '2026-05-10T12:00:00.000Z';

  it('are zero, day by day, where nothing happened', async () => {
    const world = await seedWorkspace(api);
    expect(await numbersOf(world, '2026-05-10', '2026-05-12')).toEqual({
      visits: 0, visitors: 0, clicks: 0, clickThrough: 0, captures: 0, verifiedFans: 0,
      byDay: ['2026-05-10', '2026-05-11', '2026-05-12'].map((day) => ({ day, visits: 0, clicks: 0, captures: 0 })),
      byPlatform: [], byChannel: [], byReferrer: [], byCountry: [], byDevice: [], otherTraffic: [],
    });
  });

  it('count people by day, platform, channel, referrer, country and device under the names that people use', async () => {
    const world = await seedWorkspace(api);
    const tenant = await tenantOf(world);
    await api.sql(`insert into bio_sections (workspace_id, artist_id, type, position, settings) values ($1, $2, 'links', 7, $3)`, [world.workspaceId, tenant.artistId, JSON.stringify({ links: [{ id: 'shop1', title: 'Merch shop', url: 'https://example.com' }] })]);
    await ship(api, [
      aVisit(tenant, { at, visitor: 'ann', country: 'DE', channel: 'tiktok-bio', referrerHost: 'www.tiktok.com' }),
      aVisit(tenant, { at, visitor: 'ann', country: 'DE', releaseId: null }),
      aVisit(tenant, { at, visitor: 'bob', device: 'desktop' }),
      aVisit(tenant, { at: '2026-05-11T12:00:00.000Z', visitor: 'bob' }),
      aClick(tenant, { at, target: 'spotify', country: 'DE', channel: 'tiktok-bio' }),
      aClick(tenant, { at, target: 'link:shop1', country: 'DE', releaseId: null }),
      aClick(tenant, { at, target: 'social:instagram', releaseId: null }),
      aCapture(tenant, `${unique()}@example.org`, { at, channel: 'tiktok-bio' }),
      aVisit(tenant, { at, audience: 'bot', visitor: null }),
      aVisit(tenant, { at, audience: 'preview', visitor: null }),
      aVisit(tenant, { at, audience: 'scanner', visitor: null, country: 'DE', device: 'desktop' }),
      aClick(tenant, { at, audience: 'bot', visitor: null }),
    ]);
    const numbers = await numbersOf(world, '2026-05-10', '2026-05-11');
    expect(numbers).toMatchObject({ visits: 4, visitors: 3, clicks: 3, clickThrough: 0.75, captures: 1 });
    expect(numbers.byDay).toEqual([{ day: '2026-05-10', visits: 3, clicks: 3, captures: 1 }, { day: '2026-05-11', visits: 1, clicks: 0, captures: 0 }]);
    expect(numbers.byPlatform.map(({ key, name, clicks }) => [key, name, clicks]).sort()).toEqual([['link:shop1', 'Merch shop', 1], ['social:instagram', 'Instagram', 1], ['spotify', 'Spotify', 1]]);
    expect(numbers.byChannel).toEqual([{ key: null, name: 'No channel named', visits: 3, clicks: 2, captures: 0 }, { key: 'tiktok-bio', name: 'TikTok bio', visits: 1, clicks: 1, captures: 1 }]);
    expect(numbers.byReferrer).toEqual([{ key: null, name: 'Direct, or not told', visits: 3 }, { key: 'www.tiktok.com', name: 'www.tiktok.com', visits: 1 }]);
    expect(numbers.byCountry).toEqual([{ key: 'DE', name: 'Germany', visits: 2 }, { key: null, name: 'Not known', visits: 2 }]);
    expect(numbers.byDevice).toEqual([{ key: 'phone', name: 'Phone', visits: 3 }, { key: 'desktop', name: 'Computer', visits: 1 }]);
    expect(numbers.otherTraffic).toEqual([{ key: 'bot', name: 'Bots', visits: 1, clicks: 1 }, { key: 'preview', name: 'Link previews', visits: 1, clicks: 0 }, { key: 'scanner', name: 'Link scanners', visits: 1, clicks: 0 }]);
  });

  it('of a release and of an artist hold what happened there, and of nobody else', async () => {
    const [world, other] = [await seedWorkspace(api), await seedWorkspace(api)];
    const [first, second, stranger] = [await tenantOf(world), await tenantOf(world), await tenantOf(other)];
    const email = `${unique()}@example.org`;
    await ship(api, [
      aVisit(first, { at, visitor: 'ann' }), aClick(first, { at }), aCapture(first, email, { at }),
      aVisit(second, { at, visitor: 'ann' }), aVisit({ ...first }, { at, releaseId: null, visitor: 'bob' }), aVisit(stranger, { at }),
    ]);
    await api.sql('update fans set verified_at = $2 where workspace_id = $1', [world.workspaceId, at]);
    const scoped = await world.owner.run(ScopedNumbers, { artistId: first.artistId, releaseId: first.releaseId, from: '2026-05-10', to: '2026-05-10' });
    expect(scoped.release?.numbers).toEqual({ visits: 1, clicks: 1, captures: 1, verifiedFans: 1, visitors: 1 });
    expect(scoped.artist?.numbers).toEqual({ visits: 3, clicks: 1, captures: 1, verifiedFans: 1, visitors: 2 });
    expect(await numbersOf(world, '2026-05-10', '2026-05-10')).toMatchObject({ visits: 3, clicks: 1, visitors: 2 });
    const foreign = await other.owner.run(ScopedNumbers, { artistId: first.artistId, releaseId: first.releaseId, from: '2026-05-10', to: '2026-05-10' });
    expect(foreign).toEqual({ artist: null, release: null });
  });

  it.each(daysOfZones)('begin and end a day when it does in %s', async (timeZone, day, first, last) => {
    const world = await seedWorkspace(api);
    await setZone(world, timeZone);
    const tenant = await tenantOf(world);
    const beside = [new Date(Date.parse(first) - 1).toISOString(), new Date(Date.parse(last) + 1).toISOString()];
    await ship(api, [first, last, ...beside].map((moment) => aVisit(tenant, { at: moment, visitor: 'ann' })));
    expect(await numbersOf(world, day, day)).toMatchObject({ visits: 2, visitors: 1, byDay: [{ day, visits: 2 }] });
  });

  it.each([
    ['a last day before the first', '2026-05-10', '2026-05-09', 'to'],
    ['more than 400 days', '2025-01-01', '2026-02-05', 'to'],
  ])('refuse %s', async (_, from, to, field) => {
    const world = await seedWorkspace(api);
    await expect(numbersOf(world, from, to)).rejects.toMatchObject({ code: 'BAD_USER_INPUT', fields: { [field]: expect.any(String) } });
    await expect(numbersOf(world, '2025-01-01', '2026-02-04')).resolves.toMatchObject({ visits: 0 });
  });

  it('are for members and keys with the scope', async () => {
    const world = await seedWorkspace(api);
    const question = { from: '2026-05-10', to: '2026-05-10' };
    await expect((await world.apiKey(['fans:read'])).run(WorkspaceNumbers, question)).rejects.toMatchObject({ code: 'FORBIDDEN' });
    await expect(world.anonymous.run(WorkspaceNumbers, question)).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
    await expect((await world.apiKey(['numbers:read'])).run(WorkspaceNumbers, question)).resolves.toMatchObject({ numbers: { visits: 0 } });
  });
});
