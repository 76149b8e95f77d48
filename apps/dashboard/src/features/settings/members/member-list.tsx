import { graphql, readFragment, type FragmentOf } from '@lynkify/contract';
import { Badge } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { execute } from '../../../api.js';
import { ConfirmButton } from '../../../components/confirm-button.js';
import rows from '../../../components/rows.module.css';
import { formatDay } from '../../../format.js';
import { accepted, failureOf } from '../../../forms/failure.js';
import { useMay } from '../../../session/may.js';
import { roleNames, type Role } from '../../../session/roles.js';
import { currentWorkspace, session } from '../../../session/session.js';
import { RoleSelect } from './role-select.js';

export const MemberList_member = graphql(`
  fragment MemberList_member on Member {
    role
    joinedAt
    user {
      id
      name
      email
    }
  }
`);

const ChangeMemberRole = graphql(`
  mutation ChangeMemberRole($input: ChangeMemberRoleInput!) {
    changeMemberRole(input: $input) {
      userErrors {
        code
        path
        message
      }
    }
  }
`);

const RemoveMember = graphql(`
  mutation RemoveMember($input: RemoveMemberInput!) {
    removeMember(input: $input) {
      userErrors {
        code
        path
        message
      }
    }
  }
`);

/** The members with their roles. One's own row cannot be removed here; leaving is in the workspace's settings. */
export function MemberList({ members }: { members: readonly FragmentOf<typeof MemberList_member>[] }) {
  const { data: me } = useSuspenseQuery(session());
  const queryClient = useQueryClient();
  const mayChange = useMay('members:write');
  const mayUnmakeOwners = useMay('members:own');
  const list = readFragment(MemberList_member, members);
  const owners = list.filter(({ role }) => role === 'OWNER').length;

  const refresh = () => Promise.all([queryClient.invalidateQueries({ queryKey: currentWorkspace().queryKey }), queryClient.invalidateQueries({ queryKey: session().queryKey })]);
  const change = useMutation({
    mutationFn: async (input: { userId: string; role: Role }) => accepted((await execute(ChangeMemberRole, { input })).changeMemberRole),
    onSuccess: refresh,
    onError: (error) => notifications.show({ title: 'The role stays as it is', message: failureOf(error), color: 'red' }),
  });
  const remove = async (userId: string) => {
    accepted((await execute(RemoveMember, { input: { userId } })).removeMember);
    await refresh();
  };

  return (
    <ul className={rows.rows}>
      {list.map(({ user, role, joinedAt }) => {
        const lastOwner = role === 'OWNER' && owners === 1;
        const changeable = mayChange && !lastOwner && (role !== 'OWNER' || mayUnmakeOwners);
        const shown = change.isPending && change.variables.userId === user.id ? change.variables.role : role;
        return (
          <li key={user.id} className={`${rows.row} ${rows.wraps}`}>
            <span className={rows.words}>
              <span className={rows.name}>
                {user.name} {user.id === me?.user.id && <Badge>You</Badge>}
              </span>
              <span className={rows.note}>
                {user.email}, since {formatDay(joinedAt)}
                {lastOwner && '. The only owner: make someone else an owner to change this.'}
              </span>
            </span>
            {changeable ? (
              <RoleSelect w={120} aria-label={`Role of ${user.name}`} value={shown} disabled={change.isPending} onChange={(next) => change.mutate({ userId: user.id, role: next })} />
            ) : (
              <span>{roleNames[role]}</span>
            )}
            {changeable && user.id !== me?.user.id && (
              <ConfirmButton
                aria-label={`Remove ${user.name}`}
                question={`Remove ${user.name}?`}
                consequence="They lose access at once and their sessions no longer open this workspace. What they made stays."
                verb="Remove"
                onConfirm={() => remove(user.id)}
              >
                Remove
              </ConfirmButton>
            )}
          </li>
        );
      })}
    </ul>
  );
}
