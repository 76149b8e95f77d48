import { randomBytes } from 'node:crypto';
import { existsSync, lstatSync, mkdirSync, readdirSync, readlinkSync, symlinkSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Problem } from '../problem.js';
import { canReach, type Account } from './account.js';

/** Where root keeps what the `postgres` user may not reach in the clone. */
export const reachableByAll = '/var/lib/lynkify';

/**
 * The database's folder: `{data}/postgres`. When the account may not enter the folders above it, the name in `.data` is
 * a link to a folder that it can reach.
 * @returns the folder and, when it is not where one would look, a sentence that says so
 */
export function databaseFolder(dataDir: string, account: Account | null): { folder: string; notice: string | null } {
  const folder = join(dataDir, 'postgres');
  if (!account || canReach(account, dataDir)) return { folder, notice: null };

  // Whoever throws the data folder away gets a new database with it, so the name is never the same twice.
  if (!isThere(folder)) symlinkSync(join(reachableByAll, randomBytes(6).toString('hex'), 'postgres'), folder);
  if (!lstatSync(folder).isSymbolicLink()) throw new Problem(`PostgreSQL runs as the user "postgres", who may not enter ${dataDir} any more. Let everybody pass through the folders above it (chmod o+x).`);
  const target = readlinkSync(folder);
  mkdirSync(dirname(target), { recursive: true, mode: 0o755 });
  return { folder: target, notice: `The database is in ${target}: PostgreSQL runs as the user "postgres", who may not enter ${dataDir}.` };
}

/** Whether a cluster was made there. */
export function isCluster(folder: string): boolean {
  return existsSync(folder) && readdirSync(folder).includes('PG_VERSION');
}

function isThere(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false }) !== undefined;
}
