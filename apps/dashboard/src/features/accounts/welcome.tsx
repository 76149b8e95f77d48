import { graphql } from '@lynkify/contract';
import { parseName } from '@lynkify/domain';
import { Button, Radio, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { execute } from '../../api.js';
import { FormFailure } from '../../forms/form-failure.js';
import { useSubmit } from '../../forms/use-submit.js';
import { rule } from '../../forms/user-errors.js';
import { rememberWorkspace } from '../../session/current-workspace.js';
import { currentWorkspace, session } from '../../session/session.js';
import { AccountFrame } from './account-frame.js';
import { ArtistFields } from './artist-fields.js';
import classes from './choice-cards.module.css';
import { kinds, type WorkspaceKind } from './kinds.js';

const CreateWorkspace = graphql(`
  mutation CreateWorkspace($input: CreateWorkspaceInput!) {
    createWorkspace(input: $input) {
      workspace {
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

const CreateArtist = graphql(`
  mutation CreateFirstArtist($input: CreateArtistInput!) {
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

interface Values {
  kind: WorkspaceKind;
  workspaceName: string;
  name: string;
  handle: string;
}

/** The one form between an account and the dashboard: who you are, your name, your address. */
export function Welcome() {
  const queryClient = useQueryClient();
  const navigate = useNavigate();
  const { data: me } = useQuery(session());
  // A second try after a refused artist finds the workspace that the first try made.
  const [madeWorkspace, setMadeWorkspace] = useState(false);
  const hasWorkspace = madeWorkspace || (me?.memberships.length ?? 0) > 0;

  const form = useForm<Values>({
    initialValues: { kind: 'ARTIST', workspaceName: '', name: '', handle: '' },
    validate: {
      workspaceName: (name, { kind }) => (kind === 'LABEL' && !hasWorkspace ? rule(parseName)(name) : null),
      name: rule(parseName),
      handle: (handle) => (handle.trim() === '' ? 'Choose an address.' : null),
    },
  });
  const { kind } = form.values;
  const words = kinds.find(({ value }) => value === kind) ?? kinds[0];

  const { onSubmit, pending, failure } = useSubmit(
    form,
    async (values) => {
      if (!hasWorkspace) {
        const name = values.kind === 'LABEL' ? values.workspaceName : values.name;
        const timeZone = Intl.DateTimeFormat().resolvedOptions().timeZone;
        const made = (await execute(CreateWorkspace, { input: { name, kind: values.kind, timeZone } })).createWorkspace;
        if (!made.workspace) return { userErrors: made.userErrors.map((error) => ({ ...error, path: error.path.map((part) => (part === 'name' && values.kind === 'LABEL' ? 'workspaceName' : part)) })) };
        rememberWorkspace(made.workspace.id);
        setMadeWorkspace(true);
      }
      return (await execute(CreateArtist, { input: { name: values.name, handle: values.handle } })).createArtist;
    },
    async () => {
      queryClient.removeQueries({ queryKey: currentWorkspace().queryKey });
      await queryClient.invalidateQueries({ queryKey: session().queryKey, refetchType: 'all' });
      await navigate({ to: '/', replace: true });
    },
  );

  return (
    <AccountFrame title={hasWorkspace ? 'Who is this workspace for?' : 'What do you call yourself?'} lead="This becomes your page. Everything can be changed later.">
      <form onSubmit={onSubmit} noValidate>
        <Stack gap="md">
          {!hasWorkspace && (
            <Radio.Group label="You are" value={kind} onChange={(value) => form.setFieldValue('kind', kinds.find((option) => option.value === value)?.value ?? 'ARTIST')}>
              <div className={classes.cards}>
                {kinds.map(({ value, label, icon: Icon }) => (
                  <Radio.Card key={value} value={value} className={classes.card}>
                    <Icon size={22} aria-hidden />
                    {label}
                  </Radio.Card>
                ))}
              </div>
            </Radio.Group>
          )}
          {kind === 'LABEL' && !hasWorkspace && <TextInput label="Name of the label" autoComplete="organization" {...form.getInputProps('workspaceName')} />}
          <ArtistFields form={form} name={{ label: words?.nameLabel, description: words?.nameHelp, autoFocus: true }} />
          <FormFailure failure={failure} />
          <Button type="submit" loading={pending}>
            Go on
          </Button>
        </Stack>
      </form>
    </AccountFrame>
  );
}
