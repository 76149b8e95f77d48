import { graphql, type ResultOf } from '@lynkify/contract';
import { infiniteQueryOptions, keepPreviousData } from '@tanstack/react-query';
import { execute } from '../../api.js';
import { Picture_picture } from '../../components/picture.js';
import type { ReleasesFilter } from './releases-filter.js';

const ReleasesQuery = graphql(
  `
    query Releases($first: Int!, $after: String, $search: String, $status: ReleaseStatus, $artistId: ID) {
      releases(first: $first, after: $after, search: $search, status: $status, artistId: $artistId) {
        totalCount
        pageInfo {
          endCursor
          hasNextPage
        }
        nodes {
          id
          title
          artistCredit
          type
          releaseDate
          status
          hasUnpublishedChanges
          firstPublishedAt
          publicUrl
          expiresAt
          archiveLeadsTo
          archivePlatform
          artist {
            id
            name
          }
          artwork {
            ...Picture_picture
          }
          destinations {
            id
            platform
            offered
            platformName
          }
        }
      }
    }
  `,
  [Picture_picture],
);

const pageSize = 50;

/** The releases that a filter leaves, the last saved first, as they are scrolled to. */
export const releaseList = (filter: ReleasesFilter, artistId: string | null) =>
  infiniteQueryOptions({
    queryKey: ['releases', filter, artistId],
    queryFn: async ({ pageParam, signal }) => (await execute(ReleasesQuery, { first: pageSize, after: pageParam, search: filter.search ?? null, status: filter.status ?? null, artistId }, signal)).releases,
    initialPageParam: null as string | null,
    getNextPageParam: ({ pageInfo }) => (pageInfo.hasNextPage ? pageInfo.endCursor : null),
    placeholderData: keepPreviousData,
  });

export type ListedRelease = ResultOf<typeof ReleasesQuery>['releases']['nodes'][number];
