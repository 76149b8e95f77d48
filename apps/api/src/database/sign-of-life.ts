import { setImmediate as turn } from 'node:timers/promises';
import { Client } from 'pg';
import type { Log } from '../log.js';

const reconnectAfter = 500;
/** Milliseconds in which a server that only takes its time has let us in. */
const longestConnect = 5_000;

/**
 * A connection over which the server is asked for nothing but an answer. It is kept: to open one costs the server a
 * process and both sides the work of a password, and on a busy machine that takes longer than a server may hang.
 */
export class SignOfLife {
  private client: Client | null = null;
  /** Settles once the server let us in or said why not. */
  private connecting: Promise<void> = Promise.resolve();
  private again: NodeJS.Timeout | null = null;
  private stopped = false;

  constructor(
    private readonly databaseUrl: string,
    private readonly log: Log,
  ) {}

  start(): void {
    this.connect();
  }

  stop(): void {
    this.stopped = true;
    if (this.again) clearTimeout(this.again);
    if (this.client) this.close(this.client);
  }

  /** Whether the server says anything within so many milliseconds, if only that it is full or shutting down. */
  async comes(within: number): Promise<boolean> {
    if (!this.client) this.connect();
    const { client } = this;
    let came = false;
    const answer = this.connecting.then(() => client?.query('select 1')).then(() => { came = true; }, () => { came = true; });
    let timer: NodeJS.Timeout | null = null;
    await Promise.race([answer, new Promise<void>((over) => { timer = setTimeout(over, within); })]);
    if (timer) clearTimeout(timer);
    // This program may itself have been held up: what lies in the socket by now counts.
    await turn();
    await turn();
    if (!came && client) this.lose(client);
    return came;
  }

  private connect(): void {
    if (this.again) clearTimeout(this.again);
    this.again = null;
    const client = new Client({ connectionString: this.databaseUrl, application_name: 'lynkify-hang-watch', keepAlive: true });
    this.client = client;
    const late = setTimeout(() => this.lose(client), longestConnect).unref();
    client.on('error', (error) => {
      this.log.debug({ err: error }, 'the connection that asks for a sign of life broke off');
      this.lose(client);
    });
    client.on('end', () => this.lose(client));
    // Given up while it connects, it never settles: that is no sign of life.
    this.connecting = client.connect().then(() => clearTimeout(late), (error: unknown) => {
      clearTimeout(late);
      this.log.debug({ err: error }, 'no connection to ask for a sign of life');
      this.lose(client);
    });
  }

  private lose(client: Client): void {
    if (this.client !== client) return;
    this.client = null;
    this.close(client);
    if (!this.stopped) this.again = setTimeout(() => this.connect(), reconnectAfter).unref();
  }

  /** Not waited for: a frozen server does not answer to this either. With a question under way the socket is closed at once. */
  private close(client: Client): void {
    client.end().catch((error: unknown) => this.log.debug({ err: error }, 'the connection that asks for a sign of life did not close'));
  }
}
