import { join, relative, sep } from 'node:path';

/**
 * ESLint over everything, one check for each project. Nx's map of the projects is drawn first: without it the rule of
 * the import boundaries passes everything, silently.
 */
export async function lintSuite(root, projects) {
  const { createProjectGraphAsync } = await import('@nx/devkit');
  await createProjectGraphAsync({ exitOnError: false });
  const { ESLint } = await import('eslint');
  const eslint = new ESLint({ cwd: root });
  const results = await eslint.lintFiles(['apps', 'libs', '*.mjs']);
  const format = await eslint.loadFormatter('stylish');
  const bad = results.filter((result) => result.errorCount + result.warningCount > 0);
  const places = [...projects, 'the root'];
  const placeOf = (path) => projects.find((project) => relative(root, path).startsWith(project + sep)) ?? 'the root';
  const failed = new Set(bad.map((result) => placeOf(result.filePath)));
  return { passed: places.length - failed.size, failed: failed.size, output: await format.format(bad) };
}

// In a process of its own: ESLint keeps a core busy, and the other lane needs this one to count.
if (process.argv[1] === join(import.meta.dirname, 'lint-suite.mjs')) {
  const [, , root, ...projects] = process.argv;
  process.stdout.write(JSON.stringify(await lintSuite(root, projects)));
}
