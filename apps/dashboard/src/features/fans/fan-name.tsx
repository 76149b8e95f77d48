import { graphql } from '@lynkify/contract';
import { cleanText, titleLength } from '@lynkify/domain';
import { ActionIcon, Button, Group, Stack, TextInput, Tooltip } from '@mantine/core';
import { useForm } from '@mantine/form';
import { IconPencil } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { execute } from '../../api.js';
import { FormFailure } from '../../forms/form-failure.js';
import { useSubmit } from '../../forms/use-submit.js';
import classes from './facts.module.css';
import { refreshFan } from './fan-keys.js';

const RenameFan = graphql(`
  mutation RenameFan($input: UpdateFanInput!) {
    updateFan(input: $input) {
      fan {
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

interface FanNameProps {
  fanId: string;
  name: string;
}

/** A fan's name, to be written or corrected where it stands. */
export function FanName({ fanId, name }: FanNameProps) {
  const [editing, setEditing] = useState(false);
  const pencil = useRef<HTMLButtonElement>(null);
  const close = () => {
    setEditing(false);
    // Once the field is gone the focus would be nowhere.
    requestAnimationFrame(() => pencil.current?.focus());
  };
  if (editing) return <NameForm fanId={fanId} name={name} onClose={close} />;
  const label = name === '' ? 'Add a name' : 'Change the name';
  return (
    <span className={classes.withAction}>
      {name === '' ? <span className={classes.soft}>None given</span> : <span>{name}</span>}
      <Tooltip label={label}>
        <ActionIcon ref={pencil} onClick={() => setEditing(true)} aria-label={label}>
          <IconPencil size={18} />
        </ActionIcon>
      </Tooltip>
    </span>
  );
}

function NameForm({ fanId, name, onClose }: FanNameProps & { onClose: () => void }) {
  const queryClient = useQueryClient();
  const form = useForm({
    initialValues: { name },
    validate: { name: (text) => ([...cleanText(text)].length > titleLength.max ? `At most ${titleLength.max} characters fit.` : null) },
  });
  const { onSubmit, pending, failure } = useSubmit(
    form,
    async (values) => (await execute(RenameFan, { input: { fanId, name: cleanText(values.name) } })).updateFan,
    async () => {
      await refreshFan(queryClient, fanId);
      onClose();
    },
  );
  return (
    <form onSubmit={onSubmit} noValidate>
      <Stack gap={8} py={4}>
        <TextInput
          aria-label="Name"
          autoFocus
          autoComplete="off"
          {...form.getInputProps('name')}
          onKeyDown={(event) => {
            if (event.key === 'Escape') onClose();
          }}
        />
        <FormFailure failure={failure} />
        <Group gap={8}>
          <Button type="submit" loading={pending}>
            Save
          </Button>
          <Button variant="default" onClick={onClose}>
            Cancel
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
