import { createRoute } from '@tanstack/react-router';
import { screen } from '../../shell/screen.js';
import { shellRoute } from '../../shell/shell-route.js';

const settingsRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/settings',
  component: screen(() => import('./settings-screen.js'), 'SettingsScreen'),
});

export const settingsRoutes = [
  settingsRoute.addChildren([
    createRoute({ getParentRoute: () => settingsRoute, path: '/', component: screen(() => import('./profile/profile-screen.js'), 'ProfileScreen') }),
    createRoute({ getParentRoute: () => settingsRoute, path: '/sessions', component: screen(() => import('./sessions/sessions-screen.js'), 'SessionsScreen') }),
    createRoute({ getParentRoute: () => settingsRoute, path: '/workspace', component: screen(() => import('./workspace/workspace-screen.js'), 'WorkspaceScreen') }),
    createRoute({
      getParentRoute: () => settingsRoute,
      path: '/artists',
      validateSearch: (search: Record<string, unknown>): { add?: boolean } => (search['add'] === true ? { add: true } : {}),
      component: screen(() => import('./artists/artists-screen.js'), 'ArtistsScreen'),
    }),
    createRoute({ getParentRoute: () => settingsRoute, path: '/members', component: screen(() => import('./members/members-screen.js'), 'MembersScreen') }),
    createRoute({ getParentRoute: () => settingsRoute, path: '/api-keys', component: screen(() => import('./api-keys/api-keys-screen.js'), 'ApiKeysScreen') }),
  ]),
] as const;
