import { graphql, GraphQLRequestError } from '@lynkify/contract';
import { queryOptions } from '@tanstack/react-query';
import { execute } from '../../../api.js';

export const SessionList_me = graphql(`
  fragment SessionList_me on Me {
    sessions {
      id
      device
      createdAt
      lastSeenAt
      current
    }
  }
`);

const SessionsQuery = graphql(
  `
    query Sessions {
      me {
        ...SessionList_me
      }
    }
  `,
  [SessionList_me],
);

/** Where the member is signed in. */
export const sessions = () =>
  queryOptions({
    queryKey: ['sessions'],
    queryFn: async ({ signal }) => {
      const { me } = await execute(SessionsQuery, {}, signal);
      // Nobody is an answer for `me`; for this screen it means that the session is over.
      if (me === null) throw new GraphQLRequestError('Your session has ended. Sign in again.', { code: 'UNAUTHENTICATED' });
      return me;
    },
  });
