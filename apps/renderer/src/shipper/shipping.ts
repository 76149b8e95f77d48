import { Worker } from 'node:worker_threads';
import { type Logger, reasonOf } from '../log.js';
import type { FromShipper, ShipperStart, ToShipper } from './messages.js';

export interface Pending {
  events: number;
  bytes: number;
}

/** The serving thread's side of the shipper: starts it, wakes it, and starts it again should it ever fall over. */
export class Shipping {
  shippedEvents = 0;
  shippedBytes = 0;
  backlog: Pending = { events: 0, bytes: 0 };

  private worker: Worker | null = null;
  private stopping = false;
  private falls = 0;
  private readonly sleeping = new SharedArrayBuffer(4);
  private readonly flag = new Int32Array(this.sleeping);

  constructor(
    private readonly options: Omit<ShipperStart, 'sleeping'>,
    private readonly log: Logger,
  ) {}

  start(): void {
    Atomics.store(this.flag, 0, 0);
    const worker = new Worker(new URL('./thread.js', import.meta.url), {
      workerData: { ...this.options, sleeping: this.sleeping } satisfies ShipperStart,
    });
    this.worker = worker;
    worker.on('message', (message: FromShipper) => this.hear(message));
    worker.on('error', (error) => this.log.error({ reason: reasonOf(error) }, 'the shipper fell over'));
    worker.on('exit', () => {
      this.worker = null;
      if (this.stopping) return;
      this.falls += 1;
      setTimeout(() => { if (!this.stopping) this.start(); }, Math.min(30_000, 250 * 2 ** Math.min(this.falls, 7)));
    });
  }

  /** There are new lines. Costs next to nothing while the shipper is at work anyway. */
  readonly written = (): void => {
    if (Atomics.exchange(this.flag, 0, 0) === 1) this.tell('written');
  };

  /** The API answers again. */
  tryNow(): void {
    this.tell('try-now');
  }

  /** Lets the shipper finish what it is at, and no longer than this many milliseconds. */
  async stop(patience: number): Promise<void> {
    this.stopping = true;
    const { worker } = this;
    if (!worker) return;
    const exited = new Promise<void>((done) => worker.once('exit', () => done()));
    this.tell('stop');
    const timer = setTimeout(() => void worker.terminate(), patience);
    await exited;
    clearTimeout(timer);
  }

  private tell(message: ToShipper): void {
    this.worker?.postMessage(message);
  }

  private hear(message: FromShipper): void {
    if (message.kind === 'problem') {
      this.log[message.level](message.reason);
    } else if (message.kind === 'backlog') {
      this.backlog = { events: message.events, bytes: message.bytes };
    } else {
      this.falls = 0;
      this.shippedEvents += message.events;
      this.shippedBytes += message.bytes;
    }
  }
}
