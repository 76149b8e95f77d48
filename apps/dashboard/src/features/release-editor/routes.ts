import { createRoute } from '@tanstack/react-router';
import { screen } from '../../shell/screen.js';
import { shellRoute } from '../../shell/shell-route.js';
import { editedRelease } from './release-query.js';

export const releaseEditorRoutes = [
  createRoute({
    getParentRoute: () => shellRoute,
    path: '/releases/$releaseId',
    loader: ({ context: { queryClient }, params }) => void queryClient.prefetchQuery(editedRelease(params.releaseId)),
    component: screen(() => import('./release-editor-screen.js'), 'ReleaseEditorScreen'),
  }),
] as const;
