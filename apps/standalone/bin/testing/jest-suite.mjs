import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { run } from '../bootstrap/run.mjs';
import { couldNotRun } from './report.mjs';

/** Milliseconds that Jest may take to end once it has counted. */
const patience = 60_000;

/** The tests of one project, counted by Jest itself. A skipped test is one that did not pass. */
export async function jestSuite(root, project, env) {
  const folder = mkdtempSync(join(tmpdir(), 'lynkify-jest-'));
  const file = join(folder, 'result.json');
  const hung = new AbortController();
  const watch = setInterval(() => {
    const counted = statSync(file, { throwIfNoEntry: false });
    if (counted && Date.now() - counted.mtimeMs > patience) hung.abort();
  }, 1_000);
  try {
    const { code, output } = await run(
      process.execPath,
      ['node_modules/jest/bin/jest.js', '--config', `${project}/jest.config.mjs`, '--json', `--outputFile=${file}`, '--ci', '--forceExit=false'],
      { cwd: root, env: { ...env, NODE_ENV: 'test' }, signal: hung.signal },
    );
    // Standard output is the same JSON again; what people read went to standard error.
    const text = output.split('\n').filter((line) => !line.startsWith('{"num')).join('\n');
    if (!existsSync(file)) return couldNotRun(`${text}\nJest ended with code ${code} and counted nothing.`);
    const { numPassedTests, numFailedTests, numPendingTests, numTodoTests, numRuntimeErrorTestSuites } = JSON.parse(readFileSync(file, 'utf8'));
    const notRun = numPendingTests + numTodoTests + numRuntimeErrorTestSuites;
    // A global set-up or tear-down that fails counts no test; the exit code alone tells.
    const untold = code !== 0 && numFailedTests + notRun === 0 ? 1 : 0;
    const left = hung.signal.aborted ? '\nJest did not end after its last test: something that a test started is still open.' : '';
    return { passed: numPassedTests, failed: numFailedTests + notRun + untold, output: text + left };
  } finally {
    clearInterval(watch);
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Whether a project has tests at all. */
export function hasTests(root, project) {
  const source = join(root, project, 'src');
  return existsSync(source) && readdirSync(source, { recursive: true }).some((path) => /\.spec\.tsx?$/.test(path));
}
