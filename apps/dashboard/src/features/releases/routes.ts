import { createRoute } from '@tanstack/react-router';
import { screen } from '../../shell/screen.js';
import { shellRoute } from '../../shell/shell-route.js';
import { readReleasesFilter } from './releases-filter.js';

export const releasesRoutes = [
  createRoute({
    getParentRoute: () => shellRoute,
    path: '/releases',
    validateSearch: readReleasesFilter,
    component: screen(() => import('./releases-screen.js'), 'ReleasesScreen'),
  }),
  createRoute({ getParentRoute: () => shellRoute, path: '/releases/new', component: screen(() => import('./new-release-screen.js'), 'NewReleaseScreen') }),
] as const;
