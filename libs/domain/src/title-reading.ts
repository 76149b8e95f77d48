import type { ReleaseType } from './published-page.js';
import { compareKey, foldWords, likeness } from './title-key.js';

/** What a recording or an edition is besides the title itself. */
export type VersionKind = 'remaster' | 'edition' | 'remix' | 'live' | 'rerecording' | 'variant';

export interface TitleVersion {
  kind: VersionKind;
  /** As it was written. */
  text: string;
}

/** A title taken apart. */
export interface TitleReading {
  /** The title itself, as it was written, without what follows. */
  title: string;
  /** In the form in which titles are compared. */
  key: string;
  versions: TitleVersion[];
  /** Names after "feat." and its like. */
  guests: string[];
  /** What the title says of the type: services write `- EP` and `- Single` behind it. */
  type: ReleaseType | null;
  /** What was read and left out of account: type, guests, "Explicit", "Original Mix". */
  ignored: string[];
}

/** A song or record that only sounds like another's: never taken without a person. */
const imitationWords =
  /\b(?:karaoke|originally performed by|original(?:ly)? by|in the style of|made famous by|as made famous|made popular by|as performed by|tribute|backing track|backing version|cover version|covers of|lullaby (?:version|rendition)s?|8 ?bit (?:version|rendition|cover)|sing ?along|ringtone|workout (?:mix|remix|version))\b/u;

/** Whether a title or a credit says that this is an imitation: karaoke, a tribute, "originally performed by". */
export function isImitation(text: string): boolean {
  return imitationWords.test(foldWords(text));
}

const guestWords = /^(?:feat|ft|featuring|with|w) (?=\S)/u;
const typeWords: Readonly<Record<string, ReleaseType>> = { single: 'single', ep: 'ep', album: 'album', lp: 'album', mixtape: 'mixtape' };
const neutralWords =
  /^(?:explicit|clean|explicit version|clean version|album version|single version|original mix|original version|original|official audio|official video|official music video|official|audio|visualizer|lyric video|(?:original )?(?:motion picture |game |series |television )?soundtrack|music from (?:and inspired by )?the .*)$/u;

const versionWords: readonly (readonly [VersionKind, RegExp])[] = [
  ['remaster', /\bremaster(?:ed|s)?\b|\bremastering\b/u],
  ['rerecording', /\bre ?record(?:ed|ing)\b|\b\p{L}+s version\b|\b(?:19|20)[0-9]{2} version\b/u],
  ['edition', /\b(?:deluxe|expanded|anniversary|edition|bonus|box ?set|collectors?|complete|reissue|bonus tracks?)\b/u],
  ['remix', /\b(?:remix(?:es|ed)?|mix|mixes|rework|edit|bootleg|vip|dub|flip|mashup)\b/u],
  ['live', /\blive\b|\bunplugged\b|\bin concert\b|\bmtv\b|\bsessions?\b/u],
  ['variant', /\b(?:acoustic|instrumental|demos?|a ?cappella|acapella|sped up|slowed|nightcore|orchestral|piano|stripped|extended|radio|commentary|version|versions|interlude|reprise|mono|stereo|8d audio|dolby atmos)\b/u],
];

/**
 * Takes a title apart: what stands in brackets or behind a dash is a guest, a version, a word on the type or, when it is
 * none of these, part of the title ("The Beatles (The White Album)").
 */
export function readTitle(text: string): TitleReading {
  const reading: TitleReading = { title: '', key: '', versions: [], guests: [], type: null, ignored: [] };
  let rest = text.replace(/^album - (?=\S)/iu, '').trim();
  const bracketed: string[] = [];
  rest = rest
    .replace(/[([（【]([^()[\]（）【】]{1,200})[)\]）】]/gu, (group: string, inside: string) => {
      if (!readPart(inside, reading, true)) return group;
      bracketed.push(group);
      return ' ';
    })
    .trim();
  // From the end: "Song - Live - 2011 Remaster" has two, "Song - Part One" has none.
  for (;;) {
    const at = Math.max(rest.lastIndexOf(' - '), rest.lastIndexOf(' – '), rest.lastIndexOf(' — '));
    if (at < 1 || !readPart(rest.slice(at + 3), reading, false)) break;
    rest = rest.slice(0, at).trim();
  }
  const guests = /^(.*\S)\s+(?:feat\.?|ft\.?|featuring)\s+(\S.*)$/iu.exec(rest);
  if (guests?.[1] && guests[2]) {
    reading.guests.push(guests[2]);
    reading.ignored.push(rest.slice(guests[1].length).trim());
    rest = guests[1];
  }
  const type = /^(.*\S)\s+(EP|E\.P\.|LP)$/u.exec(rest);
  if (type?.[1] && type[2]) {
    reading.type ??= type[2] === 'LP' ? 'album' : 'ep';
    reading.ignored.push(type[2]);
    rest = type[1];
  }
  // "(Live)" alone is a title too.
  if (compareKey(rest) === '') return { title: text.trim(), key: compareKey(text), versions: [], guests: [], type: null, ignored: [] };
  return { ...reading, title: rest.replace(/\s+/gu, ' ').trim(), key: compareKey(rest) };
}

/** Whether a part of a title is understood; what it says goes into the reading. */
function readPart(part: string, reading: TitleReading, inBrackets: boolean): boolean {
  const words = foldWords(part);
  if (words === '') return false;
  const shown = part.trim();
  if (guestWords.test(words) && (inBrackets || !words.startsWith('with '))) {
    reading.guests.push(shown.replace(/^(?:feat\.?|ft\.?|featuring|with|w\/?)\s*/iu, ''));
    reading.ignored.push(shown);
    return true;
  }
  const type = typeWords[words];
  if (type) {
    reading.type ??= type;
    reading.ignored.push(shown);
    return true;
  }
  if (neutralWords.test(words)) {
    reading.ignored.push(shown);
    return true;
  }
  const found = versionWords.find(([, like]) => like.test(words));
  // Long texts with such a word in them are subtitles: "Live from the edge of the world and back again, a story".
  if (!found || words.length > 80) return false;
  const ends = /\b(ep|single|album)$/u.exec(words)?.[1];
  if (ends) reading.type ??= typeWords[ends] ?? null;
  reading.versions.push({ kind: found[0], text: shown });
  return true;
}

/** A title as it is printed: without the type that services write behind it (`- EP`, `- Single`), with everything else. */
export function titleAsReleased(text: string): string {
  const bare = text
    .replace(/^album - (?=\S)/iu, '')
    .replace(/\s+[-–—]\s+(?:single|ep|album)\s*$/iu, '')
    .replace(/\s+\((?:single|ep|album)\)\s*$/iu, '')
    .trim();
  return bare === '' ? text.trim() : bare;
}

export interface TitleComparison {
  /** `same`: equal keys. `similar`: alike but for a few letters. */
  outcome: 'same' | 'similar' | 'different';
  /** 0 to 1. */
  likeness: number;
  /** Versions that one has and the other has not; empty when both are of one version. */
  differing: TitleVersion[];
}

/** Keys this alike are the same title with a slip of the pen. */
const similarFrom = 0.7;

/** Compares two titles as readings. Symmetric. */
export function compareTitles(a: TitleReading, b: TitleReading): TitleComparison {
  const alike = likeness(a.key, b.key);
  const missing = (from: TitleReading, other: TitleReading) => from.versions.filter((version) => !other.versions.some((each) => sameVersion(version, each)));
  return { outcome: alike === 1 ? 'same' : alike >= similarFrom ? 'similar' : 'different', likeness: alike, differing: [...missing(a, b), ...missing(b, a)] };
}

/** Words that say nothing of which version it is: "2011 Remaster" is "Remastered 2011", "Deluxe" is "Deluxe Edition". */
const versionFiller = /\b(?:the|version|edition|album|single|digital|remaster(?:ed|s|ing)?|at|in|from)\b/gu;

function sameVersion(a: TitleVersion, b: TitleVersion): boolean {
  if (a.kind !== b.kind) return false;
  const bare = (text: string) => foldWords(text).replace(versionFiller, ' ').split(' ').filter((word) => word !== '').sort().join(' ');
  return bare(a.text) === bare(b.text);
}
