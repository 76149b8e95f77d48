import { createRoute } from '@tanstack/react-router';
import { screen } from '../../shell/screen.js';
import { shellRoute } from '../../shell/shell-route.js';

export const linkProblemsRoutes = [createRoute({ getParentRoute: () => shellRoute, path: '/links', component: screen(() => import('./link-problems-screen.js'), 'LinkProblemsScreen') })] as const;
