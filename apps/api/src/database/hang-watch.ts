import { setImmediate as turn, setTimeout as delay } from 'node:timers/promises';
import { Inject, Injectable, type OnModuleDestroy, type OnModuleInit } from '@nestjs/common';
import { Client, type Pool, type PoolClient } from 'pg';
import { DataSource } from 'typeorm';
import { ENVIRONMENT, type Environment } from '../environment.js';
import { Log } from '../log.js';

/** Milliseconds. Together they stay under the two seconds in which whoever asks is told. */
const lookEvery = 200;
const suspicious = 300;
const patience = 1_100;

/**
 * Tells a database that hangs from a statement that takes its time: while a connection is in use for longer than a
 * moment, a second one asks for nothing but an answer. When none comes, the connections in use are closed, so that what
 * waits for them fails now rather than at the statement's own limit, and the server rolls back what it finds when it goes on.
 */
@Injectable()
export class HangWatch implements OnModuleInit, OnModuleDestroy {
  /** Connections in use, and since when. */
  private readonly inUse = new Map<PoolClient, number>();
  private timer: NodeJS.Timeout | null = null;
  private asking = false;
  /** When a unit of work last came to its end. */
  private answeredAt = 0;

  constructor(
    private readonly dataSource: DataSource,
    @Inject(ENVIRONMENT) private readonly environment: Environment,
    private readonly log: Log,
  ) {}

  onModuleInit(): void {
    const pool = (this.dataSource.driver as unknown as { master: Pool }).master;
    const heard = new WeakSet<PoolClient>();
    pool.on('acquire', (client) => {
      // Nobody else hears a connection that ends in the moment in which it changes hands, and an error that nobody hears
      // ends the program. Whoever uses it finds out by itself.
      if (!heard.has(client)) client.on('error', (error) => this.log.debug({ err: error }, 'a database connection ended'));
      heard.add(client);
      this.inUse.set(client, performance.now());
      this.timer ??= setInterval(() => void this.look(), lookEvery).unref();
    });
    pool.on('release', (error: unknown, client) => {
      this.inUse.delete(client as PoolClient);
      if (!error) this.answeredAt = performance.now();
    });
    pool.on('remove', (client) => this.inUse.delete(client));
  }

  onModuleDestroy(): void {
    this.rest();
  }

  private rest(): void {
    if (this.timer) clearInterval(this.timer);
    this.timer = null;
  }

  private async look(): Promise<void> {
    if (this.inUse.size === 0) return this.rest();
    const now = performance.now();
    if (this.asking || ![...this.inUse.values()].some((since) => now - since > suspicious)) return;
    this.asking = true;
    try {
      if ((await this.answers()) || this.answeredAt > now) return;
      this.log.warn({ connections: this.inUse.size }, 'the database hangs: its connections are closed');
      // With a statement under way this closes the socket at once, without asking the server.
      for (const client of this.inUse.keys()) client.end().catch((error: unknown) => this.log.debug({ err: error }, 'a hanging connection did not close'));
      this.inUse.clear();
    } finally {
      this.asking = false;
    }
  }

  /** Whether the server says anything, if only that it is full or shutting down. A refusal ends what is in use by itself. */
  private async answers(): Promise<boolean> {
    const client = new Client({ connectionString: this.environment.databaseUrl, application_name: 'lynkify-hang-watch', connectionTimeoutMillis: 3 * patience });
    client.on('error', (error) => this.log.debug({ err: error }, 'a look at the database broke off'));
    let answered = false;
    const answer = client.connect().then(() => client.query('select 1')).then(() => { answered = true; }, () => { answered = true; });
    await Promise.race([answer, delay(patience, undefined, { ref: false })]);
    // This program may itself have been held up: what lies in the socket by now counts.
    await turn();
    await turn();
    client.end().catch((error: unknown) => this.log.debug({ err: error }, 'a look at the database did not close'));
    return answered;
  }
}
