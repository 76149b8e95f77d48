import { graphql } from '@lynkify/contract';
import { parseEmail, parseName } from '@lynkify/domain';
import { Button, PasswordInput, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useState } from 'react';
import { getRouteApi } from '@tanstack/react-router';
import { execute } from '../../api.js';
import { TextLink } from '../../components/links.js';
import { FormFailure } from '../../forms/form-failure.js';
import { useSubmit } from '../../forms/use-submit.js';
import { rule } from '../../forms/user-errors.js';
import { AccountFrame } from './account-frame.js';
import { CheckYourMail } from './check-your-mail.js';
import { checkNewPassword, passwordHelp } from './password.js';

const route = getRouteApi('/sign-up');

const SignUpMutation = graphql(`
  mutation SignUp($input: SignUpInput!) {
    signUp(input: $input) {
      accepted
      userErrors {
        code
        path
        message
      }
    }
  }
`);

export function SignUp() {
  const { to } = route.useSearch();
  const [sentTo, setSentTo] = useState<string | null>(null);

  if (sentTo !== null) {
    return (
      <CheckYourMail address={sentTo} onWrongAddress={() => setSentTo(null)}>
        We have sent you a link that confirms your address. It works for 24 hours.
      </CheckYourMail>
    );
  }
  return (
    <AccountFrame
      title="Own your audience"
      lead="One page for every release, one home for all of it, and every fan yours to keep."
      foot={
        <>
          Have an account?{' '}
          <TextLink to="/sign-in" search={to === undefined ? {} : { to }} inherit>
            Sign in
          </TextLink>
        </>
      }
    >
      <SignUpForm onSent={({ email }) => setSentTo(email)} />
    </AccountFrame>
  );
}

interface SignUpFormProps {
  /** From an invitation: the address it was sent to, and its token. */
  invitation?: { email: string; token: string };
  onSent: (account: { email: string; password: string }) => unknown;
}

/** Name, address and password. Known and unknown addresses are answered alike, so there is nothing to tell apart. */
export function SignUpForm({ invitation, onSent }: SignUpFormProps) {
  const form = useForm({
    mode: 'uncontrolled',
    initialValues: { name: '', email: invitation?.email ?? '', password: '' },
    validate: { name: rule(parseName), email: rule(parseEmail), password: checkNewPassword },
  });
  const { onSubmit, pending, failure } = useSubmit(
    form,
    async (values) => (await execute(SignUpMutation, { input: { ...values, ...(invitation && { invitationToken: invitation.token }) } })).signUp,
    (_payload, { email, password }) => onSent({ email: email.trim(), password }),
  );
  return (
    <form onSubmit={onSubmit} noValidate>
      <Stack gap="md">
        <TextInput label="Your name" autoComplete="name" autoFocus key={form.key('name')} {...form.getInputProps('name')} />
        <TextInput label="Email" type="email" autoComplete="username" inputMode="email" readOnly={invitation !== undefined} key={form.key('email')} {...form.getInputProps('email')} />
        <PasswordInput label="Password" autoComplete="new-password" description={passwordHelp} key={form.key('password')} {...form.getInputProps('password')} />
        <FormFailure failure={failure} />
        <Button type="submit" loading={pending}>
          Make the account
        </Button>
      </Stack>
    </form>
  );
}
