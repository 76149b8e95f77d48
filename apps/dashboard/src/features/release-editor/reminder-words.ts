import { formatNumber } from '../../format.js';

/** Who asked for the mail on release day. */
export interface ReminderNumbers {
  asked: number;
  confirmed: number;
  sent: number;
  refused: number;
}

const fans = (count: number) => `${formatNumber(count)} ${count === 1 ? 'fan' : 'fans'}`;

/** "12 fans asked, 9 of them confirmed, 9 got the mail." */
export function reminderCountWords({ asked, confirmed, sent, refused }: ReminderNumbers): string {
  if (asked === 0) return 'Nobody has asked yet.';
  const parts = [`${fans(asked)} asked`, `${formatNumber(confirmed)} confirmed`];
  if (sent > 0) parts.push(`${formatNumber(sent)} got the mail`);
  if (refused > 0) parts.push(`${formatNumber(refused)} could not be delivered`);
  return `${parts.join(', ')}.`;
}

/** What the switch means for this release, now. */
export function reminderLead(on: boolean, releasedAt: string | null, now: number): string {
  if (releasedAt === null) return 'With a release date, the page can offer one email on release day.';
  if (Date.parse(releasedAt) <= now) return 'The release is out: the page has the music now, and asks nobody any more.';
  return on ? 'Until the release the page offers one email on its day, with the fan’s own platform first, and a calendar entry.' : 'Until the release the page offers a calendar entry.';
}
