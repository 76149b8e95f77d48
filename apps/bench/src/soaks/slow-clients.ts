import { readFileSync } from 'node:fs';
import type { Context, Experiment, Figure } from '../experiment.js';
import { worstMoments } from '../system/load.js';
import { startSystem } from '../system/system.js';
import { balance, drained, faultless } from '../traffic/books.js';
import { FanTraffic } from '../traffic/fans.js';
import { SlowClient, slowKinds, type SlowKind } from '../traffic/slow-client.js';

const count = 500;
/** Those who do not read ask for much at once, which is another matter than being slow: they are few, and come one by one. */
const fewer: Readonly<Record<number, SlowKind>> = { 17: 'an empty line now and then', 18: 'reads nothing', 19: 'reads a byte at a time' };
const kindOf = (n: number): SlowKind => fewer[n % 20] ?? slowKinds[n % 3] ?? 'silent';
/** Milliseconds between two bytes. */
const stepEvery = 250;
/** Within these milliseconds the renderer says that it ends a connection: 10 s for headers, 15 s for a form, 20 s without any progress, which it finds after at most twice as long, and 66 s between two requests. Looked at every 2 s; and who does not read hears of it up to 5 s later. */
const cutOffAfter: Readonly<Record<SlowKind, number>> = {
  silent: 15_000,
  'headers a byte at a time': 15_000,
  'a form a byte at a time': 20_000,
  'reads nothing': 50_000,
  'reads a byte at a time': 50_000,
  'an empty line now and then': 75_000,
};

const experiment: Experiment = {
  kind: 'soak',
  name: 'slow-clients',
  description: 'five hundred clients that take their time on purpose: the others notice nothing',
  run: slowClients,
};
export default experiment;

async function slowClients(context: Context): Promise<Figure[]> {
  const seconds = context.short ? 16 : Number(context.options.get('seconds') ?? 90);
  const system = await startSystem(context, { rendererEnvironment: { TRUST_PROXY: '1' } });
  const pages = await system.seedPages(context.short ? 3 : 20);
  const traffic = new FanTraffic({ url: system.renderer.url, pages, perSecond: 200 });
  const alone = await traffic.during(context.short ? 2_000 : 10_000);

  context.say(`${count} slow clients for ${seconds} s`);
  const before = residentBytes(system.renderer.pid);
  let most = before;
  const port = Number(new URL(system.renderer.url).port);
  const clients = Array.from({ length: count }, (_, n) => new SlowClient(kindOf(n), port, pages[0]?.path ?? '/'));
  const readers = clients.filter(({ kind }) => kind.startsWith('reads'));
  for (const client of clients) if (!readers.includes(client)) client.begin();
  const timer = setInterval(() => {
    readers.find(({ hasBegun }) => !hasBegun)?.begin();
    for (const client of clients) client.step();
    most = Math.max(most, residentBytes(system.renderer.pid));
  }, stepEvery);
  context.after(async () => clearInterval(timer));
  const report = await traffic.during(seconds * 1_000);
  clearInterval(timer);
  for (const client of clients) client.end();

  const seconded = await drained(system, traffic);
  return [
    { name: 'others’ p99', value: report.p99, unit: 'ms', limit: { is: 'at most', value: context.short ? 1_500 : 200 }, note: `without slow clients ${alone.p99.toFixed(1)}; longest ${worstMoments(report)}` },
    { name: 'others answered', value: report.answered, unit: '', limit: { is: 'exactly', value: report.sent } },
    faultless(traffic),
    ...slowKinds.flatMap((kind) => livesOf(kind, clients, seconds)),
    { name: 'memory of the renderer, most', value: most / 1_048_576, unit: 'MB', note: `${(before / 1_048_576).toFixed(0)} MB before` },
    { name: 'memory gained', value: (most - before) / 1_048_576, unit: 'MB', limit: { is: 'at most', value: 150 } },
    { name: 'drained after', value: seconded, unit: 's', limit: { is: 'at most', value: 60 } },
    ...(await balance(system, traffic)),
  ];
}

/** How long the renderer bore with each kind; those whose time is longer than the run are left to the long version. */
function livesOf(kind: SlowKind, clients: readonly SlowClient[], seconds: number): Figure[] {
  const limit = cutOffAfter[kind];
  if (limit > (seconds - 1) * 1_000) return [];
  const ofKind = clients.filter((client) => client.kind === kind);
  const everCut = ofKind.filter(({ lives }) => lives.length > 0).length;
  return [
    { name: `${kind}: clients that were cut off`, value: everCut, unit: '', limit: { is: 'exactly', value: ofKind.length } },
    { name: `${kind}: longest that one held a connection`, value: Math.max(0, ...ofKind.flatMap(({ lives }) => lives)) / 1_000, unit: 's', limit: { is: 'at most', value: limit / 1_000 } },
  ];
}

/** Memory of a process as Linux tells in proc(5). */
function residentBytes(pid: number): number {
  return Number(/^VmRSS:\s+(\d+) kB/mu.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) * 1_024;
}
