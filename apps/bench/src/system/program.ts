import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';
import type { Guard } from './guard.js';

/** Longest that any program takes to serve on a busy machine, in milliseconds. */
const patience = 60_000;
const logLength = 400_000;
const ending = new Set<ProgramSignal>(['SIGKILL', 'SIGTERM', 'SIGINT']);

export type ProgramSignal = 'SIGKILL' | 'SIGTERM' | 'SIGINT' | 'SIGSTOP' | 'SIGCONT' | 'SIGHUP';

/** One program of the system, as a process that can be treated badly. */
export interface Program {
  readonly pid: number;
  /** Where it is reached: http://… or, of PostgreSQL, postgres://… as its superuser. */
  readonly url: string;
  /** SIGSTOP and SIGCONT reach its children as well. */
  signal(name: ProgramSignal): void;
  /** Starts it when it does not run, on the same port and folders, and waits until it serves. */
  start(): Promise<void>;
  /** Until it has ended. @throws when it does not */
  exited(): Promise<void>;
  /** @throws when it ended and nobody here had told it to, with what it said last */
  requireAlive(): void;
  /** The end of what it has printed over all of its lives. */
  log(): string;
}

/** How a program is started. */
export interface Launch {
  command: string;
  args: readonly string[];
  cwd: string;
  environment: Readonly<Record<string, string>>;
  uid?: number;
  gid?: number;
}

export interface ProgramOptions {
  name: string;
  url: string;
  guard: Guard;
  /** Asked before each start. */
  launch: () => Promise<Launch>;
  isReady: () => Promise<boolean>;
  /** Ends by itself when the channel to this process is gone. */
  channel: boolean;
  /** How it is asked to end, in its own words. */
  ask: 'SIGTERM' | 'SIGINT';
}

export class ProgramProcess implements Program {
  private child: ChildProcess | null = null;
  private text = '';
  /** Somebody here sent it a signal that ends it. */
  private told = false;

  constructor(private readonly options: ProgramOptions) {}

  get url(): string {
    return this.options.url;
  }

  get pid(): number {
    return this.child?.pid ?? 0;
  }

  log(): string {
    return this.text;
  }

  async start(): Promise<void> {
    if (this.child && !hasEnded(this.child)) return this.ready(this.child);
    const { command, args, cwd, environment, uid, gid } = await this.options.launch();
    const { guard, channel } = this.options;
    const child = spawn(command, args, {
      cwd,
      env: environment,
      ...(uid === undefined ? {} : { uid, gid }),
      // A group of its own: Ctrl-C reaches the harness alone, and the guard can end all that it started.
      detached: true,
      stdio: ['ignore', 'pipe', 'pipe', ...(channel ? ['ipc' as const] : [])],
    });
    const keep = (chunk: string) => {
      this.text = (this.text + chunk).slice(-logLength);
    };
    child.stdout?.setEncoding('utf8').on('data', keep);
    child.stderr?.setEncoding('utf8').on('data', keep);
    child.on('error', (error) => keep(`${error.message}\n`));
    const { pid } = child;
    if (pid !== undefined) {
      guard.add(pid);
      child.once('exit', () => guard.remove(pid));
    }
    this.child = child;
    this.told = false;
    return this.ready(child);
  }

  signal(name: ProgramSignal): void {
    const { child } = this;
    if (!child?.pid || hasEnded(child)) throw new Error(`${this.options.name} does not run, so it cannot be sent ${name}.`);
    if (ending.has(name)) this.told = true;
    child.kill(name);
    // A stopped parent makes no more of them.
    if (name === 'SIGSTOP' || name === 'SIGCONT') for (const pid of descendantsOf(child.pid)) send(pid, name);
  }

  async exited(): Promise<void> {
    const { child } = this;
    if (!child || hasEnded(child)) return;
    if (!(await within(patience, once(child, 'exit')))) throw new Error(`${this.options.name} did not end within ${patience / 1000} s. It said:\n${this.text.slice(-4_000)}`);
  }

  requireAlive(): void {
    const { child, told } = this;
    if (child && hasEnded(child) && !told) throw new Error(`${this.options.name} ended by itself (${child.signalCode ?? child.exitCode}). It said:\n${this.text.slice(-4_000)}`);
  }

  /** Ends it in order, and by force when it does not end within a few seconds. */
  async stop(): Promise<void> {
    const { child } = this;
    if (!child?.pid || hasEnded(child)) return;
    this.signal('SIGCONT');
    const ended = once(child, 'exit');
    this.told = true;
    child.kill(this.options.ask);
    if (await within(10_000, ended)) return;
    send(-child.pid, 'SIGKILL');
    await ended;
  }

  private async ready(child: ChildProcess): Promise<void> {
    for (const end = Date.now() + patience; ; await delay(40)) {
      if (hasEnded(child) || child.pid === undefined) throw new Error(`${this.options.name} ended before it served. It said:\n${this.text.slice(-4_000)}`);
      if (await this.options.isReady()) return;
      if (Date.now() > end) throw new Error(`${this.options.name} did not serve within ${patience / 1000} s. It said:\n${this.text.slice(-4_000)}`);
    }
  }
}

/** Sends a signal to a process; one that is gone needs none. */
export function send(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}

/** Every process that a process started, and those that they started, as Linux tells in proc(5). */
export function descendantsOf(pid: number): number[] {
  const children = new Map<number, number[]>();
  for (const name of readdirSync('/proc')) {
    if (!/^\d+$/u.test(name)) continue;
    const parent = parentOf(name);
    if (parent !== null) children.set(parent, [...(children.get(parent) ?? []), Number(name)]);
  }
  const found: number[] = [];
  for (let next = children.get(pid) ?? []; next.length > 0; next = next.flatMap((child) => children.get(child) ?? [])) found.push(...next);
  return found;
}

function parentOf(pid: string): number | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The name, in brackets, may itself hold spaces and brackets.
    return Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]);
  } catch (error) {
    if (['ENOENT', 'ESRCH'].includes((error as NodeJS.ErrnoException).code ?? '')) return null;
    throw error;
  }
}

/** Whether it happens within so many milliseconds. */
async function within(milliseconds: number, what: Promise<unknown>): Promise<boolean> {
  let timer: NodeJS.Timeout | null = null;
  const over = new Promise<false>((tired) => { timer = setTimeout(() => tired(false), milliseconds); });
  try {
    return await Promise.race([what.then(() => true), over]);
  } finally {
    if (timer) clearTimeout(timer);
  }
}

const hasEnded = (child: ChildProcess) => child.exitCode !== null || child.signalCode !== null;

/** Whether an address answers with 2xx within two seconds. */
export async function isOk(url: string): Promise<boolean> {
  try {
    const answer = await fetch(url, { signal: AbortSignal.timeout(2_000), redirect: 'manual' });
    await answer.body?.cancel();
    return answer.ok;
  } catch (error) {
    // Not listening yet, or not answering yet. By name: in Jest the classes of fetch's errors are those of another realm.
    if (['TypeError', 'TimeoutError'].includes((error as Error).name)) return false;
    throw error;
  }
}
