import { graphql } from '@lynkify/contract';
import { parseEmail } from '@lynkify/domain';
import { Button, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useState } from 'react';
import { execute } from '../../api.js';
import { TextLink } from '../../components/links.js';
import { FormFailure } from '../../forms/form-failure.js';
import { useSubmit } from '../../forms/use-submit.js';
import { rule } from '../../forms/user-errors.js';
import { AccountFrame } from './account-frame.js';
import { CheckYourMail } from './check-your-mail.js';

const RequestPasswordReset = graphql(`
  mutation RequestPasswordReset($input: RequestPasswordResetInput!) {
    requestPasswordReset(input: $input) {
      accepted
      userErrors {
        code
        path
        message
      }
    }
  }
`);

export function ForgotPassword() {
  const [sentTo, setSentTo] = useState<string | null>(null);
  const form = useForm({ mode: 'uncontrolled', initialValues: { email: '' }, validate: { email: rule(parseEmail) } });
  const { onSubmit, pending, failure } = useSubmit(
    form,
    async (input) => (await execute(RequestPasswordReset, { input })).requestPasswordReset,
    (_payload, { email }) => setSentTo(email.trim()),
  );

  if (sentTo !== null) {
    return (
      <CheckYourMail address={sentTo} onWrongAddress={() => setSentTo(null)}>
        If an account has this address, a link to a new password is on its way.
      </CheckYourMail>
    );
  }
  return (
    <AccountFrame
      title="A new password"
      lead="Tell us your address and we send you a link."
      foot={
        <TextLink to="/sign-in" inherit>
          Back to sign in
        </TextLink>
      }
    >
      <form onSubmit={onSubmit} noValidate>
        <Stack gap="md">
          <TextInput label="Email" type="email" autoComplete="username" inputMode="email" autoFocus key={form.key('email')} {...form.getInputProps('email')} />
          <FormFailure failure={failure} />
          <Button type="submit" loading={pending}>
            Send the link
          </Button>
        </Stack>
      </form>
    </AccountFrame>
  );
}
