import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { shellRoute } from '../../shell/shell-route.js';

export const releasesRoutes = [
  createRoute({ getParentRoute: () => shellRoute, path: '/releases', component: lazyRouteComponent(() => import('./releases-screen.js'), 'ReleasesScreen') }),
] as const;
