import { graphql } from '@lynkify/contract';
import { parseHandle, parseName, suggestHandle } from '@lynkify/domain';
import { Button, Group, Modal, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { execute } from '../../../api.js';
import { FormFailure } from '../../../forms/form-failure.js';
import { useSubmit } from '../../../forms/use-submit.js';
import { rule } from '../../../forms/user-errors.js';
import { useCurrentArtist } from '../../../session/current-artist.js';
import { HandleField } from '../../accounts/handle-field.js';

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
  const [handleTouched, setHandleTouched] = useState(false);
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
        <TextInput
          label="Artist name"
          description="As it stands on the releases."
          data-autofocus
          autoComplete="off"
          {...form.getInputProps('name')}
          onChange={(event) => {
            const name = event.currentTarget.value;
            form.setFieldValue('name', name);
            if (!handleTouched) form.setFieldValue('handle', name.trim() === '' ? '' : suggestHandle(name));
          }}
        />
        <HandleField
          value={form.values.handle}
          error={typeof form.errors['handle'] === 'string' ? form.errors['handle'] : null}
          onChange={(handle) => {
            setHandleTouched(true);
            form.setFieldValue('handle', handle);
          }}
        />
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
