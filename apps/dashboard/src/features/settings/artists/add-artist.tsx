import { graphql } from '@lynkify/contract';
import { parseHandle, parseName } from '@lynkify/domain';
import { Button, Group, Modal, Stack } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useQueryClient } from '@tanstack/react-query';
import { execute } from '../../../api.js';
import { FormFailure } from '../../../forms/form-failure.js';
import { useSubmit } from '../../../forms/use-submit.js';
import { rule } from '../../../forms/user-errors.js';
import { useCurrentArtist } from '../../../session/current-artist.js';
import { ArtistFields } from '../../accounts/artist-fields.js';

const AddArtistMutation = graphql(`
  mutation AddArtist($input: CreateArtistInput!) {
    createArtist(input: $input) {
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

export function AddArtist({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  return (
    <Modal opened={opened} onClose={onClose} title="Add an artist" closeButtonProps={{ 'aria-label': 'Close' }}>
      <AddArtistForm onClose={onClose} />
    </Modal>
  );
}

function AddArtistForm({ onClose }: { onClose: () => void }) {
  const queryClient = useQueryClient();
  const { chooseArtist } = useCurrentArtist();
  const form = useForm({ initialValues: { name: '', handle: '' }, validate: { name: rule(parseName), handle: rule(parseHandle) } });
  const { onSubmit, pending, failure } = useSubmit(
    form,
    async (input) => (await execute(AddArtistMutation, { input })).createArtist,
    async ({ artist }) => {
      await queryClient.invalidateQueries();
      if (artist) chooseArtist(artist.id);
      onClose();
    },
  );
  return (
    <form onSubmit={onSubmit} noValidate>
      <Stack gap="md">
        <ArtistFields form={form} name={{ label: 'Artist name', description: 'As it stands on the releases.', 'data-autofocus': true }} />
        <FormFailure failure={failure} />
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onClose}>
            Cancel
          </Button>
          <Button type="submit" loading={pending}>
            Add
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
