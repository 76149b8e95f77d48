import { graphql } from '@lynkify/contract';
import { Picture_picture } from '../../components/picture.js';

export const PreviewArtist = graphql(
  `
    query PreviewArtistImport($input: PreviewArtistImportInput!) {
      previewArtistImport(input: $input) {
        preview {
          name
          service
          hasMore
          releases {
            title
            artist
            type
            releaseDate
            url
            artworkUrl
            release {
              id
              artwork {
                ...Picture_picture
              }
            }
          }
        }
        userErrors {
          code
          path
          message
        }
      }
    }
  `,
  [Picture_picture],
);
