import { type Language, languages, type PublishedDocument } from '@lynkify/domain';
import { appTakesOver, inAppHelps, platforms } from '@lynkify/platforms';
import type { Answer } from '../answers/answer.js';
import { type Territories, territoriesOf } from './territories.js';

/** What of a fan a page may look different for. */
export interface Fan {
  /** The platform that they chose last, by their cookie. */
  platform: string | null;
  /** They asked for it to be opened straight away. */
  always: boolean;
  /** ISO 3166-1 alpha-2 of where they are. */
  country: string | null;
  /** The one of ours that their browser prefers. */
  language: Language;
  /** What they have to be told inside the app that they are in (`inAppHelps`), or null. */
  help: string | null;
}

/** Someone of whom nothing is known: most fans. */
export const anyone: Fan = { platform: null, always: false, country: null, language: languages[0], help: null };

const numbered = (names: readonly string[]): ReadonlyMap<string, number> => new Map(names.map((name, index) => [name, index + 1]));
const nothing = numbered([]);
const languageNumbers: ReadonlyMap<Language, number> = new Map(languages.map((language, index) => [language, index]));
const helpNumbers = numbered(inAppHelps.map(({ id }) => id));
const everyPlatform = numbered(platforms.map(({ id }) => id));

/**
 * Everything that one page may be drawn differently for, besides time. Each matter counts as far as it makes a difference on
 * this page, in few values that are ours and not the fan's, so that nobody can make more forms of a page than it has. A
 * theme is none of them: one style sheet serves light and dark.
 */
export class PageForms {
  /** Of a smart link: its own, which may come first. Of an artist's page: all, of which one may be opened straight away. */
  private readonly platforms: ReadonlyMap<string, number>;
  private readonly territories: Territories | null;
  private readonly helps: ReadonlyMap<string, number>;
  /** Bytes that this takes. */
  readonly bytes: number;
  /** How many there are at most. */
  readonly count: number;

  constructor(private readonly document: PublishedDocument) {
    const isLink = document.kind === 'smart-link';
    this.platforms = isLink ? numbered(document.destinations.map(({ platform }) => platform)) : document.kind === 'bio-page' ? everyPlatform : nothing;
    this.territories = isLink ? territoriesOf(document) : null;
    // Help is for opening music apps.
    this.helps = isLink && document.destinations.some(({ platform, url }) => appTakesOver(platform, url)) ? helpNumbers : nothing;
    this.bytes = 100 + (isLink ? this.platforms.size * 40 : 0);
    this.count = (1 + this.platforms.size * (isLink ? 2 : 1)) * languages.length * (1 + this.helps.size) * (this.territories?.count ?? 1);
  }

  /** The number of the form that a fan gets; 0: the one for anyone. */
  key(fan: Fan): number {
    let key = this.own(fan) * languages.length + (languageNumbers.get(fan.language) ?? 0);
    if (this.helps.size > 0) key = key * (this.helps.size + 1) + (fan.help === null ? 0 : (this.helps.get(fan.help) ?? 0));
    if (this.territories !== null) key = key * this.territories.count + this.territories.of(fan.country);
    return key;
  }

  /** As much of a fan as this form is for: the same for all who get it. */
  fan(fan: Fan): Fan {
    const own = this.own(fan) > 0;
    return {
      platform: own ? fan.platform : null,
      always: own && fan.always,
      country: this.territories === null ? null : this.territories.country(this.territories.of(fan.country)),
      language: fan.language,
      help: fan.help !== null && this.helps.has(fan.help) ? fan.help : null,
    };
  }

  /** The headers of a request that decide. */
  get dependsOn(): { cookie: boolean; country: boolean; agent: boolean; language: boolean } {
    return { cookie: this.platforms.size > 0, country: this.territories !== null, agent: this.helps.size > 0, language: this.document.kind === 'smart-link' || this.document.kind === 'bio-page' };
  }

  private own({ platform, always }: Fan): number {
    if (platform === null) return 0;
    const number = this.platforms.get(platform) ?? 0;
    if (this.document.kind === 'bio-page') return always ? number : 0;
    return always && number > 0 ? number + this.platforms.size : number;
  }
}

/** However many forms a page could have, no more are kept. */
export const mostVariants = 128;

/** A compiled answer and when it is true (epoch milliseconds). */
export interface Variant {
  answer: Answer;
  validFrom: number;
  validUntil: number;
  /** What takes its place at `validUntil`, drawn shortly before. */
  next: Variant | null;
  /** That is being drawn. */
  drawingNext: boolean;
  /** Somebody got it since it was last looked over for throwing away. */
  wanted: boolean;
}

/** Throws one form away: the oldest that nobody asked for of late. The newest stays. */
export function leastWanted(variants: Map<number, Variant>): number {
  for (const [key, variant] of variants) {
    if (!variant.wanted) return key;
    // Once round: who was asked for goes to the end, unmarked.
    variant.wanted = false;
    variants.delete(key);
    variants.set(key, variant);
  }
  return -1;
}
