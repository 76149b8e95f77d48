import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { shellRoute } from '../../shell/shell-route.js';
import { editedRelease } from './release-query.js';

export const releaseEditorRoutes = [
  createRoute({
    getParentRoute: () => shellRoute,
    path: '/releases/$releaseId',
    loader: ({ context: { queryClient }, params }) => void queryClient.prefetchQuery(editedRelease(params.releaseId)),
    component: lazyRouteComponent(() => import('./release-editor-screen.js'), 'ReleaseEditorScreen'),
  }),
] as const;
