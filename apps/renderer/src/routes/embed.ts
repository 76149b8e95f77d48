import { renderEmbed, toEmbedView } from '@lynkify/page-view';
import { type Answer, compileAnswer } from '../answers/answer.js';
import { embedPolicy } from '../answers/headers.js';
import { isShown, type ShownPage } from '../answers/page-answers.js';
import type { HeldPage } from '../pages/held-page.js';
import type { Site } from '../site.js';
import { languageOf } from '../visitors/language.js';
import { pagePath, withQuery } from './address.js';
import type { Exchange } from './exchange.js';
import { obstacleOf } from './guard.js';
import { answerFormerPage } from './page.js';
import type { Handler } from './routed.js';

interface Drawn {
  answer: Answer;
  validUntil: number;
}

/** How long a site's readers may be shown a card without asking again. */
const keptFor = 300;

/**
 * `…/embed`: the card of a page, for other sites to show within their own. It is no visit: who reads an article has not come to
 * the page. What is tapped in it is counted, with the channel `embed`. It reads no cookie and sets none.
 */
export function embedRoute(): Handler {
  /** By the page as it is held, which a newer version replaces; one for each language. */
  const drawn = new WeakMap<HeldPage, Map<string, Promise<Drawn>>>();

  async function draw(site: Site, held: ShownPage, exchange: Exchange): Promise<Drawn> {
    const language = languageOf(exchange);
    const view = toEmbedView(held.document, site.parts.answers.facts(exchange.now, language));
    const { html, style } = renderEmbed(view);
    const answer = await compileAnswer({
      status: 200,
      type: 'text/html; charset=utf-8',
      body: html,
      cacheControl: `public, max-age=${keptFor}`,
      headers: [...site.parts.baseHeaders, 'content-language', language, 'content-security-policy', embedPolicy(style), 'cross-origin-resource-policy', 'cross-origin', 'x-robots-tag', 'noindex'],
      vary: 'accept-encoding, accept-language',
    });
    return { answer, validUntil: view.changesAt === null ? Number.POSITIVE_INFINITY : Date.parse(view.changesAt) };
  }

  async function answerEmbed(site: Site, exchange: Exchange, held: ShownPage): Promise<void> {
    const byLanguage = drawn.get(held) ?? new Map<string, Promise<Drawn>>();
    drawn.set(held, byLanguage);
    const language = languageOf(exchange);
    const known = await byLanguage.get(language);
    if (known && known.validUntil > exchange.now) return site.send(exchange, known.answer);
    const drawing = draw(site, held, exchange);
    byLanguage.set(language, drawing);
    drawing.catch(() => byLanguage.delete(language));
    site.send(exchange, (await drawing).answer);
  }

  return (site, exchange) => {
    const path = pagePath(exchange.params);
    if (path === null) return site.message(exchange, { kind: 'not-found' });
    if (exchange.pathname !== `${path}/embed`) return site.redirect(exchange, 301, withQuery(`${path}/embed`, exchange.query), ['cache-control', 'public, max-age=3600']);
    return site.lookUp(path, exchange.now, (lookup) => {
      if (lookup.kind !== 'held') return site.missing(exchange, lookup);
      const held = lookup.page;
      if (!isShown(held)) return answerFormerPage(site, exchange, held, '/embed');
      if (held.guarded && obstacleOf(site, exchange, held) !== null) return site.message(exchange, { kind: 'not-found' });
      return answerEmbed(site, exchange, held);
    });
  };
}
