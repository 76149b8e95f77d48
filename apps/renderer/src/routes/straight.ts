import { expiryOf, isOffered, releasePhase } from '@lynkify/domain';
import type { ShownPage } from '../answers/page-answers.js';
import type { Fan } from '../pages/variants.js';
import type { Way } from '../pages/ways.js';
import type { Site } from '../site.js';
import { eventLine } from '../spool/event-line.js';
import { eventId } from '../visitors/event-id.js';
import type { Asking } from '../visitors/facts.js';
import type { Exchange } from './exchange.js';
import { headOf } from './way-heads.js';

/**
 * For a fan who asked for one platform to be opened always: leads there and counts the visit and the click. They get the
 * page where it does not have the platform, where it asks for something first (a password, patience until the release), and
 * whenever they do not come from outside.
 * @returns whether the request is taken
 */
export function goStraight(site: Site, exchange: Exchange, held: ShownPage, fan: Fan, asking: Asking): boolean {
  const way = fan.always && exchange.request.method === 'GET' && comesFromOutside(site, exchange) ? wayOf(held, fan, exchange.now) : null;
  if (way === null) return false;
  const facts = site.parts.facts.read(asking, held, exchange.now);
  // A program that took over somebody's cookies, or a browser ahead of its user.
  if (facts.audience !== 'person') return false;
  const click = { ...facts, id: eventId(exchange.now) };
  site.record('visit', eventLine(held, facts, null), () => undefined);
  // Of one turn of the loop both are one write, in this order.
  site.record('click', eventLine(held, click, way.target), () => site.answer(exchange, headOf(site, way), site.parts.caching.nobody, null));
  return true;
}

function wayOf({ document, ways }: ShownPage, { platform }: Fan, now: number): Way | null {
  if (document.kind !== 'smart-link' || platform === null) return null;
  const { release, destinations, access } = document;
  const isOpen = releasePhase(release, now) === 'released' && !access?.password && now < expiryOf(document);
  const destination = isOpen ? destinations.find((each) => each.platform === platform) : undefined;
  if (!destination || !isOffered(destination, release.releasedAt, now)) return null;
  const way = ways.get(platform);
  return way?.platform === platform ? way : null;
}

const asksForPage = /(?:^|&)choose(?:[=&]|$)/u;
const reloads = /max-age=0|no-cache/u;

/**
 * Whether a link somewhere else led here: a post, a mail, another app. From within the site people want to see the page;
 * with `?choose` they say so; and who presses "reload" wants what they look at. Browsers say where a navigation began by
 * `Sec-Fetch-Site` (https://www.w3.org/TR/fetch-metadata), which cannot be made up by a page; older ones by the referrer.
 */
function comesFromOutside(site: Site, { request: { headers }, query }: Exchange): boolean {
  if (asksForPage.test(query) || reloads.test(headers['cache-control'] ?? '') || headers.pragma === 'no-cache') return false;
  const [from, mode, aim] = [headers['sec-fetch-site'], headers['sec-fetch-mode'], headers['sec-fetch-dest']];
  if (from === 'same-origin' || (mode ?? 'navigate') !== 'navigate' || (aim ?? 'document') !== 'document') return false;
  return from !== undefined || !isOwn(site, headers.referer, headers.host);
}

function isOwn(site: Site, referrer: string | undefined, host: string | undefined): boolean {
  if (!referrer || !URL.canParse(referrer)) return false;
  const { origin, host: from } = new URL(referrer);
  return origin === site.parts.environment.pagesUrl || from === host;
}
