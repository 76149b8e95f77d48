import { basename, dirname } from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * The one Jest configuration of the house: native ESM, TypeScript through swc, our own libraries from source.
 * @param {string} configUrl the `import.meta.url` of the project's jest.config.mjs
 * @param {import('jest').Config} [more] what one project sets besides
 * @returns {import('jest').Config}
 */
export function jestProject(configUrl, more = {}) {
  const { tsx = false, ...rest } = more;
  const rootDir = dirname(fileURLToPath(configUrl));
  return {
    rootDir,
    displayName: basename(rootDir),
    testEnvironment: 'node',
    // Projects run side by side already.
    maxWorkers: 1,
    testEnvironmentOptions: { customExportConditions: ['@lynkify/source', 'node', 'node-addons'] },
    testMatch: ['<rootDir>/src/**/*.spec.ts', '<rootDir>/src/**/*.spec.tsx'],
    extensionsToTreatAsEsm: ['.ts', '.tsx'],
    moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': '$1' },
    transform: {
      '^.+\\.tsx?$': [
        '@swc/jest',
        {
          jsc: {
            target: 'es2022',
            parser: { syntax: 'typescript', decorators: true, tsx },
            transform: { legacyDecorator: true, decoratorMetadata: true, react: { runtime: 'automatic' } },
            keepClassNames: true,
          },
          module: { type: 'es6' },
        },
      ],
    },
    ...rest,
  };
}
