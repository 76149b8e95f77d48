import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { graphql } from '@lynkify/contract';
import { until } from '@lynkify/testing';
import { Client } from 'pg';
import { Jobs } from '../jobs/jobs.js';
import { startTestApi, type TestApi } from '../testing/test-api.js';
import { seedWorkspace } from '../testing/world.js';
import { Database } from './database.js';

const HomeToDos = graphql(`query HomeToDos { home { todos { kind } } }`);
const lock = 4_711;
const jobs = 12;

describe('jobs that wait for a lock', () => {
  let api: TestApi;
  let database: Database;
  const done: string[] = [];
  beforeAll(async () => {
    api = await startTestApi({ DATABASE_POOL: '4' });
    database = api.app.get(Database);
    api.app.get(Jobs).handle('wait-for-it', async ({ name }) => {
      await database.unit({}, async (tx) => {
        await tx.query('select pg_advisory_xact_lock($1)', [lock]);
        // A unit inside a unit, as services call each other.
        await database.unit({}, () => Promise.resolve());
      });
      done.push(String(name));
    });
  });
  afterAll(() => api.stop());

  const waiting = async () => (await api.sql(`select 1 from pg_stat_activity where datname = current_database() and wait_event = 'advisory'`)).length;

  it('leave half of the connections to requests, and are all done in the end', async () => {
    const world = await seedWorkspace(api);
    const holder = new Client({ connectionString: api.database.ownerUrl });
    await holder.connect();
    try {
      await holder.query('select pg_advisory_lock($1)', [lock]);
      await database.unit({}, async (tx) => {
        for (let at = 0; at < jobs; at += 1) await api.app.get(Jobs).enqueue(tx, 'wait-for-it', { name: `job ${at}` });
      });
      await until(async () => (await waiting()) >= 2, 10_000);
      // Longer than a request waits for a connection.
      const end = Date.now() + 3_000;
      while (Date.now() < end) {
        await Promise.all(Array.from({ length: 8 }, () => world.owner.run(HomeToDos)));
        expect(await waiting()).toBeLessThanOrEqual(2);
      }
      expect(done).toEqual([]);
    } finally {
      await holder.end();
    }
    await until(() => done.length >= jobs, 20_000);
    expect(new Set(done).size).toBe(jobs);
  });
});
