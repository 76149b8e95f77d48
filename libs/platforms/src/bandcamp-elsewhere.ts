import type { Address } from './address.js';
import type { Recognised } from './recognition.js';

const page = /^\/(album|track)\/([a-z0-9][a-z0-9-]*)$/;

/** Sites whose own pages have addresses like Bandcamp's. */
const others: ReadonlySet<string> = new Set(['allmusic.com', 'shazam.com', 'genius.com', 'musixmatch.com', 'albumoftheyear.org', 'rateyourmusic.com', 'last.fm']);

/**
 * Labels put their Bandcamp page under a domain of their own; nothing but `/album/…` and `/track/…` tells it. Null for an
 * address without that look. Taken with a note, since another site could look the same.
 */
export function bandcampElsewhere({ host, path }: Address): Recognised | null {
  const [, kind, slug] = page.exec(path) ?? [];
  if (kind === undefined || slug === undefined || !/[a-z]/.test(slug) || others.has(host)) return null;
  return {
    status: 'recognised', platform: 'bandcamp', entity: kind === 'album' ? 'album' : 'track', url: `https://${host}${path}`, id: slug,
    note: 'This looks like a Bandcamp page under its own domain. Check that it is one.',
  };
}
