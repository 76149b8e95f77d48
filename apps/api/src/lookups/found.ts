import { parseDate, parseIsrc, parseUpc, upcKey } from '@lynkify/domain';
import { recognise } from '@lynkify/platforms';
import type { FoundLink, FoundRelease } from './lookup.js';

/** Only what the catalogue knows as a release's page leaves a service, in its canonical form, each platform's page once. */
export function canonicalLinks(urls: readonly (string | null)[]): FoundLink[] {
  const links = new Map<string, FoundLink>();
  for (const url of urls) {
    if (url === null) continue;
    const found = recognise(url);
    // Where a short link leads is not known.
    if (found.status === 'recognised' && !found.short) links.set(found.url, { platform: found.platform, url: found.url, entity: found.entity });
  }
  return [...links.values()].sort((a, b) => rank(a) - rank(b));
}

const rank = ({ entity }: FoundLink) => (entity === 'track' || entity === 'video' ? 1 : 0);

/** A whole date out of what services write: `2018-05-10`, `2018-05-10T07:00:00Z`; a year or month alone is none. */
export function wholeDate(text: string | null): string | null {
  const date = parseDate((text ?? '').slice(0, 10));
  return date.ok ? date.value : null;
}

/** A barcode as it was written, if it is one. */
export function readUpc(text: string | null): string | null {
  const upc = parseUpc(text ?? '');
  return upc.ok ? upc.value.code : null;
}

export function readIsrc(text: string | null): string | null {
  const isrc = parseIsrc(text ?? '');
  return isrc.ok ? isrc.value : null;
}

/** One barcode may be written with 12, 13 or 14 digits. */
export function sameUpc(one: string | null, other: string | null): boolean {
  return one !== null && other !== null && upcKey(one) === upcKey(other);
}

/** A barcode in so many digits, or in as many as it needs. */
export const padUpc = (code: string, digits: number) => upcKey(code).padStart(digits, '0');

/** A title without what some services put behind it for the kind of release. */
export function withoutKind(title: string): { title: string; kind: 'single' | 'ep' | null } {
  const [, bare, kind] = /^(.+?)\s+-\s+(Single|EP)$/u.exec(title) ?? [];
  return bare === undefined ? { title, kind: null } : { title: bare, kind: kind === 'EP' ? 'ep' : 'single' };
}

/** The empty release of a service, to be filled. */
export function emptyRelease(known: Pick<FoundRelease, 'service' | 'id' | 'by' | 'title' | 'artist'>): FoundRelease {
  return { type: null, releaseDate: null, upc: null, label: null, country: null, artworkUrl: null, tracks: [], links: [], ...known };
}
