import { createRoute } from '@tanstack/react-router';
import { screen } from '../../shell/screen.js';
import { shellRoute } from '../../shell/shell-route.js';

export const movingInRoutes = [
  createRoute({
    getParentRoute: () => shellRoute,
    path: '/releases/move-in',
    // `from`: the page to be read; `into`: the release that its links are added to.
    validateSearch: ({ from, into }: Record<string, unknown>): { from?: string; into?: string } => ({ ...(typeof from === 'string' && from !== '' && { from }), ...(typeof into === 'string' && into !== '' && { into }) }),
    component: screen(() => import('./move-in-screen.js'), 'MoveInScreen'),
  }),
] as const;
