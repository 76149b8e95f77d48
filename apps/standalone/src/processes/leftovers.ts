import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import type { Terminal } from '../start-settings.js';

/** Milliseconds. */
const patience = 10_000;

interface Remembered {
  pid: number;
  identity: string;
}

/**
 * The processes of this installation, on disk: after a launcher was killed, the next start finds those that have not
 * ended yet and ends them, by number and only if it is still the same process.
 */
export class ProcessRegister {
  private readonly file: string;
  private readonly processes = new Map<string, Remembered>();

  constructor(
    dataDir: string,
    private readonly terminal: Terminal,
  ) {
    this.file = join(dataDir, 'processes.json');
  }

  remember(name: string, pid: number): void {
    const identity = this.terminal.processIdentity(pid);
    if (identity) this.processes.set(name, { pid, identity });
    this.save();
  }

  forget(name: string): void {
    this.processes.delete(name);
    this.save();
  }

  /** Ends what an earlier launcher left behind. */
  async endLeftovers(): Promise<void> {
    const left = this.read().filter((one) => this.isAlive(one));
    await Promise.all(left.map((one) => this.end(one)));
    this.save();
  }

  /** Its guard has asked it to end already, when the launcher was gone. */
  private async end(one: Remembered): Promise<void> {
    for (const until = Date.now() + patience; this.isAlive(one); await delay(50)) {
      if (Date.now() < until) continue;
      killGroup(one.pid);
      return;
    }
  }

  private isAlive({ pid, identity }: Remembered): boolean {
    return this.terminal.processIdentity(pid) === identity;
  }

  private read(): Remembered[] {
    if (!existsSync(this.file)) return [];
    try {
      return Object.values(JSON.parse(readFileSync(this.file, 'utf8')) as Record<string, Remembered>);
    } catch (error) {
      // Written while the machine went down: what it named is gone as well.
      if (error instanceof SyntaxError) return [];
      throw error;
    }
  }

  private save(): void {
    writeFileSync(this.file, JSON.stringify(Object.fromEntries(this.processes)));
  }
}

/** Ends a guard and what it guards: each guard leads a process group of its own. */
export function killGroup(pid: number): void {
  try {
    process.kill(-pid, 'SIGKILL');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}
