import { describe, expect, it } from '@jest/globals';
import { ESLint } from 'eslint';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const rules = new Set(['no-restricted-globals', 'no-restricted-properties', '@typescript-eslint/no-restricted-imports']);

/** Whether a line may stand in a file as far as calling the internet goes. */
async function mayStand(file: string, line: string): Promise<boolean> {
  const [result] = await new ESLint({ cwd: root }).lintText(`${line}\n`, { filePath: `${root}/${file}` });
  return !(result?.messages ?? []).some(({ ruleId }) => ruleId !== null && rules.has(ruleId));
}

describe('the internet is called by the API', () => {
  it.each([
    `export const answer = await fetch('https://example.org');`,
    `export const answer = await globalThis.fetch('https://example.org');`,
    `import { request } from 'undici';\nexport const answer = await request('https://example.org');`,
    `import { request } from 'node:https';\nexport const answer = request('https://example.org');`,
    `import * as http from 'http';\nexport const agent = http.globalAgent;`,
    `import { connect } from 'node:net';\nexport const socket = connect(80, 'example.org');`,
    `import { lookup } from 'node:dns/promises';\nexport const found = await lookup('example.org');`,
  ])('through outbound and nothing else: %s', async (line) => {
    expect(await mayStand('apps/api/src/imports/made-up.ts', line)).toBe(false);
    expect(await mayStand('apps/api/src/outbound/made-up.ts', line)).toBe(true);
    expect(await mayStand('apps/api/src/imports/made-up.spec.ts', line)).toBe(true);
  }, 30_000);

  it.each([`import type { IncomingMessage } from 'node:http';\nexport type Asked = IncomingMessage;`, `import { isIPv6 } from 'node:net';\nexport const is = isIPv6('::1');`])('but what calls nobody may be used: %s', async (line) => {
    expect(await mayStand('apps/api/src/imports/made-up.ts', line)).toBe(true);
  }, 30_000);
});
