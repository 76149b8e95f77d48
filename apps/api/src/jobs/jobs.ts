import { EventEmitter } from 'node:events';
import { Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { Inject } from '@nestjs/common';
import { Logger as JobLogger, run, type Runner, type TaskList, type WorkerEvents } from 'graphile-worker';
import { Database, type Transaction } from '../database/database.js';
import { ENVIRONMENT, type Environment } from '../environment.js';
import { Log } from '../log.js';
import { Metrics } from '../metrics/metrics.js';

/** What a job is given. Only ids: never an address, a token or a password. */
export type JobPayload = Record<string, string | number | boolean | null>;

export interface EnqueueOptions {
  /** A job of this key that still waits is replaced instead of doubled. */
  key?: string;
  /** Not before this moment. */
  runAt?: Date;
  /** Tries with growing pauses before it is given up. */
  maxAttempts?: number;
  /** Lower comes first; 0 where somebody may be waiting. */
  priority?: number;
  /** Jobs of one queue are done one after the other, in all processes together. */
  queue?: string;
}

/** Every running pool of workers holds a connection under this name and its own, for as long as it lives. */
const alive = 'lynkify-jobs ';

/** What a killed program was at is taken up again: its connection is gone, and was for longer than a reconnect takes. */
const takeUpAgain = `
  select graphile_worker.force_unlock_workers(array_agg(distinct locked_by)) from graphile_worker.jobs
  where locked_at < now() - interval '2 minutes' and not exists (select from pg_stat_activity where application_name = '${alive}' || locked_by)
  having count(*) > 0`;

/**
 * Work that must happen, later: kept in Postgres in the transaction of the row it belongs to, so that neither exists
 * without the other. Handlers may run more than once and must bear it.
 */
@Injectable()
export class Jobs implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly handlers: TaskList = {};
  private readonly schedule: string[] = [];
  private runner: Runner | null = null;
  private stopping = false;
  private retry: NodeJS.Timeout | null = null;

  constructor(
    @Inject(ENVIRONMENT) private readonly environment: Environment,
    private readonly database: Database,
    private readonly log: Log,
    private readonly metrics: Metrics,
  ) {
    this.handlers['jobs-take-up-again'] = async (_payload, { query }) => void (await query(takeUpAgain));
    this.schedule.push('* * * * * jobs-take-up-again ?max=1');
  }

  /** Declares who does the jobs of this name. Called while modules initialise. */
  handle(name: string, work: (payload: JobPayload) => Promise<void>): void {
    this.handlers[name] = (payload) => this.database.inBackground(() => work(payload as JobPayload));
  }

  /** Has a job of this name done regularly. @param crontab five fields, UTC */
  every(crontab: string, name: string, work: () => Promise<void>): void {
    this.handlers[name] = () => this.database.inBackground(work);
    this.schedule.push(`${crontab} ${name} ?max=3`);
  }

  /** Adds a job in this transaction: it exists if and when the transaction commits. */
  async enqueue(tx: Transaction, name: string, payload: JobPayload, { key, runAt, maxAttempts = 12, priority = 0, queue }: EnqueueOptions = {}): Promise<void> {
    await tx.query('select graphile_worker.add_job($1, $2::json, run_at => $3::timestamptz, job_key => $4, max_attempts => $5, priority => $6, queue_name => $7)', [
      name,
      JSON.stringify(payload),
      runAt ?? new Date(),
      key ?? null,
      maxAttempts,
      priority,
      queue ?? null,
    ]);
  }

  async onApplicationBootstrap(): Promise<void> {
    await this.start();
  }

  async onApplicationShutdown(): Promise<void> {
    this.stopping = true;
    if (this.retry) clearTimeout(this.retry);
    const { runner } = this;
    this.runner = null;
    await runner?.stop();
  }

  /** The worker ends when Postgres goes away for long; it is started again until it stays. */
  private async start(): Promise<void> {
    if (this.stopping) return;
    const events: WorkerEvents = new EventEmitter();
    events.on('pool:listen:success', ({ workerPool, client }) => {
      // The worker is about to ask something itself, and a connection does one thing after the other.
      client.once('drain', () => {
        client.query(`select set_config('application_name', $1, false)`, [`${alive}${workerPool.id}`]).catch((error: unknown) => this.log.warn({ err: error }, 'the job worker could not say that it lives'));
      });
    });
    try {
      const runner = await run({
        connectionString: this.environment.databaseUrl,
        // Most of them wait for a mail server or a music service, and hold no connection meanwhile; of each service one at a time.
        concurrency: 14,
        maxPoolSize: 5,
        pollInterval: 2_000,
        noHandleSignals: true,
        taskList: this.handlers,
        crontab: this.schedule.join('\n'),
        events,
        // Without batches (of one turn) nobody hears when the end of a job cannot be written, and the program ends of it.
        preset: { worker: { completeJobBatchDelay: 0, failJobBatchDelay: 0 } },
        logger: new JobLogger(() => (level, message) => {
          if (level === 'error') this.log.warn({ job: true }, message.split('\n')[0] ?? message);
        }),
      });
      this.runner = runner;
      runner.events.on('job:success', () => this.metrics.countJob('done'));
      runner.events.on('job:error', () => this.metrics.countJob('failed'));
      runner.events.on('job:failed', () => this.metrics.countJob('givenUp'));
      runner.promise.then(
        () => this.startAgain(),
        (error: unknown) => {
          this.log.warn({ err: error }, 'the job worker stopped');
          this.startAgain();
        },
      );
    } catch (error) {
      this.log.warn({ err: error }, 'the job worker could not start');
      this.startAgain();
    }
  }

  private startAgain(): void {
    if (this.stopping) return;
    this.runner = null;
    this.retry = setTimeout(() => void this.start(), 2_000);
  }
}
