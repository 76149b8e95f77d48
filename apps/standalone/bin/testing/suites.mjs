import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { Problem } from '../bootstrap/problem.mjs';
import { run } from '../bootstrap/run.mjs';
import { findChromium } from './chromium.mjs';
import { hasTests, jestSuite } from './jest-suite.mjs';
import { couldNotRun } from './report.mjs';
import { typesSuite } from './types-suite.mjs';

/** Every app and library, as folders. */
export function projectsOf(root) {
  return ['apps', 'libs'].flatMap((kind) => readdirSync(join(root, kind)).map((name) => `${kind}/${name}`)).filter((project) => existsSync(join(root, project, 'package.json')));
}

/** The order in which suites begin: what takes longest first, so that no lane waits at the end. */
const longestFirst = ['e2e', 'api', 'bench', 'lint', 'renderer', 'standalone', 'types', 'workers', 'testing'];

/**
 * All suites of the house.
 * @param {string} root
 * @param {{ postgresUrl: () => Promise<string> }} services started once, when the first suite asks
 * @returns {import('./report.mjs').Suite[]}
 */
export function allSuites(root, { postgresUrl }) {
  const projects = projectsOf(root);
  const env = async (more = {}) => ({ ...process.env, TEST_POSTGRES_URL: await postgresUrl(), ...more });
  const suites = [
    { name: 'lint', run: () => lint(root, projects) },
    { name: 'types', run: () => typesSuite(root, projects) },
    { name: 'schema', run: async () => (await import('./contract-suite.mjs')).contractSuite(root, process.env) },
    ...projects
      .filter((project) => hasTests(root, project))
      .map((project) => {
        const name = project.split('/')[1];
        const more = name === 'e2e' ? async () => ({ CHROMIUM_PATH: await findChromium() }) : async () => ({});
        return { name, run: async () => jestSuite(root, project, await env(await more())) };
      }),
  ];
  const rank = ({ name }) => (longestFirst.includes(name) ? longestFirst.indexOf(name) : longestFirst.length);
  return suites.sort((a, b) => rank(a) - rank(b));
}

async function lint(root, projects) {
  const { code, output } = await run(process.execPath, [join(import.meta.dirname, 'lint-suite.mjs'), root, ...projects], { cwd: root, env: { ...process.env, NX_DAEMON: 'false', NX_NO_CLOUD: 'true' } });
  const line = output.split('\n').find((text) => text.startsWith('{"passed"'));
  return code === 0 && line ? JSON.parse(line) : couldNotRun(`ESLint did not come to an end:\n\n${output}`);
}

/** Picks suites by name. @throws {Problem} for a name that is none */
export function pick(suites, names) {
  if (names.length === 0) return suites;
  const unknown = names.find((name) => !suites.some((suite) => suite.name === name));
  if (unknown) throw new Problem(`There is no suite "${unknown}". There are: ${suites.map(({ name }) => name).join(', ')}.`);
  return suites.filter(({ name }) => names.includes(name));
}
