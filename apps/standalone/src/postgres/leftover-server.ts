import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, readlinkSync, realpathSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';

/**
 * Ends a server that still runs on this database because its launcher was killed, and clears the note that a killed
 * server left when its number belongs to another process by now, which PostgreSQL takes for itself and refuses to start.
 */
export async function endLeftoverServer(folder: string): Promise<void> {
  if (!existsSync(folder)) return;
  const place = realpathSync(folder);
  const note = join(place, 'postmaster.pid');
  const pid = existsSync(note) ? Number(readFileSync(note, 'utf8').split('\n')[0]) : NaN;

  if (pid > 1 && worksIn(pid, place)) {
    // Fast shutdown: sessions are cut, everything committed is kept.
    signal(pid, 'SIGINT');
    for (const until = Date.now() + 20_000; worksIn(pid, place) && Date.now() < until; ) await delay(50);
    if (worksIn(pid, place)) signal(pid, 'SIGQUIT');
  }
  // Sessions of a killed server end by themselves as soon as they notice; a new one must not begin before that.
  for (const until = Date.now() + 10_000; sessionsIn(place).length > 0 && Date.now() < until; ) await delay(50);
  for (const session of sessionsIn(place)) signal(session, 'SIGKILL');

  if (existsSync(note) && pid > 1 && !worksIn(pid, place)) rmSync(note, { force: true });
}

/** Whether a process is a server of this database: every one works in the database's folder. */
function worksIn(pid: number, place: string): boolean {
  if (process.platform === 'linux') return workingFolder(pid) === place;
  try {
    return execFileSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' }).includes(place);
  } catch (error) {
    // ps answers 1 for "no such process".
    if ((error as { status?: number }).status === 1) return false;
    throw error;
  }
}

function sessionsIn(place: string): number[] {
  if (process.platform !== 'linux') return [];
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((pid) => pid !== process.pid && workingFolder(pid) === place && commandOf(pid).includes('postgres'));
}

function workingFolder(pid: number): string | null {
  return read(() => readlinkSync(`/proc/${pid}/cwd`));
}

function commandOf(pid: number): string {
  return read(() => readFileSync(`/proc/${pid}/cmdline`, 'utf8')) ?? '';
}

/** Null for a process that is gone or somebody else's. */
function read(look: () => string): string | null {
  try {
    return look();
  } catch (error) {
    if (['ENOENT', 'ESRCH', 'EACCES', 'EPERM'].includes((error as NodeJS.ErrnoException).code ?? '')) return null;
    throw error;
  }
}

function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}
