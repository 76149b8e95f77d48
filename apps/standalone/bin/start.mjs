#!/usr/bin/env node
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { nodeProblem, npmProblem } from './bootstrap/node-version.mjs';

const root = dirname(dirname(dirname(dirname(fileURLToPath(import.meta.url)))));
const known = new Set(['--empty', '--dev', '--help']);
const help = `npm start             serves Lynkify on this machine
npm start -- --empty  the same without the demo workspace
npm run dev           the same, taking up changes of the sources`;

async function start() {
  const { explain, Problem } = await import('./bootstrap/problem.mjs');
  const { say, step } = await import('./bootstrap/say.mjs');
  const options = process.argv.slice(2);
  const unknown = options.find((option) => !known.has(option));
  if (unknown || options.includes('--help')) {
    say(unknown ? `Unknown option ${unknown}.\n\n${help}` : help);
    return unknown ? 2 : 0;
  }

  let release = () => undefined;
  try {
    say('\nLynkify\n');
    const { addresses, readStartSettings } = await import('./bootstrap/settings.mjs');
    const { takeLock } = await import('./bootstrap/lock.mjs');
    const { stopCommands } = await import('./bootstrap/run.mjs');
    const settings = readStartSettings(root);
    release = takeLock(settings.dataDir, addresses(settings));

    const interrupted = () => {
      stopCommands();
      release();
      process.exit(0);
    };
    process.once('SIGINT', interrupted).once('SIGTERM', interrupted);

    const problem = existsSync(join(root, 'node_modules')) ? null : npmProblem();
    if (problem) throw new Problem(problem);
    const { installWhenNeeded } = await import('./bootstrap/install.mjs');
    const { buildWhenNeeded } = await import('./bootstrap/build.mjs');
    await installWhenNeeded(root);
    await buildWhenNeeded(root);

    const { serve } = await import(pathToFileURL(join(root, 'apps/standalone/dist/serve.js')).href);
    process.off('SIGINT', interrupted).off('SIGTERM', interrupted);
    const { processIdentity } = await import('./bootstrap/process-identity.mjs');
    return await serve({ ...settings, empty: options.includes('--empty'), dev: options.includes('--dev') }, { say, step, processIdentity });
  } catch (error) {
    say(`\n${explain(error)}\n`);
    return 1;
  } finally {
    release();
  }
}

const tooOld = nodeProblem();
if (tooOld) {
  process.stderr.write(`${tooOld}\n`);
  process.exit(1);
}
process.exitCode = await start();
