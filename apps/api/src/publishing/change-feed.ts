import { setTimeout as delay } from 'node:timers/promises';
import { Inject, Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { Client } from 'pg';
import { ENVIRONMENT, type Environment } from '../environment.js';
import { Log } from '../log.js';
import { pagesChannel } from './published-pages.js';

/** Somebody who wants to hear of every changed page. */
export interface FeedListener {
  changed: (change: string) => void;
  /** The feed was interrupted, so changes may be missing: connect again and ask for everything anew. Done once it was said. */
  ended: () => void | Promise<void>;
}

const reconnectAfter = 200;
/** Whoever listens hears that the program stops before their connection is cut; one that reads nothing is not waited for. */
const farewell = 500;
/** Postgres is asked for a sign of life, since a connection that froze says nothing of itself. */
const heartbeat = { every: 2_000, patience: 1_500 };

/** Passes on what Postgres tells of changed pages, over one connection of its own. */
@Injectable()
export class ChangeFeed implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly listeners = new Set<FeedListener>();
  private client: Client | null = null;
  private retry: NodeJS.Timeout | null = null;
  private stopping = false;

  constructor(
    @Inject(ENVIRONMENT) private readonly environment: Environment,
    private readonly log: Log,
  ) {}

  /** Whether changes are heard right now. */
  get listening(): boolean {
    return this.client !== null;
  }

  /** Adds a listener; the answer takes it away again. */
  listen(listener: FeedListener): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  async onApplicationBootstrap(): Promise<void> {
    await this.connect();
  }

  async onModuleDestroy(): Promise<void> {
    this.stopping = true;
    if (this.retry) clearTimeout(this.retry);
    await Promise.race([this.endAll(), delay(farewell, null, { ref: false })]);
    const { client } = this;
    this.client = null;
    await client?.end();
  }

  private async connect(): Promise<void> {
    const client = new Client({ connectionString: this.environment.databaseUrl, application_name: 'lynkify-page-changes', connectionTimeoutMillis: 1_500, keepAlive: true });
    let lost = false;
    let beating: NodeJS.Timeout | null = null;
    const lose = (error?: unknown) => {
      if (lost) return;
      lost = true;
      if (beating) clearInterval(beating);
      if (this.client === client) this.client = null;
      if (this.stopping) return;
      if (error) this.log.warn({ err: error }, 'the feed of page changes was interrupted');
      void this.endAll();
      this.retry = setTimeout(() => void this.connect(), reconnectAfter);
    };
    client.on('error', lose);
    client.on('end', () => lose());
    client.on('notification', ({ payload }) => {
      if (payload) for (const listener of this.listeners) listener.changed(payload);
    });
    try {
      await client.connect();
      await client.query(`listen ${pagesChannel}`);
      if (this.stopping) await client.end();
      else if (!lost) {
        this.client = client;
        beating = setInterval(() => void this.beat(client).catch(lose), heartbeat.every).unref();
      }
    } catch (error) {
      lose(error);
      // Not waited for: a frozen server does not answer to this either.
      client.end().catch((failure: unknown) => this.log.debug({ err: failure }, 'a broken connection did not close'));
    }
  }

  /** @throws when Postgres does not answer, whatever became of its connection */
  private async beat(client: Client): Promise<void> {
    let patience: NodeJS.Timeout | null = null;
    const silent = new Promise<never>((_, failed) => {
      patience = setTimeout(() => failed(new Error('the connection that listens is silent')), heartbeat.patience);
    });
    try {
      await Promise.race([client.query('select 1'), silent]);
    } catch (error) {
      // With a statement under way this closes the socket at once, without asking the server.
      client.end().catch((failure: unknown) => this.log.debug({ err: failure }, 'a silent connection did not close'));
      throw error;
    } finally {
      if (patience) clearTimeout(patience);
    }
  }

  private async endAll(): Promise<void> {
    const ended = [...this.listeners].map((listener) => listener.ended());
    this.listeners.clear();
    await Promise.all(ended);
  }
}
