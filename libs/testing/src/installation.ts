import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../..', import.meta.url));

/** Ports of the programs of one installation. */
export interface InstallationPorts {
  api: number;
  pages: number;
  mailbox: number;
  smtp: number;
}

/** One `npm start` as somebody would run it, in a data folder and on ports of its own. */
export class Installation {
  readonly dataDir = mkdtempSync(join(tmpdir(), 'lynkify-start-'));
  private readonly runs: Run[] = [];

  private constructor(
    readonly ports: InstallationPorts,
    private readonly settings: Readonly<Record<string, string>>,
  ) {}

  /** @param settings of its programs, besides the usual; without some of its own it finds no host outside of this machine */
  static async make(settings: Readonly<Record<string, string>> = {}): Promise<Installation> {
    const [api, pages, mailbox, smtp] = await freePorts(4);
    return new Installation({ api: api!, pages: pages!, mailbox: mailbox!, smtp: smtp! }, { OUTBOUND_HOSTS: '*=127.0.0.1:9', ...settings });
  }

  start(...options: string[]): Run {
    const { api, pages, mailbox, smtp } = this.ports;
    const run = new Run(options, { ...this.settings, DATA_DIR: this.dataDir, API_PORT: String(api), PAGES_PORT: String(pages), MAILBOX_PORT: String(mailbox), SMTP_PORT: String(smtp) });
    this.runs.push(run);
    return run;
  }

  /** Process numbers of the guards that the launcher started, one around each program. */
  guards(): Record<string, number> {
    const noted = JSON.parse(readFileSync(join(this.dataDir, 'processes.json'), 'utf8')) as Record<string, { pid: number }>;
    return Object.fromEntries(Object.entries(noted).map(([name, { pid }]) => [name, pid]));
  }

  /** Process numbers of the programs that run here, each the one that its guard started. */
  processes(): Record<string, number> {
    return Object.fromEntries(Object.entries(this.guards()).map(([name, pid]) => [name, startedBy(pid)]));
  }

  /** Status of a page of one of the programs; 0 when nothing answers. */
  async status(program: 'api' | 'pages' | 'mailbox', path: string): Promise<number> {
    try {
      const answer = await fetch(`http://127.0.0.1:${this.ports[program]}${path}`, { signal: AbortSignal.timeout(5_000), redirect: 'manual' });
      await answer.body?.cancel();
      return answer.status;
    } catch (error) {
      // By name: in a test the classes of the errors that fetch throws are those of another realm.
      if (['TypeError', 'TimeoutError'].includes((error as Error).name)) return 0;
      throw error;
    }
  }

  /** Ends whatever a failed test left, and the folder. */
  async remove(): Promise<void> {
    for (const run of this.runs) await run.stop();
    rmSync(this.dataDir, { recursive: true, force: true });
  }
}

/** One process of the start command. */
export class Run {
  output = '';
  private readonly child: ChildProcess;

  constructor(options: readonly string[], environment: Record<string, string>) {
    this.child = spawn(process.execPath, [join(root, 'apps/standalone/bin/start.mjs'), ...options], { env: { PATH: process.env.PATH ?? '', HOME: process.env.HOME ?? '', LOG_LEVEL: 'warn', ...environment }, stdio: ['ignore', 'pipe', 'pipe'] });
    const keep = (chunk: string) => {
      this.output += chunk;
    };
    this.child.stdout?.setEncoding('utf8').on('data', keep);
    this.child.stderr?.setEncoding('utf8').on('data', keep);
  }

  get pid(): number {
    return this.child.pid ?? 0;
  }

  /**
   * Until it has said that everything serves.
   * @param within in milliseconds; a start that has to build takes minutes
   * @throws when it ended before, or took longer
   */
  async served(within = 60_000): Promise<void> {
    for (const end = Date.now() + within; !this.output.includes('Ctrl-C stops everything'); await delay(50)) {
      const { exitCode, signalCode } = this.child;
      if (exitCode !== null || signalCode !== null) throw new Error(`It ended (${signalCode ?? exitCode}) and never served:\n${this.output}`);
      if (Date.now() > end) throw new Error(`It does not serve within ${within} ms:\n${this.output}`);
    }
  }

  /** Its exit code, once it ended. */
  async ended(): Promise<number | null> {
    if (this.child.exitCode === null && this.child.signalCode === null) await once(this.child, 'close');
    return this.child.exitCode;
  }

  async stop(signal: NodeJS.Signals = 'SIGTERM'): Promise<number | null> {
    this.child.kill(signal);
    return this.ended();
  }
}

/** Waits for something to become true. @throws when it does not within the time (ms) */
export async function until(isTrue: () => boolean | Promise<boolean>, within: number): Promise<void> {
  for (const end = Date.now() + within; !(await isTrue()); await delay(50)) {
    if (Date.now() > end) throw new Error(`It did not come true within ${within} ms: ${isTrue.toString()}`);
  }
}

/** Whether a process is there and working. */
export function isRunning(pid: number): boolean {
  // A process that ended and was not yet collected still has its number.
  return existsSync(`/proc/${pid}`) ? !/^State:\s+Z/m.test(readFileSync(`/proc/${pid}/status`, 'utf8')) : false;
}

async function freePorts(count: number): Promise<number[]> {
  const servers = await Promise.all(Array.from({ length: count }, () => listening()));
  const ports = servers.map((server) => (server.address() as { port: number }).port);
  await Promise.all(servers.map((server) => new Promise((resolve) => server.close(resolve))));
  return ports;
}

function listening() {
  const server = createServer();
  return new Promise<typeof server>((resolve) => server.listen(0, '127.0.0.1', () => resolve(server)));
}

/** The first process that a guard started: the program; its watch comes after. */
function startedBy(guard: number): number {
  const children = readdirSync('/proc').filter((name) => /^\d+$/.test(name) && parentOf(name) === guard);
  return Math.min(...children.map(Number));
}

/** Null for a process that has ended since it was listed. */
function parentOf(pid: string): number | null {
  try {
    return Number(/^PPid:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : null;
    if (code === 'ENOENT' || code === 'ESRCH') return null;
    throw error;
  }
}
