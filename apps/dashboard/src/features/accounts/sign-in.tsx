import { parseEmail } from '@lynkify/domain';
import { Button, PasswordInput, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useQueryClient } from '@tanstack/react-query';
import { getRouteApi, useRouter } from '@tanstack/react-router';
import { useState } from 'react';
import { TextLink } from '../../components/links.js';
import { FormFailure } from '../../forms/form-failure.js';
import { useSubmit } from '../../forms/use-submit.js';
import { rule } from '../../forms/user-errors.js';
import { startSession } from '../../session/enter.js';
import { AccountFrame } from './account-frame.js';
import { CheckYourMail } from './check-your-mail.js';
import { signIn } from './sign-in-request.js';

const route = getRouteApi('/sign-in');

export function SignIn() {
  const { to } = route.useSearch();
  const queryClient = useQueryClient();
  const router = useRouter();
  const [unconfirmed, setUnconfirmed] = useState<string | null>(null);
  const form = useForm({
    mode: 'uncontrolled',
    initialValues: { email: '', password: '' },
    validate: { email: rule(parseEmail), password: (password) => (password === '' ? 'Enter your password.' : null) },
  });
  const { onSubmit, pending, failure } = useSubmit(
    form,
    async (input) => {
      const { me, userErrors } = await signIn(input);
      // The password was right, so this is no refusal: the way on is in the mail that was sent again.
      const unconfirmed = userErrors.some(({ code }) => code === 'EMAIL_UNCONFIRMED');
      return { me, unconfirmed, userErrors: unconfirmed ? [] : userErrors };
    },
    ({ me, unconfirmed }, { email }) => {
      if (unconfirmed) setUnconfirmed(email.trim());
      if (!me) return undefined;
      startSession(queryClient, me);
      return router.navigate({ href: to ?? '/', replace: true });
    },
  );

  if (unconfirmed !== null) {
    return (
      <CheckYourMail address={unconfirmed} onWrongAddress={() => setUnconfirmed(null)}>
        Your address is not confirmed yet. We have sent you the link again.
      </CheckYourMail>
    );
  }
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
