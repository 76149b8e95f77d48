import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import type { Context, Experiment, Figure } from '../experiment.js';
import { smallDisk } from '../system/small-disk.js';
import { isOk } from '../system/program.js';
import { startSystem, type System } from '../system/system.js';
import { pendingEvents } from '../traffic/books.js';
import { type EventKind, FanTraffic, kinds } from '../traffic/fans.js';

const experiment: Experiment = {
  kind: 'soak',
  name: 'disk-full',
  description: 'the spool on a disk of 16 MB, filled and overfilled: every redirect goes on, every loss is counted, recovery needs no hand',
  run: diskFull,
};
export default experiment;

interface SpoolHealth {
  lost: number;
  lostByKind: Record<EventKind, number>;
}

/** What a capture is answered that cannot be kept: the fan is asked to try again. */
const kindRefusal = /^capture \d+: 503$/u;
const longest = 300_000;
/** Whenever traffic starts it looks at each page and its first destination, as a program; those events have no number. */
const looks = 3;

async function diskFull(context: Context): Promise<Figure[]> {
  const disk = await smallDisk(context, context.short ? 1_048_576 : 16 * 1_048_576);
  const system = await startSystem(context, { spoolDir: join(disk, 'spool'), rendererEnvironment: { TRUST_PROXY: '1' } });
  const pages = await system.seedPages(context.short ? 3 : 10);
  const traffic = new FanTraffic({ url: system.renderer.url, pages, perSecond: context.short ? 400 : 600 });
  const wellPast = context.short ? 500 : 5_000;

  await traffic.during(1_000);
  context.say('the API is stopped: nothing is shipped, the disk fills');
  system.api.signal('SIGTERM');
  await system.api.exited();
  await traffic.start();
  await until('the disk is full', async () => (await spoolOf(system)).lost > 0);
  const unready = !(await isOk(`${system.renderer.url}/readyz`));
  context.say('the disk is full');
  await until('it was overfilled', async () => (await spoolOf(system)).lost > wellPast / 2);
  await traffic.stop();

  context.say('the renderer is killed, and started on the full disk');
  const beforeKill = await spoolOf(system);
  system.renderer.signal('SIGKILL');
  await system.renderer.exited();
  // Ready it is not, with a spool that was broken; but that it learns from the first event.
  await system.renderer.start();
  const afterKill = await spoolOf(system);
  await traffic.start();
  await until('it was overfilled again', async () => (await spoolOf(system)).lost > wellPast);

  context.say('the API is started: shipping makes room');
  await system.api.start();
  const began = performance.now();
  await until('the spool takes events again', () => isOk(`${system.renderer.url}/readyz`));
  const recovered = (performance.now() - began) / 1_000;
  await delay(2_000);
  const report = await traffic.stop();
  await until('everything is shipped', async () => (await pendingEvents(system.renderer.url)) === 0);

  const { lostByKind } = await spoolOf(system);
  const refusals = traffic.wrong.filter((what) => kindRefusal.test(what));
  const wrong = traffic.wrong.filter((what) => !kindRefusal.test(what));
  return [
    { name: 'requests answered', value: Object.values(traffic.acknowledged).reduce((sum, { size }) => sum + size, 0), unit: '' },
    { name: 'wrong or missing answers', value: wrong.length, unit: '', limit: { is: 'exactly', value: 0 }, note: wrong.slice(0, 3).join(', ') || undefined },
    { name: 'p99 with a full disk, and after', value: report.p99, unit: 'ms' },
    { name: 'a full spool says so on /readyz', value: Number(unready), unit: '', limit: { is: 'exactly', value: 1 } },
    { name: 'losses forgotten by a kill -9', value: beforeKill.lost - afterKill.lost, unit: '', limit: { is: 'exactly', value: 0 } },
    ...(await balance(system, traffic, lostByKind, refusals, looks * pages.length)),
    { name: 'spool works again after', value: recovered, unit: 's', limit: { is: 'at most', value: 30 } },
  ];
}

/** Answered − stored is what the renderer says was lost, kind by kind; a capture was either taken and stored, or refused. */
async function balance(system: System, traffic: FanTraffic, lost: SpoolHealth['lostByKind'], refusals: readonly string[], looked: number): Promise<Figure[]> {
  const stored = await system.sql<{ kind: EventKind; number: string; times: number }>(`select kind, utm->>'content' as number, count(*)::int as times from events where utm->>'source' = 'bench' group by 1, 2`);
  const found = new Set(stored.map(({ kind, number }) => `${kind} ${number}`));
  const missing = (kind: EventKind) => [...traffic.acknowledged[kind]].filter((number) => !found.has(`${kind} ${number}`)).length;
  const unnumbered = await system.sql<{ kind: EventKind; times: number }>(`select kind, count(*)::int as times from events where utm is null group by kind`);
  const unseen = (kind: EventKind) => looked - (unnumbered.find((row) => row.kind === kind)?.times ?? 0);
  const refusedAndStored = refusals.filter((what) => found.has(what.slice(0, what.indexOf(':'))));
  return [
    ...kinds.filter((kind) => kind !== 'capture').flatMap((kind): Figure[] => [
      { name: `${kind}s counted as lost`, value: lost[kind], unit: '', limit: { is: 'at least', value: 1 }, note: `of ${traffic.sent[kind].toLocaleString('en-US')}` },
      { name: `${kind}s answered − stored − counted as lost`, value: missing(kind) + unseen(kind) - lost[kind], unit: '', limit: { is: 'exactly', value: 0 } },
    ]),
    { name: 'captures refused − counted as lost', value: refusals.length - lost.capture, unit: '', limit: { is: 'exactly', value: 0 }, note: `${refusals.length} refused` },
    { name: 'captures taken − stored', value: missing('capture'), unit: '', limit: { is: 'exactly', value: 0 } },
    { name: 'captures refused and stored', value: refusedAndStored.length, unit: '', limit: { is: 'exactly', value: 0 } },
    { name: 'events stored more than once', value: stored.filter(({ times }) => times > 1).length, unit: '', limit: { is: 'exactly', value: 0 } },
  ];
}

async function spoolOf({ renderer }: System): Promise<SpoolHealth> {
  const answer = await fetch(`${renderer.url}/healthz`, { signal: AbortSignal.timeout(5_000) });
  return ((await answer.json()) as { spool: SpoolHealth }).spool;
}

async function until(what: string, holds: () => Promise<boolean>): Promise<void> {
  for (const end = Date.now() + longest; !(await holds()); await delay(50)) {
    if (Date.now() > end) throw new Error(`It never came to pass that ${what}.`);
  }
}
