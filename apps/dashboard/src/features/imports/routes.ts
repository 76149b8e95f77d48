import { createRoute } from '@tanstack/react-router';
import { screen } from '../../shell/screen.js';
import { shellRoute } from '../../shell/shell-route.js';
import { readOutcome } from './import-words.js';

export const importsRoutes = [
  createRoute({ getParentRoute: () => shellRoute, path: '/releases/import', component: screen(() => import('./imports-screen.js'), 'ImportsScreen') }),
  createRoute({ getParentRoute: () => shellRoute, path: '/releases/import/artist', validateSearch: ({ from }: Record<string, unknown>): { from?: string } => (typeof from === 'string' ? { from } : {}), component: screen(() => import('./artist-import-screen.js'), 'ArtistImportScreen') }),
  createRoute({ getParentRoute: () => shellRoute, path: '/releases/import/file', component: screen(() => import('./file-import-screen.js'), 'FileImportScreen') }),
  createRoute({
    getParentRoute: () => shellRoute,
    path: '/releases/import/$importId',
    validateSearch: ({ outcome }: Record<string, unknown>) => readOutcome(outcome),
    component: screen(() => import('./import-screen.js'), 'ImportScreen'),
  }),
] as const;
