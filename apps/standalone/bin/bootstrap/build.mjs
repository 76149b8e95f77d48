import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { Problem } from './problem.mjs';
import { lastLines, run } from './run.mjs';
import { step } from './say.mjs';

const notSources = new Set(['node_modules', 'dist', '.nx', '.data', '.git', 'coverage', 'pictures']);

/**
 * Builds every app and library when a source changed since the last build, for instance after `git pull`.
 * Nx decides what of it has to be built again; this only spares asking it when nothing changed.
 * @param {string} root the clone
 */
export async function buildWhenNeeded(root) {
  const marker = join(root, '.nx', 'lynkify-build');
  const state = fingerprint(root);
  if (existsSync(marker) && readFileSync(marker, 'utf8') === state && built(root)) return;

  await step('Building', 'Built', async () => {
    const { code, output } = await run(process.execPath, [join(root, 'node_modules/nx/dist/bin/nx.js'), 'run-many', '-t', 'build', '--outputStyle=stream'], {
      cwd: root,
      // No background server is left behind, and nothing asks a question.
      env: { ...process.env, NX_DAEMON: 'false', NX_NO_CLOUD: 'true', NX_TUI: 'false', NO_COLOR: '1', CI: 'true', NODE_ENV: 'production' },
    });
    if (code === 0) return;
    if (/ENOSPC/.test(output)) throw new Problem('The disk is full: the build could not be written. Make room and start again.');
    throw new Problem(`The build failed:\n\n${lastLines(output, 40)}`);
  });
  mkdirSync(join(root, '.nx'), { recursive: true });
  writeFileSync(marker, state);
}

const built = (root) => ['apps/api/dist/main.js', 'apps/renderer/dist/main.js', 'apps/dashboard/dist/index.html', 'apps/standalone/dist/serve.js'].every((path) => existsSync(join(root, path)));

/** Name, size and time of every source. Reading a thousand files' contents would cost more than it tells. */
function fingerprint(root) {
  const hash = createHash('sha256').update(process.versions.modules);
  const walk = (folder) => {
    for (const entry of readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1))) {
      if (notSources.has(entry.name)) continue;
      const path = join(folder, entry.name);
      if (entry.isDirectory()) walk(path);
      else if (entry.isFile()) {
        const { size, mtimeMs } = statSync(path);
        hash.update(`${relative(root, path)}\0${size}\0${mtimeMs}\n`);
      }
    }
  };
  walk(join(root, 'apps'));
  walk(join(root, 'libs'));
  for (const name of ['package-lock.json', 'tsconfig.base.json', 'nx.json', '.swcrc', '.swcrc-tsx']) hash.update(readFileSync(join(root, name)));
  return hash.digest('hex');
}
