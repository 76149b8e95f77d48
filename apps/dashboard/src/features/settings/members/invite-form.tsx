import { graphql } from '@lynkify/contract';
import { parseEmail } from '@lynkify/domain';
import { Button, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { notifications } from '@mantine/notifications';
import { useQueryClient } from '@tanstack/react-query';
import { execute } from '../../../api.js';
import { FormFailure } from '../../../forms/form-failure.js';
import { useSubmit } from '../../../forms/use-submit.js';
import { rule } from '../../../forms/user-errors.js';
import type { Role } from '../../../session/roles.js';
import classes from '../settings.module.css';
import { members } from './members-query.js';
import { RoleSelect } from './role-select.js';

const InviteMember = graphql(`
  mutation InviteMember($input: InviteMemberInput!) {
    inviteMember(input: $input) {
      invitation {
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

export function InviteForm() {
  const queryClient = useQueryClient();
  const form = useForm<{ email: string; role: Role }>({ initialValues: { email: '', role: 'EDITOR' }, validate: { email: rule(parseEmail) } });
  const { onSubmit, pending, failure } = useSubmit(
    form,
    async (input) => (await execute(InviteMember, { input })).inviteMember,
    async (_payload, { email }) => {
      form.reset();
      notifications.show({ message: `The invitation to ${email} is on its way.` });
      await queryClient.invalidateQueries({ queryKey: members().queryKey });
    },
  );
  return (
    <form onSubmit={onSubmit} noValidate>
      <Stack gap="md">
        <div className={classes.inline}>
          <TextInput label="Email" type="email" inputMode="email" autoComplete="off" {...form.getInputProps('email')} />
          <RoleSelect label="Role" value={form.values.role} error={form.errors['role']} onChange={(role) => form.setFieldValue('role', role)} />
          <Button type="submit" loading={pending}>
            Send invitation
          </Button>
        </div>
        <FormFailure failure={failure} />
      </Stack>
    </form>
  );
}
