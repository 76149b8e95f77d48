import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startTestApi, type TestApi } from '../testing/test-api.js';
import { seedUser } from '../testing/world.js';

describe('the daily upkeep of accounts', () => {
  let api: TestApi;
  beforeAll(async () => {
    api = await startTestApi();
  });
  afterAll(() => api.stop());

  /** Has a scheduled job done now, and waits until the queue says that it is. */
  async function runNow(name: string): Promise<void> {
    const [job] = await api.sql<{ id: string }>('select id from graphile_worker.add_job($1)', [name]);
    const deadline = Date.now() + 10_000;
    for (;;) {
      const [waiting] = await api.sql<{ last_error: string | null }>('select last_error from graphile_worker.jobs where id = $1', [job?.id]);
      if (!waiting) return;
      if (waiting.last_error || Date.now() > deadline) throw new Error(`${name} was not done: ${waiting.last_error}`);
    }
  }

  it('takes out what has ended and keeps what has not', async () => {
    const [ended, current] = [await seedUser(api), await seedUser(api)];
    await api.sql(`update sessions set expires_at = now() - interval '1 second' where user_id = $1`, [ended.userId]);
    for (const [user, age] of [[ended, '8 days'], [current, '1 day']] as const) {
      await api.sql(`insert into account_tokens (user_id, purpose, token_hash, expires_at) values ($1, 'reset-password', sha256($2::bytea), now() - $3::interval)`, [user.userId, user.email, age]);
    }
    await runNow('accounts-clear');
    expect(await api.sql('select user_id from sessions where user_id in ($1, $2)', [ended.userId, current.userId])).toEqual([{ user_id: current.userId }]);
    expect(await api.sql('select user_id from account_tokens')).toEqual([{ user_id: current.userId }]);
  });

  it('takes out counters of tries that have run down', async () => {
    await api.sql(`insert into rate_limits (key, points, expire) values ('old', 1, $1), ('new', 1, $2)`, [Date.now() - 1_000, Date.now() + 60_000]);
    await runNow('rate-limits-clear');
    expect(await api.sql('select key from rate_limits')).toEqual([{ key: 'new' }]);
  });
});
