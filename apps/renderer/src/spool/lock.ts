import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, statSync, utimes, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';

interface Holder {
  pid: number;
  /** When that process started, as the kernel counts it: a process id is given out again. */
  started: string;
  host: string;
}

/** A lock on another machine (or in another container) shows life by its time of change. */
const heartbeat = 5_000;
const silence = 20_000;

/** Another process holds the lock. */
export class LockedError extends Error {}

/** One folder, one writer and one shipper: two of a kind on one spool would undo each other. */
export class FolderLock {
  private readonly path: string;
  private readonly beat: NodeJS.Timeout;

  /** @throws LockedError in plain words when another process holds the folder */
  constructor(directory: string, name = 'lock') {
    mkdirSync(directory, { recursive: true, mode: 0o700 });
    this.path = join(directory, name);
    this.take(directory);
    // A folder that vanished shows at the next write to the spool, so the answer is not needed here.
    this.beat = setInterval(() => utimes(this.path, new Date(), new Date(), () => undefined), heartbeat).unref();
  }

  release(): void {
    clearInterval(this.beat);
    rmSync(this.path, { force: true });
  }

  private take(directory: string): void {
    const mine = `${this.path}.${process.pid}`;
    const stale = `${mine}.stale`;
    writeFileSync(mine, JSON.stringify({ pid: process.pid, started: startOf(process.pid) ?? '', host: hostname() } satisfies Holder), { mode: 0o600 });
    try {
      for (let attempt = 0; attempt < 5; attempt += 1) {
        // A link appears whole or not at all, and only one process can make it.
        if (succeedsUnless('EEXIST', () => linkSync(mine, this.path))) return;
        const text = readText(this.path);
        const holder = text === null ? null : holderOf(text);
        if (holder && alive(holder, this.path)) {
          throw new LockedError(`The folder ${directory} is in use by another renderer (process ${holder.pid} on ${holder.host}). Each renderer needs a SPOOL_DIR of its own.`);
        }
        if (!succeedsUnless('ENOENT', () => renameSync(this.path, stale))) continue;
        // Someone else may have replaced the stale lock since it was read: then it is given back.
        if (readText(stale) !== text) succeedsUnless('EEXIST', () => linkSync(stale, this.path));
        rmSync(stale, { force: true });
      }
      throw new Error(`The folder ${directory} could not be locked.`);
    } finally {
      rmSync(mine, { force: true });
    }
  }
}

function succeedsUnless(code: string, act: () => void): boolean {
  try {
    act();
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === code) return false;
    throw error;
  }
}

function readText(path: string): string | null {
  let text: string | null = null;
  succeedsUnless('ENOENT', () => { text = readFileSync(path, 'utf8'); });
  return text;
}

function holderOf(text: string): Holder | null {
  try {
    const read: unknown = JSON.parse(text);
    if (typeof read !== 'object' || read === null || !('pid' in read) || typeof read.pid !== 'number') return null;
    return { pid: read.pid, started: 'started' in read ? String(read.started) : '', host: 'host' in read ? String(read.host) : '' };
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

function alive(holder: Holder, path: string): boolean {
  if (holder.host !== hostname()) return Date.now() - (statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0) < silence;
  if (holder.pid === process.pid) return false;
  try {
    process.kill(holder.pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
  const started = startOf(holder.pid);
  return started === null || holder.started === '' || started === holder.started;
}

/** Field 22 of /proc/{pid}/stat; null where the system has no such file. */
function startOf(pid: number): string | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The name, in brackets, may itself hold spaces and brackets.
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? null;
  } catch (error) {
    if (['ENOENT', 'ESRCH', 'EACCES'].includes((error as NodeJS.ErrnoException).code ?? '')) return null;
    throw error;
  }
}
