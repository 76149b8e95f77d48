import { graphql } from '@lynkify/contract';
import { Stack, Switch } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { execute } from '../../../api.js';
import { Section } from '../../../components/section.js';
import { accepted, failureOf } from '../../../forms/failure.js';
import { FormFailure } from '../../../forms/form-failure.js';
import { readSession, session, Session_me, type Me } from '../../../session/session.js';

const UpdateMembership = graphql(
  `
    mutation UpdateMembership($input: UpdateMembershipInput!) {
      updateMembership(input: $input) {
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

/** Which workspaces write to the member about dead links: those that they look after. Saved at once. */
export function LinkCheckMails({ memberships }: Pick<Me, 'memberships'>) {
  const queryClient = useQueryClient();
  const choose = useMutation({
    mutationFn: async (input: { workspaceId: string; linkCheckMails: boolean }) => accepted((await execute(UpdateMembership, { input })).updateMembership).me,
    onSuccess: (me) => me && queryClient.setQueryData(session().queryKey, readSession(me)),
  });
  const lookedAfter = memberships.filter(({ role }) => role === 'OWNER' || role === 'ADMIN');
  if (lookedAfter.length === 0) return null;
  // While it is being saved the switch stands where it was put.
  const isOn = ({ workspace, linkCheckMails }: Me['memberships'][number]) => (choose.isPending && choose.variables.workspaceId === workspace.id ? choose.variables.linkCheckMails : linkCheckMails);
  return (
    <Section title="Mails about dead links" lead="Once a day at the most, and only when links died or moved.">
      <Stack gap="md">
        {lookedAfter.map((membership) => (
          <Switch
            key={membership.workspace.id}
            label={membership.workspace.name}
            description={membership.workspace.linkCheckMails ? undefined : 'Switched off for everyone, in the settings of the workspace.'}
            checked={membership.workspace.linkCheckMails && isOn(membership)}
            disabled={!membership.workspace.linkCheckMails}
            onChange={(event) => choose.mutate({ workspaceId: membership.workspace.id, linkCheckMails: event.currentTarget.checked })}
          />
        ))}
        <FormFailure failure={choose.isError ? failureOf(choose.error) : null} />
      </Stack>
    </Section>
  );
}
