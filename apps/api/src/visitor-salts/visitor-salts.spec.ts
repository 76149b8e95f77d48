import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Client } from 'pg';
import request from 'supertest';
import { startTestApi, type TestApi } from '../testing/test-api.js';
import { VisitorSaltsService } from './visitor-salts.service.js';

/** Every test has days of its own only as far as there are any: each begins with an empty table. */
describe('the salts that visitors are counted under', () => {
  let api: TestApi;
  beforeAll(async () => {
    api = await startTestApi();
  });
  afterAll(() => api.stop());

  const salt = () => randomBytes(32).toString('base64url');
  const empty = () => api.sql('truncate visitor_salts');
  const dayFromNow = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
  const propose = (body: object, status = 200) =>
    request(api.url).post('/internal/visitor-salts').set('authorization', `Bearer ${api.environment.rendererKey}`).send(body).expect(status);
  const agreed = async (salts: Record<string, string>) => (await propose({ salts })).body as { salts: Record<string, string> };
  const store = (days: number) => api.sql(`insert into visitor_salts values ((now() at time zone 'UTC')::date + $1::int, $2)`, [days, randomBytes(32)]);
  const daysKept = async () => (await api.sql<{ days: number }>(`select day - (now() at time zone 'UTC')::date as days from visitor_salts order by 1`)).map(({ days }) => days);

  it('are for the renderer alone', async () => {
    await request(api.url).post('/internal/visitor-salts').send({ salts: { [dayFromNow(0)]: salt() } }).expect(401);
    await request(api.url).post('/internal/visitor-salts').set('authorization', 'Bearer nobody').send({ salts: { [dayFromNow(0)]: salt() } }).expect(401);
  });

  it('are what was proposed first, for everyone who proposes later', async () => {
    await empty();
    const [first, second] = [{ [dayFromNow(0)]: salt(), [dayFromNow(1)]: salt() }, { [dayFromNow(0)]: salt(), [dayFromNow(1)]: salt() }];

    expect(await agreed(first)).toEqual({ salts: first });
    expect(await agreed(second)).toEqual({ salts: first });
  });

  it('are the same for all of many that propose at once', async () => {
    await empty();
    const answers = await Promise.all(Array.from({ length: 12 }, () => agreed({ [dayFromNow(0)]: salt(), [dayFromNow(1)]: salt() })));

    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    expect(await daysKept()).toEqual([0, 1]);
  });

  it('are again what was agreed when the table was lost, from whoever held it', async () => {
    await empty();
    const held = { [dayFromNow(0)]: salt() };
    await agreed(held);
    await empty();

    expect(await agreed(held)).toEqual({ salts: held });
    expect(await agreed({ [dayFromNow(0)]: salt() })).toEqual({ salts: held });
  });

  it('are agreed with a renderer whose clock is a day off, and for no other days', async () => {
    await empty();
    const all = Object.fromEntries([-3, -2, -1, 0, 1, 2, 3].map((days) => [dayFromNow(days), salt()]));
    const { salts } = await agreed(all);

    expect(Object.keys(salts)).toEqual([-1, 0, 1, 2].map(dayFromNow));
    expect(await daysKept()).toEqual([-1, 0, 1, 2]);
  });

  it('are given out no more once their day is two days past, and are gone with the next job', async () => {
    await empty();
    for (const days of [-4, -2, -1, 0, 1]) await store(days);
    const mine = Object.fromEntries([-2, 0].map((days) => [dayFromNow(days), salt()]));
    const { salts } = await agreed(mine);
    expect(Object.keys(salts)).toEqual([dayFromNow(0)]);
    expect(salts[dayFromNow(0)]).not.toBe(mine[dayFromNow(0)]);

    const file = async () => (await api.sql<{ file: string }>(`select pg_relation_filenode('visitor_salts')::text as file`))[0]?.file;
    const before = await file();
    await api.app.get(VisitorSaltsService).forgetOld();
    expect(await daysKept()).toEqual([-1, 0, 1]);
    expect((await agreed({ [dayFromNow(0)]: salt() })).salts).toEqual(salts);
    // A file of its own: the old one, with the bytes of the deleted rows, was given back.
    const after = await file();
    expect(after).not.toBe(before);
    await api.app.get(VisitorSaltsService).forgetOld();
    expect(await file()).toBe(after);
  });

  it('are in no write-ahead log, and with that in no base backup and no replica', async () => {
    expect(await api.sql(`select relpersistence from pg_class where relname in ('visitor_salts', 'visitor_salts_pkey')`)).toEqual([{ relpersistence: 'u' }, { relpersistence: 'u' }]);
  });

  it('are out of the reach of work for a workspace, and cannot be changed', async () => {
    await empty();
    await store(0);
    const client = new Client({ connectionString: api.database.appUrl });
    await client.connect();
    try {
      await client.query(`select set_config('app.workspace', '0193a5c0-0000-7000-8000-000000000001', false)`);
      expect((await client.query('select * from visitor_salts')).rows).toEqual([]);
      await client.query(`select set_config('app.purpose', 'renderer', false)`);
      expect((await client.query('select * from visitor_salts')).rows).toHaveLength(1);
      for (const statement of ['update visitor_salts set salt = salt', 'delete from visitor_salts', 'truncate visitor_salts']) await expect(client.query(statement)).rejects.toMatchObject({ code: '42501' });
    } finally {
      await client.end();
    }
  });

  it.each([
    {}, { salts: null }, { salts: {} }, { salts: { today: 'x' } }, { salts: { [new Date().toISOString().slice(0, 10)]: 'short' } }, { salts: { '2026-02-30': 'A'.repeat(43) } },
    { salts: Object.fromEntries(Array.from({ length: 9 }, (_, index) => [`2026-01-0${index + 1}`, 'A'.repeat(43)])) },
  ])('are not taken from %j', async (body) => {
    expect((await propose(body, 400)).body).toMatchObject({ code: 'BAD_USER_INPUT' });
  });
});
