import nx from '@nx/eslint-plugin';
import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';

/** What a project of each kind may import; the table stands in the README ("The house"). */
const serverOnly = ['@nestjs/*', 'typeorm', 'pg', 'graphile-worker'];
const depConstraints = [
  { sourceTag: 'type:domain', onlyDependOnLibsWithTags: ['type:testing'], allowedExternalImports: ['fast-check', '@jest/globals'] },
  { sourceTag: 'type:platforms', onlyDependOnLibsWithTags: ['type:domain', 'type:testing'], allowedExternalImports: ['fast-check', '@jest/globals', 'simple-icons', 'svgo'] },
  { sourceTag: 'type:workers', onlyDependOnLibsWithTags: [], allowedExternalImports: ['prom-client', '@jest/globals'] },
  { sourceTag: 'type:contract', onlyDependOnLibsWithTags: ['type:domain'], bannedExternalImports: [...serverOnly, 'react', 'react-dom'] },
  { sourceTag: 'type:page-view', onlyDependOnLibsWithTags: ['type:domain', 'type:platforms', 'type:testing'], bannedExternalImports: [...serverOnly, '@mantine/*', '@tanstack/*'] },
  { sourceTag: 'type:testing', onlyDependOnLibsWithTags: ['type:domain', 'type:platforms'] },
  { sourceTag: 'type:api', onlyDependOnLibsWithTags: ['type:workers', 'type:domain', 'type:platforms', 'type:page-view', 'type:contract', 'type:testing'], bannedExternalImports: ['react', 'react-dom', '@mantine/*', '@tanstack/*'] },
  { sourceTag: 'type:dashboard', onlyDependOnLibsWithTags: ['type:domain', 'type:platforms', 'type:contract', 'type:page-view', 'type:testing'], bannedExternalImports: serverOnly },
  { sourceTag: 'type:renderer', onlyDependOnLibsWithTags: ['type:workers', 'type:domain', 'type:platforms', 'type:contract', 'type:page-view', 'type:testing'], bannedExternalImports: serverOnly },
  { sourceTag: 'type:standalone', onlyDependOnLibsWithTags: ['type:domain', 'type:platforms', 'type:contract', 'type:testing'] },
  { sourceTag: 'type:bench', onlyDependOnLibsWithTags: ['type:testing', 'type:domain', 'type:platforms', 'type:contract'], bannedExternalImports: ['@nestjs/*', 'typeorm'] },
  { sourceTag: 'type:e2e', onlyDependOnLibsWithTags: ['type:testing', 'type:domain', 'type:platforms'] },
];

const onlyOutbound = 'Only apps/api/src/outbound calls the internet: ask it.';

export default tseslint.config(
  { ignores: ['**/dist/**', '**/node_modules/**', '.data/**', '.nx/**', 'libs/contract/src/graphql-env.d.ts'] },
  ...tseslint.configs.recommended,
  {
    files: ['**/*.{ts,tsx,mjs}'],
    plugins: { '@nx': nx },
    rules: {
      '@nx/enforce-module-boundaries': ['error', { enforceBuildableLibDependency: false, allow: ['../../libs/testing/jest-project.mjs'], depConstraints }],
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/consistent-type-imports': 'off',
      'no-empty': ['error', { allowEmptyCatch: false }],
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'no-console': 'error',
    },
  },
  { files: ['**/bin/**/*.mjs', 'apps/standalone/src/**/*.ts', 'apps/e2e/src/**/*.ts'], rules: { 'no-console': 'off' } },
  {
    // The internet is called through `outbound`, which guards it. Tests call their own servers.
    files: ['apps/api/src/**/*.ts'],
    ignores: ['apps/api/src/outbound/**', 'apps/api/src/testing/**', '**/*.spec.ts'],
    rules: {
      'no-restricted-globals': ['error', ...['fetch', 'WebSocket', 'EventSource', 'XMLHttpRequest'].map((name) => ({ name, message: onlyOutbound }))],
      'no-restricted-properties': ['error', { object: 'globalThis', property: 'fetch', message: onlyOutbound }, { object: 'global', property: 'fetch', message: onlyOutbound }],
      '@typescript-eslint/no-restricted-imports': [
        'error',
        {
          paths: ['undici', 'http', 'https', 'http2', 'net', 'tls', 'dgram', 'dns', 'dns/promises'].flatMap((name) => [name, `node:${name}`]).map((name) => ({ name, message: onlyOutbound, allowTypeImports: true, ...(name.endsWith('net') ? { allowImportNames: ['isIP', 'isIPv4', 'isIPv6'] } : {}) })),
        },
      ],
    },
  },
  { files: ['apps/dashboard/**/*.{ts,tsx}', 'libs/page-view/**/*.tsx'], plugins: { 'react-hooks': reactHooks }, rules: { 'react-hooks/rules-of-hooks': 'error', 'react-hooks/exhaustive-deps': 'error' } },
);
