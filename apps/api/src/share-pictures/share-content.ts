import { createHash } from 'node:crypto';
import type { BioPageDocument, PublishedDocument, Picture, SmartLinkDocument } from '@lynkify/domain';

/** What the picture of a page shows. */
export interface ShareContent {
  title: string;
  /** Under the title; null on an artist's own page. */
  artist: string | null;
  picture: Picture | null;
  theme: SmartLinkDocument['theme'];
}

/** Goes up when the same content is drawn otherwise. */
const drawing = 1;

/** What a page's picture has to show; null for what has none: it is no page, or it is not for everyone. */
export function shareContent(document: PublishedDocument): ShareContent | null {
  switch (document.kind) {
    case 'smart-link':
      return document.access?.password != null ? null : { title: document.release.title, artist: document.release.artistCredit, picture: document.artwork, theme: document.theme };
    case 'bio-page':
      return { title: document.artist.name, artist: null, picture: document.portrait ?? newestSleeve(document), theme: document.theme };
    default:
      return null;
  }
}

function newestSleeve({ sections, releases }: BioPageDocument): Picture | null {
  const featured = sections.find((section) => section.type === 'featured-release');
  return releases.find(({ id }) => id === featured?.releaseId)?.artwork ?? releases.find(({ artwork }) => artwork !== null)?.artwork ?? null;
}

/** By which a picture that was drawn before is found again. */
export function contentHash({ title, artist, picture, theme: { credit: _credit, ...look } }: ShareContent): Buffer {
  const sorted = Object.entries(look).sort(([one], [other]) => (one < other ? -1 : 1));
  return createHash('sha256').update(JSON.stringify(['share-picture', drawing, title, artist, picture?.id ?? null, sorted])).digest();
}
