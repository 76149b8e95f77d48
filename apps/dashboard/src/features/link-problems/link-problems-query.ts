import { graphql, type ResultOf } from '@lynkify/contract';
import { infiniteQueryOptions } from '@tanstack/react-query';
import { execute } from '../../api.js';

const LinkProblemsQuery = graphql(`
  query LinkProblems($first: Int!, $after: String) {
    destinationProblems(first: $first, after: $after) {
      totalCount
      pageInfo {
        endCursor
        hasNextPage
      }
      nodes {
        destination {
          id
          platform
          platformName
          url
          checkState
          checkMessage
          checkedAt
          movedTo
        }
        release {
          id
          title
          artist {
            name
          }
        }
      }
    }
  }
`);

const pageSize = 50;

export type LinkProblem = ResultOf<typeof LinkProblemsQuery>['destinationProblems']['nodes'][number];

/** Links that are gone or moved, the newest first, as they are asked for. */
export const linkProblems = () =>
  infiniteQueryOptions({
    queryKey: ['releases', 'link-problems'],
    queryFn: async ({ pageParam, signal }) => (await execute(LinkProblemsQuery, { first: pageSize, after: pageParam }, signal)).destinationProblems,
    initialPageParam: null as string | null,
    getNextPageParam: ({ pageInfo }) => (pageInfo.hasNextPage ? pageInfo.endCursor : null),
  });
