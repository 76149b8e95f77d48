import { graphql } from '@lynkify/contract';
import { parseName } from '@lynkify/domain';
import { Button, Group, Modal, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useQueryClient } from '@tanstack/react-query';
import { execute } from '../../../api.js';
import { FormFailure } from '../../../forms/form-failure.js';
import { useSubmit } from '../../../forms/use-submit.js';
import { rule } from '../../../forms/user-errors.js';

const UpdateArtist = graphql(`
  mutation UpdateArtist($input: UpdateArtistInput!) {
    updateArtist(input: $input) {
      artist {
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

interface RenameArtistProps {
  artist: { id: string; name: string };
  opened: boolean;
  onClose: () => void;
}

export function RenameArtist({ artist, opened, onClose }: RenameArtistProps) {
  return (
    <Modal opened={opened} onClose={onClose} title={`Rename ${artist.name}`} closeButtonProps={{ 'aria-label': 'Close' }}>
      <RenameForm artist={artist} onClose={onClose} />
    </Modal>
  );
}

function RenameForm({ artist, onClose }: Omit<RenameArtistProps, 'opened'>) {
  const queryClient = useQueryClient();
  const form = useForm({ initialValues: { name: artist.name }, validate: { name: rule(parseName) } });
  const { onSubmit, pending, failure } = useSubmit(
    form,
    async ({ name }) => (await execute(UpdateArtist, { input: { artistId: artist.id, name } })).updateArtist,
    async () => {
      await queryClient.invalidateQueries();
      onClose();
    },
  );
  return (
    <form onSubmit={onSubmit} noValidate>
      <Stack gap="md">
        <TextInput label="Name" description="Published pages show it once they are published again." data-autofocus {...form.getInputProps('name')} />
        <FormFailure failure={failure} />
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onClose}>
            Cancel
          </Button>
          <Button type="submit" loading={pending}>
            Rename
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
