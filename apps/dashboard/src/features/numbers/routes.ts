import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { shellRoute } from '../../shell/shell-route.js';
import { readNumbersSearch, readRange } from './range.js';

export const numbersRoutes = [
  createRoute({
    getParentRoute: () => shellRoute,
    path: '/numbers',
    validateSearch: readNumbersSearch,
    component: lazyRouteComponent(() => import('./numbers-screen.js'), 'NumbersScreen'),
  }),
  createRoute({
    getParentRoute: () => shellRoute,
    path: '/releases/$releaseId/numbers',
    validateSearch: readRange,
    component: lazyRouteComponent(() => import('./release-numbers-screen.js'), 'ReleaseNumbersScreen'),
  }),
] as const;
