import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { shellRoute } from '../../shell/shell-route.js';

export const fansRoutes = [
  createRoute({ getParentRoute: () => shellRoute, path: '/fans', component: lazyRouteComponent(() => import('./fans-screen.js'), 'FansScreen') }),
  createRoute({ getParentRoute: () => shellRoute, path: '/fans/$fanId', component: lazyRouteComponent(() => import('./fan-screen.js'), 'FanScreen') }),
] as const;
