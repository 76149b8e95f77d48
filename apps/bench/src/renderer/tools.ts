import { execFile } from 'node:child_process';
import { accessSync, constants, mkdirSync, readdirSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { ofTheMachine } from '../environment.js';

const run = promisify(execFile);
const cache = fileURLToPath(new URL('../../../../node_modules/.cache/lynkify-bench/', import.meta.url));

/** A program of another kind that measures, or is measured beside ours. */
export interface Tool {
  path: string;
  environment: Record<string, string>;
}

/** The program on this machine's path, or null. */
export function onPath(name: string): Tool | null {
  for (const folder of [...(ofTheMachine.PATH ?? '').split(delimiter), '/usr/sbin']) {
    const path = join(folder, name);
    if (isExecutable(path)) return { path, environment: ofTheMachine };
  }
  return null;
}

/**
 * The program on this machine's path, else out of Debian's packages: unpacked beside the installed npm packages and not
 * installed, so that nothing of the machine changes and no service starts.
 * @returns null where there is no Debian, or it cannot be fetched
 */
export async function debianTool(name: string, packages: readonly string[]): Promise<Tool | null> {
  const found = onPath(name) ?? unpacked(name);
  if (found) return found;
  if (!onPath('apt-get') || !onPath('dpkg')) return null;
  const folder = join(cache, name);
  mkdirSync(folder, { recursive: true });
  try {
    await run('apt-get', ['download', '-q', ...packages], { cwd: folder });
    for (const file of readdirSync(folder).filter((entry) => entry.endsWith('.deb'))) await run('dpkg', ['-x', join(folder, file), folder]);
  } catch (error) {
    // Also where the lists of packages were never fetched, or there is no network.
    if (typeof (error as { code?: unknown }).code === 'number') return null;
    throw error;
  }
  return unpacked(name);
}

function unpacked(name: string): Tool | null {
  const folder = join(cache, name);
  const path = [join(folder, 'usr/bin', name), join(folder, 'usr/sbin', name)].find(isExecutable);
  if (path === undefined) return null;
  const libraries = join(folder, 'usr/lib');
  return { path, environment: { ...ofTheMachine, LD_LIBRARY_PATH: [libraries, join(libraries, 'x86_64-linux-gnu'), join(libraries, 'aarch64-linux-gnu')].join(delimiter) } };
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch (error) {
    if (['ENOENT', 'EACCES', 'ENOTDIR'].includes((error as NodeJS.ErrnoException).code ?? '')) return false;
    throw error;
  }
}
