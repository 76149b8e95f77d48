import { directionOf, intlLocale, type Language } from './languages.js';

const fromTheRight = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}]/u;

/**
 * A name inside a sentence. Where it is written the other way it is set apart (U+2068, U+2069; Unicode UAX 9), or its
 * brackets and full stops would jump to the wrong end. In an element of its own `<bdi>` does the same.
 */
export function apart(language: Language, name: string): string {
  const letters = name.match(/\p{L}/gu) ?? [];
  const turned = directionOf(language) === 'rtl' ? letters.some((letter) => !fromTheRight.test(letter)) : letters.some((letter) => fromTheRight.test(letter));
  return turned ? `\u2068${name}\u2069` : name;
}

/** "Spotify, Deezer and TIDAL". */
export function listed(language: Language, items: readonly string[]): string {
  return new Intl.ListFormat(intlLocale(language), { type: 'conjunction' }).format(items);
}

/** The forms of a phrase with a number in it, by the categories that the language has. `#` is the number. */
export type Forms = Partial<Record<Intl.LDMLPluralRule, string>> & { other: string };

/**
 * Writes a phrase with a number: the form that the language wants, the number in its digits.
 * Made once and kept: what it is made of costs more than what it does.
 */
export function counted(language: Language, forms: Forms): (count: number) => string {
  const rules = new Intl.PluralRules(intlLocale(language));
  const digits = new Intl.NumberFormat(intlLocale(language));
  return (count) => (forms[rules.select(count)] ?? forms.other).replace('#', digits.format(count));
}
