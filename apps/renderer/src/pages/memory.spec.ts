import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, it } from '@jest/globals';

const loader = new URL('../../../../libs/testing/typescript-loader.mjs', import.meta.url).href;
const script = fileURLToPath(new URL('../../testing/count-memory.ts', import.meta.url));

it.each([
  // A bound in bytes is worth what the counting is: not more taken than counted, and not much counted for nothing.
  ['smart links that are drawn', 'smart-link', 0.8, 1.1],
  ['bio pages that are drawn', 'bio-page', 0.8, 1.1],
  ['pages that were read and not drawn yet', 'undrawn', 0.6, 1.2],
])('%s take in memory what they are counted as', async (_, kind, least, most) => {
  const { stdout } = await promisify(execFile)(process.execPath, ['--expose-gc', '--conditions=@lynkify/source', '--import', loader, script, kind, '400']);
  const { real, counted } = JSON.parse(stdout) as { real: number; counted: number };

  expect(real / counted).toBeGreaterThan(least);
  expect(real / counted).toBeLessThan(most);
});
