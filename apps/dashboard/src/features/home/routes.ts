import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { shellRoute } from '../../shell/shell-route.js';
import { home } from './home-query.js';

export const homeRoutes = [
  createRoute({
    getParentRoute: () => shellRoute,
    path: '/',
    // Asked for beside the screen's code and not after it.
    loader: ({ context: { queryClient } }) => void queryClient.prefetchQuery(home()),
    component: lazyRouteComponent(() => import('./home-screen.js'), 'HomeScreen'),
  }),
] as const;
