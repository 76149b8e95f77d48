import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { until } from '@lynkify/testing';
import { Database } from '../database/database.js';
import { startTestApi, type TestApi } from '../testing/test-api.js';
import { Jobs } from './jobs.js';

describe('a job that was begun', () => {
  let api: TestApi;
  const done: string[] = [];
  beforeAll(async () => {
    api = await startTestApi();
    api.app.get(Jobs).handle('note-it', (payload) => {
      done.push(String(payload.name));
      return Promise.resolve();
    });
  });
  afterAll(() => api.stop());

  /** A job as a program left it that was killed in the middle of it, so many minutes ago. */
  const begunBy = async (worker: string, minutes: number, name: string) => {
    await api.app.get(Database).unit({}, (tx) => api.app.get(Jobs).enqueue(tx, 'note-it', { name }, { key: name, runAt: new Date(Date.now() + 3_600_000) }));
    await api.sql(`update graphile_worker._private_jobs set locked_by = $1, locked_at = now() - make_interval(mins => $2), run_at = now(), attempts = 1 where key = $3`, [worker, minutes, name]);
  };
  const running = async () => (await api.sql<{ name: string }>(`select substr(application_name, 14) as name from pg_stat_activity where application_name like 'lynkify-jobs pool-%' and datname = current_database()`)).map(({ name }) => name);

  it('by a program that is gone is taken up again, by one that lives it is left alone', async () => {
    await until(async () => (await running()).length === 1, 10_000);
    const [living = ''] = await running();
    await begunBy('pool-of-the-dead', 3, 'left behind');
    await begunBy('pool-just-killed', 1, 'perhaps not gone');
    await begunBy(living, 30, 'takes long');
    await api.sql(`select graphile_worker.add_job('jobs-take-up-again')`);
    await until(() => done.includes('left behind'), 20_000);
    expect(done).toEqual(['left behind']);
  });
});
