import { createRoute } from '@tanstack/react-router';
import { screen } from '../../shell/screen.js';
import { shellRoute } from '../../shell/shell-route.js';
import { home } from './home-query.js';

export const homeRoutes = [
  createRoute({
    getParentRoute: () => shellRoute,
    path: '/',
    // Asked for beside the screen's code and not after it.
    loader: ({ context: { queryClient } }) => void queryClient.prefetchQuery(home()),
    component: screen(() => import('./home-screen.js'), 'HomeScreen'),
  }),
] as const;
