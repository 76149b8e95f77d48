import type { Language } from '@lynkify/domain';
import { type PasswordError, toPasswordView } from '@lynkify/page-view';
import type { Answer } from '../answers/answer.js';
import type { ShownPage } from '../answers/page-answers.js';
import type { Site } from '../site.js';
import { BoundedMap } from '../visitors/bounded-map.js';
import { languageOf } from '../visitors/language.js';
import { withQuery } from './address.js';
import type { Exchange } from './exchange.js';

/** The question is the same for everyone who comes to a page without a query. */
const drawn = new BoundedMap<string, Promise<Answer>>(200);

/** The page with which a page asks for its password. */
export async function askForPassword(site: Site, exchange: Exchange, held: ShownPage, error: PasswordError | null): Promise<void> {
  const status = error === null ? 200 : error === 'wrong' ? 422 : error === 'too-many' ? 429 : 503;
  const action = withQuery(`${held.path}/unlock`, exchange.query);
  const answer = await (error === null && exchange.query === '' ? onceDrawn : draw)(site, action, error, status, languageOf(exchange));
  site.send(exchange, answer, ['x-robots-tag', 'noindex', ...site.parts.caching.nobody, ...(error === 'too-many' ? ['retry-after', '300'] : [])]);
}

function draw(site: Site, action: string, error: PasswordError | null, status: number, locale: Language): Promise<Answer> {
  return site.parts.answers.draw(toPasswordView(action, error, { locale }), status, 'private, no-store', { hasty: true });
}

function onceDrawn(site: Site, action: string, error: PasswordError | null, status: number, locale: Language): Promise<Answer> {
  const key = `${action} ${locale}`;
  const known = drawn.get(key);
  if (known) return known;
  const drawing = draw(site, action, error, status, locale);
  drawn.set(key, drawing);
  drawing.catch(() => drawn.delete(key));
  return drawing;
}
