import type { Site } from '../site.js';
import type { Lookup } from '../pages/page-store.js';
import { isShown } from '../answers/page-answers.js';
import { pagePath, rememberedPlatform } from './address.js';
import { asking, type Exchange } from './exchange.js';
import { answerFormerPage } from './page.js';

const year = 31_536_000;

/** `/{handle}/{slug}/go/{target}` and `/{handle}/go/{target}`: counts the click, then leads to the stored address. */
export function go(site: Site, exchange: Exchange): void | Promise<void> {
  const path = pagePath(exchange.params);
  if (path === null) return site.message(exchange, { kind: 'not-found' });
  return site.lookUp(path, exchange.now, (lookup) => answerClick(site, exchange, lookup));
}

function answerClick(site: Site, exchange: Exchange, lookup: Lookup): void | Promise<void> {
  if (lookup.kind !== 'held') return site.missing(exchange, lookup);
  const held = lookup.page;
  const name = exchange.params.target ?? '';
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
  site.record(JSON.stringify({ kind: 'click', ...facts, target: way.target }), () => site.redirect(exchange, 302, way.location, headers));
}
