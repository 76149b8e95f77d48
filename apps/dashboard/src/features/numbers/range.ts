import { addDays, daysBetween, readDay } from '../../calendar.js';

/** The ranges that one press sets, in days up to today. */
export const ranges = [7, 28, 90] as const;
export type RangeDays = (typeof ranges)[number];
const usual: RangeDays = 28;

/** More days than this are no line that anyone can read. */
export const longestRange = 366;

/** Which days the numbers are of, as it stands in the address: nothing for the usual range. */
export interface RangeSearch {
  days?: RangeDays;
  from?: string;
  to?: string;
}

/** The search of `/numbers`: besides the days, whether they are of the current artist or of the whole workspace. */
export interface NumbersSearch extends RangeSearch {
  of?: 'artist';
}

/** Two days of the calendar, both included. */
export interface DayRange {
  from: string;
  to: string;
}

/** Reads an address that anyone may have typed; what is not understood is left out. */
export function readRange(search: Record<string, unknown>): RangeSearch {
  const first = readDay(search['from']);
  const last = readDay(search['to']);
  if (first !== undefined && last !== undefined) {
    const [from, to] = first <= last ? [first, last] : [last, first];
    return { from: daysBetween(from, to) > longestRange ? addDays(to, 1 - longestRange) : from, to };
  }
  const days = ranges.find((range) => range === search['days']);
  return days === undefined || days === usual ? {} : { days };
}

export function readNumbersSearch(search: Record<string, unknown>): NumbersSearch {
  return search['of'] === 'artist' ? { ...readRange(search), of: 'artist' } : readRange(search);
}

/** The days that a search means on this day. */
export function daysOf({ days = usual, from, to }: RangeSearch, today: string): DayRange {
  if (from !== undefined && to !== undefined) return { from, to };
  return { from: addDays(today, 1 - days), to: today };
}

/** Which of the ranges a search is, or null for days of one's own. */
export function chosenRange({ days = usual, from }: RangeSearch): RangeDays | null {
  return from === undefined ? days : null;
}

/** The search that means this range. */
export function rangeSearch(days: RangeDays): RangeSearch {
  return days === usual ? {} : { days };
}
