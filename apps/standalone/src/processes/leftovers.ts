import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import type { Terminal } from '../start-settings.js';

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

  private async end(one: Remembered): Promise<void> {
    process.kill(one.pid, 'SIGTERM');
    for (const until = Date.now() + 7_000; this.isAlive(one); await delay(50)) {
      if (Date.now() < until) continue;
      process.kill(one.pid, 'SIGKILL');
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
