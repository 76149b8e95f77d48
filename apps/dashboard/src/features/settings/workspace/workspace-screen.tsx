import { graphql } from '@lynkify/contract';
import { parseName } from '@lynkify/domain';
import { Button, Select, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { notifications } from '@mantine/notifications';
import { useQueryClient } from '@tanstack/react-query';
import { useMemo } from 'react';
import { execute } from '../../../api.js';
import { ConfirmButton } from '../../../components/confirm-button.js';
import { PageHeader } from '../../../components/page-header.js';
import { Section } from '../../../components/section.js';
import { accepted } from '../../../forms/failure.js';
import { FormFailure } from '../../../forms/form-failure.js';
import { useSubmit } from '../../../forms/use-submit.js';
import { rule } from '../../../forms/user-errors.js';
import { useCurrentArtist } from '../../../session/current-artist.js';
import { rememberWorkspace } from '../../../session/current-workspace.js';
import { useMay } from '../../../session/may.js';
import { currentWorkspace, session } from '../../../session/session.js';
import classes from '../settings.module.css';
import { DeadLinksSettings } from './dead-links-settings.js';
import { timeZones } from '../time-zones.js';

const UpdateWorkspace = graphql(`
  mutation UpdateWorkspace($input: UpdateWorkspaceInput!) {
    updateWorkspace(input: $input) {
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

const LeaveWorkspace = graphql(`
  mutation LeaveWorkspace($input: LeaveWorkspaceInput!) {
    leaveWorkspace(input: $input) {
      userErrors {
        code
        path
        message
      }
    }
  }
`);

/** The name and the time zone of the workspace, and the way out of it. */
export function WorkspaceScreen() {
  const { workspace } = useCurrentArtist();
  const leave = async () => {
    accepted((await execute(LeaveWorkspace, { input: { workspaceId: workspace.id } })).leaveWorkspace);
    rememberWorkspace(null);
    window.location.assign('/');
  };
  return (
    <>
      <PageHeader title="Workspace" />
      <Stack gap={40}>
        <WorkspaceForm />
        <DeadLinksSettings />
        <Section title="Leave" lead="You lose access at once. The work stays with the workspace; another member can invite you again.">
          <ConfirmButton question={`Leave ${workspace.name}?`} consequence="You no longer see its releases, fans and numbers." verb="Leave" onConfirm={leave}>
            Leave this workspace
          </ConfirmButton>
        </Section>
      </Stack>
    </>
  );
}

function WorkspaceForm() {
  const { workspace } = useCurrentArtist();
  const mayChange = useMay('workspace:write');
  const queryClient = useQueryClient();
  const zones = useMemo(() => timeZones(workspace.timeZone), [workspace.timeZone]);
  const form = useForm({ initialValues: { name: workspace.name, timeZone: workspace.timeZone }, validate: { name: rule(parseName) } });
  const { onSubmit, pending, failure } = useSubmit(
    form,
    async (input) => (await execute(UpdateWorkspace, { input })).updateWorkspace,
    async () => {
      form.resetDirty();
      notifications.show({ message: 'Workspace saved.' });
      await Promise.all([queryClient.invalidateQueries({ queryKey: currentWorkspace().queryKey }), queryClient.invalidateQueries({ queryKey: session().queryKey })]);
    },
  );
  return (
    <form onSubmit={onSubmit} noValidate className={classes.form}>
      <Stack gap="md">
        <TextInput label="Name" description="Only members see it." disabled={!mayChange} {...form.getInputProps('name')} />
        <Select
          label="Time zone"
          description="New releases come out by it, and the days of your numbers begin and end by it."
          data={zones}
          searchable
          allowDeselect={false}
          limit={50}
          nothingFoundMessage="No time zone of that name"
          disabled={!mayChange}
          {...form.getInputProps('timeZone')}
        />
        <FormFailure failure={failure} />
        {mayChange ? (
          <div>
            <Button type="submit" variant="default" loading={pending} disabled={!form.isDirty()}>
              Save
            </Button>
          </div>
        ) : (
          <p className={classes.words}>An admin or owner can change this.</p>
        )}
      </Stack>
    </form>
  );
}
