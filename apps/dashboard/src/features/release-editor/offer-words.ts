import { localMomentIn } from '@lynkify/domain';
import { momentWords } from './moment-words.js';
import type { EditedRelease } from './release-query.js';

type Offered = Pick<EditedRelease['destinations'][number], 'offered' | 'offeredFrom' | 'offeredUntil' | 'offeredBefore'>;

/** When the page does not offer a link, in words; null when it always does. */
export function offerWords({ offered, offeredFrom, offeredUntil, offeredBefore }: Offered, release: Pick<EditedRelease, 'timeZone' | 'releasedAt'>, now: number): string | null {
  if (!offered) return 'Switched off: not on the page';
  const at = (moment: string) => Date.parse(localMomentIn(release.timeZone, moment) ?? '');
  if (offeredUntil !== null && at(offeredUntil) <= now) return `Off the page since ${momentWords(offeredUntil)}`;
  const isAhead = release.releasedAt !== null && Date.parse(release.releasedAt) > now && !offeredBefore;
  const parts = [
    isAhead ? 'On the page from the release' : null,
    offeredFrom !== null && at(offeredFrom) > now ? `${isAhead ? 'and ' : 'On the page '}from ${momentWords(offeredFrom)}` : null,
    offeredUntil === null ? null : `until ${momentWords(offeredUntil)}`,
  ].filter((part) => part !== null);
  if (parts.length === 0) return null;
  const words = parts.join(' ');
  return words.startsWith('until') ? `On the page ${words}` : words;
}
