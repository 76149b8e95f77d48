import { graphql } from '@lynkify/contract';
import { queryOptions } from '@tanstack/react-query';
import { execute } from '../../../api.js';
import { InvitationList_invitation } from './invitation-list.js';
import { MemberList_member } from './member-list.js';

const MembersQuery = graphql(
  `
    query Members {
      workspace {
        members {
          ...MemberList_member
        }
        invitations {
          ...InvitationList_invitation
        }
      }
    }
  `,
  [MemberList_member, InvitationList_invitation],
);

/** Who works here, and who is asked to. */
export const members = () =>
  queryOptions({
    queryKey: ['workspace', 'members'],
    queryFn: async ({ signal }) => (await execute(MembersQuery, {}, signal)).workspace,
  });
