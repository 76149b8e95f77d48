import { createRoute } from '@tanstack/react-router';
import { screen } from '../../shell/screen.js';
import { shellRoute } from '../../shell/shell-route.js';

export const reviewRoutes = [createRoute({ getParentRoute: () => shellRoute, path: '/review', component: screen(() => import('./review-screen.js'), 'ReviewScreen') })] as const;
