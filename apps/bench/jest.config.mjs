import { jestProject } from '../../libs/testing/jest-project.mjs';

export default jestProject(import.meta.url, {
  // One system under load is what two cores carry.
  maxWorkers: 1,
  // Half a minute on a quiet machine, four times that on a busy one. Every wait inside has an end of its own, and says what it waited for.
  testTimeout: 300_000,
});
