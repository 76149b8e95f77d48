import cluster from 'node:cluster';
import { Connections, type Patience } from './drain.js';
import type { Life, Serving } from './life.js';
import { isOrder, type Report } from './messages.js';
import type { ProcessSettings } from './process-settings.js';
import type { Program } from './program.js';

/** The whole program ends: whoever is being answered is answered, and that within the five seconds that a stop may take. */
const whenStopped = { patience: { idle: 50, longest: 3_000 }, atLast: 4_500 };
/** Another process serves already, so nothing hurries; a connection that a client is about to use again gets its answer. */
const whenReplaced = { patience: { idle: 2_000, longest: 30_000 }, atLast: 35_000 };

type Ending = { patience: Patience; atLast: number };

/** The process that serves: the program itself, or one of its workers. */
export class Server<Settings extends ProcessSettings> {
  private serving: Serving | null = null;
  private connections: Connections | null = null;
  private ending: Ending | null = null;
  private atLast: NodeJS.Timeout | null = null;
  private readonly life: Life & { leaving: boolean };

  constructor(
    private readonly program: Program<Settings>,
    private readonly settings: Settings,
  ) {
    this.life = { replacing: process.argv.includes('--replacing'), workers: settings.workers, leaving: false };
  }

  /** @throws Error when the program does not come up */
  async start(): Promise<void> {
    this.hearSignals();
    const serving = await this.program.serve(this.settings, this.life);
    this.connections = new Connections(serving.server);
    this.serving = serving;
    if (cluster.isPrimary && this.settings.metricsPort !== null) {
      const [{ serveMetrics }, { processMetrics }] = await Promise.all([import('./metrics/metrics-server.js'), import('./metrics/process-metrics.js')]);
      await serveMetrics(this.settings.metricsPort, this.settings.metricsHost, async () => [await processMetrics(), await serving.metrics()]);
    }
    this.report({ report: 'serving' });
  }

  private hearSignals(): void {
    const stop = () => this.leave(whenStopped);
    process.on('SIGTERM', stop).on('SIGINT', stop);
    if (cluster.isPrimary) {
      // Started by another program of ours: not to outlive it. A worker ends with its primary by itself, at once.
      process.once('disconnect', stop);
      return;
    }
    // Of a terminal that closes: the primary decides what it means.
    process.on('SIGHUP', () => undefined);
    process.on('message', (message) => {
      if (!isOrder(message)) return;
      if (message.order === 'metrics') void this.answerMetrics(message.question);
      else this.leave(whenReplaced);
    });
  }

  private leave(ending: Ending): void {
    // Nobody was served yet, so nobody is cut off.
    if (!this.serving) process.exit(0);
    const first = this.ending === null;
    // Being replaced takes its time; being told to stop then ends that.
    if (!first && this.ending !== whenReplaced) return;
    this.ending = ending;
    // Who replaces it serves already: whoever asks this address is to go on asking.
    this.life.leaving = ending === whenStopped;
    if (first) {
      void this.end(this.serving).catch((error: unknown) => {
        process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
        process.exit(1);
      });
    } else {
      this.connections?.hurry(ending.patience);
      this.limit(ending);
    }
  }

  private async end(serving: Serving): Promise<void> {
    const { connections } = this;
    connections?.sayGoodbye();
    if (this.ending === whenStopped && this.settings.drainSeconds > 0) await new Promise((resolve) => setTimeout(resolve, this.settings.drainSeconds * 1_000));
    this.limit(this.ending ?? whenStopped);
    const drained = connections?.drain((this.ending ?? whenStopped).patience);
    await serving.leave?.();
    await drained;
    await serving.stop();
    this.exit();
  }

  /** Someone who will not stop downloading must not keep the process alive. */
  private limit({ atLast }: Ending): void {
    if (this.atLast) clearTimeout(this.atLast);
    this.atLast = setTimeout(() => this.exit(), atLast).unref();
  }

  private exit(): void {
    if (!process.send || cluster.isPrimary || this.settings.metricsPort === null) process.exit(0);
    const report = async () => {
      this.report({ report: 'last-metrics', metrics: await this.collect() }, () => process.exit(0));
    };
    report().catch(() => process.exit(0));
  }

  private async answerMetrics(question: number): Promise<void> {
    this.report({ report: 'metrics', question, metrics: this.serving ? await this.collect() : [] });
  }

  private async collect() {
    const { processMetrics } = await import('./metrics/process-metrics.js');
    return [...(await processMetrics()), ...((await this.serving?.metrics()) ?? [])];
  }

  private report(report: Report, sent?: () => void): void {
    // A channel that closed means that the primary is gone, and this process with it.
    if (cluster.isWorker && process.connected) process.send?.(report, undefined, undefined, () => sent?.());
    else sent?.();
  }
}
