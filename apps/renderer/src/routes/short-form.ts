import { type RedirectDocument, shareQuery } from '@lynkify/domain';
import type { HeldPage } from '../pages/held-page.js';
import type { Site } from '../site.js';
import { withQuery } from './address.js';
import type { Exchange } from './exchange.js';

/**
 * `/s/{code}`: to the page, whose visit is counted with the channel of the short form. What came with the request follows
 * it: of two channels or campaigns the first counts. Below it too: `/s/{code}/go/{platform}` is a short direct link.
 */
export function answerShortForm(site: Site, exchange: Exchange, held: HeldPage, { via = '', campaign }: RedirectDocument, to: string, below: boolean): void {
  const given = withQuery('', exchange.query).replace('?', '&');
  const keeping = below ? ['cache-control', 'no-store'] : ['cache-control', 'public, max-age=300', ...site.parts.caching.former(held, true)];
  // It may lead elsewhere one day: found, not moved for good.
  return site.redirect(exchange, 302, `${to}?${shareQuery(via, campaign)}${given}`, keeping);
}
