import { Skeleton, Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Loaded } from '../../../components/loaded.js';
import { PageHeader } from '../../../components/page-header.js';
import { Section } from '../../../components/section.js';
import { useCurrentArtist } from '../../../session/current-artist.js';
import { useMay } from '../../../session/may.js';
import { roleNames, roleWords } from '../../../session/roles.js';
import classes from '../settings.module.css';
import { InvitationList } from './invitation-list.js';
import { InviteForm } from './invite-form.js';
import { MemberList } from './member-list.js';
import { members } from './members-query.js';

/** Who works in the workspace, as what, and who is asked to. */
export function MembersScreen() {
  const { workspace } = useCurrentArtist();
  const mayInvite = useMay('members:write');
  return (
    <>
      <PageHeader title="Members" lead={`Who works in ${workspace.name}.`} />
      <Loaded query={useQuery(members())} skeleton={<Skeleton height={168} radius="lg" />}>
        {(data) => (
          <Stack gap={40}>
            <MemberList members={data.members} />
            {mayInvite && (
              <Section title="Invite" lead="They get a mail with a link that works for seven days.">
                <InviteForm />
              </Section>
            )}
            {data.invitations.length > 0 && (
              <Section title="Invited, not here yet">
                <InvitationList invitations={data.invitations} />
              </Section>
            )}
            <Section title="What each role may do">
              <dl className={classes.definitions}>
                {roleWords.map(({ role, may }) => (
                  <div key={role} style={{ display: 'contents' }}>
                    <dt>{roleNames[role]}</dt>
                    <dd>{may}</dd>
                  </div>
                ))}
              </dl>
            </Section>
          </Stack>
        )}
      </Loaded>
    </>
  );
}
