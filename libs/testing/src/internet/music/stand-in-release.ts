import { readFileSync } from 'node:fs';
import type { ReleaseType } from '@lynkify/domain';
import { recogniseAny } from '@lynkify/platforms';

/** A release as the stand-ins of the music services know it. */
export interface StandInRelease {
  title: string;
  artist: string;
  type: ReleaseType;
  /** `YYYY-MM-DD`. */
  releaseDate: string;
  upc: string | null;
  label: string | null;
  tracks: { title: string; isrc: string | null; durationMs: number }[];
  /** Its pages. A service has the release when a page of its own is among them; MusicBrainz and Odesli know all of them. */
  urls: string[];
  /** MusicBrainz' id of it; without one MusicBrainz does not know it. */
  mbid: string | null;
}

/** Real releases (an excerpt), on the platforms where they are. Codes from 20… and ZZ… are made, and so are days, tracks and ids where the source names none. */
export function realCatalogue(): StandInRelease[] {
  return JSON.parse(readFileSync(new URL('./real-catalogue.json', import.meta.url), 'utf8')) as StandInRelease[];
}

/** What a service recorded once, by the name of its file. */
export function recorded(name: string): unknown {
  return JSON.parse(readFileSync(new URL(`./recorded/${name}.json`, import.meta.url), 'utf8'));
}

/** The id that a platform has for the release, told by its page. */
export function idOn(release: StandInRelease, platform: string, entity = 'album'): string | null {
  for (const url of release.urls) {
    const found = recogniseAny(url);
    if (found.status === 'recognised' && found.platform === platform && found.entity === entity && found.id !== undefined) return found.id;
  }
  return null;
}

/** A number that stands for an artist at every service. */
export function artistId(name: string): number {
  let hash = 7;
  for (const character of name) hash = (hash * 31 + (character.codePointAt(0) ?? 0)) % 90_000_000;
  return 10_000_000 + hash;
}

/** MusicBrainz' kind of id, out of a number. */
export const mbidOf = (number: number, kind: number) => `00000000-0000-4000-8${String(kind).padStart(3, '0')}-${String(number).padStart(12, '0')}`;

export const zeroless = (code: string) => code.replace(/^0+/u, '');

/** Whether all words of the text are in it, whatever their case and accents. */
export function hasWords(text: string, words: string): boolean {
  const plain = (each: string) => each.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  return plain(words).split(/[^\p{L}\p{N}]+/u).every((word) => plain(text).includes(word));
}
