import { parseEmail, releasePhase, type ReminderEvent } from '@lynkify/domain';
import { readShownReminder, toReminderMessageView, type FormErrorCode, type ReminderMessage } from '@lynkify/page-view';
import { isShown, type ShownPage } from '../answers/page-answers.js';
import type { Site } from '../site.js';
import { keyedHash } from '../visitors/hmac.js';
import { languageOf } from '../visitors/language.js';
import { NetworkLimit, networkOf } from '../visitors/network.js';
import { pagePath } from './address.js';
import { asking, type Exchange } from './exchange.js';
import { answerGuarded, obstacleOf } from './guard.js';
import { currentPage } from './join.js';
import { answerFormerPage } from './page.js';
import { fanOf, rememberedPlatform } from './remembered.js';

/** Answers with a page about a reminder. Those with a token or an address in them are never kept. */
export async function remindersPage(site: Site, exchange: Exchange, message: ReminderMessage, status: number): Promise<void> {
  const view = toReminderMessageView(message, { locale: languageOf(exchange) });
  const answer = await site.parts.answers.draw(view, status, 'no-store', { hasty: true });
  site.send(exchange, answer, ['x-robots-tag', 'noindex', ...site.parts.caching.nobody]);
}

/** `POST …/remind`: a fan asks for one mail on release day. As durable as a capture, and guarded like one. */
export function remindRoute(site: Site): (site: Site, exchange: Exchange) => Promise<void> {
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
    const { document } = held;
    const reminder = document.kind === 'smart-link' ? document.reminder : null;
    if (document.kind !== 'smart-link' || !reminder) return site.message(exchange, { kind: 'not-found' });

    const typed = (exchange.fields.get('email') ?? '').slice(0, 1_000);
    const network = networkOf(exchange.address());
    if (!limit.take(network, exchange.now)) return again(site, exchange, held, 429, typed, { form: 'too-many' });
    const facts = site.parts.facts.read(asking(exchange), held, exchange.now);
    const email = parseEmail(typed);
    if (!email.ok) return again(site, exchange, held, 422, typed, { email: typed.trim() === '' ? 'email-empty' : 'email-invalid' });
    const shown = readShownReminder(exchange.fields.get('shown'), document, reminder);
    const verdict = site.parts.guard.judge(exchange.fields.get('t') ?? '', exchange.fields.get('website') ?? '', facts.visitor, held.path, exchange.now);
    if (verdict === 'expired') return again(site, exchange, held, 422, typed, { form: 'expired' });
    // Nobody asks for what they have not read. A program that reads nothing is told the same as everyone.
    if (shown === null && verdict !== 'trap') return again(site, exchange, held, 422, typed, { form: 'consent-changed' });
    const event: ReminderEvent = {
      kind: 'reminder',
      ...facts,
      audience: verdict === 'trap' ? 'bot' : facts.audience,
      visitor: verdict === 'trap' ? null : facts.visitor,
      email: email.value,
      platform: rememberedPlatform(exchange),
      consentText: shown?.consentText ?? reminder.consentText,
      formVersion: reminder.version,
      locale: shown?.language ?? languageOf(exchange),
      network: networkHash(network),
    };
    if (!(await site.recordSealed(event))) return again(site, exchange, held, 503, typed, { form: 'try-again' });
    site.redirect(exchange, 303, `${held.path}/reminded`, ['cache-control', 'no-store']);
  };
}

/** `…/reminded`: where the form leads. */
export async function reminded(site: Site, exchange: Exchange): Promise<void> {
  const path = pagePath(exchange.params);
  if (path === null) return site.message(exchange, { kind: 'not-found' });
  const lookup = await site.parts.store.load(path, exchange.now);
  if (lookup.kind !== 'held') return site.missing(exchange, lookup);
  const held = lookup.page;
  if (!isShown(held)) return answerFormerPage(site, exchange, held, '');
  const obstacle = held.guarded ? obstacleOf(site, exchange, held) : null;
  if (obstacle !== null) return answerGuarded(site, exchange, held, obstacle);
  const { document } = held;
  if (document.kind !== 'smart-link') return site.message(exchange, { kind: 'not-found' });
  return remindersPage(site, exchange, { kind: 'reminder-check-mail', path: held.path, named: { title: document.release.title, artist: document.release.artistCredit } }, 200);
}

/** Whose release came out while the form was open has nothing to mend: the page has the music now. */
async function again(site: Site, exchange: Exchange, held: ShownPage, status: number, email: string, errors: { email?: FormErrorCode; form?: FormErrorCode }): Promise<void> {
  if (held.document.kind === 'smart-link' && releasePhase(held.document.release, exchange.now) === 'released') return site.redirect(exchange, 303, held.path, ['cache-control', 'no-store']);
  const answer = await site.parts.answers.withForm(held, status, { values: { email }, errors }, fanOf(site, exchange, asking(exchange)), exchange.now);
  site.send(exchange, answer, status === 429 || status === 503 ? ['retry-after', '30'] : []);
}
