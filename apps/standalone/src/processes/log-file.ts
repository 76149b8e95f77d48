import { appendFileSync, existsSync, renameSync, statSync } from 'node:fs';

const cap = 5 * 1024 * 1024;

/**
 * A program's output on disk: the newest 5 to 10 MB, in `{path}` and `{path}.1`. The last lines are kept in memory,
 * to be shown when the program does not start. A full disk loses log lines and nothing else.
 */
export class LogFile {
  private readonly recent: string[] = [];
  private size: number;

  constructor(readonly path: string) {
    this.size = existsSync(path) ? statSync(path).size : 0;
  }

  write(chunk: string): void {
    this.recent.push(...chunk.split('\n').filter((line) => line.trim() !== ''));
    this.recent.splice(0, Math.max(0, this.recent.length - 200));
    try {
      if (this.size > cap) {
        renameSync(this.path, `${this.path}.1`);
        this.size = 0;
      }
      appendFileSync(this.path, chunk);
      this.size += Buffer.byteLength(chunk);
    } catch (error) {
      this.recent.push(`(this line is not in the log file: ${(error as Error).message})`);
    }
  }

  lastLines(count: number): string {
    return this.recent.slice(-count).join('\n');
  }

  forget(): void {
    this.recent.length = 0;
  }
}
