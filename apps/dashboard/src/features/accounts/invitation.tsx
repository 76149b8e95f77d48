import { graphql } from '@lynkify/contract';
import { Button, Skeleton, Stack } from '@mantine/core';
import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { execute } from '../../api.js';
import { ButtonLink, TextLink } from '../../components/links.js';
import { ErrorState } from '../../components/error-state.js';
import { accepted, failureOf } from '../../forms/failure.js';
import { FormFailure } from '../../forms/form-failure.js';
import { rememberWorkspace } from '../../session/current-workspace.js';
import { startSession } from '../../session/enter.js';
import { session } from '../../session/session.js';
import { useSignOut } from '../../session/sign-out.js';
import { roleNames } from '../../session/roles.js';
import { AccountFrame } from './account-frame.js';
import { signIn } from './sign-in-request.js';
import { SignUpForm } from './sign-up.js';

const route = getRouteApi('/invitation');

const InvitationQuery = graphql(`
  query Invitation($token: String!) {
    invitation(token: $token) {
      workspaceName
      email
      role
    }
  }
`);

const AcceptInvitation = graphql(`
  mutation AcceptInvitation($input: AcceptInvitationInput!) {
    acceptInvitation(input: $input) {
      workspace {
        id
      }
      userErrors {
        code
        path
        message
      }
    }
  }
`);

const invitation = (token: string) =>
  queryOptions({
    queryKey: ['invitation', token],
    queryFn: async ({ signal }) => (await execute(InvitationQuery, { token }, signal)).invitation,
  });

/** Where the link of an invitation leads: who asks, as what, and the shortest way in. */
export function Invitation() {
  const { token } = route.useSearch();
  const preview = useQuery(invitation(token));
  const me = useQuery(session());

  if (preview.isError || me.isError) {
    const query = preview.isError ? preview : me;
    return (
      <AccountFrame title="Invitation">
        <ErrorState error={query.error ?? new Error()} onRetry={() => void query.refetch()} retrying={query.isFetching} />
      </AccountFrame>
    );
  }
  if (preview.data === undefined || me.data === undefined) {
    return (
      <AccountFrame title="Invitation">
        <Skeleton height={120} />
      </AccountFrame>
    );
  }
  if (preview.data === null) {
    return (
      <AccountFrame title="This invitation is over" lead="It was taken back, used already, or is older than it may be. Ask for another one.">
        <ButtonLink to="/" variant="default">
          Go to the dashboard
        </ButtonLink>
      </AccountFrame>
    );
  }
  const { workspaceName, email, role } = preview.data;
  const title = `Join ${workspaceName}`;
  const lead = (
    <>
      You are invited as <strong>{roleNames[role].toLowerCase()}</strong>, with the address <strong>{email}</strong>.
    </>
  );
  if (!me.data) return <ForGuest token={token} email={email} title={title} lead={lead} />;
  if (me.data.user.email.toLowerCase() !== email.toLowerCase()) return <ForSomeoneElse signedInAs={me.data.user.email} title={title} lead={lead} />;
  return <ForInvited token={token} title={title} lead={lead} />;
}

interface WordsProps {
  title: string;
  lead: ReactNode;
}

function ForGuest({ token, email, title, lead }: WordsProps & { token: string; email: string }) {
  const queryClient = useQueryClient();
  const navigate = useNavigate();
  // The link came to this very address, so there is nothing left to confirm: the new account is in at once.
  const enter = async (account: { email: string; password: string }) => {
    const { me } = await signIn(account);
    if (!me) return navigate({ to: '/sign-in' });
    startSession(queryClient, me);
    return navigate({ to: '/', replace: true });
  };
  return (
    <AccountFrame
      title={title}
      lead={lead}
      foot={
        <>
          Have an account?{' '}
          <TextLink to="/sign-in" search={{ to: `/invitation?token=${encodeURIComponent(token)}` }} inherit>
            Sign in
          </TextLink>
        </>
      }
    >
      <SignUpForm invitation={{ email, token }} onSent={enter} />
    </AccountFrame>
  );
}

function ForSomeoneElse({ signedInAs, title, lead }: WordsProps & { signedInAs: string }) {
  const signOut = useSignOut();
  return (
    <AccountFrame title={title} lead={lead} foot={`You are signed in as ${signedInAs}. Sign out, then open the link of the mail again.`}>
      <Button onClick={() => signOut.mutate()} loading={signOut.isPending}>
        Sign out
      </Button>
    </AccountFrame>
  );
}

function ForInvited({ token, title, lead }: WordsProps & { token: string }) {
  const queryClient = useQueryClient();
  const navigate = useNavigate();
  const accept = useMutation({
    mutationFn: async () => accepted((await execute(AcceptInvitation, { input: { token } })).acceptInvitation),
    onSuccess: async ({ workspace }) => {
      if (workspace) rememberWorkspace(workspace.id);
      queryClient.clear();
      await navigate({ to: '/', replace: true });
    },
  });
  return (
    <AccountFrame title={title} lead={lead}>
      <Stack gap="md">
        <FormFailure failure={accept.isError ? failureOf(accept.error) : null} />
        <Button onClick={() => accept.mutate()} loading={accept.isPending}>
          Join
        </Button>
      </Stack>
    </AccountFrame>
  );
}
