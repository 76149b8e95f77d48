import { graphql, readFragment, type FragmentOf, type ResultOf } from '@lynkify/contract';
import { queryOptions } from '@tanstack/react-query';
import { execute } from '../../api.js';
import type { UserError } from '../../forms/failure.js';
import { EditorPicture_picture } from '../page-editor/editor-picture.js';

/** Everything of a bio page that its editor shows. Every mutation of the editor answers with it. */
export const BioPageEditor_bioPage = graphql(
  `
    fragment BioPageEditor_bioPage on BioPage {
      headline
      status
      version
      hasUnpublishedChanges
      publishedAt
      publicUrl
      artist {
        id
        handle
        name
      }
      portrait {
        ...EditorPicture_picture
      }
      theme {
        appearance
        accent
        buttons
        credit
        look
        weight
        font
        background
        ground
      }
      sections {
        id
        type
        visible
        settings
      }
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
  `,
  [EditorPicture_picture],
);

export type EditedBioPage = ResultOf<typeof BioPageEditor_bioPage>;

/** What every mutation of the editor answers. */
export interface BioPagePayload {
  bioPage: FragmentOf<typeof BioPageEditor_bioPage> | null;
  userErrors: readonly UserError[];
}

export const readBioPage = (bioPage: FragmentOf<typeof BioPageEditor_bioPage>): EditedBioPage => readFragment(BioPageEditor_bioPage, bioPage);

const BioPageEditorQuery = graphql(
  `
    query BioPageEditor($artistId: ID!) {
      artist(id: $artistId) {
        bioPage {
          ...BioPageEditor_bioPage
        }
      }
    }
  `,
  [BioPageEditor_bioPage],
);

const PublishedBioPageQuery = graphql(`
  query PublishedBioPage($artistId: ID!) {
    artist(id: $artistId) {
      bioPage {
        publishedDocument
      }
    }
  }
`);

/** The bio page of an artist; null: there is no such artist. */
export const editedBioPage = (artistId: string) =>
  queryOptions({
    queryKey: ['bio-page', artistId, 'editor'],
    queryFn: async ({ signal }) => {
      const { artist } = await execute(BioPageEditorQuery, { artistId }, signal);
      return artist === null ? null : readBioPage(artist.bioPage);
    },
  });

/** The document that the public sees of a bio page now. */
export const publishedBioPage = (artistId: string) =>
  queryOptions({
    queryKey: ['bio-page', artistId, 'published'],
    queryFn: async ({ signal }) => (await execute(PublishedBioPageQuery, { artistId }, signal)).artist?.bioPage.publishedDocument ?? null,
    staleTime: 0,
  });
