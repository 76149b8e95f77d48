import { en, type Strings } from './en.js';

const languages: Readonly<Record<string, Strings>> = { en };
const rightToLeft = new Set(['ar', 'dv', 'fa', 'he', 'ps', 'ur', 'yi']);

function languageOf(locale: string): string {
  return locale.toLowerCase().split('-')[0] ?? '';
}

/** The words of the public pages in the language of a BCP 47 tag; English where there are none. */
export function strings(locale: string): Strings {
  const language = languageOf(locale);
  return (Object.hasOwn(languages, language) ? languages[language] : undefined) ?? en;
}

/** The tag that is true of the words on the page: the asked one where there are words for it, else `en`. */
export function pageLocale(locale: string): string {
  const known = Object.hasOwn(languages, languageOf(locale)) && /^[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/u.test(locale);
  return known ? locale : 'en';
}

/** The direction that a language is written in. */
export function direction(locale: string): 'ltr' | 'rtl' {
  return rightToLeft.has(languageOf(locale)) ? 'rtl' : 'ltr';
}
