import { locale } from '../../format.js';

const regions = new Intl.DisplayNames(locale, { type: 'region' });
const languages = new Intl.DisplayNames(locale, { type: 'language' });

/** The name of a country by its ISO 3166-1 code; a code that nobody knows stands for itself. */
export function countryName(code: string): string {
  return /^[A-Z]{2}$/u.test(code) ? (regions.of(code) ?? code) : code;
}

/** "Berlin, Germany", as much of it as is known, or null. */
export function placeOf({ city, country }: { city: string | null; country: string | null }): string | null {
  const known = [city, country === null ? null : countryName(country)].filter((part) => part !== null && part !== '');
  return known.length === 0 ? null : known.join(', ');
}

/** The name of a BCP 47 language tag, or the tag itself when it is none. */
export function languageName(tag: string): string {
  try {
    return languages.of(tag) ?? tag;
  } catch (error) {
    if (error instanceof RangeError) return tag;
    throw error;
  }
}
