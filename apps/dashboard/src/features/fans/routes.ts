import { createRoute } from '@tanstack/react-router';
import { screen } from '../../shell/screen.js';
import { shellRoute } from '../../shell/shell-route.js';
import { readFansSearch } from './fans-search.js';

export const fansRoutes = [
  createRoute({
    getParentRoute: () => shellRoute,
    path: '/fans',
    validateSearch: readFansSearch,
    loaderDeps: ({ search }) => search,
    // Asked for beside the screen's code and not after it; the documents come with the screens and not with the start.
    loader: async ({ context: { queryClient }, deps }) => {
      const { fans } = await import('./fans-query.js');
      void queryClient.prefetchInfiniteQuery(fans(deps));
    },
    component: screen(() => import('./fans-screen.js'), 'FansScreen'),
  }),
  createRoute({
    getParentRoute: () => shellRoute,
    path: '/fans/$fanId',
    loader: async ({ context: { queryClient }, params }) => {
      const { fan } = await import('./fan-query.js');
      void queryClient.prefetchQuery(fan(params.fanId));
    },
    component: screen(() => import('./fan-screen.js'), 'FanScreen'),
  }),
] as const;
