import { createHash } from 'node:crypto';
import { existsSync, lstatSync, mkdirSync, readdirSync, realpathSync, symlinkSync } from 'node:fs';
import { dirname, join } from 'node:path';
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

  const elsewhere = join(reachableByAll, createHash('sha256').update(dataDir).digest('hex').slice(0, 12), 'postgres');
  mkdirSync(dirname(elsewhere), { recursive: true, mode: 0o755 });
  if (!isThere(folder)) symlinkSync(elsewhere, folder);
  // Whoever moved a clone with its data keeps the data.
  const target = existsSync(folder) ? realpathSync(folder) : elsewhere;
  return { folder: target, notice: `The database is in ${target}: PostgreSQL runs as the user "postgres", who may not enter ${dataDir}.` };
}

/** Whether a cluster was made there. */
export function isCluster(folder: string): boolean {
  return existsSync(folder) && readdirSync(folder).includes('PG_VERSION');
}

function isThere(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false }) !== undefined;
}
