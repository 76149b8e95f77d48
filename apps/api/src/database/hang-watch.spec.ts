import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { until } from '@lynkify/testing';
import request from 'supertest';
import { DataSource } from 'typeorm';
import { aClick, aVisit, postBatch, seedTenant, ship } from '../testing/audience.js';
import { startTestApi, type TestApi } from '../testing/test-api.js';
import { openTunnel, type Tunnel } from '../testing/tunnel.js';

describe('a database that hangs', () => {
  let near: TestApi;
  let far: TestApi;
  let tunnel: Tunnel;
  beforeAll(async () => {
    near = await startTestApi();
    tunnel = await openTunnel(near.database.appUrl);
    far = await startTestApi({ DATABASE_URL: tunnel.url });
  });
  afterEach(() => tunnel.thaw());
  afterAll(async () => {
    await far.stop();
    await tunnel.stop();
    await near.stop();
  });

  /** Status and milliseconds of everything that is asked at once. */
  const timed = async (ask: () => PromiseLike<{ status: number }>) => {
    const began = performance.now();
    const { status } = await ask();
    return { status, inTime: performance.now() - began < 2_000 };
  };

  it('is told to everyone as 503 within two seconds, and nothing is half done when it goes on', async () => {
    const tenant = await seedTenant(near);
    const batches = Array.from({ length: 12 }, () => [aVisit(tenant), aClick(tenant)]);
    await Promise.all(batches.map(() => ship(far, [aVisit(tenant)])));
    // More of them than there are connections: some hold one that hangs, some wait for one.
    tunnel.freeze();
    const answers = await Promise.all([
      ...batches.map((batch) => timed(() => postBatch(far, batch))),
      timed(() => request(far.url).get('/readyz')),
      timed(() => request(far.url).post('/graphql').set('authorization', 'Bearer renderer-key-of-the-tests-0123456789').send({ query: '{ publishedPage(path: "/nobody") { path } }' })),
    ]);
    expect(answers).toEqual(answers.map(() => ({ status: 503, inTime: true })));
    expect(await timed(() => request(far.url).get('/readyz'))).toEqual({ status: 503, inTime: true });

    tunnel.thaw();
    await Promise.all(batches.map((batch) => ship(far, batch)));
    const [row] = await near.sql<{ events: string; counted: string }>(
      'select (select count(*) from events where workspace_id = $1) as events, (select sum(count) from hourly_counts where workspace_id = $1) as counted',
      [tenant.workspaceId],
    );
    expect(row).toEqual({ events: '36', counted: '36' });
  });

  it('is no database whose statement takes its time', async () => {
    const [row]: { slept: string }[] = await far.app.get(DataSource).query(`select 'well' as slept from pg_sleep(3)`);
    expect(row).toEqual({ slept: 'well' });
  });

  it('is no database that is slow to let anybody in, as on a busy machine', async () => {
    // Nobody is asked before there is a connection to ask on.
    await until(async () => (await near.sql(`select from pg_stat_activity where application_name = 'lynkify-hang-watch' and state = 'idle' and datname = current_database()`)).length > 1, 5_000);
    tunnel.keepWaiting();
    const [row]: { slept: string }[] = await far.app.get(DataSource).query(`select 'well' as slept from pg_sleep(3)`);
    expect(row).toEqual({ slept: 'well' });
  });

  it('takes nobody with it when it dies in the moment in which it is reached', async () => {
    const status = async () => (await request(far.url).get('/readyz')).status;
    tunnel.dieWhenReady();
    const statuses = await Promise.all(Array.from({ length: 8 }, status));
    // Some had their answer before its last words.
    expect(statuses.filter((code) => code !== 200 && code !== 503)).toEqual([]);
    expect(statuses).toContain(503);
    tunnel.mend();
    await until(async () => (await status()) === 200, 10_000);
  });
});
