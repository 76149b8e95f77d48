import { accept, refuse, type Result } from './result.js';

export type ReleaseDateRefusal = 'DATE_INVALID' | 'TIME_INVALID' | 'TIME_ZONE_INVALID';

/** A release's moment as the artist wrote it. */
export interface ReleaseDate {
  /** `YYYY-MM-DD`. */
  date: string;
  /** `HH:MM`, 24 hours; null means midnight, when platforms release. */
  time: string | null;
  /** IANA name, e.g. `Europe/Berlin`. */
  timeZone: string;
}

/** Whether the music is out. */
export type ReleasePhase = 'announced' | 'released';

const minute = 60_000;
const day = 24 * 60 * minute;
const clocks = new Map<string, Intl.DateTimeFormat>();

/** Formatters are slow to make (about 50 µs) and there are only some 600 zones, so each is made once. */
function clockOf(timeZone: string): Intl.DateTimeFormat {
  let clock = clocks.get(timeZone);
  if (!clock) {
    clock = new Intl.DateTimeFormat('en-US', {
      timeZone, calendar: 'iso8601', numberingSystem: 'latn', hourCycle: 'h23', era: 'short',
      year: 'numeric', month: 'numeric', day: 'numeric', hour: 'numeric', minute: 'numeric', second: 'numeric',
    });
    clocks.set(timeZone, clock);
  }
  return clock;
}

/** What a wall clock in the zone shows at an instant, as if that reading were UTC (epoch ms, whole seconds). */
function wallClock(instant: number, timeZone: string): number {
  const read: Record<string, number> = {};
  for (const part of clockOf(timeZone).formatToParts(instant)) {
    if (part.type !== 'literal' && part.type !== 'era') read[part.type] = Number(part.value);
  }
  return Date.UTC(read.year ?? 0, (read.month ?? 1) - 1, read.day ?? 1, read.hour ?? 0, read.minute ?? 0, read.second ?? 0);
}

/** Milliseconds by which the zone's wall clock is ahead of UTC at an instant. */
export function zoneOffset(instant: number, timeZone: string): number {
  const whole = Math.floor(instant / 1000) * 1000;
  return wallClock(whole, timeZone) - whole;
}

const calendarDay = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' });

/** A date (`YYYY-MM-DD`) as it stands in a sentence: `5 October 2009`. @throws RangeError when there is no such date */
export const dateInWords = (date: string): string => calendarDay.format(new Date(`${date}T00:00:00Z`));

let properNames: ReadonlyMap<string, string> | null = null;

/** An IANA time zone by its proper name. Bare offsets such as `+02:00` are refused: they know no summer time. */
export function parseTimeZone(text: string): Result<string, 'TIME_ZONE_INVALID'> {
  const refusal = refuse('TIME_ZONE_INVALID' as const, ['timeZone'], 'Choose a time zone by city, like Europe/Berlin or America/New_York.');
  const typed = text.trim();
  if (typed.length > 64 || !/^[A-Za-z][A-Za-z0-9_+-]*(?:\/[A-Za-z0-9_+-]+)*$/u.test(typed)) return refusal;
  try {
    clockOf(typed);
  } catch (error) {
    if (error instanceof RangeError) return refusal;
    throw error;
  }
  properNames ??= new Map(['UTC', ...Intl.supportedValuesOf('timeZone')].map((name) => [name.toLowerCase(), name]));
  return accept(properNames.get(typed.toLowerCase()) ?? typed);
}

/** A calendar date that exists, `YYYY-MM-DD`, between 1900 and 2199. */
export function parseDate(text: string): Result<string, 'DATE_INVALID'> {
  const match = /^((?:19|20|21)[0-9]{2})-([0-9]{2})-([0-9]{2})$/u.exec(text.trim());
  if (match) {
    const [date, year, month, dayOfMonth] = match;
    const made = new Date(Date.UTC(Number(year), Number(month) - 1, Number(dayOfMonth)));
    if (made.getUTCMonth() === Number(month) - 1 && made.getUTCDate() === Number(dayOfMonth)) return accept(date);
  }
  return refuse('DATE_INVALID', ['releaseDate'], 'Enter a date that exists, as year-month-day, like 2026-11-27.');
}

/** A time of day, `HH:MM`. */
export function parseTime(text: string): Result<string, 'TIME_INVALID'> {
  const match = /^([01]?[0-9]|2[0-3]):([0-5][0-9])(?::00)?$/u.exec(text.trim());
  if (!match) return refuse('TIME_INVALID', ['releaseTime'], 'Enter a time between 00:00 and 23:59, like 18:30.');
  return accept(`${(match[1] ?? '').padStart(2, '0')}:${match[2] ?? ''}`);
}

/**
 * The instant of a release, in epoch milliseconds. Where clocks go forward and the time is skipped, it is moved on by the
 * length of the gap (02:30 becomes 03:30), as RFC 5545 section 3.3.5 reads such a time; where clocks go back and the time
 * happens twice, the first one counts, so that no fan waits an hour for something that is out.
 */
export function releaseMoment(release: ReleaseDate): Result<number, ReleaseDateRefusal> {
  const date = parseDate(release.date);
  if (!date.ok) return date;
  const time = parseTime(release.time ?? '00:00');
  if (!time.ok) return time;
  const timeZone = parseTimeZone(release.timeZone);
  if (!timeZone.ok) return timeZone;

  const wall = Date.parse(`${date.value}T${time.value}:00.000Z`);
  // No zone is further than a day from UTC, so the change that may concern this reading lies between these two.
  const before = zoneOffset(wall - day, timeZone.value);
  const after = zoneOffset(wall + day, timeZone.value);
  const readings = [wall - before, wall - after].filter((instant) => wallClock(instant, timeZone.value) === wall);
  return accept(readings.length > 0 ? Math.min(...readings) : wall - before);
}

/** Whether a release is out at `now` (epoch ms). One without a date is out: its links already work. */
export function releasePhase(release: { releasedAt: string | number | Date | null }, now: number): ReleasePhase {
  if (release.releasedAt === null) return 'released';
  return new Date(release.releasedAt).getTime() > now ? 'announced' : 'released';
}
