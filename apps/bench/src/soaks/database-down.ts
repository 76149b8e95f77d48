import { setTimeout as delay } from 'node:timers/promises';
import type { Context, Experiment, Figure } from '../experiment.js';
import { worstMoments, type LoadReport } from '../system/load.js';
import { startSystem, type System } from '../system/system.js';
import { balance, drained, faultless } from '../traffic/books.js';
import { FanTraffic } from '../traffic/fans.js';
import { Questions } from '../traffic/questions.js';

const experiment: Experiment = {
  kind: 'soak',
  name: 'database-down',
  description: 'PostgreSQL stopped, then frozen: fans notice nothing, the API says so at once, nothing is lost',
  run: databaseDown,
};
export default experiment;

async function databaseDown(context: Context): Promise<Figure[]> {
  const seconds = context.short ? 5 : Number(context.options.get('seconds') ?? 60);
  const system = await startSystem(context, { rendererEnvironment: { TRUST_PROXY: '1' } });
  const pages = await system.seedPages(context.short ? 3 : 20);
  const traffic = new FanTraffic({ url: system.renderer.url, pages, perSecond: 200 });
  // What every program does for the first time costs more, and is no fault of a database that is away.
  await traffic.during(context.short ? 2_000 : 5_000);

  const stopped = await fault(context, system, traffic, 'stopped', seconds, {
    begin: async () => {
      system.postgres.signal('SIGINT');
      await system.postgres.exited();
    },
    end: () => system.postgres.start(),
  });
  const frozen = await fault(context, system, traffic, 'frozen', seconds, {
    begin: async () => system.postgres.signal('SIGSTOP'),
    end: async () => system.postgres.signal('SIGCONT'),
  });
  return [...stopped, ...frozen, faultless(traffic), ...(await balance(system, traffic))];
}

async function fault(context: Context, system: System, traffic: FanTraffic, what: string, seconds: number, { begin, end }: { begin(): Promise<void>; end(): Promise<void> }): Promise<Figure[]> {
  context.say(`PostgreSQL ${what} for ${seconds} s`);
  const questions = await Questions.prepare(system);
  await traffic.start();
  await begin();
  const until = performance.now() + seconds * 1_000;
  do {
    await questions.askAll();
    await delay(1_000);
  } while (performance.now() < until);
  const report = await traffic.stop();
  await end();
  const took = await drained(system, traffic);
  return [
    ...fansOf(context.short, what, report),
    ...questions.figures(what, context.short ? 5_000 : 2_000),
    { name: `${what}: drained after its return`, value: took, unit: 's', limit: { is: 'at most', value: 60 } },
  ];
}

function fansOf(short: boolean, what: string, report: LoadReport): Figure[] {
  const { answered, sent, byStatus, p50, p99 } = report;
  const ofServer = [...byStatus].reduce((sum, [status, count]) => sum + (status >= 500 ? count : 0), 0);
  return [
    { name: `${what}: answered of ${sent}`, value: answered, unit: '', limit: { is: 'exactly', value: sent } },
    { name: `${what}: answers of 500 and above`, value: ofServer, unit: '', limit: { is: 'exactly', value: 0 } },
    // The tests share their two cores with other tests, and cannot judge this to the millisecond, nor how soon the API answers.
    { name: `${what}: p99 of pages, redirects and forms`, value: p99, unit: 'ms', limit: { is: 'at most', value: short ? 1_500 : 50 }, note: `p50 ${p50.toFixed(1)}; longest ${worstMoments(report)}` },
  ];
}
