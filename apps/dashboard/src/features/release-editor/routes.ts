import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { shellRoute } from '../../shell/shell-route.js';

export const releaseEditorRoutes = [
  createRoute({ getParentRoute: () => shellRoute, path: '/releases/$releaseId', component: lazyRouteComponent(() => import('./release-editor-screen.js'), 'ReleaseEditorScreen') }),
] as const;
