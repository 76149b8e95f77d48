import { graphql } from '@lynkify/contract';
import { queryOptions } from '@tanstack/react-query';
import { execute } from '../../../api.js';
import { ArtistRow_artist } from './artist-row.js';

const ArtistsQuery = graphql(
  `
    query Artists {
      workspace {
        artists {
          ...ArtistRow_artist
        }
      }
    }
  `,
  [ArtistRow_artist],
);

/** The roster with its addresses. */
export const artists = () =>
  queryOptions({
    queryKey: ['workspace', 'artists'],
    queryFn: async ({ signal }) => (await execute(ArtistsQuery, {}, signal)).workspace.artists,
  });
