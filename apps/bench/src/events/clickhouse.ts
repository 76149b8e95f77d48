import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { Context, Figure } from '../experiment.js';
import { freePorts } from '../system/ports.js';
import type { System } from '../system/system.js';
import { pastDays, shippedDays } from './bulk-load.js';
import { bigShare, spread } from './spread.js';
import type { EventsWorld, Place } from './world.js';

const root = fileURLToPath(new URL('../../../../', import.meta.url));
const days = pastDays;

export interface ClickHouse {
  url: string;
  query(text: string): Promise<string>;
}

/** The real engine as a library, behind the HTTP that the API's client speaks. It is installed when it is not there. */
export async function startClickHouse({ folder, after }: Context): Promise<ClickHouse> {
  const { chdbFolder, installChdb } = (await import(pathToFileURL(join(root, 'apps/api/bin/chdb.mjs')).href)) as { chdbFolder: string; installChdb: () => void };
  installChdb();
  const [port = 0] = await freePorts(1);
  const child = spawn(process.execPath, [join(root, 'libs/testing/clickhouse-server.mjs'), String(port), join(folder, 'clickhouse'), chdbFolder], { stdio: ['ignore', 'pipe', 'inherit', 'ipc'] });
  after(async () => {
    const ended = child.exitCode === null ? once(child, 'exit') : null;
    child.kill('SIGKILL');
    await ended;
  });
  await once(child.stdout ?? child, 'data');
  const url = `http://127.0.0.1:${port}`;
  return {
    url,
    async query(text) {
      const answer = await fetch(`${url}/?max_query_size=10000000`, { method: 'POST', body: text });
      const said = await answer.text();
      if (!answer.ok) throw new Error(said.slice(0, 500));
      return said;
    },
  };
}

/** Events of the past, made inside the engine with the same spread; days that are over are settled by the API's upkeep. */
export async function bulkLoadClickHouse(clickhouse: ClickHouse, world: EventsWorld, { from, to, of }: { from: number; to: number; of: number }): Promise<void> {
  const first = Math.floor((from / of) * days);
  const last = Math.floor((to / of) * days);
  const perDay = Math.round(of / days);
  const column = (places: readonly Place[], value: (place: Place) => string) => `[${places.map(value).join(',')}]`;
  const pick = (value: (place: Place) => string) =>
    `if(big, arrayElement(${column(world.big, value)}, 1 + toUInt32(pow(which, 2) * ${world.big.length})), arrayElement(${column(world.small, value)}, 1 + toUInt32(pow(which, 2) * ${world.small.length})))`;
  for (let day = first; day < last; day += 5) {
    const count = (Math.min(day + 5, last) - day) * perDay;
    await clickhouse.query(`
      insert into events (workspace_id, at, id, kind, artist_id, release_id, path, target, channel, referrer_host, country, device, audience, visitor)
      select ${pick((place) => `'${place.workspaceId}'`)}, at, toUUID(concat(substring(hex, 1, 8), '-', substring(hex, 9, 4), '-7', substring(noise, 1, 3), '-8', substring(noise, 4, 3), '-', substring(noise, 7, 12))), kind,
        ${pick((place) => `'${place.artistId}'`)}, ${pick((place) => (place.releaseId === null ? 'null' : `'${place.releaseId}'`))}, '/a/b', if(kind = 'click', ${draw(spread.target, 'c1')}, null), ${draw(spread.channel, 'c2')}, ${draw(spread.referrer, 'c3')},
        ${draw(spread.country, 'c4')}, ${draw(spread.device, 'c5')}, audience, if(audience = 'person', substring(noise, 1, 22), null)
      from (
        select toDateTime64(toStartOfDay(now('UTC')), 3, 'UTC') - toIntervalDay(${days + shippedDays - 1 - day}) + toIntervalMillisecond(number * ${86_400_000 / perDay}) as at, lower(lpad(hex(toUnixTimestamp64Milli(at)), 12, '0')) as hex, lower(hex(MD5(concat(toString(number), toString(rand64()))))) as noise,
          randCanonical(1) * 1000 < ${bigShare} as big, randCanonical(2) as which, ${draw(spread.kind, 'randCanonical(3)')} as kind, ${draw(spread.audience, 'randCanonical(4)')} as audience,
          randCanonical(5) as c1, randCanonical(6) as c2, randCanonical(7) as c3, randCanonical(8) as c4, randCanonical(9) as c5
        from numbers(${count})
      )`);
  }
}

/**
 * What is stored, once the API's upkeep has settled the days that are over, those of all workspaces: a year at once is the load's
 * doing, and not what a member's question runs beside. It settles a minute after the last event of a day.
 */
export async function storedInClickHouse(clickhouse: ClickHouse, system: System, size: number, say: Context['say']): Promise<Figure[]> {
  say('settling the days that are over');
  const began = performance.now();
  await delay(61_000);
  await system.sql(`select graphile_worker.add_job('events-upkeep')`);
  const isSettled = async () => (await system.sql(`select from graphile_worker.jobs where task_identifier = 'events-upkeep'`)).length === 0;
  while (!(await isSettled())) {
    if (performance.now() - began > 600_000) throw new Error('The days were not settled within ten minutes.');
    await delay(1_000);
  }
  const [events = 0, bytes = 0] = (await clickhouse.query(`select (select count() from events final), (select sum(bytes_on_disk) from system.parts where active)`)).trim().split('\t').map(Number);
  return [
    { name: 'events stored', value: events, unit: 'events', limit: { is: 'at least', value: size } },
    { name: 'size of the tables', value: Math.round((bytes / 1024 ** 3) * 100) / 100, unit: 'GB' },
  ];
}

function draw(shares: Readonly<Record<string, number>>, chance: string): string {
  const total = Object.values(shares).reduce((sum, share) => sum + share, 0);
  let upTo = 0;
  const cases = Object.entries(shares).map(([value, share]) => {
    upTo += share;
    return `${chance} < ${upTo / total}, ${value === '' ? 'null' : `'${value}'`}`;
  });
  return `multiIf(${cases.join(', ')}, null)`;
}
