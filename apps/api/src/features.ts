import type { Type } from '@nestjs/common';
import { WorkspacesModule } from './workspaces/workspaces.module.js';

/** The features of the API, one folder per noun. */
export const features: Type[] = [WorkspacesModule];
