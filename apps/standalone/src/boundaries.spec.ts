import { beforeAll, describe, expect, it } from '@jest/globals';
import { createProjectGraphAsync } from '@nx/devkit';
import { ESLint } from 'eslint';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../..', import.meta.url));

/** What the boundary rule says about an import, when it stood in a source of that project. */
async function refusals(file: string, imported: string): Promise<string[]> {
  const eslint = new ESLint({ cwd: root });
  const [result] = await eslint.lintText(`import * as imported from '${imported}';\nexport const used = imported;\n`, { filePath: `${root}/${file}` });
  return (result?.messages ?? []).filter(({ ruleId }) => ruleId === '@nx/enforce-module-boundaries').map(({ message }) => message);
}

describe('who may import whom', () => {
  beforeAll(async () => {
    // Without Nx's map of the projects the rule lets everything pass.
    await createProjectGraphAsync({ exitOnError: false });
  }, 60_000);

  it.each([
    ['apps/dashboard/src/features/made-up.ts', 'typeorm'],
    ['apps/dashboard/src/features/made-up.ts', '@nestjs/common'],
    ['apps/dashboard/src/features/made-up.ts', '../../../api/src/main.js'],
    ['apps/renderer/src/made-up.ts', 'pg'],
    ['apps/renderer/src/made-up.ts', '@nestjs/core'],
    ['apps/renderer/src/made-up.ts', 'graphile-worker'],
    ['apps/api/src/made-up.ts', 'react'],
    ['apps/api/src/made-up.ts', '@lynkify/page-view'],
    ['libs/domain/src/made-up.ts', 'react'],
    ['libs/domain/src/made-up.ts', 'graphql'],
    ['libs/domain/src/made-up.ts', '@lynkify/platforms'],
    ['libs/platforms/src/made-up.ts', '@lynkify/contract'],
    ['libs/page-view/src/made-up.tsx', '@lynkify/contract'],
    ['libs/page-view/src/made-up.tsx', '@mantine/core'],
    ['libs/contract/src/made-up.ts', 'react'],
    ['libs/workers/src/made-up.ts', '@lynkify/domain'],
    ['libs/workers/src/made-up.ts', 'fastify'],
    ['apps/dashboard/src/made-up.ts', '@lynkify/workers'],
  ])('%s may not import %s', async (file, imported) => {
    expect(await refusals(file, imported)).not.toEqual([]);
  }, 30_000);

  it.each([
    ['apps/dashboard/src/features/made-up.ts', '@lynkify/page-view'],
    ['apps/renderer/src/made-up.ts', '@lynkify/platforms'],
    ['apps/api/src/made-up.ts', 'typeorm'],
    ['apps/api/src/made-up.ts', '@lynkify/workers'],
    ['apps/renderer/src/made-up.ts', '@lynkify/workers'],
    ['libs/platforms/src/made-up.ts', '@lynkify/domain'],
    ['libs/page-view/src/made-up.tsx', 'react'],
  ])('%s may import %s', async (file, imported) => {
    expect(await refusals(file, imported)).toEqual([]);
  }, 30_000);
});
