import type { HeaderList } from '../answers/headers.js';
import type { Way } from '../pages/ways.js';
import type { Site } from '../site.js';
import { eventLine } from '../spool/event-line.js';
import type { HeldPage } from '../pages/held-page.js';
import { isShown } from '../answers/page-answers.js';
import { pagePath, withQuery } from './address.js';
import { answerArchivedClick, isArchived } from './archived.js';
import { asking, type Exchange } from './exchange.js';
import { answerGuarded, obstacleOf } from './guard.js';
import { answerFormerPage } from './page.js';
import { remembered } from './remembered.js';
import { headOf, intentHeadOf, rememberingOf } from './way-heads.js';

/** `/{handle}/{slug}/go/{target}` and `/{handle}/go/{target}`: counts the click, then leads to the stored address. */
export function go(site: Site, exchange: Exchange): void | Promise<void> {
  const path = pagePath(exchange.params);
  if (path === null) return site.message(exchange, { kind: 'not-found' });
  const name = exchange.params.target ?? '';
  return site.lookUp(path, exchange.now, (lookup) => (lookup.kind === 'held' ? answerClick(site, exchange, lookup.page, name) : site.missing(exchange, lookup)));
}

/** `name` is the last part of the address. */
export function answerClick(site: Site, exchange: Exchange, held: HeldPage, name: string): void | Promise<void> {
  if (isArchived(held)) return answerArchivedClick(site, exchange, held, name);
  if (!isShown(held)) return answerFormerPage(site, exchange, held, `/go/${encodeURIComponent(name)}`);
  const obstacle = held.guarded ? obstacleOf(site, exchange, held) : null;
  // A page that led to the artist's when it ended still leads on from its direct links.
  if (obstacle !== null && obstacle !== 'ended') return answerGuarded(site, exchange, held, obstacle);
  const way = held.ways.get(name);
  if (!way) return site.message(exchange, { kind: 'not-found' });
  if (exchange.now < way.from || exchange.now >= way.until) return site.redirect(exchange, 302, withQuery(held.path, exchange.query), ['cache-control', 'no-store', 'x-robots-tag', 'noindex']);
  if (exchange.request.method === 'HEAD' || way.target === null) return site.answer(exchange, headOf(site, way), none, null);

  const asked = asking(exchange);
  const facts = site.parts.facts.read(asked, held, exchange.now);
  const isIntent = way.platform !== null && facts.audience === 'person' && site.parts.facts.surroundings(asked, exchange.now).inApp?.links === 'intent';
  const head = (isIntent ? intentHeadOf(site, way) : null) ?? headOf(site, way);
  const cookie = facts.audience === 'person' ? newChoice(site, exchange, way) : none;
  site.record('click', eventLine(held, facts, way.target), () => site.answer(exchange, head, cookie, null));
}

/** What a click has to be remembered with. Who asked for one platform always keeps it until they say otherwise. */
function newChoice(site: Site, exchange: Exchange, { platform }: Way): HeaderList {
  if (platform === null) return none;
  const before = remembered(exchange);
  return before !== null && (before.always || before.platform === platform) ? none : rememberingOf(site, platform);
}

const none: HeaderList = [];
