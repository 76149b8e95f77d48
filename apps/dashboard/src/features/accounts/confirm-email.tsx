import { graphql } from '@lynkify/contract';
import { Button, Stack } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { execute } from '../../api.js';
import { ButtonLink } from '../../components/links.js';
import { accepted, failureOf } from '../../forms/failure.js';
import { FormFailure } from '../../forms/form-failure.js';
import { startSession } from '../../session/enter.js';
import { Session_me } from '../../session/session.js';
import { AccountFrame } from './account-frame.js';

const route = getRouteApi('/confirm-email');

const ConfirmEmailMutation = graphql(
  `
    mutation ConfirmEmail($input: ConfirmEmailInput!) {
      confirmEmail(input: $input) {
        me {
          ...Session_me
        }
        userErrors {
          code
          path
          message
        }
      }
    }
  `,
  [Session_me],
);

/** Confirms at the press of a button: scanners of mail open every link, but press nothing. */
export function ConfirmEmail() {
  const { token } = route.useSearch();
  const queryClient = useQueryClient();
  const navigate = useNavigate();
  const confirm = useMutation({
    mutationFn: async () => accepted((await execute(ConfirmEmailMutation, { input: { token } })).confirmEmail),
    onSuccess: ({ me }) => {
      if (me) startSession(queryClient, me);
      return navigate({ to: '/', replace: true });
    },
  });

  return (
    <AccountFrame title="Confirm your address" lead="One press, and your account is ready.">
      <Stack gap="md">
        <FormFailure failure={confirm.isError ? failureOf(confirm.error) : null} />
        {confirm.isError ? (
          <ButtonLink to="/sign-in" variant="default">
            Go to sign in
          </ButtonLink>
        ) : (
          <Button onClick={() => confirm.mutate()} loading={confirm.isPending} autoFocus>
            Confirm and go on
          </Button>
        )}
      </Stack>
    </AccountFrame>
  );
}
