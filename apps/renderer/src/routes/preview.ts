import { readPreviewUrl } from '@lynkify/domain';
import { isShown } from '../answers/page-answers.js';
import type { Site } from '../site.js';
import { pagePath } from './address.js';
import type { Exchange } from './exchange.js';
import { answerGuarded, obstacleOf } from './guard.js';
import { answerFormerPage } from './page.js';

/**
 * `…/preview/{number}`: leads to the stored preview of a track, counted from 1. Its own address is long and of letters that
 * no compression shortens; so a page of twenty tracks still comes in one round trip.
 */
export function preview(site: Site, exchange: Exchange): void | Promise<void> {
  const path = pagePath(exchange.params);
  const number = /^[1-9]\d{0,2}$/u.exec(exchange.params.target ?? '')?.[0];
  if (path === null || number === undefined) return site.message(exchange, { kind: 'not-found' });
  return site.lookUp(path, exchange.now, (lookup) => {
    if (lookup.kind !== 'held') return site.missing(exchange, lookup);
    const held = lookup.page;
    if (!isShown(held)) return answerFormerPage(site, exchange, held, `/preview/${number}`);
    const obstacle = held.guarded ? obstacleOf(site, exchange, held) : null;
    if (obstacle !== null) return answerGuarded(site, exchange, held, obstacle);
    const url = held.document.kind === 'smart-link' ? readPreviewUrl(held.document.release.tracks[Number(number) - 1]?.previewUrl) : null;
    if (url === null) return site.message(exchange, { kind: 'not-found' });
    return site.redirect(exchange, 302, url, ['cache-control', 'no-store', 'x-robots-tag', 'noindex']);
  });
}
