import { graphql, type ResultOf } from '@lynkify/contract';
import { infiniteQueryOptions, keepPreviousData, queryOptions, type Query } from '@tanstack/react-query';
import { execute } from '../../api.js';
import { fanKeys } from './fan-keys.js';
import { FanRow_fan } from './fan-row.js';
import { withFilter, type FansSearch } from './fans-search.js';

const FansQuery = graphql(
  `
    query Fans($filter: FanFilter, $after: String) {
      fans(first: 100, after: $after, filter: $filter) {
        totalCount
        nodes {
          id
          ...FanRow_fan
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
  `,
  [FanRow_fan],
);

const FanFacetsQuery = graphql(`
  query FanFacets($filter: FanFilter, $unsubscribed: FanFilter) {
    fanFacets(filter: $filter) {
      verified
      unverified
      countries {
        value
        count
      }
      channels {
        value
        count
      }
      releases {
        count
        release {
          id
          title
          artistCredit
        }
      }
    }
    unsubscribed: fans(first: 1, filter: $unsubscribed) {
      totalCount
    }
  }
`);

// Pages have to be asked for again one after the other, so who has scrolled far keeps what was loaded.
const whileShort = ({ state: { data } }: Pick<Query, 'state'>) => ((data as { pages: unknown[] } | undefined)?.pages.length ?? 0) <= 3;

/** The fans that a filter lets through, newest first. */
export const fans = (search: FansSearch) =>
  infiniteQueryOptions({
    queryKey: [...fanKeys.lists, search],
    queryFn: async ({ signal, pageParam }) => (await execute(FansQuery, { filter: search, after: pageParam }, signal)).fans,
    // Pages that stay are the same objects anyway; to compare ten thousand rows with each new page would only cost time.
    structuralSharing: false,
    initialPageParam: null as string | null,
    getNextPageParam: ({ pageInfo }) => (pageInfo.hasNextPage ? pageInfo.endCursor : null),
    placeholderData: keepPreviousData,
    refetchOnMount: whileShort,
    refetchOnWindowFocus: whileShort,
    refetchOnReconnect: whileShort,
  });

export type FanFacets = ResultOf<typeof FanFacetsQuery>['fanFacets'];

/** How many fans each choice of one filter would leave, given all the others. */
export const fanFacets = (search: FansSearch, filter: keyof FansSearch | 'status') => {
  const others = withFilter(search, filter === 'status' ? { verified: undefined, unsubscribed: undefined } : { [filter]: undefined });
  return queryOptions({
    queryKey: [...fanKeys.facets, others],
    queryFn: async ({ signal }) => {
      const { fanFacets: facets, unsubscribed } = await execute(FanFacetsQuery, { filter: others, unsubscribed: { ...others, unsubscribed: true } }, signal);
      return { ...facets, unsubscribed: unsubscribed.totalCount };
    },
    placeholderData: keepPreviousData,
  });
};
