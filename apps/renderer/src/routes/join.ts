import { type CaptureEvent, cleanText, codePoints, parseEmail } from '@lynkify/domain';
import { readShownForm, type FormErrorCode, type FormState } from '@lynkify/page-view';
import { captureOf, isShown, type ShownPage } from '../answers/page-answers.js';
import type { Lookup } from '../pages/page-store.js';
import type { Site } from '../site.js';
import { keyedHash } from '../visitors/hmac.js';
import { NetworkLimit, networkOf } from '../visitors/network.js';
import { ownPath, pagePath } from './address.js';
import { asking, type Exchange } from './exchange.js';
import { answerGuarded, obstacleOf } from './guard.js';
import { answerFormerPage } from './page.js';
import { fanOf } from './remembered.js';

const nameLength = 200;

interface Typed {
  email: string;
  name: string;
  consent: boolean;
}

/** `POST …/join`: the capture form of a page. */
export function joinRoute(site: Site): (site: Site, exchange: Exchange) => Promise<void> {
  const limit = new NetworkLimit(60, 60);
  const networkHash = keyedHash(Buffer.from(`lynkify network\0${site.parts.environment.formKey}`));

  return async (_, exchange) => {
    const path = pagePath(exchange.params);
    if (path === null) return site.message(exchange, { kind: 'not-found' });
    const lookup = await currentPage(site, path, exchange.now);
    if (lookup.kind !== 'held') return site.missing(exchange, lookup);
    const held = lookup.page;
    if (!isShown(held)) return answerFormerPage(site, exchange, held, '');
    const obstacle = held.guarded ? obstacleOf(site, exchange, held) : null;
    if (obstacle !== null) return answerGuarded(site, exchange, held, obstacle);
    const capture = captureOf(held.document);
    if (!capture) return site.message(exchange, { kind: 'not-found' });

    const typed = typedInto(exchange.fields);
    const network = networkOf(exchange.address());
    if (!limit.take(network, exchange.now)) return again(site, exchange, held, 429, typed, { form: 'too-many' });
    const facts = site.parts.facts.read(asking(exchange), held, exchange.now);
    const email = parseEmail(typed.email);
    const errors: NonNullable<FormState['errors']> = {};
    if (!email.ok) errors.email = typed.email.trim() === '' ? 'email-empty' : 'email-invalid';
    if (codePoints(typed.name) > nameLength) errors.name = 'name-too-long';
    // What goes on record is what stood beside the box: words that were changed meanwhile are shown, and asked for, anew.
    const shown = readShownForm(exchange.fields.get('shown'), capture, held.document.artist.name);
    if (shown === null) typed.consent = false;
    if (!typed.consent) errors.consent = shown === null ? 'consent-changed' : 'consent-unticked';
    if (!email.ok || shown === null || Object.keys(errors).length > 0) return again(site, exchange, held, 422, typed, errors);

    const verdict = site.parts.guard.judge(exchange.fields.get('t') ?? '', exchange.fields.get('website') ?? '', facts.visitor, held.path, exchange.now);
    if (verdict === 'expired') return again(site, exchange, held, 422, typed, { form: 'expired' });
    const event: CaptureEvent = {
      kind: 'capture',
      ...facts,
      // A trapped program is told the same as everyone; the API keeps the event and makes no fan of it.
      audience: verdict === 'trap' ? 'bot' : facts.audience,
      visitor: verdict === 'trap' ? null : facts.visitor,
      email: email.value,
      name: capture.askName && typed.name !== '' ? typed.name : null,
      consented: true,
      consentText: shown.consentText,
      formVersion: capture.version,
      locale: shown.language,
      network: networkHash(network),
    };
    if (!(await site.recordSealed(event))) return again(site, exchange, held, 503, typed, { form: 'try-again' });
    site.redirect(exchange, 303, `${held.path}/joined`, ['cache-control', 'no-store']);
  };
}

/** `…/joined`: where the form leads. */
export async function joined(site: Site, exchange: Exchange): Promise<void> {
  const path = pagePath(exchange.params);
  if (path === null) return site.message(exchange, { kind: 'not-found' });
  const lookup = await site.parts.store.load(path, exchange.now);
  if (lookup.kind !== 'held') return site.missing(exchange, lookup);
  if (!isShown(lookup.page)) return answerFormerPage(site, exchange, lookup.page, '');
  const obstacle = lookup.page.guarded ? obstacleOf(site, exchange, lookup.page) : null;
  if (obstacle !== null) return answerGuarded(site, exchange, lookup.page, obstacle);
  const { name, handle } = lookup.page.document.artist;
  return site.message(exchange, { kind: 'check-mail', artist: { name, handle } });
}

/** A fan may have had the page open while its address changed: the form still reaches it. */
export async function currentPage(site: Site, path: string, now: number): Promise<Lookup> {
  let lookup = await site.parts.store.load(path, now);
  for (let steps = 0; steps < 3 && lookup.kind === 'held' && lookup.page.document.kind === 'redirect'; steps += 1) {
    const to = ownPath(lookup.page.document.to);
    if (to === null) break;
    lookup = await site.parts.store.load(to, now);
  }
  return lookup;
}

function typedInto(fields: URLSearchParams): Typed {
  return {
    email: (fields.get('email') ?? '').slice(0, 1_000),
    name: cleanText((fields.get('name') ?? '').slice(0, 1_000)),
    consent: ['yes', 'on', 'true', '1'].includes(fields.get('consent') ?? ''),
  };
}

async function again(site: Site, exchange: Exchange, held: ShownPage, status: number, values: Typed, errors: { [field in 'email' | 'name' | 'consent' | 'form']?: FormErrorCode }): Promise<void> {
  const answer = await site.parts.answers.withForm(held, status, { values, errors }, fanOf(site, exchange, asking(exchange)), exchange.now);
  site.send(exchange, answer, status === 429 || status === 503 ? ['retry-after', '30'] : []);
}
