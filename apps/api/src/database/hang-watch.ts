import { Inject, Injectable, type OnModuleDestroy, type OnModuleInit } from '@nestjs/common';
import type { PoolClient } from 'pg';
import { DataSource } from 'typeorm';
import { ENVIRONMENT, type Environment } from '../environment.js';
import { Log } from '../log.js';
import { poolOf } from './pool-of.js';
import { SignOfLife } from './sign-of-life.js';

/** Milliseconds. Together they stay under the two seconds in which whoever asks is told. */
const lookEvery = 200;
const suspicious = 300;
const patience = 900;

/**
 * Tells a database that hangs from a statement that takes its time: while a connection is in use for longer than a
 * moment, another one asks for nothing but an answer. When none comes, the connections in use are closed, so that what
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
  private readonly signOfLife: SignOfLife;

  constructor(
    private readonly dataSource: DataSource,
    @Inject(ENVIRONMENT) { databaseUrl }: Environment,
    private readonly log: Log,
  ) {
    this.signOfLife = new SignOfLife(databaseUrl, log);
  }

  onModuleInit(): void {
    this.signOfLife.start();
    const pool = poolOf(this.dataSource);
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
    this.signOfLife.stop();
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
      if ((await this.signOfLife.comes(patience)) || this.answeredAt > now) return;
      this.log.warn({ connections: this.inUse.size }, 'the database hangs: its connections are closed');
      // With a statement under way this closes the socket at once, without asking the server.
      for (const client of this.inUse.keys()) client.end().catch((error: unknown) => this.log.debug({ err: error }, 'a hanging connection did not close'));
      this.inUse.clear();
    } finally {
      this.asking = false;
    }
  }
}
