import { locale } from './format.js';

const dayLength = 86_400_000;
const atNoon = (day: string) => new Date(`${day}T12:00:00Z`);
const rangeFormat = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' });

/** A day of the calendar as `YYYY-MM-DD`, or undefined for anything else, the 30th of February included. */
export function readDay(value: unknown): string | undefined {
  if (typeof value !== 'string' || !/^\d{4}-\d{2}-\d{2}$/u.test(value)) return undefined;
  const day = atNoon(value);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(value) ? value : undefined;
}

/** So many days later, or earlier when below zero. */
export function addDays(day: string, days: number): string {
  return new Date(atNoon(day).getTime() + days * dayLength).toISOString().slice(0, 10);
}

/** How many days there are from one to the other, both included. */
export function daysBetween(from: string, to: string): number {
  return Math.round((atNoon(to).getTime() - atNoon(from).getTime()) / dayLength) + 1;
}

/** "1 – 14 Nov 2026" */
export function formatRange(from: string, to: string): string {
  return rangeFormat.formatRange(atNoon(from), atNoon(to));
}
