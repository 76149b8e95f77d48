import { createRoute, redirect } from '@tanstack/react-router';
import { settleWorkspace } from '../session/enter.js';
import { currentWorkspace, session } from '../session/session.js';
import { rootRoute } from './root-route.js';
import { screen } from './screen.js';

/** The frame around every screen of a signed-in member. Features hang their routes under it. */
export const shellRoute = createRoute({
  getParentRoute: () => rootRoute,
  id: 'shell',
  beforeLoad: async ({ context: { queryClient }, location }) => {
    const me = await queryClient.ensureQueryData(session());
    if (!me) throw redirect({ to: '/sign-in', search: location.href === '/' ? {} : { to: location.href } });
    if (!settleWorkspace(me)) throw redirect({ to: '/welcome' });
    const { artists } = await queryClient.ensureQueryData(currentWorkspace());
    if (artists.length === 0) throw redirect({ to: '/welcome' });
  },
  component: screen(() => import('./shell.js'), 'Shell'),
});
