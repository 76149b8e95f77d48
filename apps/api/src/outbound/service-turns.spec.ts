import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Client } from 'pg';
import { startTestApi, type TestApi } from '../testing/test-api.js';
import { serviceLimits } from './service-limits.js';
import { ServiceBusy, ServiceTurns } from './service-turns.js';

let api: TestApi;
let turns: ServiceTurns;
beforeAll(async () => {
  api = await startTestApi();
  turns = api.app.get(ServiceTurns);
});
afterAll(() => api.stop());
beforeEach(async () => {
  await api.sql('delete from service_turns');
});

/** What the database would answer at this moment: how long to wait, or null and until when. */
async function ask(client: Client, service: string, patience: number): Promise<number | null> {
  const { every, burst } = serviceLimits.find((limit) => limit.service === service)!;
  const { rows } = await client.query<{ wait: number | null }>('select wait from take_service_turn($1, $2, $3, $4, 0, null, null)', [service, every, burst, patience]);
  return rows[0]?.wait ?? null;
}

/** The most moments within any time of this length. */
function mostWithin(ms: number, moments: readonly number[]): number {
  const sorted = [...moments].sort((a, b) => a - b);
  return Math.max(0, ...sorted.map((start, index) => sorted.slice(index).filter((moment) => moment < start + ms).length));
}

describe('turns at a service', () => {
  it.each([
    ['itunes', 20, 60_000], ['deezer', 50, 5_000], ['musicbrainz', 1, 1_000], ['tidal', 2, 10_000], ['odesli', 10, 60_000],
  ] as const)('%s are at most %i in any %i ms, however many ask at once', async (service, most, ms) => {
    const clients = await Promise.all([1, 2, 3].map(async () => {
      const client = new Client({ connectionString: api.database.appUrl });
      await client.connect();
      return client;
    }));
    const moments: number[] = [];
    // Moments are promised for longer than anybody would wait: what is promised is what counts.
    await Promise.all(clients.map(async (client) => {
      for (let turn = 0; turn < most * 2 + 4; turn += 1) {
        const asked = Date.now();
        const wait = await ask(client, service, 100 * ms);
        if (wait !== null) moments.push(asked + wait);
      }
    }));
    await Promise.all(clients.map((client) => client.end()));

    expect(moments).toHaveLength(3 * (most * 2 + 4));
    // Measured by the clocks of those who ask, a little beside the database's own.
    expect(mostWithin(ms - 50, moments)).toBeLessThanOrEqual(most);
    expect(mostWithin(ms * 2, moments)).toBeGreaterThan(most * 0.75);
  });

  it('hold over processes that know nothing of each other', async () => {
    const script = fileURLToPath(new URL('./take-turns.mjs', new URL('../testing/', import.meta.url)));
    const begin = Date.now();
    const taken = await Promise.all([1, 2].map(() => runScript(script, api.database.appUrl)));
    const moments = taken.flat();
    expect(moments).toHaveLength(60);
    expect(mostWithin(5_000, moments)).toBeLessThanOrEqual(50);
    // Fair: nobody had to wait for all of the other's.
    for (const own of taken) expect(Math.min(...own)).toBeLessThan(Math.max(...moments) - 1_000);
    expect(Math.max(...moments) - begin).toBeGreaterThan(5_000);
  });

  it('are waited for when they come soon, and refused at once when they do not', async () => {
    await turns.take('musicbrainz');
    const begin = Date.now();
    await turns.take('musicbrainz');
    expect(Date.now() - begin).toBeGreaterThanOrEqual(1_050);
    const refused = Date.now();
    const error = await turns.take('musicbrainz', { patienceMs: 500 }).catch((reason: unknown) => reason);
    expect(Date.now() - refused).toBeLessThan(500);
    expect(error).toBeInstanceOf(ServiceBusy);
    expect(error).toMatchObject({ reason: 'limit', until: expect.any(Date) });
    // Who was refused has taken nothing.
    await turns.take('musicbrainz', { patienceMs: 1_200 });
  });

  it('stop for everybody while a service is paused, and come one after the other then', async () => {
    const until = new Date(Date.now() + 60_000);
    await turns.pause('deezer', until, 'quota');
    await turns.pause('deezer', new Date(Date.now() + 1_000), 'a shorter one does not end the longer');
    const error = await turns.take('deezer').catch((reason: unknown) => reason);
    expect(error).toMatchObject({ reason: 'paused', until });

    await api.sql(`update service_turns set paused_until = now() + interval '400 milliseconds', next_turn = now() - interval '1 hour'`);
    const begin = Date.now();
    const ends = await Promise.all([1, 2, 3].map(async () => {
      await turns.take('deezer');
      return Date.now() - begin;
    }));
    expect(Math.min(...ends)).toBeGreaterThanOrEqual(350);
    expect(Math.max(...ends) - Math.min(...ends)).toBeGreaterThanOrEqual(200);
  });

  it('end with the day’s budget, until the day of the service is over', async () => {
    for (const cost of [5_000, 4_900, 100]) await turns.take('youtube', { cost });
    const error = await turns.take('youtube', { cost: 1 }).catch((reason: unknown) => reason);
    expect(error).toMatchObject({ reason: 'budget' });
    const [{ moment } = { moment: new Date(0) }] = await api.sql<{ moment: Date }>(`select (date_trunc('day', now() at time zone 'America/Los_Angeles') + interval '1 day') at time zone 'America/Los_Angeles' as moment`);
    expect(error).toMatchObject({ until: moment });

    await api.sql(`update service_turns set budget_day = budget_day - 1`);
    await turns.take('youtube', { cost: 100 });
  });

  it('are of any other host one a second, and of nothing else', async () => {
    await turns.take('host:example.org');
    await turns.take('host:example.com');
    await expect(turns.take('host:example.org', { patienceMs: 100 })).rejects.toBeInstanceOf(ServiceBusy);
    await expect(turns.take('example.org')).rejects.toThrow('no service that has a limit');
  });
});

/** The moments at which another process was at its turns. */
async function runScript(script: string, databaseUrl: string): Promise<number[]> {
  const child = spawn(process.execPath, [script, databaseUrl], { stdio: ['ignore', 'pipe', 'inherit'] });
  let said = '';
  child.stdout.setEncoding('utf8').on('data', (part) => (said += String(part)));
  await once(child, 'close');
  return said.trim().split('\n').map(Number);
}
