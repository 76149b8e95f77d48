import { createHash } from 'node:crypto';

/** Headers as `writeHead` takes them without making an object: name, value, name, value. */
export type HeaderList = readonly string[];

/** On every answer of the public origin. */
export function baseHeaders(pagesUrl: string): HeaderList {
  return [
    'x-content-type-options', 'nosniff',
    'referrer-policy', 'strict-origin-when-cross-origin',
    ...(pagesUrl.startsWith('https:') ? ['strict-transport-security', 'max-age=31536000; includeSubDomains'] : []),
  ];
}

/** Besides those, on every page. */
export const pageHeaders: HeaderList = ['permissions-policy', 'camera=(), microphone=(), geolocation=(), browsing-topics=()', 'cross-origin-opener-policy', 'same-origin'];

/** For whatever is no page: nothing may be loaded or run in it. */
export const closedPolicy = "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/**
 * For a page with this one style sheet, no script, and pictures and forms of its own origin; with sound and frames of those
 * origins alone that its previews and its video are of, where it has any. `connect-src` lets what looks
 * a page over, as Lighthouse does, read our robots.txt from inside of it; nothing of the page's own could connect.
 */
export function pagePolicy(style: string, { media, frames }: { media: readonly string[]; frames: readonly string[] } = { media: [], frames: [] }): string {
  const hash = createHash('sha256').update(style).digest('base64');
  return `default-src 'none'; style-src 'sha256-${hash}'; img-src 'self' data:; font-src 'self'; connect-src 'self'; ${media.length > 0 ? `media-src 'self' ${media.join(' ')}; ` : ''}${frames.length > 0 ? `frame-src ${frames.join(' ')}; ` : ''}form-action 'self'; base-uri 'none'; frame-ancestors 'none'`;
}

/** For the card of a page: the one thing of ours that other sites may show within their own. */
export function embedPolicy(style: string): string {
  const hash = createHash('sha256').update(style).digest('base64');
  return `default-src 'none'; style-src 'sha256-${hash}'; img-src 'self' data:; form-action 'none'; base-uri 'none'; frame-ancestors *`;
}
