import type { PublishedDocument } from '@lynkify/domain';

/** A published page as the API hands it out. */
export interface PageRecord {
  path: string;
  /** Grows over the whole instance with every publication. */
  version: number;
  publishedAt: string;
  document: PublishedDocument;
}

const kinds: ReadonlySet<unknown> = new Set(['smart-link', 'bio-page', 'archived', 'redirect', 'gone'] satisfies PublishedDocument['kind'][]);

export function isPublishedDocument(document: unknown): document is PublishedDocument {
  return typeof document === 'object' && document !== null && 'kind' in document && kinds.has(document.kind);
}

/** The document, or an error for a kind that this version of the renderer cannot serve. */
export function readDocument(document: unknown): PublishedDocument {
  if (isPublishedDocument(document)) return document;
  throw new Error('a published page is of a kind that this renderer does not know');
}
