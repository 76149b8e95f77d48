import { graphql } from '@lynkify/contract';
import { parseHandle } from '@lynkify/domain';
import { Alert, Button, Group, Modal, Stack } from '@mantine/core';
import { useForm } from '@mantine/form';
import { notifications } from '@mantine/notifications';
import { useQueryClient } from '@tanstack/react-query';
import { execute } from '../../../api.js';
import { FormFailure } from '../../../forms/form-failure.js';
import { useSubmit } from '../../../forms/use-submit.js';
import { rule } from '../../../forms/user-errors.js';
import { HandleField } from '../../accounts/handle-field.js';

const ChangeHandle = graphql(`
  mutation ChangeHandle($input: ChangeHandleInput!) {
    changeHandle(input: $input) {
      artist {
        id
        publicUrl
      }
      userErrors {
        code
        path
        message
      }
    }
  }
`);

interface ChangeAddressProps {
  artist: { id: string; name: string; handle: string };
  opened: boolean;
  onClose: () => void;
}

export function ChangeAddress({ artist, opened, onClose }: ChangeAddressProps) {
  return (
    <Modal opened={opened} onClose={onClose} title="Change the address" closeButtonProps={{ 'aria-label': 'Close' }}>
      <ChangeAddressForm artist={artist} onClose={onClose} />
    </Modal>
  );
}

function ChangeAddressForm({ artist, onClose }: Omit<ChangeAddressProps, 'opened'>) {
  const queryClient = useQueryClient();
  const form = useForm({ initialValues: { handle: artist.handle }, validate: { handle: rule(parseHandle) } });
  const { onSubmit, pending, failure } = useSubmit(
    form,
    async ({ handle }) => (await execute(ChangeHandle, { input: { artistId: artist.id, handle } })).changeHandle,
    async (payload) => {
      if (payload.artist) notifications.show({ message: `${artist.name} is at ${payload.artist.publicUrl} now.` });
      await queryClient.invalidateQueries();
      onClose();
    },
  );
  return (
    <form onSubmit={onSubmit} noValidate>
      <Stack gap="md">
        <HandleField
          label={`Address of ${artist.name}`}
          value={form.values.handle}
          own={artist.handle}
          error={typeof form.errors['handle'] === 'string' ? form.errors['handle'] : null}
          onChange={(handle) => form.setFieldValue('handle', handle)}
        />
        <Alert color="yellow">
          Every page of {artist.name} moves with it. The old address /{artist.handle} and all links below it lead to the new one for good, and nobody else can take it.
        </Alert>
        <FormFailure failure={failure} />
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onClose}>
            Cancel
          </Button>
          <Button type="submit" loading={pending} disabled={!form.isDirty()}>
            Change the address
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
