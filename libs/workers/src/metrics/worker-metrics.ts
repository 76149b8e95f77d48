import type { Worker } from 'node:cluster';
import type { Report } from '../messages.js';
import { counter, gauge, type Metric } from './metric.js';
import { joinMetrics, serveMetrics } from './metrics-server.js';

/** A worker that hangs must not keep the others' figures from whoever asks. */
const patience = 1_500;

/**
 * The figures of all workers as those of one program. What a worker had counted when it ended stays counted, so that a
 * replacement does not look like a start from nothing.
 */
export class WorkerMetrics {
  /** Workers that ended unasked. */
  restarts = 0;
  readonly replacements = { done: 0, givenUp: 0 };
  private departed: Metric[] = [];
  private readonly last = new WeakMap<Worker, Metric[]>();
  private readonly waiting = new Map<number, (metrics: Metric[]) => void>();
  private question = 0;

  constructor(private readonly workers: () => Worker[]) {}

  /** @throws Error in plain words when the port is taken */
  serve(port: number, host: string): Promise<void> {
    return serveMetrics(port, host, () => this.collect());
  }

  hear(worker: Worker, report: Report): void {
    if (report.report === 'serving') return;
    this.last.set(worker, report.metrics);
    if (report.report === 'metrics') this.waiting.get(report.question)?.(report.metrics);
  }

  /** The worker ended: what it last said is what it counted. */
  forget(worker: Worker): void {
    const counted = this.last.get(worker)?.filter(({ type, aggregator }) => type !== 'gauge' && aggregator === 'sum');
    if (counted) this.departed = [...this.departed, ...counted];
  }

  private async collect(): Promise<Metric[][]> {
    // Both as of this moment: a worker that ends meanwhile is among the workers, and not among the departed as well.
    const { departed } = this;
    const ofWorkers = await Promise.all(this.workers().map((worker) => this.ask(worker)));
    const joined = await joinMetrics([departed]);
    if (this.departed === departed) this.departed = joined;
    return [this.own(), joined, ...ofWorkers];
  }

  private ask(worker: Worker): Promise<Metric[]> {
    this.question += 1;
    const question = this.question;
    return new Promise<Metric[]>((resolve) => {
      const answer = (metrics: Metric[]) => {
        clearTimeout(timer);
        this.waiting.delete(question);
        worker.off('exit', gone);
        resolve(metrics);
      };
      const gone = () => answer(this.last.get(worker) ?? []);
      const timer = setTimeout(gone, patience);
      worker.once('exit', gone);
      this.waiting.set(question, answer);
      if (worker.isConnected()) worker.send({ order: 'metrics', question });
    });
  }

  private own(): Metric[] {
    return [
      gauge('lynkify_workers', 'Workers that serve.', this.workers().length),
      counter('lynkify_worker_restarts_total', 'Workers that ended unasked and were started again.', this.restarts),
      counter('lynkify_worker_replacements_total', 'Replacements of all workers (SIGHUP), by outcome.', [[{ outcome: 'done' }, this.replacements.done], [{ outcome: 'given-up' }, this.replacements.givenUp]]),
    ];
  }
}
