import { platformById } from '@lynkify/platforms';
import { reasonOf } from '../log.js';
import type { LinkedReminder } from '../pages/page-source.js';
import type { Site } from '../site.js';
import { eventId } from '../visitors/event-id.js';
import { NetworkLimit, networkOf } from '../visitors/network.js';
import type { Exchange } from './exchange.js';
import { rememberedPlatform } from './remembered.js';
import { remindersPage } from './remind.js';
import type { Handler } from './routed.js';

type Deed = 'confirm' | 'unsubscribe';

const tokenShape = /^[\w-]{40,128}$/u;

/** `GET /confirm/reminder/{token}`: a button and the platforms to pick from; without the API the button alone. */
export function offerReminder(deed: Deed): Handler {
  return async (site, exchange) => {
    const token = exchange.params.token ?? '';
    if (!tokenShape.test(token)) return remindersPage(site, exchange, { kind: 'reminder-invalid' }, 404);
    const about = await tried(site, exchange, () => site.parts.source.reminder(token));
    if (about === null) return remindersPage(site, exchange, { kind: 'reminder-invalid' }, 404);
    const named = about === 'unreached' ? null : nameOf(about);
    const action = `/${deed}/reminder/${token}`;
    if (deed === 'unsubscribe') return remindersPage(site, exchange, { kind: 'reminder-cancel', action, named }, 200);
    const { platforms, platform } = about === 'unreached' ? { platforms: [], platform: null } : about;
    return remindersPage(site, exchange, { kind: 'reminder-confirm', action, named, platforms, platform: platform ?? rememberedPlatform(exchange) }, 200);
  };
}

/** The press of the button, or a mail program's one-click unsubscribe (RFC 8058): no cookie, no redirect, and it is never lost. */
export function answerReminder(deed: Deed): Handler {
  const limit = new NetworkLimit(120, 120);
  return async (site, exchange) => {
    const token = exchange.params.token ?? '';
    if (!tokenShape.test(token)) return remindersPage(site, exchange, { kind: 'reminder-invalid' }, 404);
    const oneClick = deed === 'unsubscribe' && exchange.fields.get('List-Unsubscribe') === 'One-Click';
    const picked = exchange.fields.get('platform') ?? '';
    const platform = platformById(picked) ? picked : null;
    const answer = limit.take(networkOf(exchange.address()), exchange.now)
      ? await tried(site, exchange, () => (deed === 'confirm' ? site.parts.source.confirmReminder(token, platform) : site.parts.source.cancelReminder(token, oneClick)))
      : 'unreached';
    if (answer === 'invalid') return remindersPage(site, exchange, { kind: 'reminder-invalid' }, 404);
    if (answer !== 'unreached') {
      const kind = deed === 'unsubscribe' ? 'reminder-cancelled' : answer.isOut ? 'reminder-out' : 'reminder-confirmed';
      return remindersPage(site, exchange, { kind, path: answer.path, named: nameOf(answer) }, 200);
    }
    const kept = await site.recordSealed({
      kind: deed === 'confirm' ? 'confirm-reminder' : 'cancel-reminder',
      id: eventId(exchange.now),
      at: new Date(exchange.now).toISOString(),
      token,
      ...(platform === null ? {} : { platform }),
      ...(oneClick ? { oneClick } : {}),
    });
    return kept ? site.message(exchange, { kind: 'noted' }) : site.message(exchange, { kind: 'unavailable' }, ['retry-after', '30']);
  };
}

const nameOf = ({ releaseTitle, artistCredit }: LinkedReminder) => ({ title: releaseTitle, artist: artistCredit });

async function tried<T>(site: Site, exchange: Exchange, ask: () => Promise<T>): Promise<T | 'unreached'> {
  try {
    return await ask();
  } catch (error) {
    site.parts.log.warn({ requestId: exchange.id, reason: reasonOf(error) }, 'the API did not answer about a reminder');
    return 'unreached';
  }
}
