import { graphql, type ResultOf } from '@lynkify/contract';
import { queryOptions } from '@tanstack/react-query';
import { execute } from '../../api.js';
import { accepted } from '../../forms/failure.js';

const ReadPageQuery = graphql(`
  query ReadPage($input: ReadPageInput!) {
    readPage(input: $input) {
      page {
        url
        product
        productName
        subject
        title
        artist
        artworkUrl
        slug
        links {
          text
          status
          platform
          platformName
          url
          message
        }
        otherLinks {
          kind
          url
          title
          network
          networkName
        }
      }
      userErrors {
        code
        path
        message
      }
    }
  }
`);

const ReleaseChoicesQuery = graphql(`
  query ReleaseChoices($search: String, $artistId: ID) {
    releases(first: 20, search: $search, artistId: $artistId) {
      nodes {
        id
        title
        artistCredit
      }
    }
  }
`);

const ChosenReleaseQuery = graphql(`
  query ChosenRelease($id: ID!) {
    release(id: $id) {
      id
      title
      artistCredit
    }
  }
`);

export type FoundPage = NonNullable<ResultOf<typeof ReadPageQuery>['readPage']['page']>;

/** What another page holds that could come along. Asked once: each reading goes out to that page. */
export const readPage = (url: string) =>
  queryOptions({
    queryKey: ['read-page', url],
    queryFn: async ({ signal }) => {
      const { page } = accepted((await execute(ReadPageQuery, { input: { url } }, signal)).readPage);
      if (page === null) throw new Error('The API answered without the page.');
      return page;
    },
    enabled: url !== '',
    staleTime: Infinity,
    retry: false,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
  });

/** Releases to choose from. */
export const releaseChoices = (search: string, artistId: string) =>
  queryOptions({
    queryKey: ['releases', 'choices', search, artistId],
    queryFn: async ({ signal }) => (await execute(ReleaseChoicesQuery, { search: search === '' ? null : search, artistId }, signal)).releases.nodes,
    placeholderData: (before) => before,
  });

/** The release that somebody came from, to be named. */
export const chosenRelease = (id: string | null) =>
  queryOptions({
    queryKey: ['release', id, 'named'],
    queryFn: async ({ signal }) => (await execute(ChosenReleaseQuery, { id: id ?? '' }, signal)).release,
    enabled: id !== null,
  });
