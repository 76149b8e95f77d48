import { graphql, readFragment, type FragmentOf } from '@lynkify/contract';
import { useQueryClient } from '@tanstack/react-query';
import { execute } from '../../../api.js';
import { ConfirmButton } from '../../../components/confirm-button.js';
import { RelativeTime } from '../../../components/relative-time.js';
import rows from '../../../components/rows.module.css';
import { accepted } from '../../../forms/failure.js';
import { useMay } from '../../../session/may.js';
import { roleNames } from '../../../session/roles.js';

export const InvitationList_invitation = graphql(`
  fragment InvitationList_invitation on Invitation {
    id
    email
    role
    createdAt
    expiresAt
    invitedBy {
      name
    }
  }
`);

const RevokeInvitation = graphql(`
  mutation RevokeInvitation($input: RevokeInvitationInput!) {
    revokeInvitation(input: $input) {
      userErrors {
        code
        path
        message
      }
    }
  }
`);

/** Who was asked and has not answered. */
export function InvitationList({ invitations }: { invitations: readonly FragmentOf<typeof InvitationList_invitation>[] }) {
  const queryClient = useQueryClient();
  const mayRevoke = useMay('members:write');
  const revoke = async (invitationId: string) => {
    accepted((await execute(RevokeInvitation, { input: { invitationId } })).revokeInvitation);
    await queryClient.invalidateQueries({ queryKey: ['workspace', 'members'] });
  };
  return (
    <ul className={rows.rows}>
      {readFragment(InvitationList_invitation, invitations).map(({ id, email, role, createdAt, expiresAt, invitedBy }) => (
        <li key={id} className={`${rows.row} ${rows.wraps}`}>
          <span className={rows.words}>
            <span className={rows.name}>{email}</span>
            <span className={rows.note}>
              {roleNames[role]}, invited{invitedBy && ` by ${invitedBy.name}`} <RelativeTime at={createdAt} />, ends <RelativeTime at={expiresAt} />
            </span>
          </span>
          {mayRevoke && (
            <ConfirmButton
              aria-label={`Take back the invitation to ${email}`}
              question={`Take back the invitation to ${email}?`}
              consequence="The link in their mail stops working."
              verb="Take back"
              onConfirm={() => revoke(id)}
            >
              Take back
            </ConfirmButton>
          )}
        </li>
      ))}
    </ul>
  );
}
