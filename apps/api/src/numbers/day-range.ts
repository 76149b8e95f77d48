import { badInput } from '../request-error.js';

/** Days of one question at the most. */
export const longestRange = 400;

const dayLength = 86_400_000;

/** Every day from the first to the last, both included, as `YYYY-MM-DD`. @throws RequestError BAD_USER_INPUT */
export function daysBetween(from: string, to: string): string[] {
  const first = Date.parse(from);
  const length = (Date.parse(to) - first) / dayLength + 1;
  if (length < 1) throw badInput({ to: 'The last day lies before the first.' });
  if (length > longestRange) throw badInput({ to: `Ask for at most ${longestRange} days at once.` });
  return Array.from({ length }, (_, index) => new Date(first + index * dayLength).toISOString().slice(0, 10));
}

/** Today in a zone. */
export function dayIn(timeZone: string, moment: Date = new Date()): string {
  return new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' }).format(moment);
}

/** The day so many days later (or earlier, when negative). */
export function shiftDay(day: string, days: number): string {
  return new Date(Date.parse(day) + days * dayLength).toISOString().slice(0, 10);
}
