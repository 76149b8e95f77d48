/** The languages that the public pages and the mails to fans speak, as BCP 47 primary tags; the first is spoken where no other is asked for. */
export const languages = ['en', 'de', 'fr', 'es', 'it', 'pt', 'nl', 'pl', 'tr', 'ja', 'ko', 'ar'] as const;

export type Language = (typeof languages)[number];

const known: ReadonlyMap<string, Language> = new Map(languages.map((language) => [language, language]));

/** The language of ours that a BCP 47 tag is of, whatever its region; null where there are no words for it. */
export function languageOf(tag: string | null | undefined): Language | null {
  return known.get(tag?.split('-', 1)[0]?.toLowerCase() ?? '') ?? null;
}

/** The direction that a language of ours is written in. */
export function directionOf(language: Language): 'ltr' | 'rtl' {
  return language === 'ar' ? 'rtl' : 'ltr';
}

/**
 * What `Intl` is to be asked for where a page is in this language. A bare `en` means American English to it, while the day
 * comes first for everyone else; Arabic dates are written with the digits that years, durations and titles on the page have.
 */
export function intlLocale(tag: string): string {
  if (tag === 'en') return 'en-GB';
  return languageOf(tag) === 'ar' ? 'ar-u-nu-latn' : tag;
}


const dateForms = new Map<string, Intl.DateTimeFormat>();

/**
 * A calendar date (`YYYY-MM-DD`) or the day of a moment in UTC, in words of the language, e.g. "16 August 2026". Null when
 * it is none. The first day of a month is an ordinal in French and Portuguese, which Intl does not know.
 */
export function dateInWords(date: string | Date, tag: string): string | null {
  const moment = typeof date === 'string' ? Date.parse(`${date}T00:00:00Z`) : date.getTime();
  if (Number.isNaN(moment)) return null;
  const locale = intlLocale(tag);
  const form = dateForms.get(locale) ?? new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' });
  if (dateForms.size < 100) dateForms.set(locale, form);
  const ordinal = ordinals[languageOf(tag) ?? 'en'];
  if (ordinal === undefined) return form.format(moment);
  return form.formatToParts(moment).map(({ type, value }) => (type === 'day' && value === '1' ? ordinal : value)).join('');
}

const ordinals: Partial<Record<Language, string>> = { fr: '1er', pt: '1º' };
