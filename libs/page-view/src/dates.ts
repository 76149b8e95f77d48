import { intlLocale, languageOf } from '@lynkify/domain';

export { dateInWords } from '@lynkify/domain';

const hour = 3_600_000;
const day = 24 * hour;

/** How long until a moment ("in 5 days", "in 7 hours") and when these words stop being true. Null when it has come. */
export function countdown(until: Date, now: Date, locale: string): { words: string; changesAt: Date } | null {
  const left = until.getTime() - now.getTime();
  if (left <= 0) return null;
  const [unit, size] = left > 2 * day ? (['day', day] as const) : left > hour ? (['hour', hour] as const) : (['minute', 60_000] as const);
  const count = Math.ceil(left / size);
  const words = new Intl.RelativeTimeFormat(intlLocale(locale), { numeric: 'always' }).format(count, unit);
  // Japanese has no spaces; the data of Intl sets one behind the number.
  return { words: languageOf(locale) === 'ja' ? words.replaceAll(' ', '') : words, changesAt: new Date(until.getTime() - (count - 1) * size) };
}

/** The length of a track as it is printed, `3:47`. */
export function duration(milliseconds: number): string {
  const seconds = Math.round(milliseconds / 1000);
  const [hours, minutes, rest] = [Math.floor(seconds / 3600), Math.floor((seconds % 3600) / 60), seconds % 60];
  const two = (value: number) => String(value).padStart(2, '0');
  return hours > 0 ? `${hours}:${two(minutes)}:${two(rest)}` : `${minutes}:${two(rest)}`;
}
