import { createRoute } from '@tanstack/react-router';
import { chosenArtist } from '../../session/current-artist.js';
import { currentWorkspace } from '../../session/session.js';
import { screen } from '../../shell/screen.js';
import { shellRoute } from '../../shell/shell-route.js';
import { home } from './home-query.js';

export const homeRoutes = [
  createRoute({
    getParentRoute: () => shellRoute,
    path: '/',
    // Asked for beside the screen's code and not after it.
    loader: async ({ context: { queryClient } }) => {
      const artist = chosenArtist(await queryClient.ensureQueryData(currentWorkspace()));
      if (artist) void queryClient.prefetchQuery(home(artist.id));
    },
    component: screen(() => import('./home-screen.js'), 'HomeScreen'),
  }),
] as const;
