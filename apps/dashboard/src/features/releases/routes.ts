import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { shellRoute } from '../../shell/shell-route.js';
import { readReleasesFilter } from './releases-filter.js';

export const releasesRoutes = [
  createRoute({
    getParentRoute: () => shellRoute,
    path: '/releases',
    validateSearch: readReleasesFilter,
    component: lazyRouteComponent(() => import('./releases-screen.js'), 'ReleasesScreen'),
  }),
  createRoute({ getParentRoute: () => shellRoute, path: '/releases/new', component: lazyRouteComponent(() => import('./new-release-screen.js'), 'NewReleaseScreen') }),
] as const;
