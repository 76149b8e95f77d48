#!/usr/bin/env node
// `npm run bench -- NAME` and `npm run soak -- NAME`: builds what changed, then runs apps/bench.
import { spawn } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { nodeProblem, npmProblem } from './bootstrap/node-version.mjs';

const root = dirname(dirname(dirname(dirname(fileURLToPath(import.meta.url)))));

async function experiment(args) {
  const { installWhenNeeded } = await import('./bootstrap/install.mjs');
  const { buildWhenNeeded } = await import('./bootstrap/build.mjs');
  await installWhenNeeded(root);
  await buildWhenNeeded(root);
  const child = spawn(process.execPath, ['--enable-source-maps', join(root, 'apps/bench/dist/main.js'), ...args], { cwd: root, stdio: 'inherit' });
  // Ctrl-C reaches both; the one that has something to clear away decides when to end.
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal));
  return new Promise((ended) => child.once('exit', (code) => ended(code ?? 1)));
}

const problem = nodeProblem() ?? npmProblem();
if (problem) {
  process.stderr.write(`${problem}\n`);
  process.exit(1);
}
try {
  process.exitCode = await experiment(process.argv.slice(2));
} catch (error) {
  const { explain } = await import('./bootstrap/problem.mjs');
  process.stderr.write(`${explain(error)}\n`);
  process.exitCode = 1;
}
