import { createRoute } from '@tanstack/react-router';
import { screen } from '../../shell/screen.js';
import { shellRoute } from '../../shell/shell-route.js';
import { readNumbersSearch, readRange } from './range.js';

export const numbersRoutes = [
  createRoute({
    getParentRoute: () => shellRoute,
    path: '/numbers',
    validateSearch: readNumbersSearch,
    component: screen(() => import('./numbers-screen.js'), 'NumbersScreen'),
  }),
  createRoute({
    getParentRoute: () => shellRoute,
    path: '/releases/$releaseId/numbers',
    validateSearch: readRange,
    component: screen(() => import('./release-numbers-screen.js'), 'ReleaseNumbersScreen'),
  }),
] as const;
