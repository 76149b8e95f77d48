import { isShown, type ShownPage } from '../answers/page-answers.js';
import type { Site } from '../site.js';
import { pagePath } from './address.js';
import type { Exchange } from './exchange.js';
import { answerGuarded, obstacleOf } from './guard.js';
import { answerFormerPage } from './page.js';
import { remembered, type Remembered, remembering } from './remembered.js';

/** `POST …/platform`: a fan wants one platform to be opened always, wants to be asked again, or wants it forgotten. */
export function ownPlatform(site: Site, exchange: Exchange): void | Promise<void> {
  const path = pagePath(exchange.params);
  if (path === null) return site.message(exchange, { kind: 'not-found' });
  // No other site decides for a fan.
  if ((exchange.request.headers['sec-fetch-site'] ?? 'same-origin') !== 'same-origin') return site.message(exchange, { kind: 'bad-request' });
  return site.lookUp(path, exchange.now, (lookup) => {
    if (lookup.kind !== 'held') return site.missing(exchange, lookup);
    const held = lookup.page;
    if (!isShown(held)) return answerFormerPage(site, exchange, held, '');
    const obstacle = held.guarded ? obstacleOf(site, exchange, held) : null;
    if (obstacle !== null) return answerGuarded(site, exchange, held, obstacle);
    const choice = wished(exchange, held);
    if (choice === undefined) return site.message(exchange, { kind: 'bad-request' });
    // Where it came from is the page itself: who has just decided wants to see that it is so.
    site.redirect(exchange, 303, held.document.kind === 'smart-link' ? `${held.path}?choose` : held.path, ['cache-control', 'no-store', ...remembering(site, choice)]);
  });
}

/** Undefined: nothing that can be wished for here. */
function wished(exchange: Exchange, { ways }: ShownPage): Remembered | null | undefined {
  const before = remembered(exchange);
  switch (exchange.fields.get('do')) {
    case 'always': {
      const platform = exchange.fields.get('platform') ?? '';
      return ways.get(platform)?.platform === platform ? { platform, always: true } : undefined;
    }
    case 'ask':
      return before && { ...before, always: false };
    case 'forget':
      return null;
    default:
      return undefined;
  }
}
