import { setTimeout as delay } from 'node:timers/promises';
import type { Context, Experiment, Figure } from '../experiment.js';
import { send, type Program } from '../system/program.js';
import { startSystem } from '../system/system.js';
import { balance, drained, faultless } from '../traffic/books.js';
import { FanTraffic } from '../traffic/fans.js';

interface Victim {
  name: string;
  /** Kills it, and sees to it that it is there again. */
  killAndStart(): Promise<void>;
}

const experiment: Experiment = {
  kind: 'soak',
  name: 'kill-9',
  description: 'everything killed again and again under traffic: what was acknowledged is stored, once',
  run: killNine,
};
export default experiment;

async function killNine(context: Context): Promise<Figure[]> {
  const times = context.short ? 2 : Number(context.options.get('times') ?? 20);
  const system = await startSystem(context, { rendererEnvironment: { TRUST_PROXY: '1' } });
  const pages = await system.seedPages(context.short ? 3 : 20);

  let rendererIsDead = false;
  const renderer = async () => {
    rendererIsDead = true;
    await kill(system.renderer);
    // A moment more: what was under way when it died is told to its clients only now.
    await delay(200);
    rendererIsDead = false;
  };
  const victims: Victim[] = [
    { name: 'renderer', killAndStart: renderer },
    { name: 'API', killAndStart: () => kill(system.api) },
    { name: 'PostgreSQL', killAndStart: () => kill(system.postgres) },
    { name: 'shipper', killAndStart: () => killShipper(system.renderer.url) },
  ];
  const traffic = new FanTraffic({ url: system.renderer.url, pages, perSecond: 200, isExcused: () => rendererIsDead });
  await traffic.start();
  const killed = new Map<string, number>();
  for (let round = 0; round < times; round += 1) {
    for (const victim of victims) {
      // Not in step with anything that the programs do regularly.
      await delay((context.short ? 200 : 500) + Math.random() * 700);
      await victim.killAndStart();
      killed.set(victim.name, (killed.get(victim.name) ?? 0) + 1);
    }
    context.say(`round ${round + 1} of ${times}: ${Object.values(traffic.acknowledged).reduce((sum, { size }) => sum + size, 0).toLocaleString('en-US')} events acknowledged`);
  }
  const report = await traffic.stop();
  context.say('waiting until everything has arrived');
  const seconds = await drained(system, traffic);
  return [
    ...[...killed].map(([name, count]): Figure => ({ name: `${name} killed`, value: count, unit: 'times', limit: { is: 'exactly', value: times } })),
    { name: 'requests that met a dead renderer', value: traffic.excused, unit: '', note: `of ${report.sent.toLocaleString('en-US')} sent` },
    faultless(traffic),
    ...(await balance(system, traffic)),
    { name: 'drained after', value: seconds, unit: 's', limit: { is: 'at most', value: 60 } },
  ];
}

async function kill(program: Program): Promise<void> {
  program.signal('SIGKILL');
  await program.exited();
  await program.start();
}

/** The shipper is a process of the renderer's, which starts it again. */
async function killShipper(url: string): Promise<void> {
  const before = await shipperOf(url, 0);
  send(before, 'SIGKILL');
  await shipperOf(url, before);
}

/** Number of the shipper's process once there is one and it is not the former. */
async function shipperOf(url: string, former: number): Promise<number> {
  for (const end = Date.now() + 30_000; ; await delay(50)) {
    const health = (await (await fetch(`${url}/healthz`, { signal: AbortSignal.timeout(5_000) })).json()) as { shipper: { pid: number | null } };
    const { pid } = health.shipper;
    if (pid !== null && pid !== former) return pid;
    if (Date.now() > end) throw new Error('The renderer started no shipper within 30 s.');
  }
}
