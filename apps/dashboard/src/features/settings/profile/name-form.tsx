import { graphql } from '@lynkify/contract';
import { parseName } from '@lynkify/domain';
import { Button, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { notifications } from '@mantine/notifications';
import { useQueryClient } from '@tanstack/react-query';
import { execute } from '../../../api.js';
import { FormFailure } from '../../../forms/form-failure.js';
import { useSubmit } from '../../../forms/use-submit.js';
import { rule } from '../../../forms/user-errors.js';
import { readSession, session, Session_me } from '../../../session/session.js';
import classes from '../settings.module.css';

const UpdateProfile = graphql(
  `
    mutation UpdateProfile($input: UpdateProfileInput!) {
      updateProfile(input: $input) {
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

export function NameForm({ name }: { name: string }) {
  const queryClient = useQueryClient();
  const form = useForm({ initialValues: { name }, validate: { name: rule(parseName) } });
  const { onSubmit, pending, failure } = useSubmit(
    form,
    async (input) => (await execute(UpdateProfile, { input })).updateProfile,
    ({ me }) => {
      if (me) queryClient.setQueryData(session().queryKey, readSession(me));
      form.resetDirty();
      notifications.show({ message: 'Name saved.' });
    },
  );
  return (
    <form onSubmit={onSubmit} noValidate className={classes.form}>
      <Stack gap="md">
        <TextInput label="Your name" description="Other members see it." autoComplete="name" {...form.getInputProps('name')} />
        <FormFailure failure={failure} />
        <div>
          <Button type="submit" variant="default" loading={pending} disabled={!form.isDirty()}>
            Save the name
          </Button>
        </div>
      </Stack>
    </form>
  );
}
