import { jestProject } from '../../libs/testing/jest-project.mjs';

export default jestProject(import.meta.url, {
  // One system under load is what two cores carry.
  maxWorkers: 1,
  testTimeout: 120_000,
});
