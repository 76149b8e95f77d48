import cluster, { type Worker } from 'node:cluster';
import { once } from 'node:events';
import { isReport } from './messages.js';
import type { WorkerMetrics } from './metrics/worker-metrics.js';
import { primaryLog, type PrimaryLog } from './primary-log.js';
import type { ProcessSettings } from './process-settings.js';

/** Milliseconds that a new worker may take until it serves, before a replacement is given up. */
const startsWithin = 60_000;
/** A worker ends by itself before; this is for one that hangs. */
const endsWithin = { stop: 5_500, replaced: 40_000 };
/** One that did not live as long as this may never do so: it is started again ever more slowly. */
const livesLongerThan = 10_000;

/** One of the workers that there should be. */
interface Place {
  worker: Worker | null;
  /** Short lives in a row. */
  failures: number;
  again: NodeJS.Timeout | null;
}

/**
 * Watches over the workers and serves nobody itself. They share one listening socket and take connections from it
 * directly (SCHED_NONE), so that a request never passes through here, and those that arrive while one worker ends are
 * taken by another.
 */
export class Primary {
  private readonly log: PrimaryLog;
  private readonly places: Place[];
  private readonly startedAt = new Map<Worker, number>();
  private readonly serving = new Set<Worker>();
  private metrics: WorkerMetrics | null = null;
  private stopping = false;
  private replacing: { again: boolean } | null = null;

  constructor(
    program: string,
    private readonly settings: ProcessSettings,
  ) {
    this.log = primaryLog(program, settings.logLevel);
    this.places = Array.from({ length: settings.workers }, () => ({ worker: null, failures: 0, again: null }));
    cluster.schedulingPolicy = cluster.SCHED_NONE;
  }

  /** Starts the workers, the first one first: what keeps it from serving is then said once. Ends the process when it cannot. */
  async start(): Promise<void> {
    const stop = () => this.stop();
    process.on('SIGTERM', stop).on('SIGINT', stop).once('disconnect', stop);
    process.on('SIGHUP', () => void this.replaceAll());
    const [first, ...others] = this.places;
    if (!first) return;
    if (this.settings.metricsPort !== null) {
      const { WorkerMetrics } = await import('./metrics/worker-metrics.js');
      this.metrics = new WorkerMetrics(() => [...this.serving]);
      await this.metrics.serve(this.settings.metricsPort, this.settings.metricsHost);
    }
    first.worker = this.fork(false);
    if (!(await this.serves(first.worker))) process.exit(this.stopping ? 0 : 1);
    this.keep(first);
    for (const place of others) this.restart(place);
    this.log.info('workers serve', { workers: this.places.length });
  }

  private fork(replacing: boolean): Worker {
    // The file is read anew: after an update this is the new code.
    cluster.setupPrimary({ args: [...process.argv.slice(2), ...(replacing ? ['--replacing'] : [])] });
    const worker = cluster.fork();
    this.startedAt.set(worker, Date.now());
    worker.on('message', (message: unknown) => {
      if (!isReport(message)) return;
      if (message.report === 'serving') this.serving.add(worker);
      this.metrics?.hear(worker, message);
    });
    worker.once('exit', () => {
      this.startedAt.delete(worker);
      this.serving.delete(worker);
      this.metrics?.forget(worker);
      if (this.stopping && this.startedAt.size === 0) process.exit(0);
    });
    return worker;
  }

  /** Whether a worker comes to serve. */
  private async serves(worker: Worker, within?: number): Promise<boolean> {
    const waiting = new AbortController();
    const { signal } = waiting;
    const timer = within === undefined ? null : setTimeout(() => waiting.abort(), within);
    try {
      while (!this.serving.has(worker)) {
        if (worker.isDead()) return false;
        await Promise.race([once(worker, 'message', { signal }), once(worker, 'exit', { signal })]);
      }
      return true;
    } catch (error) {
      if ((error as Error).name === 'AbortError') return false;
      throw error;
    } finally {
      if (timer) clearTimeout(timer);
      waiting.abort();
    }
  }

  /** Starts another worker in this place when the one that is there ends unasked. */
  private keep(place: Place): void {
    const { worker } = place;
    if (!worker) return;
    const born = this.startedAt.get(worker) ?? 0;
    worker.once('exit', (code: number | null, signal: string | null) => {
      if (this.stopping || place.worker !== worker) return;
      place.worker = null;
      place.failures = Date.now() - born < livesLongerThan ? place.failures + 1 : 0;
      const pause = place.failures === 0 ? 0 : Math.min(15_000, 125 * 2 ** Math.min(place.failures, 10));
      this.log.error('a worker ended, another one takes its place', { pid: worker.process.pid, ...(signal ? { signal } : { code }), pause });
      if (this.metrics) this.metrics.restarts += 1;
      place.again = setTimeout(() => this.restart(place), pause);
    });
  }

  private restart(place: Place): void {
    place.again = null;
    if (this.stopping) return;
    place.worker = this.fork(false);
    this.keep(place);
  }

  /** Replaces every worker, one after the other: the old one ends once the new one serves. */
  private async replaceAll(): Promise<void> {
    if (this.stopping) return;
    if (this.replacing) {
      this.replacing.again = true;
      return;
    }
    const began = Date.now();
    this.replacing = { again: false };
    let replaced = true;
    for (const place of this.places) replaced &&= await this.replace(place);
    const { again } = this.replacing;
    this.replacing = null;
    if (this.stopping) return;
    if (this.metrics) this.metrics.replacements[replaced ? 'done' : 'givenUp'] += 1;
    if (replaced) this.log.info('all workers were replaced', { workers: this.places.length, milliseconds: Date.now() - began });
    else this.log.error('a new worker does not come to serve: the workers that there are stay');
    if (again) void this.replaceAll();
  }

  private async replace(place: Place): Promise<boolean> {
    if (this.stopping) return false;
    const fresh = this.fork(true);
    if (!(await this.serves(fresh, startsWithin))) {
      fresh.process.kill('SIGKILL');
      return false;
    }
    if (this.stopping) return false;
    if (place.again) clearTimeout(place.again);
    const old = place.worker;
    Object.assign(place, { worker: fresh, failures: 0, again: null } satisfies Place);
    this.keep(place);
    if (old) await this.end(old, 'replaced');
    return true;
  }

  private async end(worker: Worker, order: 'stop' | 'replaced'): Promise<void> {
    if (worker.isDead()) return;
    const exited = once(worker, 'exit');
    // By a signal, since one that is still starting hears no message.
    if (order === 'stop') worker.process.kill('SIGTERM');
    else if (worker.isConnected()) worker.send({ order });
    const extra = order === 'stop' ? this.settings.drainSeconds * 1_000 : 0;
    const timer = setTimeout(() => {
      this.log.error('a worker does not end and is killed', { pid: worker.process.pid });
      worker.process.kill('SIGKILL');
    }, endsWithin[order] + extra);
    await exited;
    clearTimeout(timer);
  }

  private stop(): void {
    if (this.stopping) return;
    this.stopping = true;
    for (const { again } of this.places) if (again) clearTimeout(again);
    if (this.startedAt.size === 0) process.exit(0);
    for (const worker of this.startedAt.keys()) void this.end(worker, 'stop');
  }
}
