import type { Picture, PublishedDocument } from '@lynkify/domain';

/** A published page as the API hands it out. */
export interface PageRecord {
  path: string;
  /** Grows over the whole instance with every publication. */
  version: number;
  publishedAt: string;
  document: PublishedDocument;
}

/** What is known of every page without reading its document: enough for the sitemap and the home page. */
export interface PageSummary {
  version: number;
  publishedAt: string;
  kind: PublishedDocument['kind'];
  artist: { handle: string; name: string; portrait: Picture | null } | null;
}

export function summaryOf({ version, publishedAt, document }: PageRecord): PageSummary {
  const artist = document.kind === 'bio-page' ? { handle: document.artist.handle, name: document.artist.name, portrait: document.portrait } : null;
  return { version, publishedAt, kind: document.kind, artist };
}

const kinds: ReadonlySet<unknown> = new Set(['smart-link', 'bio-page', 'redirect', 'gone'] satisfies PublishedDocument['kind'][]);

export function isPublishedDocument(document: unknown): document is PublishedDocument {
  return typeof document === 'object' && document !== null && 'kind' in document && kinds.has(document.kind);
}

/** The document, or an error for a kind that this version of the renderer cannot serve. */
export function readDocument(document: unknown): PublishedDocument {
  if (isPublishedDocument(document)) return document;
  throw new Error('a published page is of a kind that this renderer does not know');
}
