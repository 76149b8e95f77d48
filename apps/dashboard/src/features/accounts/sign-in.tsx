import { graphql } from '@lynkify/contract';
import { parseEmail } from '@lynkify/domain';
import { Button, PasswordInput, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useQueryClient } from '@tanstack/react-query';
import { getRouteApi, useRouter } from '@tanstack/react-router';
import { execute } from '../../api.js';
import { TextLink } from '../../components/links.js';
import { FormFailure } from '../../forms/form-failure.js';
import { useSubmit } from '../../forms/use-submit.js';
import { rule } from '../../forms/user-errors.js';
import { startSession } from '../../session/enter.js';
import { AccountFrame } from './account-frame.js';
import { Session_me } from '../../session/session.js';

const route = getRouteApi('/sign-in');

const SignInMutation = graphql(
  `
    mutation SignIn($input: SignInInput!) {
      signIn(input: $input) {
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

export function SignIn() {
  const { to } = route.useSearch();
  const queryClient = useQueryClient();
  const router = useRouter();
  const form = useForm({
    mode: 'uncontrolled',
    initialValues: { email: '', password: '' },
    validate: { email: rule(parseEmail), password: (password) => (password === '' ? 'Enter your password.' : null) },
  });
  const { onSubmit, pending, failure } = useSubmit(
    form,
    async (input) => (await execute(SignInMutation, { input })).signIn,
    ({ me }) => {
      if (!me) return undefined;
      startSession(queryClient, me);
      return router.navigate({ href: to ?? '/', replace: true });
    },
  );

  return (
    <AccountFrame
      title="Sign in"
      foot={
        <>
          New here?{' '}
          <TextLink to="/sign-up" search={to === undefined ? {} : { to }} inherit>
            Make an account
          </TextLink>
        </>
      }
    >
      <form onSubmit={onSubmit} noValidate>
        <Stack gap="md">
          <TextInput label="Email" type="email" autoComplete="username" inputMode="email" autoFocus key={form.key('email')} {...form.getInputProps('email')} />
          <PasswordInput label="Password" autoComplete="current-password" key={form.key('password')} {...form.getInputProps('password')} />
          <FormFailure failure={failure} />
          <Button type="submit" loading={pending}>
            Sign in
          </Button>
          <TextLink to="/forgot-password" size="sm">
            Forgotten your password?
          </TextLink>
        </Stack>
      </form>
    </AccountFrame>
  );
}
