import { expiryOf, type Picture, type PublishedDocument } from '@lynkify/domain';
import type { PageRecord } from './page-record.js';

/** An artist of the instance as its start page shows them. */
export interface ListedArtist {
  handle: string;
  name: string;
  portrait: Picture | null;
  /** Where the artist is found, when that is no bio page. */
  href?: string;
}

/** What is known of a page without reading its document. */
export interface PageSummary {
  version: number;
  /** Epoch milliseconds. */
  publishedAt: number;
  kind: PublishedDocument['kind'];
  /** Days since 1970 of when somebody last asked for it here; 0: nobody did. */
  usedOn: number;
  /** Of everything that is kept of it. */
  bytes: number;
  /** Until when it is shown in lists (epoch milliseconds); 0: in none, null: for good. */
  listedUntil: number | null;
}

/**
 * The store is one sorted map. Summaries, documents and artists lie apart, so that a pass over all summaries reads no
 * document, and within each the pages lie in the order of their paths, byte by byte, as the API lists them.
 */
export const prefixes = { summary: 's', document: 'd', artist: 'a' } as const;
/** Behind every path. */
export const end = '~';
/** How many pages and bytes there are; written with every change of them. */
export const totalsKey = 'm';

export const summaryKey = (path: string) => prefixes.summary + path;
export const documentKey = (path: string) => prefixes.document + path;

/** Newest first, since keys ascend. */
export function artistKey(path: string, publishedAt: number): string {
  return `${prefixes.artist}${String(9_999_999_999_999 - publishedAt).padStart(13, '0')}${path}`;
}

export function writeSummary({ version, publishedAt, kind, usedOn, bytes, listedUntil }: PageSummary): string {
  return JSON.stringify(listedUntil === null ? [version, publishedAt, kind, usedOn, bytes] : [version, publishedAt, kind, usedOn, bytes, listedUntil]);
}

export function readSummary(text: string): PageSummary {
  const [version, publishedAt, kind, usedOn, bytes, listedUntil = null] = JSON.parse(text) as [number, number, PageSummary['kind'], number, number, number?];
  return { version, publishedAt, kind, usedOn, bytes, listedUntil };
}

/** Everything that is kept of a page, as rows. */
export function rowsOf({ path, version, publishedAt, document }: PageRecord, usedOn: number): { rows: [key: string, value: string][]; summary: PageSummary } {
  const text = JSON.stringify(document);
  const moment = Date.parse(publishedAt) || 0;
  const artist = document.kind === 'bio-page' ? JSON.stringify({ handle: document.artist.handle, name: document.artist.name, portrait: document.portrait } satisfies ListedArtist) : null;
  const bytes = Buffer.byteLength(text) + (artist === null ? 0 : Buffer.byteLength(artist)) + 2 * path.length + 60;
  const summary: PageSummary = { version, publishedAt: moment, kind: document.kind, usedOn, bytes, listedUntil: listedUntilOf(document) };
  const rows: [string, string][] = [[summaryKey(path), writeSummary(summary)], [documentKey(path), text]];
  if (artist !== null) rows.push([artistKey(path, moment), artist]);
  return { rows, summary };
}

/** What has a password is found by its address alone, and what ends is listed until then. */
function listedUntilOf(document: PublishedDocument): number | null {
  if (document.kind !== 'smart-link' || !document.access) return null;
  const ends = expiryOf(document);
  return document.access.password !== null ? 0 : Number.isFinite(ends) ? ends : null;
}

/** Whether a page is one that lists show now. */
export function isListed({ kind, listedUntil }: PageSummary, now: number): boolean {
  return (kind === 'smart-link' || kind === 'bio-page') && (listedUntil === null || now < listedUntil);
}

/** Where those rows are. */
export function keysOf(path: string, { kind, publishedAt }: PageSummary): string[] {
  return [summaryKey(path), documentKey(path), ...(kind === 'bio-page' ? [artistKey(path, publishedAt)] : [])];
}
