import { graphql } from '@lynkify/contract';
import { Button, PasswordInput, Stack } from '@mantine/core';
import { useForm } from '@mantine/form';
import { notifications } from '@mantine/notifications';
import { useQueryClient } from '@tanstack/react-query';
import { execute } from '../../../api.js';
import { FormFailure } from '../../../forms/form-failure.js';
import { useSubmit } from '../../../forms/use-submit.js';
import { checkNewPassword, passwordHelp } from '../../accounts/password.js';
import { sessions } from '../sessions/sessions-query.js';
import classes from '../settings.module.css';

const ChangePassword = graphql(`
  mutation ChangePassword($input: ChangePasswordInput!) {
    changePassword(input: $input) {
      userErrors {
        code
        path
        message
      }
    }
  }
`);

export function PasswordForm() {
  const queryClient = useQueryClient();
  const form = useForm({
    mode: 'uncontrolled',
    initialValues: { currentPassword: '', newPassword: '' },
    validate: { currentPassword: (password) => (password === '' ? 'Enter the password that you have now.' : null), newPassword: checkNewPassword },
  });
  const { onSubmit, pending, failure } = useSubmit(
    form,
    async (input) => (await execute(ChangePassword, { input })).changePassword,
    () => {
      form.reset();
      notifications.show({ message: 'Password changed. Your other sessions have ended.' });
      return queryClient.invalidateQueries({ queryKey: sessions().queryKey });
    },
  );
  return (
    <form onSubmit={onSubmit} noValidate className={classes.form}>
      <Stack gap="md">
        <PasswordInput label="Current password" autoComplete="current-password" key={form.key('currentPassword')} {...form.getInputProps('currentPassword')} />
        <PasswordInput label="New password" autoComplete="new-password" description={passwordHelp} key={form.key('newPassword')} {...form.getInputProps('newPassword')} />
        <FormFailure failure={failure} />
        <div>
          <Button type="submit" variant="default" loading={pending}>
            Change the password
          </Button>
        </div>
      </Stack>
    </form>
  );
}
