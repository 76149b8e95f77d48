import { isShown } from '../answers/page-answers.js';
import { TooMany } from '../pages/gate.js';
import type { Site } from '../site.js';
import { NetworkLimit, networkOf } from '../visitors/network.js';
import { pagePath, withQuery } from './address.js';
import type { Exchange } from './exchange.js';
import { answerFormerPage } from './page.js';
import { askForPassword } from './password-question.js';

/** As signing in has them: ten tries in a quarter of an hour at one page, fifty at all of them. The right one does not count. */
const limits = { page: { tries: 10, perMinute: 10 / 15 }, network: { tries: 50, perMinute: 50 / 15 } };
/** And so many at one page from everywhere, for who has many addresses. */
const everywhere = { tries: 200, perMinute: 60 };

/** `POST …/unlock`: the password of a page. */
export function unlockRoute(): (site: Site, exchange: Exchange) => Promise<void> {
  const atPage = new NetworkLimit(limits.page.tries, limits.page.perMinute);
  const atAll = new NetworkLimit(limits.network.tries, limits.network.perMinute);
  const fromAnywhere = new NetworkLimit(everywhere.tries, everywhere.perMinute);

  return async (site, exchange) => {
    const path = pagePath(exchange.params);
    if (path === null) return site.message(exchange, { kind: 'not-found' });
    const lookup = await site.parts.store.load(path, exchange.now);
    if (lookup.kind !== 'held') return site.missing(exchange, lookup);
    const held = lookup.page;
    if (!isShown(held)) return answerFormerPage(site, exchange, held, '');
    const { document } = held;
    const hash = document.kind === 'smart-link' ? (document.access?.password ?? null) : null;
    const back = withQuery(held.path, exchange.query);
    // The artist took the password off meanwhile, or somebody opened this address by itself.
    if (document.kind !== 'smart-link' || hash === null || exchange.request.method !== 'POST') return site.redirect(exchange, 303, back, ['cache-control', 'no-store']);

    const network = networkOf(exchange.address());
    const keys: [NetworkLimit, string][] = [[atPage, `${network} ${path}`], [atAll, network], [fromAnywhere, path]];
    // Counted before it is looked at: a thousand tries at once are a thousand tries.
    if (!keys.map(([limit, key]) => limit.take(key, exchange.now)).every(Boolean)) return askForPassword(site, exchange, held, 'too-many');
    try {
      if (!(await site.parts.lock.fits(exchange.fields.get('password') ?? '', hash))) return await askForPassword(site, exchange, held, 'wrong');
    } catch (error) {
      if (error instanceof TooMany) return askForPassword(site, exchange, held, 'busy');
      throw error;
    }
    for (const [limit, key] of keys) limit.giveBack(key);
    site.redirect(exchange, 303, back, ['cache-control', 'no-store', ...site.parts.lock.opening({ path: held.path, document }, hash, exchange.now)]);
  };
}
