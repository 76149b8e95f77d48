import { appIntent } from '@lynkify/platforms';
import { Head } from '../answers/head.js';
import type { HeaderList } from '../answers/headers.js';
import type { Way } from '../pages/ways.js';
import type { Site } from '../site.js';
import { eventLine } from '../spool/event-line.js';
import type { HeldPage } from '../pages/held-page.js';
import { isShown } from '../answers/page-answers.js';
import { pagePath } from './address.js';
import { asking, type Exchange } from './exchange.js';
import { answerFormerPage } from './page.js';
import { remembered, remembering } from './remembered.js';

/** `/{handle}/{slug}/go/{target}` and `/{handle}/go/{target}`: counts the click, then leads to the stored address. */
export function go(site: Site, exchange: Exchange): void | Promise<void> {
  const path = pagePath(exchange.params);
  if (path === null) return site.message(exchange, { kind: 'not-found' });
  const name = exchange.params.target ?? '';
  return site.lookUp(path, exchange.now, (lookup) => (lookup.kind === 'held' ? answerClick(site, exchange, lookup.page, name) : site.missing(exchange, lookup)));
}

/** `name` is the last part of the address. */
export function answerClick(site: Site, exchange: Exchange, held: HeldPage, name: string): void | Promise<void> {
  if (!isShown(held)) return answerFormerPage(site, exchange, held, `/go/${encodeURIComponent(name)}`);
  const way = held.ways.get(name);
  if (!way) return site.message(exchange, { kind: 'not-found' });
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
const heads = new WeakMap<Way, Head>();
const intentHeads = new WeakMap<Way, Head | 'none'>();
const rememberings = new Map<string, HeaderList>();

export function headOf(site: Site, way: Way): Head {
  const known = heads.get(way);
  if (known) return known;
  const made = redirectTo(site, way.location);
  heads.set(way, made);
  return made;
}

/** The stored address as an Android intent; null where no app takes it over. */
function intentHeadOf(site: Site, way: Way): Head | null {
  const known = intentHeads.get(way);
  if (known) return known === 'none' ? null : known;
  const intent = way.platform === null ? null : appIntent(way.platform, way.location);
  const made = intent === null ? null : redirectTo(site, intent);
  intentHeads.set(way, made ?? 'none');
  return made;
}

function redirectTo(site: Site, location: string): Head {
  return new Head(302, [...site.closedHeaders, 'location', location, 'content-length', '0', 'cache-control', 'no-store', 'x-robots-tag', 'noindex']);
}

/** Made once for each platform. */
function rememberingOf(site: Site, platform: string): HeaderList {
  const known = rememberings.get(platform);
  if (known) return known;
  const made = remembering(site, { platform, always: false });
  rememberings.set(platform, made);
  return made;
}
