import { TooMany } from '../pages/gate.js';
import type { HeldPage } from '../pages/held-page.js';
import type { Fan } from '../pages/variants.js';
import { hasForm, isShown, type ShownPage } from '../answers/page-answers.js';
import type { Answer } from '../answers/answer.js';
import type { Site } from '../site.js';
import { eventLine } from '../spool/event-line.js';
import type { Asking } from '../visitors/facts.js';
import { speaksPlainly } from '../visitors/language.js';
import { ownPath, pagePath, withQuery } from './address.js';
import { answerArchived, isArchived } from './archived.js';
import { asking, type Exchange } from './exchange.js';
import { answerGuardedPage, obstacleOf } from './guard.js';
import { fanOf } from './remembered.js';
import { answerShortForm } from './short-form.js';
import { goStraight } from './straight.js';

/** `/{handle}` and `/{handle}/{slug}`. */
export function page(site: Site, exchange: Exchange): void | Promise<void> {
  const path = pagePath(exchange.params);
  if (path === null) return site.message(exchange, { kind: 'not-found' });
  if (path !== exchange.pathname) return site.redirect(exchange, 301, withQuery(path, exchange.query), ['cache-control', 'public, max-age=3600']);
  return site.lookUp(path, exchange.now, (lookup) => (lookup.kind === 'held' ? answerPage(site, exchange, lookup.page) : site.missing(exchange, lookup, path)));
}

export function answerPage(site: Site, exchange: Exchange, held: HeldPage): void | Promise<void> {
  if (!isShown(held)) return answerFormerPage(site, exchange, held, '');
  const obstacle = held.guarded ? obstacleOf(site, exchange, held) : null;
  if (obstacle !== null) return answerGuardedPage(site, exchange, held, obstacle);
  const asked = asking(exchange);
  const fan = fanOf(site, exchange, asked);
  if (fan.always && goStraight(site, exchange, held, fan, asked)) return;
  const ready = site.parts.answers.ready(held, fan, exchange.now);
  if (ready) return countAndSend(site, exchange, held, fan, asked, ready);
  return site.parts.answers.prepare(held, fan, exchange.now).then(
    (answer) => countAndSend(site, exchange, held, fan, asked, answer),
    (error: unknown) => {
      if (error instanceof TooMany) return site.message(exchange, { kind: 'unavailable' }, ['retry-after', '5']);
      throw error;
    },
  );
}

/** A person who has the page already and gets 304 has come all the same. */
function countAndSend(site: Site, exchange: Exchange, held: ShownPage, fan: Fan, asked: Asking, answer: Answer): void {
  // Where a shared cache answers for us, the picture in the page counts.
  if (site.parts.caching.on) return site.send(exchange, answer, site.parts.answers.holding(held, fan, exchange.now));
  if (exchange.request.method === 'HEAD') {
    site.send(exchange, answer);
    return;
  }
  const facts = site.parts.facts.read(asked, held, exchange.now);
  if (facts.visitor !== null && hasForm(held.document)) site.parts.guard.noteFetch(facts.visitor, held.path, exchange.now);
  site.record('visit', eventLine(held, facts, null), () => site.send(exchange, answer));
}

/** An address that was given up or put away: where it leads now, or that it is gone. `rest` is what followed it in the path. */
export function answerFormerPage(site: Site, exchange: Exchange, held: HeldPage, rest: string): void | Promise<void> {
  if (isArchived(held)) return answerArchived(site, exchange, held);
  if (held.document.kind === 'redirect') {
    const to = ownPath(held.document.to);
    if (to === null) return site.message(exchange, { kind: 'not-found' });
    if (held.document.via !== undefined) return answerShortForm(site, exchange, held, held.document, `${to}${rest}`, rest !== '');
    // Not kept long: an address that was given up may be taken again. A click's not at all: its page counts it.
    const keeping = rest === '' ? ['cache-control', 'public, max-age=300', ...site.parts.caching.former(held, true)] : ['cache-control', 'no-store'];
    return site.redirect(exchange, 301, withQuery(`${to}${rest}`, exchange.query), keeping);
  }
  const artist = held.document.kind === 'gone' ? held.document.artist : null;
  return site.message(exchange, { kind: 'gone', artist }, site.parts.caching.former(held, speaksPlainly(exchange)));
}
