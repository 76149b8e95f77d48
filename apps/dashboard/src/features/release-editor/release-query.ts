import { graphql, readFragment, type FragmentOf, type ResultOf } from '@lynkify/contract';
import { queryOptions } from '@tanstack/react-query';
import { execute } from '../../api.js';
import { EditorPicture_picture } from '../page-editor/editor-picture.js';

/** Everything of a release that its editor shows. Every mutation of the editor answers with it. */
export const ReleaseEditor_release = graphql(
  `
    fragment ReleaseEditor_release on Release {
      id
      slug
      publicUrl
      title
      artistCredit
      type
      releaseDate
      releaseTime
      timeZone
      releasedAt
      upc
      description
      status
      version
      publishedAt
      firstPublishedAt
      hasUnpublishedChanges
      formerSlugs
      previews
      video {
        url
        title
      }
      alsoBy
      elsewhere
      expires
      expiresAt
      afterExpiry
      passwordMark
      archiveLeadsTo
      archivePlatform
      artist {
        id
        handle
        name
      }
      artwork {
        ...EditorPicture_picture
      }
      destinations {
        id
        platform
        platformName
        url
        entity
        method
        service
        score
        country
        flagged
        evidence
        checkState
        checkMessage
        checkedAt
        movedTo
        goUrl
        offered
        offeredFrom
        offeredUntil
        beforeRelease
        offeredBefore
      }
      tracks {
        id
        title
        isrc
        durationMs
        previewUrl
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
      capture {
        title
        consentText
        version
        askName
      }
      reminder {
        on
        consentText
        version
      }
    }
  `,
  [EditorPicture_picture],
);

export type EditedRelease = ResultOf<typeof ReleaseEditor_release>;

export const readRelease = (release: FragmentOf<typeof ReleaseEditor_release>): EditedRelease => readFragment(ReleaseEditor_release, release);

const ReleaseEditorQuery = graphql(
  `
    query ReleaseEditor($id: ID!) {
      release(id: $id) {
        ...ReleaseEditor_release
      }
    }
  `,
  [ReleaseEditor_release],
);

const PublishedReleaseQuery = graphql(`
  query PublishedRelease($id: ID!) {
    release(id: $id) {
      publishedDocument
    }
  }
`);

/** The release of an editor; null: there is none, or it is another workspace's. */
export const editedRelease = (id: string) =>
  queryOptions({
    queryKey: ['release', id, 'editor'],
    queryFn: async ({ signal }) => {
      const { release } = await execute(ReleaseEditorQuery, { id }, signal);
      return release === null ? null : readRelease(release);
    },
  });

/** The document that the public sees of a release now. */
export const publishedRelease = (id: string) =>
  queryOptions({
    queryKey: ['release', id, 'published'],
    queryFn: async ({ signal }) => (await execute(PublishedReleaseQuery, { id }, signal)).release?.publishedDocument ?? null,
    staleTime: 0,
  });
