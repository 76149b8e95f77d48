// Where the engine of ClickHouse is as a library, and how it gets there.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const version = '3.4.0';
const place = join(dirname(dirname(fileURLToPath(import.meta.url))), '.chdb', version);

/** Folder of the installed package. */
export const chdbFolder = join(place, 'node_modules', 'chdb');

/** Installs it when it is not there. @throws when it could not be installed */
export function installChdb() {
  if (existsSync(join(place, 'installed'))) return;
  console.log(`Installing chdb ${version} into ${place}: half a gigabyte, once.`);
  mkdirSync(place, { recursive: true });
  writeFileSync(join(place, 'package.json'), '{ "private": true }\n');
  const { status } = spawnSync('npm', ['install', '--no-audit', '--no-fund', '--no-progress', '--save-exact', `chdb@${version}`], { cwd: place, stdio: 'inherit' });
  if (status !== 0) throw new Error('chdb was not installed.');
  writeFileSync(join(place, 'installed'), '');
}
