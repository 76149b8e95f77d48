import { type CheckRecord, gonePatience } from './finding.js';

const hour = 3_600_000;
const day = 24 * hour;
const week = 7 * day;

/** A release is looked at daily from so long before it is out until so long after. */
const nearRelease = week;
/** A dead link is looked at daily for so long, then weekly like every other: some come back. */
const hopeful = 14 * day;

/**
 * When a destination is looked at next. Daily around the release, weekly later, after a failure sooner; spread by a
 * tenth either way, so that what was published together does not come due together for ever.
 * @param random from 0 to 1
 */
export function nextCheck(record: CheckRecord, { now, releasedAt, random }: { now: Date; releasedAt: Date | null; random: number }): Date {
  const at = now.getTime();
  const pause = pauseAfter(record, at, releasedAt?.getTime() ?? null) * (0.9 + random * 0.2);
  if (isSuspect(record)) return new Date(Math.max(at + hour / 2, (record.missingSince?.getTime() ?? at) + gonePatience + random * hour));
  const out = releasedAt?.getTime() ?? at;
  // An hour or two after it came out is when a page that should be there is there.
  return new Date(out > at ? Math.min(at + pause, out + hour + random * hour) : at + pause);
}

/** Found missing once, not yet long enough. */
function isSuspect(record: CheckRecord): boolean {
  return record.missingSince !== null && record.state !== 'gone';
}

function pauseAfter({ state, failedChecks, problemSince }: CheckRecord, at: number, released: number | null): number {
  const usual = usualPause(at, released);
  if (state === 'gone') return problemSince !== null && at - problemSince.getTime() < hopeful ? day : week;
  // A site that turns programs away is not asked more often than others for it: 6, 12, 24 hours and so on.
  if (state === 'unclear') return Math.min(usual, 6 * hour * 2 ** Math.min(failedChecks - 1, 6));
  return usual;
}

function usualPause(at: number, released: number | null): number {
  if (released === null) return week;
  const distance = Math.abs(at - released);
  if (distance <= nearRelease) return day;
  // Not yet near: at the latest when it is.
  return released > at ? Math.min(week, Math.max(day, distance - nearRelease)) : week;
}
