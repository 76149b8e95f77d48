import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { shellRoute } from '../../shell/shell-route.js';

const settingsRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/settings',
  component: lazyRouteComponent(() => import('./settings-screen.js'), 'SettingsScreen'),
});

export const settingsRoutes = [
  settingsRoute.addChildren([
    createRoute({ getParentRoute: () => settingsRoute, path: '/', component: lazyRouteComponent(() => import('./profile/profile-screen.js'), 'ProfileScreen') }),
    createRoute({ getParentRoute: () => settingsRoute, path: '/sessions', component: lazyRouteComponent(() => import('./sessions/sessions-screen.js'), 'SessionsScreen') }),
    createRoute({ getParentRoute: () => settingsRoute, path: '/workspace', component: lazyRouteComponent(() => import('./workspace/workspace-screen.js'), 'WorkspaceScreen') }),
    createRoute({
      getParentRoute: () => settingsRoute,
      path: '/artists',
      validateSearch: (search: Record<string, unknown>): { add?: boolean } => (search['add'] === true ? { add: true } : {}),
      component: lazyRouteComponent(() => import('./artists/artists-screen.js'), 'ArtistsScreen'),
    }),
    createRoute({ getParentRoute: () => settingsRoute, path: '/members', component: lazyRouteComponent(() => import('./members/members-screen.js'), 'MembersScreen') }),
    createRoute({ getParentRoute: () => settingsRoute, path: '/api-keys', component: lazyRouteComponent(() => import('./api-keys/api-keys-screen.js'), 'ApiKeysScreen') }),
  ]),
] as const;
