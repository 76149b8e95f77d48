import { jestProject } from '../../libs/testing/jest-project.mjs';

export default jestProject(import.meta.url, {
  globalSetup: '<rootDir>/set-up.mjs',
  globalTeardown: '<rootDir>/tear-down.mjs',
  // One product and one browser are what two cores carry.
  maxWorkers: 1,
  testTimeout: 60_000,
});
