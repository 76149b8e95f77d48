import { existsSync, readFileSync } from 'node:fs';
import { statfs } from 'node:fs/promises';
import { join } from 'node:path';
import { npmCommand } from './node-version.mjs';
import { Problem } from './problem.mjs';
import { lastLines, run } from './run.mjs';
import { step } from './say.mjs';

/** What an installation takes on the disk, with npm's cache, in MB. */
const needed = 1500;

/**
 * Installs the packages when there are none, or others than the lock file names.
 * @param {string} root the clone
 */
export async function installWhenNeeded(root) {
  if (isInstalled(root)) return;

  const disk = await statfs(root);
  const free = Math.floor((disk.bavail * disk.bsize) / 1024 / 1024);
  if (free < needed && !existsSync(join(root, 'node_modules'))) {
    throw new Problem(`The packages need about ${needed} MB of disk; ${free} MB are free. Make room and start again.`);
  }

  await step('Installing packages, about a minute', 'Packages installed', async () => {
    const { code, output } = await run(npmCommand.command, ['ci', '--no-audit', '--no-fund', '--no-progress', '--loglevel=warn'], { cwd: root, shell: npmCommand.shell });
    if (code === 0) return;
    if (/ENOSPC/.test(output)) throw new Problem('The disk is full: npm could not install the packages. Make room and start again.');
    if (/EACCES|EPERM|EROFS/.test(output)) throw new Problem(`npm may not write in ${root}. Start as the user who owns the folder.\n\n${lastLines(output, 8)}`);
    if (/ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ETIMEDOUT|ECONNRESET/.test(output)) {
      throw new Problem(`npm cannot reach the package registry. Check the connection and start again.\n\n${lastLines(output, 8)}`);
    }
    throw new Problem(`npm could not install the packages:\n\n${lastLines(output)}`);
  });
}

/**
 * Whether what npm noted at the end of its last installation is what the lock file asks for. An installation that was
 * cut short left no note. Optional packages are those of other systems.
 */
function isInstalled(root) {
  const note = join(root, 'node_modules', '.package-lock.json');
  if (!existsSync(note)) return false;
  const installed = JSON.parse(readFileSync(note, 'utf8')).packages;
  const wanted = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')).packages;
  return Object.entries(wanted).every(([path, { version, optional }]) => !path.startsWith('node_modules/') || optional || installed[path]?.version === version);
}
