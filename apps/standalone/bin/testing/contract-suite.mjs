import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { diff, CriticalityLevel } from '@graphql-inspector/core';
import { buildSchema } from 'graphql';
import { lastLines, run } from '../bootstrap/run.mjs';
import { check } from './report.mjs';

const contract = 'libs/contract/schema.graphql';
const accepted = 'libs/contract/breaking-changes.json';

/**
 * Two checks of the contract: the committed schema is the one that the API prints, and it breaks nothing that the
 * version before it promised, except what `breaking-changes.json` names with a reason.
 */
export async function contractSuite(root, env) {
  const results = [await isPrinted(root, env), await breaksNothing(root)];
  return {
    passed: results.reduce((sum, { passed }) => sum + passed, 0),
    failed: results.reduce((sum, { failed }) => sum + failed, 0),
    output: results.map(({ output }) => output).filter(Boolean).join('\n\n'),
  };
}

async function isPrinted(root, env) {
  const folder = mkdtempSync(join(tmpdir(), 'lynkify-contract-'));
  try {
    const printed = join(folder, 'schema.graphql');
    const { code, output } = await run(process.execPath, ['apps/api/dist/print-schema.js', printed], { cwd: root, env });
    if (code !== 0) return check(false, `The API could not print its schema:\n\n${lastLines(output)}`);
    if (readFileSync(printed, 'utf8') === readFileSync(join(root, contract), 'utf8')) return check(true);
    const { output: difference } = await run('git', ['--no-pager', 'diff', '--no-index', '--no-color', contract, printed], { cwd: root });
    return check(false, `${contract} is not what the API prints. Print it again: npm run contract\n\n${difference.split('\n').slice(0, 60).join('\n')}`);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function breaksNothing(root) {
  const now = readFileSync(join(root, contract), 'utf8');
  const before = await versionBefore(root, now);
  // A fresh copy without history, or the first version: nothing was promised before.
  if (!before) return check(true);
  const changes = await diff(buildSchema(before), buildSchema(now));
  const known = new Set(existsSync(join(root, accepted)) ? JSON.parse(readFileSync(join(root, accepted), 'utf8')).map(({ path }) => path) : []);
  const unmarked = changes.filter(({ criticality, path }) => criticality.level === CriticalityLevel.Breaking && !known.has(path));
  if (unmarked.length === 0) return check(true);
  const lines = unmarked.map(({ path, message }) => `  ${path}: ${message}`).join('\n');
  return check(false, `The contract breaks what its version before promised:\n${lines}\nKeep it, or name it with its reason in ${accepted}: [{ "path": "…", "why": "…" }]`);
}

/** The newest committed version that differs from the present one. */
async function versionBefore(root, now) {
  const { code, output } = await run('git', ['log', '--format=%H', '--max-count=5', '--', contract], { cwd: root });
  if (code !== 0) return null;
  for (const commit of output.trim().split('\n').filter(Boolean)) {
    const shown = await run('git', ['show', `${commit}:${contract}`], { cwd: root });
    if (shown.code === 0 && shown.output !== now) return shown.output;
  }
  return null;
}
