import { graphql, type ResultOf } from '@lynkify/contract';
import { infiniteQueryOptions } from '@tanstack/react-query';
import { execute } from '../../api.js';
import { Picture_picture } from '../../components/picture.js';
import { Candidate_candidate } from './candidate.js';

const ReviewQueueQuery = graphql(
  `
    query ReviewQueue($first: Int!, $after: String) {
      reviewQueue(first: $first, after: $after) {
        totalCount
        pageInfo {
          endCursor
          hasNextPage
        }
        nodes {
          id
          platform
          ...Candidate_candidate
          release {
            id
            title
            artistCredit
            releaseDate
            artist {
              name
            }
            artwork {
              ...Picture_picture
            }
          }
        }
      }
    }
  `,
  [Candidate_candidate, Picture_picture],
);

const pageSize = 50;

export type ReviewPage = ResultOf<typeof ReviewQueueQuery>['reviewQueue'];
export type Reviewed = ReviewPage['nodes'][number];

/** Matches of the whole workspace that wait for a person, the newest first, as they are asked for. */
export const reviewQueue = () =>
  infiniteQueryOptions({
    queryKey: ['review'],
    queryFn: async ({ pageParam, signal }) => (await execute(ReviewQueueQuery, { first: pageSize, after: pageParam }, signal)).reviewQueue,
    initialPageParam: null as string | null,
    getNextPageParam: ({ pageInfo }) => (pageInfo.hasNextPage ? pageInfo.endCursor : null),
  });
