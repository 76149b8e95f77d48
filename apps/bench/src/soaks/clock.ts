import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type { Context, Experiment, Figure } from '../experiment.js';
import { startSystem, type System } from '../system/system.js';
import { balance, drained, faultless } from '../traffic/books.js';
import { FanTraffic, type EventKind } from '../traffic/fans.js';
import { OpenForm } from '../traffic/open-form.js';

const day = 86_400_000;
const shiftedClock = fileURLToPath(new URL('../../bin/shifted-clock.mjs', import.meta.url));

/** The renderer's clock in the order in which it is wrong. */
const phases = [
  { name: 'right', shift: 0, restart: false },
  { name: 'set a day ahead', shift: day, restart: false },
  { name: 'set right again', shift: 0, restart: false },
  { name: 'set a day back', shift: -day, restart: false },
  { name: 'right again', shift: 0, restart: false },
  { name: 'started a day ahead', shift: day, restart: true },
  { name: 'started a day behind', shift: -day, restart: true },
] as const;

/** Those of the tests: a jump ahead, a jump back of twice as much, a start. */
const shortPhases = [1, 3, 6];

/** A stretch of numbers that were sent under one clock. */
interface Stretch {
  from: number;
  to: number;
  shift: number;
  /** Of the clock before it, which the first moments may still have. */
  before: number;
}

const experiment: Experiment = {
  kind: 'soak',
  name: 'clock',
  description: 'the renderer’s clock wrong by a day, and jumping while it runs: every event once, in its own hour',
  run: wrongClock,
};
export default experiment;

async function wrongClock(context: Context): Promise<Figure[]> {
  const seconds = context.short ? 2 : Number(context.options.get('seconds') ?? 15);
  const file = join(context.folder, 'clock');
  const setClock = async (shift: number) => {
    writeFileSync(file, String(shift));
    // Looked at fifty times a second.
    await delay(100);
  };
  await setClock(0);
  const system = await startSystem(context, { rendererEnvironment: { TRUST_PROXY: '1', SHIFTED_CLOCK: file }, rendererNodeOptions: ['--import', shiftedClock] });
  const pages = await system.seedPages(context.short ? 3 : 20);
  const traffic = new FanTraffic({ url: system.renderer.url, pages, perSecond: 200 });
  const stretches: Stretch[] = [];
  const forms = new Forms(system, pages[0]?.path ?? '/');
  let before = 0;
  let news = 0;
  for (const [index, { name, shift, restart }] of phases.entries()) {
    if (context.short && !shortPhases.includes(index)) continue;
    context.say(`the clock is ${name}`);
    await forms.open(index);
    // A person reads before they type.
    await delay(2_000);
    if (restart) {
      system.renderer.signal('SIGTERM');
      await system.renderer.exited();
    }
    await setClock(shift);
    if (restart) await system.renderer.start();
    await forms.send();
    const from = traffic.next;
    await traffic.during(seconds * 1_000);
    stretches.push({ from, to: traffic.next, shift, before });
    before = shift;
    const asked = performance.now();
    await system.seedPages(1);
    news = Math.max(news, (performance.now() - asked) / 1_000);
  }
  const took = await drained(system, traffic);
  const rejected = await system.sql<{ reason: string; count: number }>('select reason, count(*)::int as count from rejected_events group by 1');
  return [
    faultless(traffic),
    ...(await balance(system, traffic)),
    ...(await moments(system, traffic, stretches)),
    { name: 'events put aside as refused', value: rejected.reduce((sum, { count }) => sum + count, 0), unit: '', limit: { is: 'exactly', value: 0 }, note: rejected.map(({ reason, count }) => `${reason} ${count}`).join(', ') || undefined },
    await forms.taken(),
    { name: 'a page published under any clock is served after', value: news, unit: 's', limit: { is: 'at most', value: context.short ? 10 : 2 } },
    { name: 'drained after', value: took, unit: 's', limit: { is: 'at most', value: 60 } },
  ];
}

/** Fans who opened a page before the clock changed and send its form after that. */
class Forms {
  private opened: OpenForm[] = [];
  private readonly sent: string[] = [];
  private count = 0;

  constructor(
    private readonly system: System,
    private readonly path: string,
  ) {}

  async open(phase: number): Promise<void> {
    this.opened = await Promise.all(Array.from({ length: 5 }, (_, n) => OpenForm.open(this.system.renderer.url, this.path, `11.${phase}.${n}.1`)));
  }

  async send(): Promise<void> {
    for (const form of this.opened) {
      this.count += 1;
      const email = `open-form-${this.count}@example.com`;
      if ((await form.send(email)) === 303) this.sent.push(email);
    }
  }

  async taken(): Promise<Figure> {
    const fans = await this.system.sql<{ email: string }>(`select email from fans where email like 'open-form-%'`);
    return { name: 'forms opened before a change whose sender is a fan', value: fans.length, unit: '', limit: { is: 'exactly', value: this.count }, note: `${this.sent.length} were told so` };
  }
}

/** Whether each event is at the moment that the renderer's clock showed, counted in that hour, and a visitor one visitor. */
async function moments(system: System, traffic: FanTraffic, stretches: readonly Stretch[]): Promise<Figure[]> {
  const rows = await system.sql<{ kind: EventKind; number: number; at: Date; visitor: string | null }>(`select kind, (utm->>'content')::int as number, at, visitor from events where utm->>'source' = 'bench'`);
  const misplaced = rows.filter(({ number, at }) => {
    const stretch = stretches.find(({ from, to }) => number >= from && number < to);
    const answered = traffic.answeredAt.get(number);
    if (!stretch || answered === undefined) return true;
    const off = (shift: number) => Math.abs(at.getTime() - shift - answered);
    return Math.min(off(stretch.shift), number - stretch.from < 200 ? off(stretch.before) : Number.POSITIVE_INFINITY) > 10_000;
  });
  const visitors = new Map(rows.map(({ number, visitor }) => [number, visitor]));
  const torn = rows.filter(({ kind, number, visitor }) => kind === 'click' && visitors.has(number - 1) && visitors.get(number - 1) !== visitor && !stretches.some(({ from }) => number >= from && number - from < 200));
  const [hours] = await system.sql<{ apart: number }>(
    `select count(*)::int as apart from
       (select date_trunc('hour', at, 'UTC') as hour, kind, count(*) as n from events group by 1, 2) e
       full join (select hour, kind, sum(count) as n from hourly_counts group by 1, 2) h using (hour, kind)
     where e.n is distinct from h.n`,
  );
  return [
    { name: 'events not at the moment of the renderer’s clock', value: misplaced.length, unit: '', limit: { is: 'exactly', value: 0 }, note: `of ${rows.length}` },
    { name: 'hours whose counts are not those of their events', value: hours?.apart ?? -1, unit: '', limit: { is: 'exactly', value: 0 } },
    { name: 'clicks of another visitor than the visit before', value: torn.length, unit: '', limit: { is: 'exactly', value: 0 } },
  ];
}
