#!/usr/bin/env node
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { nodeProblem, npmProblem } from './bootstrap/node-version.mjs';

const root = dirname(dirname(dirname(dirname(fileURLToPath(import.meta.url)))));

/** Two suites at a time: most wait for a database or a browser half of their time, and two cores are what there is. */
const lanes = 2;

async function test(names) {
  const { explain } = await import('./bootstrap/problem.mjs');
  const { say, step } = await import('./bootstrap/say.mjs');
  const { stopCommands } = await import('./bootstrap/run.mjs');
  const { couldNotRun, Report } = await import('./testing/report.mjs');
  const report = new Report();
  let stopPostgres = async () => undefined;
  let interrupted = false;
  const interrupt = () => {
    interrupted = true;
    stopCommands();
  };
  process.once('SIGINT', interrupt).once('SIGTERM', interrupt);

  try {
    const { installWhenNeeded } = await import('./bootstrap/install.mjs');
    const { buildWhenNeeded } = await import('./bootstrap/build.mjs');
    await installWhenNeeded(root);
    await buildWhenNeeded(root);

    let postgres;
    const postgresUrl = async () => {
      postgres ??= startPostgres(say, step);
      const { url, stop } = await postgres;
      stopPostgres = stop;
      return url;
    };
    const { allSuites, pick } = await import('./testing/suites.mjs');
    const waiting = [...pick(allSuites(root, { postgresUrl }), names)];
    say();
    const lane = async () => {
      for (let suite = waiting.shift(); suite && !interrupted; suite = waiting.shift()) {
        const began = Date.now();
        const result = await suite.run().catch((error) => couldNotRun(explain(error)));
        if (!interrupted) report.add(suite.name, result, Math.round((Date.now() - began) / 1000));
      }
    };
    await Promise.all(Array.from({ length: lanes }, lane));
  } catch (error) {
    report.add('npm test', couldNotRun(explain(error)), 0);
  } finally {
    await stopPostgres();
  }
  if (interrupted) {
    say('\nStopped before the end.');
    return 130;
  }
  say(`\n${report.total()}`);
  return report.failed > 0 ? 1 : 0;
}

async function startPostgres(say, step) {
  const { processIdentity } = await import('./bootstrap/process-identity.mjs');
  const { startThrowawayPostgres } = await import(pathToFileURL(join(root, 'apps/standalone/dist/throwaway-postgres.js')).href);
  return startThrowawayPostgres({ say, step, processIdentity });
}

const problem = nodeProblem() ?? npmProblem();
if (problem) {
  process.stderr.write(`${problem}\n\n0 passed, 1 failed\n`);
  process.exit(1);
}
process.exitCode = await test(process.argv.slice(2));
