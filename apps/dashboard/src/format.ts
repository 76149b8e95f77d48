// The words of the interface are English, so its dates are too; British or American follows the browser.
const asked = typeof navigator === 'undefined' ? 'en-GB' : navigator.language;
export const locale = asked.startsWith('en') ? asked : 'en-GB';

const whole = new Intl.NumberFormat(locale);
const percent = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 0 });
const day = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', year: 'numeric' });
const calendarDay = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' });
const moment = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' });
const relative = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' });

export const formatNumber = (value: number): string => whole.format(value);

/** A share between 0 and 1. */
export const formatShare = (share: number): string => percent.format(share);

/** The day of a moment, in the reader's own zone. */
export const formatDay = (iso: string): string => day.format(new Date(iso));

/** A date without a moment, `YYYY-MM-DD`: the same day wherever it is read. */
export const formatDate = (date: string): string => calendarDay.format(new Date(`${date}T00:00:00Z`));

export const formatMoment = (iso: string): string => moment.format(new Date(iso));

/** The same by the clock of a zone. */
export const formatMomentIn = (iso: string, timeZone: string): string => new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short', timeZone }).format(new Date(iso));

const units = [
  { unit: 'year', seconds: 365 * 86_400 },
  { unit: 'month', seconds: 30 * 86_400 },
  { unit: 'week', seconds: 7 * 86_400 },
  { unit: 'day', seconds: 86_400 },
  { unit: 'hour', seconds: 3_600 },
  { unit: 'minute', seconds: 60 },
] as const;

/** How long ago or ahead a moment is: "just now", "5 minutes ago", "in 3 days". */
export function formatRelative(iso: string, now: number): string {
  const seconds = (Date.parse(iso) - now) / 1000;
  const size = Math.abs(seconds);
  // Clocks differ by some seconds, so "in 3 seconds" of something that has happened is "just now".
  if (size < 45) return seconds > 10 ? 'in a moment' : 'just now';
  const fit = units.find((unit) => size >= unit.seconds) ?? { unit: 'minute', seconds: 60 };
  return relative.format(Math.round(seconds / fit.seconds), fit.unit);
}

/** "1 fan", "2 fans". */
export function count(amount: number, one: string, many: string): string {
  return `${formatNumber(amount)} ${amount === 1 ? one : many}`;
}

/** What a number is beside the one before it, in words. */
export function difference(now: number, before: number, than: string): string {
  if (now === before) return `the same as ${than}`;
  const by = Math.abs(now - before);
  return `${formatNumber(by)} ${now > before ? 'more' : 'fewer'} than ${than}`;
}
