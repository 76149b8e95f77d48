import { createRoute, redirect } from '@tanstack/react-router';
import { safeReturnPath } from '../../session/return-path.js';
import { session } from '../../session/session.js';
import { rootRoute, type RouterContext } from '../../shell/root-route.js';
import { screen } from '../../shell/screen.js';

const returnPath = (search: Record<string, unknown>): { to?: string } => {
  const to = safeReturnPath(search['to']);
  return to === undefined ? {} : { to };
};

const token = (search: Record<string, unknown>): { token: string } => ({ token: typeof search['token'] === 'string' ? search['token'] : '' });

/** For who is not signed in; who is goes on to where they wanted to be. Where that cannot be told, nobody is a guest. */
async function onlyForGuests({ context, search }: { context: RouterContext; search: { to?: string } }): Promise<void> {
  const me = await context.queryClient.ensureQueryData(session());
  if (me) throw redirect({ href: search.to ?? '/' });
}

const signInRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/sign-in',
  validateSearch: returnPath,
  beforeLoad: onlyForGuests,
  component: screen(() => import('./sign-in.js'), 'SignIn'),
});

const signUpRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/sign-up',
  validateSearch: returnPath,
  beforeLoad: onlyForGuests,
  component: screen(() => import('./sign-up.js'), 'SignUp'),
});

const confirmEmailRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/confirm-email',
  validateSearch: token,
  component: screen(() => import('./confirm-email.js'), 'ConfirmEmail'),
});

const forgotPasswordRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/forgot-password',
  component: screen(() => import('./forgot-password.js'), 'ForgotPassword'),
});

const resetPasswordRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/reset-password',
  validateSearch: token,
  component: screen(() => import('./reset-password.js'), 'ResetPassword'),
});

const invitationRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/invitation',
  validateSearch: token,
  component: screen(() => import('./invitation.js'), 'Invitation'),
});

const welcomeRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/welcome',
  beforeLoad: async ({ context: { queryClient } }) => {
    const me = await queryClient.ensureQueryData(session());
    if (!me) throw redirect({ to: '/sign-in', search: { to: '/welcome' } });
  },
  component: screen(() => import('./welcome.js'), 'Welcome'),
});

export const accountsRoutes = [signInRoute, signUpRoute, confirmEmailRoute, forgotPasswordRoute, resetPasswordRoute, invitationRoute, welcomeRoute] as const;
