import { fileURLToPath } from 'node:url';
import { jestProject } from '../../libs/testing/jest-project.mjs';

const here = (path) => fileURLToPath(new URL(path, import.meta.url));

export default jestProject(import.meta.url, {
  globalSetup: here('../../libs/testing/postgres-setup.mjs'),
  globalTeardown: here('../../libs/testing/postgres-teardown.mjs'),
  testTimeout: 30_000,
  // Most of its time it waits: for turns at services, for what is slow on purpose.
  maxWorkers: 2,
  // Every spec file leaves something behind.
  workerIdleMemoryLimit: '1GB',
});
