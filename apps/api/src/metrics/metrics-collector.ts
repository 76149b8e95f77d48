import { Injectable } from '@nestjs/common';
import { gauge, type Metric } from '@lynkify/workers';
import { DataSource } from 'typeorm';
import { poolOf } from '../database/pool-of.js';
import { Log } from '../log.js';
import { Metrics } from './metrics.js';

const program = 'lynkify_api';
/** Whoever asks for metrics wants most of all to hear of a database that hangs. */
const patience = 800;

interface JobsRow {
  waiting: number;
  running: number;
  given_up: number;
  oldest: number | null;
}

/** What is so right now, beside what was counted. Asked only when somebody scrapes. */
@Injectable()
export class MetricsCollector {
  private asking: Promise<JobsRow | null> | null = null;

  constructor(
    private readonly dataSource: DataSource,
    private readonly metrics: Metrics,
    private readonly log: Log,
  ) {}

  async collect(): Promise<Metric[]> {
    return [...this.metrics.counted(), ...this.pool(), ...(await this.jobs())];
  }

  private pool(): Metric[] {
    const { totalCount, idleCount, waitingCount } = poolOf(this.dataSource);
    return [gauge(`${program}_database_connections`, 'Connections to PostgreSQL; waiting: units of work that wait for one.', [[{ state: 'open' }, totalCount], [{ state: 'idle' }, idleCount], [{ state: 'waiting' }, waitingCount]])];
  }

  /** The queue is the same for all workers. */
  private async jobs(): Promise<Metric[]> {
    // One question at a time: a database that hangs is not asked again with every scrape.
    this.asking ??= this.askForJobs().finally(() => {
      this.asking = null;
    });
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<null>((resolve) => {
      timer = setTimeout(() => resolve(null), patience);
    });
    const row = await Promise.race([this.asking, late]);
    clearTimeout(timer);
    const up = gauge(`${program}_database_up`, 'Whether PostgreSQL answers.', row ? 1 : 0, 'min');
    if (!row) return [up];
    return [
      up,
      gauge(`${program}_jobs`, 'Jobs in the queue, by state.', [[{ state: 'waiting' }, row.waiting], [{ state: 'running' }, row.running], [{ state: 'given-up' }, row.given_up]], 'max'),
      gauge(`${program}_jobs_oldest_waiting_seconds`, 'For how long the oldest job that could run has been waiting.', Math.max(0, row.oldest ?? 0), 'max'),
    ];
  }

  private async askForJobs(): Promise<JobsRow | null> {
    try {
      const [row]: JobsRow[] = await this.dataSource.query(`
        select count(*) filter (where locked_at is null and attempts < max_attempts)::int as waiting,
          count(*) filter (where locked_at is not null)::int as running,
          count(*) filter (where locked_at is null and attempts >= max_attempts)::int as given_up,
          extract(epoch from now() - min(run_at) filter (where locked_at is null and attempts < max_attempts))::float8 as oldest
        from graphile_worker.jobs`);
      return row ?? null;
    } catch (error) {
      this.log.debug({ err: error }, 'the queue of jobs could not be counted');
      return null;
    }
  }
}
