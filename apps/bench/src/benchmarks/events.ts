import type { Context, Experiment, Figure } from '../experiment.js';
import { cpuSeconds } from '../events/cpu.js';
import { bulkLoadClickHouse, startClickHouse, storedInClickHouse } from '../events/clickhouse.js';
import { bulkLoad, shippedDays } from '../events/bulk-load.js';
import { askCharts } from '../events/charts.js';
import { eventsABatch, makeBatches } from '../events/shipped-events.js';
import { shipAll } from '../events/shippers.js';
import { makeWorld } from '../events/world.js';
import { startSystem, type System } from '../system/system.js';

const fullSize = 20_000_000;
const shippers = 4;
/** Parts of all events at which the rate of ingest is measured. */
const stages = [0.05, 0.25, 0.5, 1];

/** The same for either store: shipped to the API, stored by the million, asked for by every chart. */
export async function measureEvents(context: Context, store: 'postgres' | 'clickhouse'): Promise<Figure[]> {
  const { options, say, short } = context;
  const size = Number(options.get('events') ?? (short ? 20_000 : fullSize));
  const shipped = Number(options.get('shipped') ?? Math.min(200_000, size / 2));
  const isFull = size >= fullSize;
  const clickhouse = store === 'clickhouse' ? await startClickHouse(context) : null;
  const system = await startSystem(context, clickhouse ? { apiEnvironment: { CLICKHOUSE_URL: clickhouse.url } } : {});
  const world = await makeWorld(system);
  const figures: Figure[] = [];
  const rates: number[] = [];

  // The first batches find cold code and empty caches; they are not what is measured.
  await shipAll(system.api.url, system.rendererKey, makeBatches(world, Math.min(20_000, shipped), shippedDays - 1), shippers);
  let loaded = 0;
  for (const [index, stage] of stages.entries()) {
    const upTo = Math.round(size * stage);
    say(`making ${(upTo - loaded).toLocaleString('en-US')} events with SQL`);
    const part = { from: loaded, to: upTo, of: size };
    await (clickhouse ? bulkLoadClickHouse(clickhouse, world, part) : bulkLoad(system, world, part));
    loaded = upTo;
    // Each on a day of its own, or a later one would find a livelier day and not only a larger store.
    const batches = makeBatches(world, shipped, stages.length - 1 - index);
    say(`shipping ${(batches.length * eventsABatch).toLocaleString('en-US')} events to the API`);
    const before = { api: cpuSeconds(system.api.pid), postgres: cpuSeconds(system.postgres.pid) };
    const rate = (await shipAll(system.api.url, system.rendererKey, batches, shippers)) * eventsABatch;
    rates.push(rate);
    const each = (name: 'api' | 'postgres') => Math.round(((cpuSeconds(system[name].pid) - before[name]) * 1_000_000) / (batches.length * eventsABatch));
    const cost = `on a core each event has ${each('api')} µs of the API and ${each('postgres')} µs of PostgreSQL`;
    figures.push({ name: `ingest with ${upTo.toLocaleString('en-US')} stored`, value: Math.round(rate), unit: 'events/s', ...(isFull ? { limit: { is: 'at least' as const, value: 20_000 } } : {}), note: `${shippers} shippers, ${eventsABatch} events a batch; ${cost}` });
  }
  figures.push({ name: 'last rate beside the first', value: round((rates.at(-1) ?? 0) / (rates[0] ?? 1)), unit: '×', ...(isFull ? { limit: { is: 'at least' as const, value: 0.75 } } : {}) });

  figures.push(...(clickhouse ? await storedInClickHouse(clickhouse, system, size, say) : await storedInPostgres(system, size)));

  say('asking every chart of the dashboard');
  figures.push(...(await askCharts(system, world, short ? 5 : 30)));
  return figures;
}

async function storedInPostgres(system: System, size: number): Promise<Figure[]> {
  const [stored] = await system.sql<{ events: string; counted: string; bytes: string }>(
    `select (select count(*) from events) as events, (select sum(count) from hourly_counts) as counted, pg_database_size(current_database()) as bytes`,
  );
  return [
    { name: 'events stored', value: Number(stored?.events), unit: 'events', limit: { is: 'at least', value: size } },
    { name: 'stored and not counted', value: Number(stored?.events) - Number(stored?.counted), unit: 'events', limit: { is: 'exactly', value: 0 } },
    { name: 'size of the database', value: round(Number(stored?.bytes) / 1024 ** 3), unit: 'GB' },
  ];
}

const round = (value: number) => Math.round(value * 100) / 100;

export default {
  kind: 'bench',
  name: 'events',
  description: 'Ingest through the API, 20 million events in PostgreSQL, every chart of the dashboard. --events=N --shipped=N',
  run: (context) => measureEvents(context, 'postgres'),
} satisfies Experiment;
