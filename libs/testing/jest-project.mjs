import { basename, dirname } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = (path) => fileURLToPath(new URL(path, import.meta.url));

/**
 * The one Jest configuration of the house: specs are loaded by Node as the programs are, from source.
 * @param {string} configUrl the `import.meta.url` of the project's jest.config.mjs
 * @param {import('jest').Config} [more] what one project sets besides
 * @returns {import('jest').Config}
 */
export function jestProject(configUrl, more = {}) {
  const rootDir = dirname(fileURLToPath(configUrl));
  return {
    rootDir,
    displayName: basename(rootDir),
    testEnvironment: here('jest/environment.mjs'),
    testRunner: here('jest/runner.mjs'),
    // Projects run side by side already.
    maxWorkers: 1,
    testMatch: ['<rootDir>/src/**/*.spec.ts', '<rootDir>/src/**/*.spec.tsx'],
    // Specs import what they use. Nothing is transformed by Jest: the loader does it.
    injectGlobals: false,
    transform: {},
    ...more,
  };
}
