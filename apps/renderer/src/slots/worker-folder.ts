import { existsSync, mkdirSync, readdirSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { FolderLock, LockedError } from '../spool/lock.js';

/** Where one process keeps what it writes, and its right to do so. */
export interface WorkerFolder {
  /** Empty for a process that serves alone, which has the folders themselves. */
  name: string;
  spoolDir: string;
  cacheDir: string;
  lock: FolderLock;
}

/** What the settings name: of one process alone, or of all workers together. */
export interface Folders {
  spoolDir: string;
  cacheDir: string;
}

const nameOf = (number: number) => `worker-${number}`;
const most = 1_000;

/**
 * Takes a folder for this process. Workers take the first that is free, so that one that replaces another has its own
 * while both are there, and none has to be told which.
 * @throws LockedError in plain words when this process should serve alone and the folder is another's
 */
export function takeFolder({ spoolDir, cacheDir }: Folders, workers: number): WorkerFolder {
  const firstOfWorkers = { spoolDir: join(spoolDir, nameOf(1)), cacheDir: join(cacheDir, nameOf(1)) };
  if (workers === 0) {
    const lock = new FolderLock(spoolDir);
    inheritCache(firstOfWorkers, cacheDir);
    return { name: '', spoolDir, cacheDir, lock };
  }
  for (let number = 1; number <= most; number += 1) {
    const name = nameOf(number);
    const lock = tryLock(join(spoolDir, name));
    if (!lock) continue;
    if (number === 1) inheritCache({ spoolDir, cacheDir }, join(cacheDir, name));
    return { name, spoolDir: join(spoolDir, name), cacheDir: join(cacheDir, name), lock };
  }
  throw new Error(`All ${most} folders in ${spoolDir} are in use.`);
}

/** Every folder in which events may lie, whoever wrote them: the named ones, and the folder that holds them. */
export function spoolFolders(spoolDir: string): { name: string; directory: string }[] {
  const names = existsSync(spoolDir) ? readdirSync(spoolDir).filter((name) => /^worker-\d+$/u.test(name)) : [];
  return ['', ...names].map((name) => ({ name, directory: join(spoolDir, name) }));
}

/** Null when another process holds it. */
export function tryLock(directory: string, name?: string): FolderLock | null {
  try {
    return new FolderLock(directory, name);
  } catch (error) {
    if (error instanceof LockedError) return null;
    throw error;
  }
}

/** Between one process alone and several, pages and pictures pass on: without the API there is nowhere else to have them from. */
function inheritCache(from: Folders, heir: string): void {
  const left = ['pages', 'media'].filter((name) => existsSync(join(from.cacheDir, name)) && !existsSync(join(heir, name)));
  if (left.length === 0) return;
  const lock = tryLock(from.spoolDir);
  if (!lock) return;
  mkdirSync(heir, { recursive: true, mode: 0o700 });
  for (const name of left) renameSync(join(from.cacheDir, name), join(heir, name));
  lock.release();
}
