import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Database } from '../../database/database.js';
import { aVisit, seedTenant, ship } from '../../testing/audience.js';
import { describeEventStore, storeOf } from '../../testing/event-store-suite.js';
import { startTestApi, type TestApi } from '../../testing/test-api.js';
import { EventStore } from '../event-store.js';
import { readRebuildOptions, rebuildCounts } from '../rebuild-counts.js';
import { dropOldMonths } from './postgres-upkeep.js';

describeEventStore('Postgres', async () => {
  const api = await startTestApi();
  return storeOf(api, {
    async spoilCounts(workspaceId) {
      await api.sql('update hourly_counts set count = count + 3 where workspace_id = $1', [workspaceId]);
      await api.sql('update daily_counts set visits = visits + 5 where workspace_id = $1', [workspaceId]);
      await api.sql('delete from daily_visitors where workspace_id = $1', [workspaceId]);
    },
    stop: () => api.stop(),
  });
});

describe('events in Postgres', () => {
  let api: TestApi;
  beforeAll(async () => {
    api = await startTestApi();
  });
  afterAll(() => api.stop());

  const monthsAgo = (months: number, day = 15) => new Date(Date.UTC(new Date().getUTCFullYear(), new Date().getUTCMonth() - months, day, 12)).toISOString();
  const rows = async (table: string, workspaceId: string) => Number((await api.sql<{ n: string }>(`select count(*) as n from ${table} where workspace_id = $1`, [workspaceId]))[0]?.n);

  it('lose the months that are over their time, whole, with those that lay outside the months; counts stay', async () => {
    const tenant = await seedTenant(api);
    for (const months of [3, 4]) await api.app.get(Database).unit({ purpose: 'maintenance' }, (tx) => tx.query('select make_events_partition($1)', [monthsAgo(months)]));
    const moments = [monthsAgo(14), monthsAgo(4), monthsAgo(3), monthsAgo(2, 1), monthsAgo(0, 1)];
    await ship(api, moments.map((at) => aVisit(tenant, { at })));
    await dropOldMonths(api.app.get(Database), 2);
    expect(await rows('events', tenant.workspaceId)).toBe(2);
    expect(await api.sql(`select to_regclass($1) as gone`, [`events_${monthsAgo(3).slice(0, 7).replace('-', '_')}`])).toEqual([{ gone: null }]);
    const { byDay } = await api.app.get(EventStore).count({ workspaceId: tenant.workspaceId, timeZone: 'UTC', from: monthsAgo(14).slice(0, 10), to: monthsAgo(0, 28).slice(0, 10) });
    expect(byDay.map(({ visits }) => visits)).toEqual([1, 1, 1, 1, 1]);
    await dropOldMonths(api.app.get(Database), 2);
    expect(await rows('events', tenant.workspaceId)).toBe(2);
  });

  it('of months that are not over are not dropped, whoever asks', async () => {
    const drop = api.app.get(Database).unit({ purpose: 'maintenance' }, (tx) => tx.query(`select drop_events_before(now() + interval '2 months')`));
    await expect(drop).rejects.toMatchObject({ driverError: { code: '22023' } });
  });

  it('tell nobody by name on days that are over, and everybody once on the running one', async () => {
    const tenant = await seedTenant(api);
    await ship(api, [aVisit(tenant, { at: monthsAgo(1) }), aVisit(tenant), aVisit(tenant)]);
    await api.app.get(EventStore).upkeep();
    expect([await rows('day_visitors', tenant.workspaceId), await rows('daily_visitors', tenant.workspaceId)]).toEqual([2, 6]);
  });

  it('keep every text as it came, whatever signs are in it', async () => {
    const tenant = await seedTenant(api);
    const odd = { path: '/a"b\\c', city: `"\\" {a,b} 'é' 😀 \\`, region: 'NULL', utm: { source: 'x"\\,{}', medium: '\\"' } };
    await ship(api, [aVisit(tenant, odd), aVisit(tenant, { region: null, utm: null })]);
    expect(await api.sql('select path, city, region, utm from events where workspace_id = $1 order by city nulls last', [tenant.workspaceId])).toEqual([
      odd, { path: expect.any(String), city: null, region: null, utm: null },
    ]);
  });

  it('are counted by single facts from the hundredth of a day on, and the same either way', async () => {
    const tenant = await seedTenant(api);
    const at = monthsAgo(1);
    const facts = () => rows('daily_counts', tenant.workspaceId);
    await ship(api, Array.from({ length: 99 }, () => aVisit(tenant, { at, country: 'DE' })));
    expect(await facts()).toBe(0);
    await ship(api, [aVisit(tenant, { at, country: 'FR' })]);
    // All, channel, referrer, two countries, device: for the workspace, the artist and the smart link.
    expect(await facts()).toBe(18);
    await ship(api, [aVisit(tenant, { at, country: 'FR' })]);
    const counted = await api.app.get(EventStore).count({ workspaceId: tenant.workspaceId, timeZone: 'UTC', from: at.slice(0, 10), to: at.slice(0, 10) });
    expect(counted.byCountry).toEqual([{ key: 'DE', visits: 99, clicks: 0, captures: 0 }, { key: 'FR', visits: 2, clicks: 0, captures: 0 }]);
  });

  it('are counted again by the command, month by month, of one workspace or of all; never a month whose events are gone', async () => {
    const [mine, other] = [await seedTenant(api), await seedTenant(api)];
    const at = monthsAgo(1);
    for (const tenant of [mine, other]) await ship(api, [aVisit(tenant, { at }), aVisit(tenant, { at: monthsAgo(0, 1) })]);
    const spoil = () => api.sql('update hourly_counts set count = 7 where workspace_id = any($1)', [[mine.workspaceId, other.workspaceId]]);
    const counted = async ({ workspaceId }: { workspaceId: string }) => (await api.sql<{ count: string }>('select count from hourly_counts where workspace_id = $1 order by hour', [workspaceId])).map(({ count }) => Number(count));
    const told: string[] = [];
    const command = (...words: string[]) => rebuildCounts(api.environment, readRebuildOptions(words), (line) => told.push(line));
    await spoil();
    await command('--from', at.slice(0, 7), '--workspace', mine.workspaceId);
    expect([await counted(mine), await counted(other)]).toEqual([[1, 7], [7, 7]]);
    expect(told).toEqual([`${at.slice(0, 7)}: 1 events of 1 workspace counted again`]);
    await command('--from', at.slice(0, 7), '--to', monthsAgo(0).slice(0, 7));
    await command('--from', at.slice(0, 7), '--to', monthsAgo(0).slice(0, 7));
    expect([await counted(mine), await counted(other)]).toEqual([[1, 1], [1, 1]]);
    await expect(command('--from', monthsAgo(26).slice(0, 7), '--to', at.slice(0, 7))).rejects.toThrow(/are gone/);
    expect(() => readRebuildOptions(['--from', '2026-13'])).toThrow(/YYYY-MM/);
    expect(() => readRebuildOptions(['--from', '2026-05', '--to', '2026-04'])).toThrow(/before the first/);
  });

  it.each([1, 120])('move with the workspace to another zone: at once by the hour, then for good (%i a moment)', async (times) => {
    const tenant = await seedTenant(api, { timeZone: 'UTC' });
    const day = monthsAgo(1).slice(0, 10);
    // In Auckland it is the next day by then.
    const moments = [`${day}T01:00:00.000Z`, `${day}T15:00:00.000Z`];
    await ship(api, moments.flatMap((at) => Array.from({ length: times }, () => aVisit(tenant, { at }))));
    const timeZone = 'Pacific/Auckland';
    const next = new Date(Date.parse(day) + 86_400_000).toISOString().slice(0, 10);
    await api.sql('update workspaces set time_zone = $2 where id = $1', [tenant.workspaceId, timeZone]);
    const ask = async () => {
      const { byDay, visitors } = await api.app.get(EventStore).count({ workspaceId: tenant.workspaceId, timeZone, from: day, to: next });
      return [byDay.map(({ key, visits }) => [key, visits]), visitors];
    };
    const cut = [[day, times], [next, times]];
    expect((await ask())[0]).toEqual(cut);
    await api.app.get(EventStore).upkeep();
    expect(await ask()).toEqual([cut, 2 * times]);
    expect(await api.sql('select distinct time_zone from event_days where workspace_id = $1', [tenant.workspaceId])).toEqual([{ time_zone: timeZone }]);
  });
});
