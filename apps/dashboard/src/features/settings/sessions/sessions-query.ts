import { graphql } from '@lynkify/contract';
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
    queryFn: async ({ signal }) => (await execute(SessionsQuery, {}, signal)).me,
  });
