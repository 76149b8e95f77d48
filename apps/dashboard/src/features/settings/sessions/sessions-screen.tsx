import { graphql, readFragment } from '@lynkify/contract';
import { Badge, Button, Skeleton, Stack } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconDeviceDesktop, IconDeviceMobile } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { execute } from '../../../api.js';
import { ConfirmButton } from '../../../components/confirm-button.js';
import { Loaded } from '../../../components/loaded.js';
import { PageHeader } from '../../../components/page-header.js';
import { RelativeTime } from '../../../components/relative-time.js';
import rows from '../../../components/rows.module.css';
import { formatDay } from '../../../format.js';
import { accepted, failureOf } from '../../../forms/failure.js';
import { useSignOut } from '../../../session/sign-out.js';
import { SessionList_me, sessions } from './sessions-query.js';

const EndSession = graphql(
  `
    mutation EndSession($input: EndSessionInput!) {
      endSession(input: $input) {
        me {
          ...SessionList_me
        }
        userErrors {
          code
          path
          message
        }
      }
    }
  `,
  [SessionList_me],
);

const EndOtherSessions = graphql(
  `
    mutation EndOtherSessions {
      endOtherSessions {
        me {
          ...SessionList_me
        }
        userErrors {
          code
          path
          message
        }
      }
    }
  `,
  [SessionList_me],
);

/** Where the member is signed in, and how to end that. */
export function SessionsScreen() {
  const queryClient = useQueryClient();
  const query = useQuery(sessions());
  const signOut = useSignOut();
  const list = readFragment(SessionList_me, query.data ?? null)?.sessions ?? [];
  const end = useMutation({
    mutationFn: async (sessionId: string) => accepted((await execute(EndSession, { input: { sessionId } })).endSession),
    onSuccess: ({ me }) => queryClient.setQueryData(sessions().queryKey, me ?? undefined),
    onError: (error) => notifications.show({ title: 'The session is still open', message: failureOf(error), color: 'red' }),
  });
  const endOthers = async () => {
    const { me } = accepted((await execute(EndOtherSessions)).endOtherSessions);
    queryClient.setQueryData(sessions().queryKey, me ?? undefined);
  };

  return (
    <>
      <PageHeader
        title="Sessions"
        lead="Every browser in which you are signed in. End what you do not know, then change your password."
        actions={
          list.length > 1 && (
            <ConfirmButton question="End all other sessions?" consequence="Every other browser has to sign in again. This one stays." verb="End them" onConfirm={endOthers}>
              End all others
            </ConfirmButton>
          )
        }
      />
      <Loaded query={query} skeleton={<SessionsSkeleton />}>
        {() => (
          <ul className={rows.rows}>
            {list.map(({ id, device, createdAt, lastSeenAt, current }) => (
              <li key={id} className={rows.row}>
                <span className={rows.icon}>{/iPhone|Android|iPad/u.test(device) ? <IconDeviceMobile size={20} aria-hidden /> : <IconDeviceDesktop size={20} aria-hidden />}</span>
                <span className={rows.words}>
                  <span className={rows.name}>
                    {device} {current && <Badge color="green">This one</Badge>}
                  </span>
                  <span className={rows.note}>
                    Last seen <RelativeTime at={lastSeenAt} />, signed in on {formatDay(createdAt)}
                  </span>
                </span>
                {current ? (
                  <Button variant="default" onClick={() => signOut.mutate()} loading={signOut.isPending}>
                    Sign out
                  </Button>
                ) : (
                  <Button variant="default" onClick={() => end.mutate(id)} loading={end.isPending && end.variables === id} aria-label={`End the session of ${device}`}>
                    End
                  </Button>
                )}
              </li>
            ))}
          </ul>
        )}
      </Loaded>
    </>
  );
}

function SessionsSkeleton() {
  return (
    <Stack gap={1}>
      <Skeleton height={56} />
      <Skeleton height={56} />
    </Stack>
  );
}
