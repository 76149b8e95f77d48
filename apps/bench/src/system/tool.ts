import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const kept = fileURLToPath(new URL('../../../../node_modules/.cache/lynkify/', import.meta.url));

/**
 * A package that one command alone needs and that is too large for everybody's `npm ci`: fetched by the first run of the
 * command, kept until the next `npm ci`.
 * @returns the folder of the package
 * @throws when npm cannot fetch it
 */
export async function tool(name: string, version: string, say: (text: string) => void): Promise<string> {
  const home = join(kept, `${name.replaceAll('/', '-')}-${version}`);
  const folder = join(home, 'node_modules', name);
  if (existsSync(folder)) return folder;
  say(`fetching ${name} ${version}, once`);
  const making = `${home}.${process.pid}`;
  mkdirSync(making, { recursive: true });
  writeFileSync(join(making, 'package.json'), '{ "private": true }\n');
  try {
    await npm(['install', '--prefix', making, '--no-progress', '--no-audit', '--no-fund', '--ignore-scripts', '--save-exact', `${name}@${version}`]);
    // There whole or not at all.
    rmSync(home, { recursive: true, force: true });
    renameSync(making, home);
  } finally {
    rmSync(making, { recursive: true, force: true });
  }
  return folder;
}

function npm(args: readonly string[]): Promise<void> {
  return new Promise((done, failed) => {
    const child = spawn('npm', args, { stdio: ['ignore', 'ignore', 'pipe'] });
    let said = '';
    child.stderr.setEncoding('utf8').on('data', (text: string) => (said += text));
    child.once('error', failed).once('close', (code) => (code === 0 ? done() : failed(new Error(`npm could not fetch it:\n${said.trim()}`))));
  });
}
