import { reasonOf } from '../log.js';
import type { LinkAnswer } from '../pages/page-source.js';
import type { Site } from '../site.js';
import { eventId } from '../visitors/event-id.js';
import { NetworkLimit, networkOf } from '../visitors/network.js';
import type { Exchange } from './exchange.js';
import type { Handler } from './routed.js';

type Kind = 'confirm' | 'unsubscribe';

/** A token is 49 or 65 bytes in base64url. Whether it is genuine the API decides. */
const tokenShape = /^[\w-]{40,128}$/u;

/** `GET /confirm/{token}`: only a button, since mail scanners open every link. */
export function offer(kind: Kind): Handler {
  return (site, exchange) => {
    const token = exchange.params.token ?? '';
    return tokenShape.test(token) ? site.message(exchange, { kind, action: `/${kind}/${token}` }) : site.message(exchange, { kind: 'link-invalid' });
  };
}

/** The press of the button, or a mail program's one-click unsubscribe (RFC 8058): no cookie, no redirect. */
export function answerLink(kind: Kind): Handler {
  const limit = new NetworkLimit(120, 120);
  return async (site, exchange) => {
    const token = exchange.params.token ?? '';
    if (!tokenShape.test(token)) return site.message(exchange, { kind: 'link-invalid' });
    const oneClick = kind === 'unsubscribe' && exchange.fields.get('List-Unsubscribe') === 'One-Click';
    // Mail providers press for many people from one network: beyond the limit an answer waits its turn, it is not refused.
    const answer = limit.take(networkOf(exchange.address()), exchange.now) ? await ask(site, exchange, kind, token, oneClick) : 'unreached';
    if (answer === 'invalid') return site.message(exchange, { kind: 'link-invalid' });
    if (answer !== 'unreached') return site.message(exchange, { kind: kind === 'confirm' ? 'confirmed' : 'unsubscribed', artist: answer.artist });
    const kept = await site.recordSealed({ kind, id: eventId(exchange.now), at: new Date(exchange.now).toISOString(), token, ...(oneClick ? { oneClick } : {}) });
    return kept ? site.message(exchange, { kind: 'noted' }) : site.message(exchange, { kind: 'unavailable' }, ['retry-after', '30']);
  };
}

async function ask(site: Site, exchange: Exchange, kind: Kind, token: string, oneClick: boolean): Promise<LinkAnswer | 'unreached'> {
  try {
    return await (kind === 'confirm' ? site.parts.source.confirm(token) : site.parts.source.unsubscribe(token, oneClick));
  } catch (error) {
    site.parts.log.warn({ requestId: exchange.id, kind, reason: reasonOf(error) }, 'the API did not answer, the answer goes to the spool');
    return 'unreached';
  }
}
