import { jestProject } from '../../libs/testing/jest-project.mjs';

export default jestProject(import.meta.url, {
  // Of a busy machine: each test starts up to seven processes.
  testTimeout: 30_000,
});
