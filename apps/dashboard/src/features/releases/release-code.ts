import { parseIsrc, parseUpc } from '@lynkify/domain';

/** What a text that is no link is: a code of a release, a mistyped one, or neither (null). */
export type ReleaseCode = { ok: true; words: string } | { ok: false; message: string };

/** Reads a text that is nothing but a UPC or an ISRC. */
export function readReleaseCode(text: string): ReleaseCode | null {
  const typed = text.trim();
  if (typed === '' || /[/\n]/u.test(typed)) return null;
  const upc = parseUpc(typed);
  if (upc.ok) return { ok: true, words: `UPC ${upc.value.code}` };
  const isrc = parseIsrc(typed);
  if (isrc.ok) return { ok: true, words: `ISRC ${isrc.value}` };
  // Only digits is meant as a barcode.
  return /^[\d\s-]{10,}$/u.test(typed) ? { ok: false, message: upc.errors[0]?.message ?? 'This is no UPC.' } : null;
}
