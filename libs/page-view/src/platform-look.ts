import { languageOf, type Language } from '@lynkify/domain';
import { monogram, platformById, type Platform } from '@lynkify/platforms';
import type { Mark } from './page-view.js';
import type { Strings } from './strings/strings.js';

/** A platform as the catalogue has it; one that it no longer has is drawn from its id, so that an old page keeps its row. */
export function platformLook(id: string): Platform {
  const known = platformById(id);
  if (known) return known;
  const name = id.split(/[_-]/u).filter(Boolean).map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join(' ');
  return { id, name, kind: 'stream', action: 'Play', before: null, colour: '#555555', mark: { letters: monogram(name) }, countries: null, worldwide: false };
}

/** The word on a platform's row. Before the release it is what the platform calls that; what is offered although it knows no such thing, as its kind does. */
export function actionOf(platform: Platform, announced: boolean, words: Strings): string {
  const usual = platform.kind === 'stream' ? 'Pre-save' : platform.kind === 'store' ? 'Pre-order' : platform.action;
  return words.actions[announced ? (platform.before ?? usual) : platform.action];
}

/**
 * Characters of path data that a page can afford, which compress to under half: this and everything else on it stay within
 * one round trip (14 KB). Platforms are what a smart link is for; a bio page has more to say besides its networks.
 */
export const drawnCharacters = { platforms: 12_000, networks: 7_000 } as const;

const scripts: Partial<Record<Language, number>> = { ja: 1_000, ko: 700, ar: 1_000 };

/** Characters that a page's language takes from those of the marks: letters of some scripts are two or three bytes each. */
export function takenByScript(locale: string): number {
  return scripts[languageOf(locale) ?? 'en'] ?? 0;
}

/** The same platforms or networks, drawn as long as their marks fit into the page's first bytes, with letters after that. */
export function affordablyDrawn<Look extends { name: string; mark: Mark }>(looks: readonly Look[], most: number): Look[] {
  let left = most;
  return looks.map((look) => {
    if ('letters' in look.mark) return look;
    if (look.mark.path.length > left) return { ...look, mark: { letters: monogram(look.name) } };
    left -= look.mark.path.length;
    return look;
  });
}

/** Whether a platform is of use in a country (ISO 3166-1 alpha-2); of an unknown country nothing is known against it. */
export function operatesIn(platform: Platform, country: string | null | undefined): boolean {
  return !country || platform.countries === null || platform.countries.includes(country.toUpperCase());
}
