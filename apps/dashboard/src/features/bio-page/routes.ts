import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { shellRoute } from '../../shell/shell-route.js';

export const bioPageRoutes = [
  createRoute({ getParentRoute: () => shellRoute, path: '/bio-page', component: lazyRouteComponent(() => import('./bio-page-screen.js'), 'BioPageScreen') }),
] as const;
