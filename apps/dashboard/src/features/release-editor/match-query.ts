import { graphql, type ResultOf } from '@lynkify/contract';
import { queryOptions } from '@tanstack/react-query';
import { execute } from '../../api.js';
import { Candidate_candidate } from '../review/candidate.js';

const ReleaseMatchQuery = graphql(
  `
    query ReleaseMatch($id: ID!) {
      release(id: $id) {
        id
        version
        match {
          running
          startedAt
          finishedAt
          from
          services {
            service
            name
            status
            message
            found
            retryAt
          }
        }
        candidates {
          id
          ...Candidate_candidate
        }
      }
    }
  `,
  [Candidate_candidate],
);

export type LookedUp = NonNullable<ResultOf<typeof ReleaseMatchQuery>['release']>;
export type ReleaseMatch = NonNullable<LookedUp['match']>;

/** How often something that is under way is asked about, in milliseconds. */
const everySecond = 1_000;

/** How far a release is looked up at music services. Asked again and again while anything may still arrive. */
export const releaseMatch = (id: string) =>
  queryOptions({
    queryKey: ['release', id, 'match'],
    queryFn: async ({ signal }) => (await execute(ReleaseMatchQuery, { id }, signal)).release,
    staleTime: 0,
    refetchInterval: ({ state }) => (state.data?.match?.running ? everySecond : false),
  });
