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
  const headers = ['cache-control', 'no-store', 'x-robots-tag', 'noindex'];
  if (exchange.request.method === 'HEAD') return site.redirect(exchange, 302, way.location, headers);

  const facts = site.parts.facts.read(asking(exchange), held, exchange.now);
  if (way.platform !== null && facts.audience === 'person' && way.platform !== rememberedPlatform(exchange)) {
    const secure = site.parts.environment.pagesUrl.startsWith('https:') ? '; Secure' : '';
    headers.push('set-cookie', `lynkify_platform=${way.platform}; Path=/; Max-Age=${year}; HttpOnly; SameSite=Lax${secure}`);
  }
  site.record('click', eventLine(held, facts, way.target), () => site.redirect(exchange, 302, way.location, headers));
}
