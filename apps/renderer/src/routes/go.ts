import { Head } from '../answers/head.js';
import type { HeaderList } from '../answers/headers.js';
import type { Way } from '../pages/ways.js';
import type { Site } from '../site.js';
import { eventLine } from '../spool/event-line.js';
import type { HeldPage } from '../pages/held-page.js';
import { isShown } from '../answers/page-answers.js';
import { pagePath, rememberedPlatform } from './address.js';
import { asking, type Exchange } from './exchange.js';
import { answerFormerPage } from './page.js';

const year = 31_536_000;

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
  const head = headOf(site, way);
  if (exchange.request.method === 'HEAD' || way.target === null) return site.answer(exchange, head, none, null);

  const facts = site.parts.facts.read(asking(exchange), held, exchange.now);
  const isNew = way.platform !== null && facts.audience === 'person' && way.platform !== rememberedPlatform(exchange);
  site.record('click', eventLine(held, facts, way.target), () => site.answer(exchange, head, isNew ? remembering(site, way) : none, null));
}

const none: HeaderList = [];
const heads = new WeakMap<Way, Head>();
const rememberings = new WeakMap<Way, HeaderList>();

function headOf(site: Site, way: Way): Head {
  const known = heads.get(way);
  if (known) return known;
  const made = new Head(302, [...site.closedHeaders, 'location', way.location, 'content-length', '0', 'cache-control', 'no-store', 'x-robots-tag', 'noindex']);
  heads.set(way, made);
  return made;
}

/** The one cookie of this site. */
function remembering(site: Site, way: Way): HeaderList {
  const known = rememberings.get(way);
  if (known) return known;
  const secure = site.parts.environment.pagesUrl.startsWith('https:') ? '; Secure' : '';
  const made = ['set-cookie', `lynkify_platform=${way.platform ?? ''}; Path=/; Max-Age=${year}; HttpOnly; SameSite=Lax${secure}`];
  rememberings.set(way, made);
  return made;
}
