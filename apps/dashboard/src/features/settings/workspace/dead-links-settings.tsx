import { graphql } from '@lynkify/contract';
import { Stack, Switch } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { execute } from '../../../api.js';
import { Section } from '../../../components/section.js';
import { accepted, failureOf } from '../../../forms/failure.js';
import { FormFailure } from '../../../forms/form-failure.js';
import { useCurrentArtist } from '../../../session/current-artist.js';
import { useMay } from '../../../session/may.js';
import { currentWorkspace, session, type CurrentWorkspace } from '../../../session/session.js';

const UpdateDeadLinks = graphql(`
  mutation UpdateDeadLinks($input: UpdateWorkspaceInput!) {
    updateWorkspace(input: $input) {
      workspace {
        id
        deadLinks
        linkCheckMails
      }
      userErrors {
        code
        path
        message
      }
    }
  }
`);

type Choice = Partial<Pick<CurrentWorkspace, 'deadLinks' | 'linkCheckMails'>>;

/** What becomes of links that died: on the pages, and in the mailbox. Saved at once. */
export function DeadLinksSettings() {
  const { workspace } = useCurrentArtist();
  const mayChange = useMay('workspace:write');
  const queryClient = useQueryClient();
  const { queryKey } = currentWorkspace();
  const choose = useMutation({
    mutationFn: async (input: Choice) => accepted((await execute(UpdateDeadLinks, { input })).updateWorkspace).workspace,
    onSuccess: async (saved) => {
      queryClient.setQueryData(queryKey, (before) => (before && saved ? { ...before, ...saved } : before));
      // The profile says where these mails are switched off for everyone.
      await queryClient.invalidateQueries({ queryKey: session().queryKey });
    },
  });
  // While it is being saved the switch stands where it was put.
  const { deadLinks, linkCheckMails } = { ...workspace, ...(choose.isPending ? choose.variables : {}) };
  return (
    <Section title="Dead links" lead="Every link of a published release is looked at again and again, daily around its release and weekly later.">
      <Stack gap="md">
        <Switch
          label="Leave dead links out of pages"
          description="A page stops offering a link that leads nowhere, and offers it again when it works. Nothing has to be published for that."
          checked={deadLinks === 'HIDE'}
          disabled={!mayChange}
          onChange={(event) => choose.mutate({ deadLinks: event.currentTarget.checked ? 'HIDE' : 'KEEP' })}
        />
        <Switch
          label="Mail owners and admins"
          description="Once a day at the most, and only when links died or moved."
          checked={linkCheckMails}
          disabled={!mayChange}
          onChange={(event) => choose.mutate({ linkCheckMails: event.currentTarget.checked })}
        />
        <FormFailure failure={choose.isError ? failureOf(choose.error) : null} />
      </Stack>
    </Section>
  );
}
