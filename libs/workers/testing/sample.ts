import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { Agent, get } from 'node:http';
import { createServer } from 'node:net';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const loader = new URL('../../testing/typescript-loader.mjs', import.meta.url).href;
const script = fileURLToPath(new URL('./program.ts', import.meta.url));

export interface Reply {
  status: number;
  /** Of the process that answered. */
  text: string;
  connection: string | undefined;
}

/** The sample program as a process of its own. */
export class Sample {
  readonly log: { msg: string; pid?: number; port?: number; workers?: number }[] = [];
  complaint = '';
  port = 0;
  private readonly child: ChildProcess;
  private readonly watchers = new Set<() => void>();
  readonly exited: Promise<number | null>;

  constructor(environment: Record<string, string>) {
    // With a channel: an aborted test run leaves nothing behind.
    this.child = spawn(process.execPath, ['--conditions=@lynkify/source', '--import', loader, script], { stdio: ['ignore', 'pipe', 'pipe', 'ipc'], env: { PATH: process.env.PATH, ...environment } });
    const { stdout, stderr } = this.child;
    if (!stdout || !stderr) throw new Error('The sample has no output.');
    stderr.on('data', (part) => (this.complaint += String(part)));
    createInterface(stdout).on('line', (line) => {
      const entry = JSON.parse(line) as (typeof this.log)[number];
      this.log.push(entry);
      if (entry.port) this.port = entry.port;
      for (const watcher of [...this.watchers]) watcher();
    });
    this.exited = new Promise((done) => this.child.once('close', (code) => done(code)));
  }

  get pid(): number {
    return this.child.pid ?? 0;
  }

  signal(name: NodeJS.Signals): void {
    this.child.kill(name);
  }

  /** Process numbers of those that listen or listened, in that order. */
  get listened(): number[] {
    return this.log.filter(({ msg }) => msg === 'listening').map(({ pid }) => pid ?? 0);
  }

  /** Until it has said so this often. */
  async says(msg: string, times = 1): Promise<void> {
    const enough = () => this.log.filter((entry) => entry.msg === msg).length >= times;
    if (enough()) return;
    await new Promise<void>((said, failed) => {
      const watcher = () => {
        if (!enough()) return;
        clearTimeout(timer);
        this.watchers.delete(watcher);
        said();
      };
      const timer = setTimeout(() => failed(new Error(`It never said "${msg}" ${times} times. ${JSON.stringify(this.log)} ${this.complaint}`)), 20_000);
      this.watchers.add(watcher);
    });
  }

  ask(path = '/', agent?: Agent): Promise<Reply> {
    return new Promise((answered, failed) => {
      get({ host: '127.0.0.1', port: this.port, path, agent: agent ?? new Agent() }, (response) => {
        let text = '';
        response.setEncoding('utf8').on('data', (part: string) => (text += part));
        response.on('error', failed);
        response.on('end', () => answered({ status: response.statusCode ?? 0, text, connection: response.headers.connection }));
      }).on('error', failed);
    });
  }

  async end(): Promise<void> {
    if (this.child.exitCode === null && this.child.signalCode === null) this.child.kill('SIGKILL');
    await this.exited;
  }
}

/** A port that nothing listens on. */
export function freePort(): Promise<number> {
  const server = createServer();
  return new Promise((free) => {
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => free(typeof address === 'object' && address ? address.port : 0));
    });
  });
}

/** Whether a process is there and working. */
export function lives(pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ESRCH') return false;
    throw error;
  }
  // A process that ended and was not yet collected still has its number.
  const status = `/proc/${pid}/status`;
  return !existsSync(status) || !/^State:\s+Z/mu.test(readFileSync(status, 'utf8'));
}
