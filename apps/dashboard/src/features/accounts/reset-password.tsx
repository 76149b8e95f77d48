import { graphql } from '@lynkify/contract';
import { Button, PasswordInput, Stack } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useQueryClient } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { execute } from '../../api.js';
import { TextLink } from '../../components/links.js';
import { FormFailure } from '../../forms/form-failure.js';
import { useSubmit } from '../../forms/use-submit.js';
import { startSession } from '../../session/enter.js';
import { Session_me } from '../../session/session.js';
import { AccountFrame } from './account-frame.js';
import { checkNewPassword, passwordHelp } from './password.js';

const route = getRouteApi('/reset-password');

const ResetPasswordMutation = graphql(
  `
    mutation ResetPassword($input: ResetPasswordInput!) {
      resetPassword(input: $input) {
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

export function ResetPassword() {
  const { token } = route.useSearch();
  const queryClient = useQueryClient();
  const navigate = useNavigate();
  const form = useForm({ mode: 'uncontrolled', initialValues: { password: '' }, validate: { password: checkNewPassword } });
  const { onSubmit, pending, failure } = useSubmit(
    form,
    async ({ password }) => (await execute(ResetPasswordMutation, { input: { token, password } })).resetPassword,
    ({ me }) => {
      if (me) startSession(queryClient, me);
      return navigate({ to: '/', replace: true });
    },
  );

  return (
    <AccountFrame
      title="Choose a new password"
      lead="Every other session of yours ends with it."
      foot={
        <TextLink to="/forgot-password" inherit>
          Ask for another link
        </TextLink>
      }
    >
      <form onSubmit={onSubmit} noValidate>
        <Stack gap="md">
          <PasswordInput label="New password" autoComplete="new-password" autoFocus description={passwordHelp} key={form.key('password')} {...form.getInputProps('password')} />
          <FormFailure failure={failure} />
          <Button type="submit" loading={pending}>
            Save and sign in
          </Button>
        </Stack>
      </form>
    </AccountFrame>
  );
}
