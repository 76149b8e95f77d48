import { graphql, readFragment } from '@lynkify/contract';
import { newestFirst, parseReleaseType, type ReleaseCard } from '@lynkify/domain';
import { queryOptions } from '@tanstack/react-query';
import { execute } from '../../api.js';
import { EditorPicture_picture, toPicture } from '../page-editor/editor-picture.js';

const OtherReleases = graphql(
  `
    query OtherReleases($artistId: ID!) {
      artist(id: $artistId) {
        name
        bioPage {
          releases {
            id
            slug
            title
            artistCredit
            type
            releasedAt
            artwork {
              ...EditorPicture_picture
            }
          }
        }
      }
    }
  `,
  [EditorPicture_picture],
);

/** The artist's public releases as pages show them, the newest first. */
export const otherReleases = (artistId: string) =>
  queryOptions({
    queryKey: ['artist', artistId, 'public-releases'],
    queryFn: async ({ signal }): Promise<ReleaseCard[]> => {
      const { artist } = await execute(OtherReleases, { artistId }, signal);
      return newestFirst(
        (artist?.bioPage.releases ?? []).map(({ artwork, type, artistCredit, ...card }) => {
          const picture = artwork && readFragment(EditorPicture_picture, artwork);
          return { ...card, artistCredit: artistCredit === '' ? (artist?.name ?? '') : artistCredit, type: parseReleaseType(type) ?? 'single', artwork: picture && toPicture(picture, picture.alt) };
        }),
      );
    },
    staleTime: 60_000,
  });
