import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { constants } from 'node:os';
import { setTimeout as delay } from 'node:timers/promises';
import { Problem } from '../problem.js';
import { guarded, type Ending } from './guard.js';
import { killGroup, type ProcessRegister } from './leftovers.js';
import type { LogFile } from './log-file.js';

export interface Program {
  /** As people are told: "The API". */
  name: string;
  command: string;
  args: readonly string[];
  cwd: string;
  environment: Readonly<Record<string, string>>;
  log: LogFile;
  uid?: number;
  gid?: number;
  /** Resolves true once it serves; asked again until then. */
  isReady(): Promise<boolean>;
  /** Before every start, after a crash as well. */
  prepare?(): Promise<void>;
  /** How it is asked to end, and what follows when it does not. */
  ending: Ending;
  /** Milliseconds it may take to serve. */
  startsWithin: number;
}

/** One program that the launcher keeps running: started, watched, started again when it ends by itself. */
export class SupervisedProcess {
  private child: ChildProcess | null = null;
  private stopping = false;
  private failures = 0;
  private restarting: Promise<void> | null = null;

  constructor(
    private readonly program: Program,
    private readonly register: ProcessRegister,
    private readonly say: (text: string) => void,
  ) {}

  /**
   * Starts it and waits until it serves.
   * @throws Problem with its last words when it ends before that
   */
  async start(): Promise<void> {
    this.stopping = false;
    await this.program.prepare?.();
    this.requireNotStopped();
    const child = this.spawn();
    await this.untilReady(child);
    if (hasEnded(child)) throw this.lastWords('did not stay');
    child.once('exit', (code, signal) => this.onUnexpectedEnd(child, code, signal));
  }

  /** Ends it, by force when it does not end in time. */
  async stop(): Promise<void> {
    this.stopping = true;
    const child = this.child;
    if (child && !hasEnded(child)) {
      const ended = once(child, 'exit');
      if (child.connected) child.disconnect();
      await ended;
    }
    this.register.forget(this.program.name);
  }

  /** Ends it at once: somebody pressed Ctrl-C a second time. */
  kill(): void {
    this.stopping = true;
    if (this.child?.pid && !hasEnded(this.child)) killGroup(this.child.pid);
  }

  /** Ends and starts it, for a change of its sources. */
  async restart(): Promise<void> {
    await this.stop();
    await this.start();
  }

  private requireNotStopped(): void {
    if (this.stopping) throw new Problem(`${this.program.name} was told to stop before it served.`);
  }

  private spawn(): ChildProcess {
    const { cwd, environment, log, uid, gid, name, ending } = this.program;
    const { command, args } = guarded(ending, this.program.command, this.program.args);
    log.forget();
    const child = spawn(command, args, {
      cwd,
      env: environment,
      uid,
      gid,
      // A session of its own: Ctrl-C reaches the launcher alone, which ends everything in order.
      detached: true,
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    });
    child.stdout?.setEncoding('utf8').on('data', (chunk: string) => log.write(chunk));
    child.stderr?.setEncoding('utf8').on('data', (chunk: string) => log.write(chunk));
    child.on('error', (error) => log.write(`${error.message}\n`));
    if (child.pid) this.register.remember(name, child.pid);
    this.child = child;
    return child;
  }

  private async untilReady(child: ChildProcess): Promise<void> {
    const { startsWithin } = this.program;
    for (const until = Date.now() + startsWithin; ; await delay(60)) {
      this.requireNotStopped();
      if (hasEnded(child) || child.pid === undefined) throw this.lastWords('did not start');
      if (await this.program.isReady()) return;
      if (Date.now() > until) {
        if (child.pid) killGroup(child.pid);
        throw this.lastWords(`did not answer within ${Math.round(startsWithin / 1000)} seconds`);
      }
    }
  }

  private lastWords(what: string): Problem {
    const { name, log } = this.program;
    return new Problem(`${name} ${what}. Its last words:\n\n${log.lastLines(12) || '(none)'}\n\nAll of them are in ${log.path}`);
  }

  private onUnexpectedEnd(child: ChildProcess, code: number | null, signal: NodeJS.Signals | null): void {
    // A guard that was itself killed leaves its program behind, on the port that the next one needs.
    if (child.pid) killGroup(child.pid);
    if (this.stopping || child !== this.child || this.restarting) return;
    this.say(`  ${this.program.name} ended (${signal ?? reasonOf(code)}); starting it again.`);
    this.restarting = this.startAgain().finally(() => {
      this.restarting = null;
    });
  }

  private async startAgain(): Promise<void> {
    const began = Date.now();
    while (!this.stopping) {
      await delay(Math.min(15_000, 250 * 2 ** this.failures), undefined, { ref: false });
      if (this.stopping) return;
      try {
        this.failures += 1;
        await this.start();
        if (this.stopping) return;
        this.say(`  ${this.program.name} serves again after ${Math.max(1, Math.round((Date.now() - began) / 1000))} s.`);
        setTimeout(() => {
          this.failures = 0;
        }, 60_000).unref();
        return;
      } catch (error) {
        if (this.failures === 3) this.say(`\n${(error as Error).message}\n\n  It is tried again until it works.`);
      }
    }
  }
}

/** A shell tells the signal that ended a program as 128 and its number. */
function reasonOf(code: number | null): string {
  const [name] = Object.entries(constants.signals).find(([, number]) => number === (code ?? 0) - 128) ?? [];
  return name ?? `code ${code}`;
}

const hasEnded = (child: ChildProcess) => child.exitCode !== null || child.signalCode !== null;
