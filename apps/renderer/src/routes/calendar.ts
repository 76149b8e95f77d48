import { calendarFile, releasePhase } from '@lynkify/domain';
import { strings } from '@lynkify/page-view';
import { isShown } from '../answers/page-answers.js';
import type { Site } from '../site.js';
import { languageOf } from '../visitors/language.js';
import { pagePath } from './address.js';
import type { Exchange } from './exchange.js';
import { answerGuarded, obstacleOf } from './guard.js';
import { answerFormerPage } from './page.js';

/** `…/release.ics`: the moment of release for any calendar, as long as it is to come. A page published anew is a newer event. */
export async function calendar(site: Site, exchange: Exchange): Promise<void> {
  const path = pagePath(exchange.params);
  if (path === null) return site.message(exchange, { kind: 'not-found' });
  const lookup = await site.parts.store.load(path, exchange.now);
  if (lookup.kind !== 'held') return site.missing(exchange, lookup);
  const held = lookup.page;
  if (!isShown(held)) return answerFormerPage(site, exchange, held, '/release.ics');
  const obstacle = held.guarded ? obstacleOf(site, exchange, held) : null;
  if (obstacle !== null) return answerGuarded(site, exchange, held, obstacle);
  const { document } = held;
  if (document.kind !== 'smart-link' || document.release.releasedAt === null || releasePhase(document.release, exchange.now) === 'released') return site.message(exchange, { kind: 'not-found' });

  const { release } = document;
  const { pagesUrl } = site.parts.environment;
  const url = `${pagesUrl}${held.path}`;
  const title = strings(languageOf(exchange)).reminder.isOut({ title: release.title, artist: release.artistCredit });
  const file = calendarFile({
    uid: `${release.id}@${new URL(pagesUrl).hostname}`,
    sequence: held.version,
    changedAt: held.publishedAt,
    startsAt: release.releasedAt ?? held.publishedAt,
    title,
    description: `${title}\n${url}`,
    url,
  });
  // Phones show an event that is not an attachment, and offer to add it.
  site.plain(exchange, 200, 'text/calendar; charset=utf-8', file, ['cache-control', 'private, no-cache', ...site.parts.caching.nobody, 'content-disposition', `inline; filename="${release.slug}.ics"`, 'content-language', languageOf(exchange), 'x-robots-tag', 'noindex']);
}
