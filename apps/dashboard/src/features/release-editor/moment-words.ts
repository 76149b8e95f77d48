import { formatDate } from '../../format.js';

/** A moment of the release's zone, `YYYY-MM-DDTHH:MM`, for people: "27 Nov 2026, 18:30". */
export function momentWords(moment: string): string {
  const [day = '', time = ''] = moment.split('T');
  return `${formatDate(day)}, ${time}`;
}

const day = 86_400_000;

/** "ends in 3 days"; null for what is further away than a fortnight, and for what has no end. */
export function endingWords(expiresAt: string | null, now: number): { ended: boolean; words: string } | null {
  if (expiresAt === null) return null;
  const left = Date.parse(expiresAt) - now;
  if (left <= 0) return { ended: true, words: 'Ended' };
  if (left > 14 * day) return null;
  const days = Math.floor(left / day);
  const hours = Math.max(1, Math.floor(left / 3_600_000));
  return { ended: false, words: days > 0 ? `Ends in ${days} ${days === 1 ? 'day' : 'days'}` : `Ends in ${hours} ${hours === 1 ? 'hour' : 'hours'}` };
}
