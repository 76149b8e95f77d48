import { expiryOf } from '@lynkify/domain';
import type { HeaderList } from '../answers/headers.js';
import { isShown, type ShownPage } from '../answers/page-answers.js';
import type { Site } from '../site.js';
import { withQuery } from './address.js';
import type { Exchange } from './exchange.js';
import { askForPassword } from './password-question.js';

/** Why whoever asks does not get a page: it has ended, or they have not given its password. */
export type Obstacle = 'ended' | 'gone' | 'locked';

const uncached: HeaderList = ['cache-control', 'no-store', 'x-robots-tag', 'noindex'];

/** Null: the page is open to them. Called where `held.guarded` says that there may be something in the way. */
export function obstacleOf(site: Site, exchange: Exchange, held: ShownPage): Obstacle | null {
  const { document } = held;
  if (document.kind !== 'smart-link' || !document.access) return null;
  const { afterwards, password } = document.access;
  if (expiryOf(document) <= exchange.now) return afterwards === 'gone' ? 'gone' : 'ended';
  return password === null || site.parts.lock.isOpen(exchange.request.headers.cookie, { path: held.path, document }, password, exchange.now) ? null : 'locked';
}

/** Answers the page's own address in its place. */
export function answerGuardedPage(site: Site, exchange: Exchange, held: ShownPage, obstacle: Obstacle): void | Promise<void> {
  if (obstacle === 'locked') return askForPassword(site, exchange, held, null);
  return obstacle === 'ended' ? toArtist(site, exchange, held.document.artist) : gone(site, exchange, held.document.artist);
}

/**
 * Answers an address below the page: a form, a file, a direct link. All of them lead to the page, which says what is in the
 * way; only what is gone for good is gone at each of them.
 */
export function answerGuarded(site: Site, exchange: Exchange, held: ShownPage, obstacle: Obstacle): void | Promise<void> {
  if (obstacle === 'gone') return gone(site, exchange, held.document.artist);
  return site.redirect(exchange, exchange.request.method === 'POST' ? 303 : 302, withQuery(held.path, exchange.query), uncached);
}

interface Artist {
  name: string;
  handle: string;
}

/** To the artist's own page, with channel and campaign; where that is not public, what they look for is gone. */
export function toArtist(site: Site, exchange: Exchange, artist: Artist): void | Promise<void> {
  const path = `/${artist.handle}`;
  return site.lookUp(path, exchange.now, (lookup) => {
    if (lookup.kind === 'unreachable') return site.missing(exchange, lookup);
    if (lookup.kind === 'held' && isShown(lookup.page)) return site.redirect(exchange, 302, withQuery(path, exchange.query), [...uncached, ...site.parts.caching.nobody]);
    return gone(site, exchange, null);
  });
}

export function gone(site: Site, exchange: Exchange, artist: Artist | null): Promise<void> {
  return site.message(exchange, { kind: 'gone', artist: artist && { name: artist.name, handle: artist.handle } }, site.parts.caching.nobody);
}
