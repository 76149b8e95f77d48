import type { QueryClient } from '@tanstack/react-query';
import { createRouter } from '@tanstack/react-router';
import { NotFound } from './components/not-found.js';
import { RouteError } from './components/error-state.js';
import { ScreenSkeleton } from './components/screen-skeleton.js';
import { accountsRoutes } from './features/accounts/routes.js';
import { bioPageRoutes } from './features/bio-page/routes.js';
import { fansRoutes } from './features/fans/routes.js';
import { homeRoutes } from './features/home/routes.js';
import { importsRoutes } from './features/imports/routes.js';
import { linkProblemsRoutes } from './features/link-problems/routes.js';
import { movingInRoutes } from './features/moving-in/routes.js';
import { numbersRoutes } from './features/numbers/routes.js';
import { releaseEditorRoutes } from './features/release-editor/routes.js';
import { releasesRoutes } from './features/releases/routes.js';
import { reviewRoutes } from './features/review/routes.js';
import { settingsRoutes } from './features/settings/routes.js';
import { shareRoutes } from './features/share/routes.js';
import { rootRoute } from './shell/root-route.js';
import { shellRoute } from './shell/shell-route.js';

const routeTree = rootRoute.addChildren([
  ...accountsRoutes,
  shellRoute.addChildren([
    ...homeRoutes,
    ...releasesRoutes,
    ...importsRoutes,
    ...movingInRoutes,
    ...releaseEditorRoutes,
    ...linkProblemsRoutes,
    ...reviewRoutes,
    ...bioPageRoutes,
    ...fansRoutes,
    ...numbersRoutes,
    ...shareRoutes,
    ...settingsRoutes,
  ]),
]);

export function createDashboardRouter(queryClient: QueryClient) {
  return createRouter({
    routeTree,
    context: { queryClient },
    defaultPreload: 'intent',
    // Freshness is for the query client to judge.
    defaultPreloadStaleTime: 0,
    scrollRestoration: true,
    defaultPendingComponent: ScreenSkeleton,
    defaultErrorComponent: RouteError,
    defaultNotFoundComponent: NotFound,
  });
}

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof createDashboardRouter>;
  }
}
