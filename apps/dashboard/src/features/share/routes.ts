import { createRoute } from '@tanstack/react-router';
import { screen } from '../../shell/screen.js';
import { shellRoute } from '../../shell/shell-route.js';
import { readShareSearch } from './share-search.js';

export const shareRoutes = [
  createRoute({
    getParentRoute: () => shellRoute,
    path: '/share',
    validateSearch: readShareSearch,
    component: screen(() => import('./share-screen.js'), 'ShareScreen'),
  }),
] as const;
