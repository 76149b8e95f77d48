import { hasForm, isShown } from '../answers/page-answers.js';
import type { Lookup } from '../pages/page-store.js';
import type { Site } from '../site.js';
import { eventLine } from '../spool/event-line.js';
import { pagePath } from './address.js';
import { asking, type Exchange } from './exchange.js';
import { obstacleOf } from './guard.js';

/** One transparent pixel. */
const pixel = Buffer.from('R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7', 'base64');
const headers = ['cache-control', 'no-store', 'cdn-cache-control', 'no-store', 'surrogate-control', 'no-store', 'x-robots-tag', 'noindex'];

/**
 * `…/seen.gif`: the picture that a page loads past a shared cache. Who loads it saw the page, which is counted as the visit.
 * A browser that draws a page ahead of its user says so here too; what only fetches pages loads no pictures.
 */
export function seen(site: Site, exchange: Exchange): void | Promise<void> {
  const path = pagePath(exchange.params);
  if (path === null) return site.message(exchange, { kind: 'not-found' });
  return site.lookUp(path, exchange.now, (lookup) => answerSeen(site, exchange, lookup));
}

function answerSeen(site: Site, exchange: Exchange, lookup: Lookup): void | Promise<void> {
  if (lookup.kind !== 'held') return site.missing(exchange, lookup);
  const held = lookup.page;
  if (!isShown(held) || (held.guarded && obstacleOf(site, exchange, held) !== null)) return site.message(exchange, { kind: 'not-found' });
  const { request, now } = exchange;
  const from = request.headers['sec-fetch-site'];
  // Another site that shows our picture shows no page of ours.
  const foreign = from !== undefined && from !== 'same-origin';
  if (!site.parts.caching.on || foreign || request.method === 'HEAD') return site.plain(exchange, 200, 'image/gif', pixel, headers);

  const facts = site.parts.facts.read({ ...asking(exchange), query: queryOf(request.headers.referer) }, held, now);
  if (facts.visitor !== null && hasForm(held.document)) site.parts.guard.noteFetch(facts.visitor, held.path, now);
  site.record('visit', eventLine(held, facts, null), () => site.plain(exchange, 200, 'image/gif', pixel, headers));
}

/** The page's own query, with its channel and campaign: within a site browsers send the whole address. */
function queryOf(referrer: string | undefined): string {
  return referrer !== undefined && referrer.length <= 4_096 && URL.canParse(referrer) ? new URL(referrer).search.slice(1) : '';
}
