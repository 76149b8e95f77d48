import { setTimeout as delay } from 'node:timers/promises';
import type { Context, Experiment, Figure } from '../experiment.js';
import { startLoad, type LoadReport } from '../system/load.js';
import { freePorts } from '../system/ports.js';
import type { Program } from '../system/program.js';
import type { SeededPage } from '../system/seed.js';
import { startSystem, type System } from '../system/system.js';
import { balance, drained, faultless } from '../traffic/books.js';
import { FanTraffic, program } from '../traffic/fans.js';

const experiment: Experiment = {
  kind: 'soak',
  name: 'restart',
  description: 'the workers of the API and of the renderer replaced under traffic, again and again: no failed request, nothing lost',
  run: restart,
};
export default experiment;

/** What part of all requests each kind of traffic is. */
const parts = { fans: 0.7, newcomers: 0.2, api: 0.1 };

async function restart(context: Context): Promise<Figure[]> {
  const times = context.short ? 2 : Number(context.options.get('times') ?? 10);
  const workers = context.options.get('workers') ?? '2';
  // The tests share the machine with others.
  const perSecond = Number(context.options.get('rate') ?? (context.short ? 200 : 500));
  const [apiMetrics = 0, rendererMetrics = 0] = await freePorts(2);
  const system = await startSystem(context, {
    apiEnvironment: { WORKERS: context.short ? '1' : workers, METRICS_PORT: String(apiMetrics) },
    rendererEnvironment: { WORKERS: workers, METRICS_PORT: String(rendererMetrics), TRUST_PROXY: '1' },
  });
  const pages = await system.seedPages(context.short ? 3 : 20);

  const fans = new FanTraffic({ url: system.renderer.url, pages, perSecond: perSecond * parts.fans });
  await fans.start();
  const newcomers = new Newcomers(system, pages, perSecond * parts.newcomers);
  const api = new ApiTraffic(system, perSecond * parts.api);

  const apiAt = { program: system.api, port: apiMetrics };
  const rendererAt = { program: system.renderer, port: rendererMetrics };
  let longest = 0;
  for (let round = 0; round < times; round += 1) {
    const began = performance.now();
    // One after the other, and both at once.
    if (round % 2 === 0) await Promise.all([replace(rendererAt), replace(apiAt)]);
    else for (const one of [rendererAt, apiAt]) await replace(one);
    longest = Math.max(longest, (performance.now() - began) / 1_000);
    context.say(`round ${round + 1} of ${times}: ${Object.values(fans.acknowledged).reduce((sum, { size }) => sum + size, 0).toLocaleString('en-US')} events acknowledged`);
    await delay(200);
  }
  const reports = { fans: await fans.stop(), newcomers: await newcomers.stop(), api: await api.stop() };
  context.say('waiting until everything has arrived');
  const seconds = await drained(system, fans);
  return [
    { name: 'renderer replaced', value: await replacements(rendererMetrics), unit: 'times', limit: { is: 'exactly', value: times } },
    { name: 'API replaced', value: await replacements(apiMetrics), unit: 'times', limit: { is: 'exactly', value: times } },
    { name: 'longest round', value: longest, unit: 's' },
    ...Object.entries(reports).map(([name, report]): Figure => ({ name: `failed requests, ${name}`, value: report.failed, unit: '', limit: { is: 'exactly', value: 0 }, note: `of ${report.sent.toLocaleString('en-US')}; p99 ${Math.round(report.p99)} ms` })),
    faultless(fans),
    ...newcomers.figures(),
    { name: 'API: wrong answers', value: api.wrong.length, unit: '', limit: { is: 'exactly', value: 0 }, note: api.wrong.slice(0, 3).join(', ') || undefined },
    ...(await balance(system, fans)),
    ...(await newcomers.balance()),
    { name: 'lost, as the renderer counts', value: await metric(rendererMetrics, 'lynkify_renderer_spool_lost_events_total'), unit: '', limit: { is: 'exactly', value: 0 } },
    { name: 'drained after', value: seconds, unit: 's', limit: { is: 'at most', value: 60 } },
  ];
}

/** Replaces all workers of a program, and waits until that is done. */
async function replace({ program: one, port }: { program: Program; port: number }): Promise<void> {
  const before = await replacements(port);
  one.signal('SIGHUP');
  for (const end = Date.now() + 120_000; (await replacements(port)) === before; await delay(100)) {
    if (Date.now() > end) throw new Error(`The workers were not replaced:\n${one.log().slice(-2_000)}`);
  }
}

const replacements = (port: number) => metric(port, 'lynkify_worker_replacements_total{outcome="done"}');

/** Sum of the values of a metric. @param start of its lines: the name, with labels or without */
async function metric(port: number, start: string): Promise<number> {
  // Over a connection of its own: one that was kept may be closed at the moment of asking.
  const text = await (await fetch(`http://127.0.0.1:${port}/metrics`, { headers: { connection: 'close' }, signal: AbortSignal.timeout(10_000) })).text();
  const lines = text.split('\n').filter((line) => line.startsWith(start));
  if (lines.length === 0) throw new Error(`There is no metric ${start}:\n${text.slice(0, 2_000)}`);
  return lines.reduce((sum, line) => sum + Number(line.split(' ').at(-1)), 0);
}

/** Clicks that come over a new connection each, with books of their own. */
class Newcomers {
  private readonly acknowledged = new Set<number>();
  private readonly wrong: string[] = [];
  private readonly load: { stop(): Promise<LoadReport> };

  constructor(
    private readonly system: System,
    pages: readonly SeededPage[],
    perSecond: number,
  ) {
    this.load = startLoad({
      perSecond,
      connections: 200,
      url: (n) => `${system.renderer.url}${pages[n % pages.length]?.goPath ?? ''}?utm_source=newcomers&utm_content=${n}`,
      headers: { ...program, connection: 'close' },
      onAnswer: (n, status) => {
        if (status === 302) this.acknowledged.add(n);
        else this.wrong.push(`${n}: ${status}`);
      },
      onFailure: (n, error) => this.wrong.push(`${n}: ${error.message}`),
    });
  }

  stop(): Promise<LoadReport> {
    return this.load.stop();
  }

  figures(): Figure[] {
    return [{ name: 'newcomers: wrong or missing answers', value: this.wrong.length, unit: '', limit: { is: 'exactly', value: 0 }, note: this.wrong.slice(0, 3).join(', ') || undefined }];
  }

  async balance(): Promise<Figure[]> {
    const stored = () => this.system.sql<{ number: string; times: number }>(`select utm->>'content' as number, count(*)::int as times from events where utm->>'source' = 'newcomers' group by 1`);
    let rows = await stored();
    for (const end = Date.now() + 30_000; rows.length < this.acknowledged.size && Date.now() < end; rows = await stored()) await delay(250);
    const known = new Set(rows.map(({ number }) => Number(number)));
    const lost = [...this.acknowledged].filter((number) => !known.has(number));
    return [
      { name: 'newcomers: clicks acknowledged − stored', value: lost.length, unit: '', limit: { is: 'exactly', value: 0 }, note: `of ${this.acknowledged.size.toLocaleString('en-US')}` },
      { name: 'newcomers: clicks stored more than once', value: rows.filter(({ times }) => times > 1).length, unit: '', limit: { is: 'exactly', value: 0 } },
    ];
  }
}

/** Questions to the API, half of them over connections that are kept. */
class ApiTraffic {
  readonly wrong: string[] = [];
  private readonly loads: { stop(): Promise<LoadReport> }[];

  constructor({ api }: System, perSecond: number) {
    const ask = (headers: Record<string, string>) =>
      startLoad({
        perSecond: perSecond / 2,
        connections: 10,
        url: (n) => `${api.url}${n % 2 === 0 ? '/readyz' : `/graphql?query=${encodeURIComponent('{ __typename }')}`}`,
        headers: { ...program, 'apollo-require-preflight': '1', ...headers },
        onAnswer: (n, status) => { if (status !== 200) this.wrong.push(`${n}: ${status}`); },
        onFailure: (n, error) => this.wrong.push(`${n}: ${error.message}`),
      });
    this.loads = [ask({}), ask({ connection: 'close' })];
  }

  async stop(): Promise<LoadReport> {
    const [kept, fresh] = await Promise.all(this.loads.map((load) => load.stop()));
    if (!kept || !fresh) throw new Error('There was no traffic.');
    return { ...kept, sent: kept.sent + fresh.sent, answered: kept.answered + fresh.answered, failed: kept.failed + fresh.failed, p99: Math.max(kept.p99, fresh.p99) };
  }
}
