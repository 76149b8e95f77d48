import { graphql, type ResultOf } from '@lynkify/contract';
import type { SharedPage } from '@lynkify/domain';
import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { execute } from '../../api.js';
import { Picture_picture } from '../../components/picture.js';
import { accepted } from '../../forms/failure.js';

const SharedArtistQuery = graphql(
  `
    query SharedArtist($id: ID!) {
      artist(id: $id) {
        id
        name
        handle
        bioPage {
          status
          hasUnpublishedChanges
          publicUrl
          portrait {
            ...Picture_picture
          }
        }
      }
    }
  `,
  [Picture_picture],
);

const SharedReleaseQuery = graphql(
  `
    query SharedRelease($id: ID!) {
      release(id: $id) {
        id
        title
        artistCredit
        status
        hasUnpublishedChanges
        publicUrl
        releaseDate
        releasedAt
        expiresAt
        passwordMark
        artist {
          id
        }
        artwork {
          ...Picture_picture
        }
        destinations {
          platform
          platformName
          goUrl
          offered
        }
      }
    }
  `,
  [Picture_picture],
);

const SharableReleasesQuery = graphql(`
  query SharableReleases($artistId: ID!, $search: String) {
    releases(first: 20, artistId: $artistId, search: $search) {
      nodes {
        id
        title
        artistCredit
      }
    }
  }
`);

const MakeShareLink = graphql(`
  mutation MakeShareLink($input: MakeShareLinkInput!) {
    makeShareLink(input: $input) {
      shareLink {
        code
        shortUrl
        url
        visitsThisWeek
      }
      userErrors {
        code
        path
        message
      }
    }
  }
`);

export type SharedArtist = NonNullable<ResultOf<typeof SharedArtistQuery>['artist']>;
export type SharedRelease = NonNullable<ResultOf<typeof SharedReleaseQuery>['release']>;

export const sharedArtist = (id: string) =>
  queryOptions({
    // Publishing the page makes everything below this key ask anew.
    queryKey: ['bio-page', id, 'share'],
    queryFn: async ({ signal }) => (await execute(SharedArtistQuery, { id }, signal)).artist,
  });

/** Null: it was deleted, or is another workspace's. */
export const sharedRelease = (id: string) =>
  queryOptions({
    queryKey: ['release', id, 'share'],
    queryFn: async ({ signal }) => (await execute(SharedReleaseQuery, { id }, signal)).release,
  });

/** Releases of an artist to choose from, the last saved first. */
export const sharableReleases = (artistId: string, search: string) =>
  queryOptions({
    queryKey: ['releases', 'share', artistId, search],
    queryFn: async ({ signal }) => (await execute(SharableReleasesQuery, { artistId, search: search === '' ? null : search }, signal)).releases.nodes,
    placeholderData: keepPreviousData,
  });

export interface AskedShareLink {
  page: SharedPage;
  /** Of the release with its smart link, else of the artist. */
  id: string;
  channel: string;
  campaign: string;
}

/** The short form, made when it is first asked for and the same ever after: so it is asked for like anything that is read. */
export const shareLink = ({ page, id, channel, campaign }: AskedShareLink) =>
  queryOptions({
    queryKey: ['share-link', page, id, channel, campaign],
    queryFn: async ({ signal }) =>
      accepted((await execute(MakeShareLink, { input: { ...(page === 'smart-link' ? { releaseId: id } : { artistId: id }), channel, campaign } }, signal)).makeShareLink).shareLink,
    staleTime: 60_000,
  });
