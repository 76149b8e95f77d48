import { jestProject } from '../../libs/testing/jest-project.mjs';

export default jestProject(import.meta.url, { tsx: true, testTimeout: 30_000 });
