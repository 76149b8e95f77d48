import { afterEach, describe, expect, it } from '@jest/globals';
import { until } from '@lynkify/testing';
import request from 'supertest';
import { DataSource } from 'typeorm';
import { aClick, aVisit, postBatch, seedTenant, ship } from '../testing/audience.js';
import { farAndNear } from '../testing/tunnel.js';

describe('a database that hangs', () => {
  const world = farAndNear();
  afterEach(() => world.tunnel.thaw());

  /** Status and milliseconds of everything that is asked at once. */
  const timed = async (ask: () => PromiseLike<{ status: number }>) => {
    const began = performance.now();
    const { status } = await ask();
    return { status, inTime: performance.now() - began < 2_000 };
  };

  it('is told to everyone as 503 within two seconds, and nothing is half done when it goes on', async () => {
    const tenant = await seedTenant(world.near);
    const batches = Array.from({ length: 12 }, () => [aVisit(tenant), aClick(tenant)]);
    await Promise.all(batches.map(() => ship(world.far, [aVisit(tenant)])));
    // More of them than there are connections: some hold one that hangs, some wait for one.
    world.tunnel.freeze();
    const answers = await Promise.all([
      ...batches.map((batch) => timed(() => postBatch(world.far, batch))),
      timed(() => request(world.far.url).get('/readyz')),
      timed(() => request(world.far.url).post('/graphql').set('authorization', 'Bearer renderer-key-of-the-tests-0123456789').send({ query: '{ publishedPage(path: "/nobody") { path } }' })),
    ]);
    expect(answers).toEqual(answers.map(() => ({ status: 503, inTime: true })));
    expect(await timed(() => request(world.far.url).get('/readyz'))).toEqual({ status: 503, inTime: true });

    world.tunnel.thaw();
    await Promise.all(batches.map((batch) => ship(world.far, batch)));
    const [row] = await world.near.sql<{ events: string; counted: string }>(
      'select (select count(*) from events where workspace_id = $1) as events, (select sum(count) from hourly_counts where workspace_id = $1) as counted',
      [tenant.workspaceId],
    );
    expect(row).toEqual({ events: '36', counted: '36' });
  });

  it('is no database whose statement takes its time', async () => {
    const [row]: { slept: string }[] = await world.far.app.get(DataSource).query(`select 'well' as slept from pg_sleep(3)`);
    expect(row).toEqual({ slept: 'well' });
  });

  it('is no database that is slow to let anybody in, as on a busy machine', async () => {
    // Nobody is asked before there is a connection to ask on.
    await until(async () => (await world.near.sql(`select from pg_stat_activity where application_name = 'lynkify-hang-watch' and state = 'idle' and datname = current_database()`)).length > 1, 5_000);
    world.tunnel.keepWaiting();
    const [row]: { slept: string }[] = await world.far.app.get(DataSource).query(`select 'well' as slept from pg_sleep(3)`);
    expect(row).toEqual({ slept: 'well' });
  });

  it('takes nobody with it when it dies in the moment in which it is reached', async () => {
    const status = async () => (await request(world.far.url).get('/readyz')).status;
    world.tunnel.dieWhenReady();
    const statuses = await Promise.all(Array.from({ length: 8 }, status));
    // Some had their answer before its last words.
    expect(statuses.filter((code) => code !== 200 && code !== 503)).toEqual([]);
    expect(statuses).toContain(503);
    world.tunnel.mend();
    await until(async () => (await status()) === 200, 10_000);
  });
});

describe('a program that vanished without a goodbye', () => {
  const world = farAndNear();

  it('keeps nothing locked for longer than a minute', async () => {
    const [row] = await world.near.app.get(DataSource).query<Record<string, string>[]>(
      `select current_setting('idle_in_transaction_session_timeout') as idle, current_setting('statement_timeout') as statement,
         current_setting('tcp_keepalives_idle')::int + current_setting('tcp_keepalives_interval')::int * current_setting('tcp_keepalives_count')::int as silent, current_setting('tcp_user_timeout') as unheard`,
    );
    expect(row).toEqual({ idle: '30s', statement: '15s', silent: 50, unheard: '50000' });
  });
});
