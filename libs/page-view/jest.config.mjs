import { jestProject } from '../../libs/testing/jest-project.mjs';

export default jestProject(import.meta.url);
