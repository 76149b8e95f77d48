import { accept, refuse, type Result } from './result.js';
import { fingerprint, hyphenate } from './transliterate.js';

export type SlugRefusal = 'SLUG_EMPTY' | 'SLUG_TOO_LONG' | 'SLUG_INVALID' | 'SLUG_RESERVED';

/** Least and most characters of a slug. */
export const slugLength = { min: 1, max: 80 } as const;

/** Words that are or may become pages of ours under an artist's handle. */
export const reservedSlugs: ReadonlySet<string> = new Set(
  `about admin api assets atom calendar confirm consent contact embed epk episodes events favicon feed go graphql ics index join joined
  json links manifest media merch oembed og podcast podcasts presave press preview privacy qr releases robots rss shows signup
  sitemap static store subscribe terms tour unsubscribe verify vcard well-known`.split(/\s+/u),
);

const shape = /^[a-z0-9]+(?:-[a-z0-9]+)*$/u;

/** A release's slug as it was typed, in the form in which it is stored. Unique under its artist; the database decides. */
export function parseSlug(text: string): Result<string, SlugRefusal> {
  const path = ['slug'];
  const typed = text.trim().replace(/^\/|\/$/gu, '');
  if (typed === '') return refuse('SLUG_EMPTY', path, 'Give the page an address, for example the title in small letters.');
  if (!/^[\x20-\x7e]+$/u.test(typed)) return refuse('SLUG_INVALID', path, 'Use only the letters a to z, digits and hyphens in the address.');
  const slug = typed.toLowerCase();
  if (slug.length > slugLength.max) return refuse('SLUG_TOO_LONG', path, 'An address has at most 80 characters. Shorten it.');
  if (!shape.test(slug)) return refuse('SLUG_INVALID', path, 'Use only the letters a to z, digits and single hyphens between them.');
  if (reservedSlugs.has(slug)) return refuse('SLUG_RESERVED', path, `“${slug}” is kept for the product itself. Choose another address.`);
  return accept(slug);
}

/** A slug made from a title that `parseSlug` accepts; never empty, the same for the same title. */
export function suggestSlug(title: string): string {
  const made = hyphenate(title, 60);
  if (made === '') return `release-${fingerprint(title)}`;
  return reservedSlugs.has(made) ? `${made}-release` : made;
}
