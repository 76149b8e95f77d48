import { lstatSync, lutimes, mkdirSync, readFileSync, readlinkSync, renameSync, rmSync, symlinkSync } from 'node:fs';
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
    this.beat = setInterval(() => lutimes(this.path, new Date(), new Date(), () => undefined), heartbeat).unref();
  }

  release(): void {
    clearInterval(this.beat);
    rmSync(this.path, { force: true });
  }

  /**
   * The lock is a link whose target is its holder's name: it appears whole or not at all, only one process can make it, and
   * it needs no room where the disk is full.
   */
  private take(directory: string): void {
    const mine = `${process.pid}:${processOf(process.pid)?.started ?? ''}:${hostname()}`;
    const stale = `${this.path}.${process.pid}.stale`;
    for (let attempt = 0; attempt < 5; attempt += 1) {
      if (succeedsUnless('EEXIST', () => symlinkSync(mine, this.path))) return;
      const text = readText(this.path);
      const holder = text === null ? null : holderOf(text);
      if (holder && alive(holder, this.path)) {
        throw new LockedError(`The folder ${directory} is in use by another renderer (process ${holder.pid} on ${holder.host}). Each renderer needs a SPOOL_DIR of its own.`);
      }
      if (!succeedsUnless('ENOENT', () => renameSync(this.path, stale))) continue;
      // Someone else may have replaced the stale lock since it was read: then it is given back.
      const taken = readText(stale);
      if (taken !== null && taken !== text) succeedsUnless('EEXIST', () => symlinkSync(taken, this.path));
      rmSync(stale, { force: true });
    }
    throw new Error(`The folder ${directory} could not be locked.`);
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
  succeedsUnless('ENOENT', () => {
    // Releases of before wrote a file.
    if (!succeedsUnless('EINVAL', () => { text = readlinkSync(path); })) text = readFileSync(path, 'utf8');
  });
  return text;
}

function holderOf(text: string): Holder | null {
  const [, pid, started, host] = /^(\d+):(\d*):(.*)$/u.exec(text) ?? formerHolder(text) ?? [];
  return pid === undefined || started === undefined || host === undefined ? null : { pid: Number(pid), started, host };
}

function formerHolder(text: string): string[] | null {
  const pid = /"pid":(\d+)/u.exec(text)?.[1];
  return pid === undefined ? null : ['', pid, /"started":"(\d*)"/u.exec(text)?.[1] ?? '', /"host":"([^"]*)"/u.exec(text)?.[1] ?? ''];
}

function alive(holder: Holder, path: string): boolean {
  if (holder.host !== hostname()) return Date.now() - (lstatSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0) < silence;
  if (holder.pid === process.pid) return false;
  try {
    process.kill(holder.pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
  const { state, started } = processOf(holder.pid) ?? {};
  // One that ended keeps its number until its parent asks after it, and in a container the first process may never do so.
  if (state === 'Z' || state === 'X') return false;
  return started === undefined || holder.started === '' || started === holder.started;
}

/** Fields 3 and 22 of /proc/{pid}/stat, see proc_pid_stat(5); null where the system has no such file. */
function processOf(pid: number): { state?: string; started?: string } | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The name, in brackets, may itself hold spaces and brackets.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return { state: fields[0], started: fields[19] };
  } catch (error) {
    if (['ENOENT', 'ESRCH', 'EACCES'].includes((error as NodeJS.ErrnoException).code ?? '')) return null;
    throw error;
  }
}
