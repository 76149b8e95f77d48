import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { aCapture, seedTenant, ship } from '../testing/audience.js';
import { startTestApi, type TestApi } from '../testing/test-api.js';
import { unique } from '../testing/world.js';
import { EventStore } from './event-store.js';
import { EventsUpkeep } from './events-upkeep.js';
import { RejectedEvents } from './rejected-events.js';

describe('the daily upkeep', () => {
  let api: TestApi;
  beforeAll(async () => {
    api = await startTestApi();
  });
  afterAll(() => api.stop());

  it('makes the partitions of the months ahead, as the role that may make no tables', async () => {
    const [dropped] = await api.sql<{ name: string }>(`select 'events_' || to_char(now() + interval '6 months', 'YYYY_MM') as name`);
    await api.sql(`drop table ${dropped?.name}`);
    await api.app.get(EventStore).upkeep();
    expect(await api.sql('select relispartition from pg_class where relname = $1', [dropped?.name])).toEqual([{ relispartition: true }]);
  });

  it('forgets requests that ran out three months ago, and keeps the fan and the ledger', async () => {
    const [old, recent] = [await seedTenant(api), await seedTenant(api)];
    await ship(api, [aCapture(old, `${unique()}@example.org`), aCapture(recent, `${unique()}@example.org`)]);
    const age = (days: number, workspaceId: string) => api.sql(`update opt_ins set expires_at = now() - make_interval(days => $2) where workspace_id = $1`, [workspaceId, days]);
    await age(91, old.workspaceId);
    await age(89, recent.workspaceId);
    await api.app.get(EventsUpkeep).forgetOptIns();
    const left = (workspaceId: string) => api.sql(`select (select count(*) from opt_ins where workspace_id = $1)::int as asked, (select count(*) from fans where workspace_id = $1)::int as fans, (select count(*) from consents where workspace_id = $1)::int as consents`, [workspaceId]);
    expect(await left(old.workspaceId)).toEqual([{ asked: 0, fans: 1, consents: 1 }]);
    expect(await left(recent.workspaceId)).toEqual([{ asked: 1, fans: 1, consents: 1 }]);
  });

  it('forgets lines that were put aside a month ago', async () => {
    const lines = [unique(), unique()];
    await ship(api, lines);
    await api.sql(`update rejected_events set received_at = now() - interval '31 days' where line = $1`, [lines[0]]);
    await api.app.get(RejectedEvents).forgetOld();
    expect(await api.sql('select line from rejected_events where line = any($1)', [lines])).toEqual([{ line: lines[1] }]);
  });
});
