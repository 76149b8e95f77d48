import { accessSync, constants, existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { Problem } from '../bootstrap/problem.mjs';
import { lastLines, run } from '../bootstrap/run.mjs';
import { step } from '../bootstrap/say.mjs';

const names = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome'];
const applications = ['/Applications/Google Chrome.app/Contents/MacOS/Google Chrome', '/Applications/Chromium.app/Contents/MacOS/Chromium'];
const advice = 'Install Chromium or Chrome, or say where it is: CHROMIUM_PATH=/path/to/chromium npm test';

/**
 * The browser of the browser tests: the one that CHROMIUM_PATH names, else the system's, else Debian's package where
 * this user may install one.
 * @returns {Promise<string>} its path
 */
export async function findChromium(environment = process.env) {
  const named = environment.CHROMIUM_PATH;
  if (named) {
    if (!existsSync(named)) throw new Problem(`CHROMIUM_PATH is ${named}, and nothing is there.`);
    return named;
  }
  const known = onPath(environment) ?? applications.find((path) => existsSync(path));
  if (known) return known;
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) throw new Problem(`The browser tests need Chromium, and there is none.\n${advice}`);
  await step('Installing Chromium', 'Chromium installed', () => installPackage(environment));
  const installed = onPath(environment);
  if (!installed) throw new Problem(`Debian's package brought no Chromium.\n${advice}`);
  return installed;
}

async function installPackage(environment) {
  const env = { ...environment, DEBIAN_FRONTEND: 'noninteractive' };
  const wait = ['-o', 'DPkg::Lock::Timeout=120'];
  const update = await run('apt-get', [...wait, 'update', '-q'], { env });
  const install = await run('apt-get', [...wait, 'install', '-y', '-q', '--no-install-recommends', 'chromium', 'fonts-liberation'], { env });
  if (install.code !== 0) throw new Problem(`Debian's package chromium could not be installed:\n\n${lastLines(update.output + install.output, 15)}\n\n${advice}`);
}

function onPath({ PATH = '' }) {
  return names.flatMap((name) => PATH.split(delimiter).map((folder) => join(folder, name))).find(isExecutable);
}

function isExecutable(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch (error) {
    if (['ENOENT', 'EACCES', 'ENOTDIR'].includes(error.code)) return false;
    throw error;
  }
}
