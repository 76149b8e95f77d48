import type { ArchivedDocument } from '@lynkify/domain';
import type { HeldPage } from '../pages/held-page.js';
import type { Way } from '../pages/ways.js';
import type { Site } from '../site.js';
import { eventLine } from '../spool/event-line.js';
import { withQuery } from './address.js';
import { asking, type Exchange } from './exchange.js';
import { headOf } from './way-heads.js';
import { gone, toArtist } from './guard.js';

export type ArchivedPage = HeldPage & { document: ArchivedDocument };

export function isArchived(page: HeldPage): page is ArchivedPage {
  return page.document.kind === 'archived';
}

/** The address of an archived release, and what lies below it besides direct links: where the artist wants it to lead. */
export function answerArchived(site: Site, exchange: Exchange, held: ArchivedPage): void | Promise<void> {
  const { leadsTo, platform, artist } = held.document;
  if (leadsTo === 'gone') return gone(site, exchange, artist);
  const way = leadsTo === 'platform' && platform !== null ? held.ways.get(platform) : undefined;
  // By way of its own address, so that the click counts, with channel and campaign.
  if (way && isOpen(site, exchange, held)) return site.redirect(exchange, 302, withQuery(`${held.path}/go/${encodeURIComponent(platform ?? '')}`, exchange.query), ['cache-control', 'no-store', ...site.parts.caching.nobody]);
  return toArtist(site, exchange, artist);
}

/** A direct link of an archived release: to its platform, as ever. */
export function answerArchivedClick(site: Site, exchange: Exchange, held: ArchivedPage, name: string): void | Promise<void> {
  const { leadsTo, artist } = held.document;
  if (leadsTo === 'gone') return gone(site, exchange, artist);
  const way: Way | undefined = held.ways.get(name);
  if (!way || way.target === null || !isOpen(site, exchange, held)) return toArtist(site, exchange, artist);
  if (exchange.request.method === 'HEAD') return site.answer(exchange, headOf(site, way), [], null);
  const facts = site.parts.facts.read(asking(exchange), held, exchange.now);
  site.record('click', eventLine(held, facts, way.target), () => site.answer(exchange, headOf(site, way), [], null));
}

/** Where the page had a password its links are for those who gave it. */
function isOpen(site: Site, exchange: Exchange, held: ArchivedPage): boolean {
  const password = held.document.access?.password ?? null;
  return password === null || site.parts.lock.isOpen(exchange.request.headers.cookie, held, password, exchange.now);
}
