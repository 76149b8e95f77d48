import { readFileSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import type { Context, Experiment, Figure } from '../experiment.js';
import { type Baseline, startBare, startNginx } from '../renderer/baselines.js';
import { bothCores, canPin, loadCore, pin, serverCore } from '../renderer/pinning.js';
import { hottest, profileInto } from '../renderer/profile.js';
import { headerOf, type Sample, takeSample } from '../renderer/sample.js';
import { steady } from '../renderer/steady.js';
import type { SteadyReport } from '../renderer/steady-load.js';
import type { Tool } from '../renderer/tools.js';
import { findWrk, wrk } from '../renderer/wrk.js';
import { descendantsOf, type Program, send } from '../system/program.js';
import { startSystem, type System } from '../system/system.js';
import { browser } from '../traffic/fans.js';

const experiment: Experiment = {
  kind: 'bench',
  name: 'renderer',
  description: 'pages, redirects and 304s beside bare node:http and nginx with the same bytes, in the same call on the same machine',
  run: measure,
};
export default experiment;

/** Of eight seconds each, so that collections of garbage fall into every one; their median is what counts. */
const latencyRuns = 3;

/** Somebody who is asked, and for what. */
interface Contender {
  pid: number;
  url: string;
  headers: Readonly<Record<string, string>>;
}

interface Bench {
  context: Context;
  system: System;
  tool: Tool;
  rounds: number;
  seconds: number;
}

async function measure(context: Context): Promise<Figure[]> {
  const profiles = context.options.has('cpu-prof') ? context.options.get('cpu-prof') || join(tmpdir(), `lynkify-profile-${process.pid}`) : null;
  const tool = await findWrk();
  const system = await startSystem(context, { rendererNodeOptions: profiles === null ? [] : profileInto(profiles) });
  const bench: Bench = { context, system, tool, rounds: Number(context.options.get('rounds') ?? 5), seconds: Number(context.options.get('seconds') ?? 2) };
  const [{ path, goPath } = { path: '', goPath: '' }] = await system.seedPages(1);
  const { url } = system.renderer;
  const page = await takeSample(`${url}${path}`, browser);
  const known = { ...browser, 'if-none-match': headerOf(page, 'etag') };
  const unchanged = await takeSample(`${url}${path}`, known);
  const redirect = await takeSample(`${url}${goPath}`, browser);
  check([page, 200], [unchanged, 304], [redirect, 302]);
  const empty: Sample = { status: 302, headers: ['Location', headerOf(redirect, 'location'), 'Content-Length', '0'], body: '' };
  const bare = await startBare(context, { '/page': page, '/unchanged': unchanged, '/redirect': empty });
  const nginx = await startNginx(context, page);
  const of = (server: Baseline | Program, at: string, headers: Contender['headers'] = browser): Contender => ({ pid: server.pid, url: `${server.url}${at}`, headers });
  const { renderer } = system;

  const shipper = await pauseShipper(renderer);
  pin(renderer.pid, serverCore, [shipper]);
  const pages = await race(bench, 'page', of(bare, '/page'), of(renderer, path), nginx && of(nginx, '/page'));
  const redirects = await race(bench, 'redirect', of(bare, '/redirect'), of(renderer, goPath), null);
  const unchangeds = await race(bench, '304', of(bare, '/unchanged', known), of(renderer, path, known), null);
  const late = [
    ...(await latency(bench, 'page', of(bare, '/page'), of(renderer, path), pages.ours / 2)),
    ...(await latency(bench, 'redirect', of(bare, '/redirect'), of(renderer, goPath), redirects.ours / 2)),
  ];
  const busy = await everythingAtWork(bench, shipper, of(bare, '/redirect'), of(renderer, goPath), bare.pid);
  const two = await twoProcesses(bench, path);
  if (profiles !== null) await showProfile(bench, profiles);

  const size = Buffer.from(page.body, 'base64').length;
  return [
    rate('page, bare node:http', pages.bare, `${cost(pages.cost.bare)}; ${size.toLocaleString('en-US')} bytes of Brotli, the same headers`),
    ...(nginx === null ? [] : [rate('page, nginx static', pages.third ?? 0, 'the same bytes as a file, one process')]),
    rate('page, renderer', pages.ours, `${cost(pages.cost.ours)}; with its visit written to the spool`),
    ratio('page ÷ bare node:http', pages.ratio, 0.85),
    ...(nginx === null ? [] : [{ name: 'page ÷ nginx static', value: pages.ours / (pages.third ?? 1), unit: '' }]),
    rate('redirect, bare node:http', redirects.bare, `${cost(redirects.cost.bare)}; an empty 302`),
    rate('redirect, renderer', redirects.ours, `${cost(redirects.cost.ours)}; with its click written to the spool, the shipper paused`),
    ratio('redirect ÷ bare node:http', redirects.ratio, 0.7),
    rate('redirect with everything at work', busy.ours, 'renderer, shipper, API, PostgreSQL and the load on the same two cores'),
    ratio('redirect with everything at work ÷ bare node:http', busy.ratio, 0.4, `${busy.shipped.toLocaleString('en-US', { maximumFractionDigits: 0 })} clicks/s stored meanwhile`),
    rate('304, bare node:http', unchangeds.bare, `${cost(unchangeds.cost.bare)}; the same headers`),
    rate('304, renderer', unchangeds.ours, `${cost(unchangeds.cost.ours)}; with its visit written to the spool`),
    ratio('304 ÷ bare node:http', unchangeds.ratio, 0.9),
    ...late,
    two,
    { name: 'servers and load on cores of their own', value: Number(canPin), unit: '', note: nginx === null ? 'no nginx on this machine, nor to be had as a Debian package' : undefined },
  ];
}

const rate = (name: string, value: number, note: string): Figure => ({ name, value, unit: 'requests/s', note });
const cost = (microseconds: number) => `${microseconds.toFixed(1)} µs of processor time each`;
const ratio = (name: string, value: number, least: number, note?: string): Figure => ({ name, value, unit: '', limit: { is: 'at least', value: least }, note });

function check(...samples: [Sample, number][]): void {
  for (const [sample, status] of samples) if (sample.status !== status) throw new Error(`The renderer answered ${sample.status} instead of ${status}.`);
}

interface Race {
  bare: number;
  ours: number;
  third: number | null;
  /** The median over the rounds of ours ÷ bare: both of a round met the same machine. */
  ratio: number;
  /** Microseconds of processor time a request, of bare and of ours. */
  cost: { bare: number; ours: number };
}

/** One after the other, again and again, so that whatever the machine does besides meets all of them. */
async function race({ context, tool, rounds, seconds }: Bench, name: string, bare: Contender, ours: Contender, third: Contender | null): Promise<Race> {
  context.say(`${name}: ${rounds} rounds`);
  const ask = ({ url, headers }: Contender, duration: number) => wrk(tool, { url, headers, seconds: duration, cores: loadCore });
  const once = (contender: Contender) => work([contender.pid], seconds, () => ask(contender, seconds));
  for (const contender of [bare, ours]) await ask(contender, 1);
  const results: { bare: Work; ours: Work; third: number | null }[] = [];
  for (let round = 0; round < rounds; round += 1) results.push({ bare: await once(bare), ours: await once(ours), third: third && (await ask(third, seconds)) });
  const of = (pick: (result: { bare: Work; ours: Work }) => number) => median(results.map(pick));
  return {
    bare: of((result) => result.bare.rate),
    ours: of((result) => result.ours.rate),
    third: third && median(results.map((result) => result.third ?? 0)),
    ratio: of((result) => result.ours.rate / result.bare.rate),
    cost: { bare: of((result) => result.bare.cost), ours: of((result) => result.ours.cost) },
  };
}

/** Both at the same rate, in turns: what bare node needs is the machine's and the load's own part. */
async function latency({ context }: Bench, name: string, bare: Contender, ours: Contender, perSecond: number): Promise<Figure[]> {
  const speed = `${Math.round(perSecond).toLocaleString('en-US')} requests/s`;
  context.say(`${name}: ${speed}, half of the maximum`);
  const once = ({ url, headers }: Contender) => {
    const { port, pathname } = new URL(url);
    return steady({ port: Number(port), path: pathname, headers, perSecond, connections: 64, warmUp: 2_000, milliseconds: 8_000 });
  };
  const reports: { bare: SteadyReport; ours: SteadyReport }[] = [];
  for (let run = 0; run < latencyRuns; run += 1) reports.push({ bare: await once(bare), ours: await once(ours) });
  const figure = (who: string, pick: (report: { bare: SteadyReport; ours: SteadyReport }) => SteadyReport, limit?: Figure['limit']): Figure => {
    const all = reports.map(pick);
    const of = (key: 'p50' | 'p99' | 'longest') => all.map((report) => report[key]);
    const runs = of('p99').map((value) => value.toFixed(1)).join(', ');
    return { name: `${name}, p99 at half of the maximum${who}`, value: median(of('p99')), unit: 'ms', limit, note: `at ${speed}; runs: ${runs}; median ${median(of('p50')).toFixed(2)} ms, longest ${Math.max(...of('longest')).toFixed(1)} ms` };
  };
  return [figure('', (report) => report.ours, { is: 'at most', value: 10 }), figure(', bare node:http', (report) => report.bare)];
}

/** The shipper works off what the rounds before left, and what comes new: as busy as it can be. */
async function everythingAtWork(bench: Bench, shipper: number, bare: Contender, ours: Contender, barePid: number): Promise<Omit<Race, 'third' | 'cost'> & { shipped: number }> {
  const { system, context } = bench;
  for (const pid of [system.postgres.pid, system.api.pid, system.renderer.pid, barePid]) pin(pid, bothCores);
  context.say('redirect with the shipper, the API and PostgreSQL at work on the same cores');
  const stored = async () => (await system.sql<{ count: number }>('select count(*)::int as count from events'))[0]?.count ?? 0;
  const results: { bare: number; ours: number; shipped: number }[] = [];
  for (let round = 0; round < bench.rounds; round += 1) {
    const quiet = await wrk(bench.tool, { ...bare, seconds: bench.seconds, cores: bothCores });
    send(shipper, 'SIGCONT');
    // Until it is in its stride.
    await delay(1_000);
    const before = await stored();
    const began = performance.now();
    const busy = await wrk(bench.tool, { ...ours, seconds: 2 * bench.seconds, cores: bothCores });
    const after = await stored();
    send(shipper, 'SIGSTOP');
    // What is under way in the API is over before the next is measured alone.
    await delay(500);
    results.push({ bare: quiet, ours: busy, shipped: ((after - before) / (performance.now() - began)) * 1_000 });
  }
  send(shipper, 'SIGCONT');
  const of = (key: 'bare' | 'ours' | 'shipped') => median(results.map((result) => result[key]));
  return { bare: of('bare'), ours: of('ours'), ratio: median(results.map((result) => result.ours / result.bare)), shipped: of('shipped') };
}

/** Where the load leaves two cores to them; elsewhere what two get done with the processor time that they have. */
async function twoProcesses({ context, system, tool, seconds, rounds }: Bench, path: string): Promise<Figure> {
  context.say('two processes');
  const second = await system.another('renderer', 'second');
  await second.start();
  const both = [system.renderer, second];
  const shippers = await Promise.all(both.map(pauseShipper));
  const enough = availableParallelism() >= 4 && canPin;
  if (enough) both.forEach((program, index) => pin(program.pid, String(index)));
  const ask = ({ url }: Program, core: number) => wrk(tool, { url: `${url}${path}`, headers: browser, seconds, cores: enough ? String(core) : bothCores });
  for (const program of both) await ask(program, 2);
  const ratios: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const alone = await work([system.renderer.pid], seconds, () => ask(system.renderer, 2));
    const together = await work(both.map(({ pid }) => pid), seconds, async () => (await Promise.all(both.map((program, index) => ask(program, 2 + index)))).reduce((sum, each) => sum + each, 0));
    ratios.push(enough ? together.rate / alone.rate : (2 * alone.cost) / together.cost);
  }
  for (const pid of shippers) send(pid, 'SIGCONT');
  const value = median(ratios);
  if (enough) return ratio('two processes ÷ one', value, 1.6);
  return { name: 'two processes ÷ one, by processor time', value, unit: '', note: `the load takes one of ${availableParallelism()} cores: what two processes answer in a second of processor time each, beside one` };
}

interface Work {
  /** Requests a second. */
  rate: number;
  /** Microseconds of processor time each, in all threads and children of the servers. */
  cost: number;
}

async function work(pids: readonly number[], seconds: number, run: () => Promise<number>): Promise<Work> {
  const used = () => pids.flatMap((pid) => [pid, ...descendantsOf(pid)]).reduce((sum, pid) => sum + cpuTicks(pid), 0);
  const before = used();
  const answered = await run();
  return { rate: answered, cost: ((used() - before) * 10_000) / (answered * seconds) };
}

/** Hundredths of a second in user and system mode, as proc(5) counts them. */
function cpuTicks(pid: number): number {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return Number(fields[11]) + Number(fields[12]);
}

/** @returns its process id */
async function pauseShipper({ url }: Program): Promise<number> {
  const { shipper } = (await (await fetch(`${url}/healthz`)).json()) as { shipper: { pid: number } };
  send(shipper.pid, 'SIGSTOP');
  return shipper.pid;
}

async function showProfile({ context, system }: Bench, folder: string): Promise<void> {
  system.renderer.signal('SIGTERM');
  await system.renderer.exited();
  context.say(`profiles are in ${folder}; open them in the developer tools of a browser. Most time by itself took:`);
  for (const line of hottest(folder, 25)) context.say(`  ${line}`);
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((one, other) => one - other);
  const middle = sorted.length >> 1;
  const upper = sorted[middle] ?? 0;
  return sorted.length % 2 === 1 ? upper : (upper + (sorted[middle - 1] ?? 0)) / 2;
}
