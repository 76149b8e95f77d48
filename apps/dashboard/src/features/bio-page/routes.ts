import { createRoute } from '@tanstack/react-router';
import { screen } from '../../shell/screen.js';
import { shellRoute } from '../../shell/shell-route.js';

export const bioPageRoutes = [
  createRoute({ getParentRoute: () => shellRoute, path: '/bio-page', component: screen(() => import('./bio-page-screen.js'), 'BioPageScreen') }),
] as const;
