import { graphql, readFragment, type FragmentOf, type ResultOf } from '@lynkify/contract';
import { queryOptions } from '@tanstack/react-query';
import { execute } from '../api.js';

/** What every answer that signs in brings, so that the dashboard need not ask again. */
export const Session_me = graphql(`
  fragment Session_me on Me {
    user {
      id
      email
      name
    }
    memberships {
      role
      linkCheckMails
      workspace {
        id
        name
        kind
        linkCheckMails
      }
    }
  }
`);

const SessionQuery = graphql(
  `
    query Session {
      me {
        ...Session_me
      }
    }
  `,
  [Session_me],
);

const CurrentWorkspaceQuery = graphql(`
  query CurrentWorkspace {
    workspace {
      id
      name
      kind
      timeZone
      deadLinks
      linkCheckMails
      role
      artists {
        id
        name
        handle
        publicUrl
      }
    }
  }
`);

export type Me = ResultOf<typeof Session_me>;
export type CurrentWorkspace = ResultOf<typeof CurrentWorkspaceQuery>['workspace'];
export type RosterArtist = CurrentWorkspace['artists'][number];

/** The fragment, opened. */
export const readSession = (me: FragmentOf<typeof Session_me>): Me => readFragment(Session_me, me);

/** Who is signed in, or null. */
export const session = () =>
  queryOptions({
    queryKey: ['session'],
    queryFn: async ({ signal }): Promise<Me | null> => {
      const { me } = await execute(SessionQuery, {}, signal);
      return me === null ? null : readSession(me);
    },
    staleTime: 5 * 60_000,
  });

/** The workspace that this tab works in, with its roster. */
export const currentWorkspace = () =>
  queryOptions({
    queryKey: ['workspace'],
    queryFn: async ({ signal }) => (await execute(CurrentWorkspaceQuery, {}, signal)).workspace,
    staleTime: 60_000,
  });
