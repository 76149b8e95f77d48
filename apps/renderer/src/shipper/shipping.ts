import { type ChildProcess, fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { type Logger, reasonOf } from '../log.js';
import type { FromShipper, Shipped, ShipperStart, ShipperState, ToShipper } from './messages.js';

/** What waits to be shipped. */
export interface Pending {
  events: number;
  bytes: number;
}

export interface ShippingOptions extends Omit<ShipperStart, 'kind' | 'countBefore'> {
  /** Segments before this one are left over from earlier runs. */
  firstSegment: number;
}

const program = fileURLToPath(new URL('./main.js', import.meta.url));
const nothing: Shipped = { events: 0, bytes: 0 };

/** The renderer's side of the shipper: starts it, hears from it, and starts it again should it die. */
export class Shipping {
  /** What the running shipper last said. */
  state: ShipperState | null = null;
  /** Shippers that died. */
  deaths = 0;

  private child: ChildProcess | null = null;
  private stopping = false;
  private again: NodeJS.Timeout | null = null;
  private deathsInARow = 0;
  /** What waited at the start, and how much had been shipped by then; null until it is counted. */
  private backlog: (Pending & { shipped: Shipped }) | null = null;

  constructor(
    private readonly options: ShippingOptions,
    private readonly log: Logger,
  ) {}

  get pid(): number | null {
    return this.child?.pid ?? null;
  }

  /** How much waits, when so much was written in this run. */
  pending(written: Pending): Pending {
    const before = this.backlog ?? { ...nothing, shipped: nothing };
    const now = this.state?.shipped ?? before.shipped;
    return {
      events: Math.max(0, before.events + written.events - (now.events - before.shipped.events)),
      bytes: Math.max(0, before.bytes + written.bytes - (now.bytes - before.shipped.bytes)),
    };
  }

  start(): void {
    const { firstSegment, ...options } = this.options;
    // Its own output would end in the middle of this program's log.
    const child = fork(program, { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
    this.child = child;
    child.on('message', (message) => this.hear(message as FromShipper));
    child.on('error', (error) => this.log.error({ reason: reasonOf(error) }, 'the shipper could not be started'));
    // Also after a start that failed, when there is no exit.
    child.on('close', () => this.died(child));
    this.tell({ kind: 'start', ...options, countBefore: this.backlog ? null : firstSegment });
  }

  /** The API answers again. */
  tryNow(): void {
    this.tell({ kind: 'try-now' });
  }

  /** Has the shipper ship what is there and end, and waits no longer than this many milliseconds for it. */
  async stop(patience: number): Promise<void> {
    this.stopping = true;
    if (this.again) clearTimeout(this.again);
    const { child } = this;
    if (!child) return;
    const ended = new Promise<void>((done) => child.once('close', () => done()));
    this.tell({ kind: 'stop' });
    const timer = setTimeout(() => child.kill('SIGKILL'), patience);
    await ended;
    clearTimeout(timer);
  }

  private tell(message: ToShipper): void {
    // One that has just died is noticed by its end.
    if (this.child?.connected) this.child.send(message, () => undefined);
  }

  private hear(message: FromShipper): void {
    if (message.kind === 'problem') {
      this.log[message.level](message.reason);
    } else if (message.kind === 'backlog') {
      this.backlog = { events: message.events, bytes: message.bytes, shipped: message.shipped };
    } else {
      if (message.state.batches > 0) this.deathsInARow = 0;
      this.state = message.state;
    }
  }

  private died(child: ChildProcess): void {
    if (this.child !== child) return;
    this.child = null;
    if (this.stopping) return;
    this.deaths += 1;
    this.deathsInARow += 1;
    this.log.error({ code: child.exitCode, signal: child.signalCode }, 'the shipper died and is started again');
    this.again = setTimeout(() => this.start(), Math.min(30_000, 50 * 2 ** Math.min(this.deathsInARow, 10))).unref();
  }
}
