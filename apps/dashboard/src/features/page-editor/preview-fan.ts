import { type Language, languages } from '@lynkify/domain';
import type { PageFacts } from '@lynkify/page-view';
import { inAppBrowsers } from '@lynkify/platforms';
import { locale } from '../../format.js';
import { languageName } from '../fans/place.js';

/** The fan that a preview is for. */
export interface PreviewFan {
  /** Platform that they last used. */
  platform: string | null;
  /** They asked for it to be opened straight away. */
  always: boolean;
  country: string | null;
  language: Language;
  /** The app that they are in, by `appChoices`. */
  app: string | null;
}

export const anyFan: PreviewFan = { platform: null, always: false, country: null, language: languages[0], app: null };

export interface Choice {
  value: string;
  label: string;
}

/** Codes of no country: unions, private use, and "unknown". */
const noCountries = new Set(['EU', 'EZ', 'QO', 'UN', 'XA', 'XB', 'ZZ']);
const letters = Array.from({ length: 26 }, (_, index) => String.fromCharCode(65 + index));

function listCountries(): Choice[] {
  const names = new Intl.DisplayNames(locale, { type: 'region', fallback: 'none' });
  return letters
    .flatMap((first) => letters.map((second) => first + second))
    // A code that was given up leads to another one (BU to MM).
    .filter((code) => !noCountries.has(code) && Intl.getCanonicalLocales(`und-${code}`)[0] === `und-${code}`)
    .flatMap((code) => {
      const name = names.of(code);
      return name === undefined ? [] : [{ value: code, label: name }];
    })
    .sort((one, other) => one.label.localeCompare(other.label, locale));
}

let countries: Choice[] | null = null;

/** Every country that Intl has a name for, by its name. */
export function countryChoices(): Choice[] {
  countries ??= listCountries();
  return countries;
}

export const languageChoices: readonly Choice[] = languages.map((language) => ({ value: language, label: languageName(language) }));

/** Apps that show links in a browser of their own. */
export const appChoices: readonly Choice[] = inAppBrowsers.map(({ app, name, system }) => ({ value: `${app} ${system}`, label: `${name} on ${system}` }));

/** Whether a page says something in this app that it does not say elsewhere. */
export function appHelps(app: string | null): boolean {
  return helpIn(app) !== null;
}

function helpIn(chosen: string | null): string | null {
  return inAppBrowsers.find(({ app, system }) => `${app} ${system}` === chosen)?.help?.id ?? null;
}

/** The same fan, as a page is drawn for them. */
export function factsOf({ platform, always, country, language, app }: PreviewFan): Pick<PageFacts, 'platform' | 'alwaysOpen' | 'country' | 'locale' | 'inApp'> {
  return { platform, alwaysOpen: always && platform !== null, country, locale: language, inApp: helpIn(app) };
}

/** What makes this fan another than any: "Germany, Spotify". Empty for anyone. */
export function fanInWords(fan: PreviewFan, platforms: readonly Choice[]): string {
  const labelOf = (choices: readonly Choice[], value: string | null) => choices.find((choice) => choice.value === value)?.label;
  return [
    fan.country === null ? undefined : labelOf(countryChoices(), fan.country),
    fan.language === anyFan.language ? undefined : labelOf(languageChoices, fan.language),
    labelOf(platforms, fan.platform),
    labelOf(appChoices, fan.app),
  ].filter((part) => part !== undefined).join(', ');
}
