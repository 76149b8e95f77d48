import { handleLength, slugLength } from '@lynkify/domain';
import type { Exchange } from './exchange.js';

const letters = /^[A-Za-z0-9]+(?:-[A-Za-z0-9]+)*$/u;

/**
 * The path of a page by the parts of the address that was asked for, in its one right form; null for what can be no page
 * of ours, whatever bytes it is made of.
 */
export function pagePath({ handle, slug }: Exchange['params']): string | null {
  if (handle === undefined || handle.length > handleLength.max || !letters.test(handle)) return null;
  if (slug === undefined || slug === '') return `/${handle.toLowerCase()}`;
  if (slug.length > slugLength.max || !letters.test(slug)) return null;
  return `/${handle.toLowerCase()}/${slug.toLowerCase()}`;
}

/** A path with the query that came with the request, so that a redirect loses neither channel nor campaign. */
export function withQuery(path: string, query: string): string {
  return query === '' || !/^[\x21-\x7e]*$/u.test(query) ? path : `${path}?${query}`;
}

/** Where a redirect document points to, if that is a path of this site. */
export function ownPath(to: string): string | null {
  return /^\/[a-z0-9-]+(?:\/[a-z0-9-]+)?$/u.test(to) ? to : null;
}
