import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { shellRoute } from '../../shell/shell-route.js';

export const numbersRoutes = [
  createRoute({ getParentRoute: () => shellRoute, path: '/numbers', component: lazyRouteComponent(() => import('./numbers-screen.js'), 'NumbersScreen') }),
] as const;
