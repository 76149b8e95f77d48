import type { ReleaseType } from './published-page.js';
import { compareKey } from './title-key.js';

/** A recording as a service or a person names it. */
export interface TrackFacts {
  title: string;
  isrc: string | null;
  durationMs: number | null;
  /** A preview that may be played for good; missing or null: none is known. */
  previewUrl?: string | null;
}

/** What a match can say of a release. */
export interface ReleaseFacts {
  title: string;
  artistCredit: string;
  type: ReleaseType | null;
  releaseDate: string | null;
  upc: string | null;
  label: string;
  tracks: readonly TrackFacts[];
}

/** Fields that a match fills in. */
export const fillableFields = ['title', 'artistCredit', 'type', 'releaseDate', 'upc', 'label', 'tracks', 'artworkId'] as const;
export type FillableField = (typeof fillableFields)[number];

/**
 * Who a field's value is of. `typed`: a person's, also when they cleared it. `default`: nobody's, it only stands there
 * until somebody says something. Otherwise the service that a match took it from. Missing: a person's if there is one.
 */
export type FieldOrigin = string;
export type FieldOrigins = Partial<Record<FillableField, FieldOrigin>>;

/** Services by how well they write what they know of a release: the first that says something is believed. */
export const factSources = ['spotify', 'apple-music', 'tidal', 'deezer', 'itunes', 'musicbrainz', 'youtube', 'odesli'] as const;

/** Where a service stands among those; what is not among them comes last. */
export const factSourceRank = (source: string): number => {
  const at = (factSources as readonly string[]).indexOf(source);
  return at === -1 ? factSources.length : at;
};

/** Whether a match may write a field. Never over a person. */
export function mayFill(origin: FieldOrigin | undefined, isEmpty: boolean): boolean {
  return origin === undefined ? isEmpty : origin !== 'typed';
}

/** The fields of a release that a match changes, and whose they are then. */
export interface Filling {
  values: Partial<Omit<ReleaseFacts, 'tracks' | 'type'> & { type: ReleaseType; tracks: TrackFacts[] }>;
  origins: FieldOrigins;
}

/**
 * What a match fills in, of all that services said so far: each field from the best of them that says something. So it
 * does not matter in which order they answered; and what a person typed or cleared stays, whenever they did.
 * @param said with texts cleaned, an `artistCredit` of '' for the artist alone
 */
export function fillFromMatch(current: ReleaseFacts, origins: FieldOrigins, said: readonly { source: string; facts: ReleaseFacts }[]): Filling {
  const values: Filling['values'] = {};
  const filled: FieldOrigins = {};
  const sources = [...said].sort((a, b) => factSourceRank(a.source) - factSourceRank(b.source));
  const fill = <Field extends 'title' | 'artistCredit' | 'releaseDate' | 'upc' | 'type' | 'label'>(field: Field, isEmpty: boolean, says: (facts: ReleaseFacts) => boolean) => {
    const best = sources.find(({ facts }) => says(facts));
    if (!best || !mayFill(origins[field], isEmpty)) return;
    if (origins[field] !== best.source) filled[field] = best.source;
    const value = best.facts[field];
    if (value !== current[field] && value !== null) Object.assign(values, { [field]: value });
  };
  fill('title', current.title === '', ({ title }) => title !== '');
  // Who knows the release knows its credit; an empty one says that it is the artist's alone.
  fill('artistCredit', current.artistCredit === '', () => true);
  fill('type', false, ({ type }) => type !== null);
  fill('releaseDate', current.releaseDate === null, ({ releaseDate }) => releaseDate !== null);
  fill('upc', current.upc === null, ({ upc }) => upc !== null);
  fill('label', current.label === '', ({ label }) => label !== '');
  const lists = sources.filter(({ facts }) => facts.tracks.length > 0);
  if (lists[0] && mayFill(origins.tracks, current.tracks.length === 0)) {
    const tracks = mergeTracks(lists.map(({ facts }) => facts.tracks));
    if (origins.tracks !== lists[0].source) filled.tracks = lists[0].source;
    if (JSON.stringify(tracks) !== JSON.stringify(current.tracks.map(({ title, isrc, durationMs }) => ({ title, isrc, durationMs })))) values.tracks = tracks;
  }
  return { values, origins: filled };
}

/** The first list; what it does not tell of ISRCs and lengths comes from the next one that has the same recordings. */
function mergeTracks([first = [], ...others]: readonly (readonly TrackFacts[])[]): TrackFacts[] {
  const alike = others.filter((list) => list.length === first.length && list.every(({ title }, at) => compareKey(title) === compareKey(first[at]?.title ?? '')));
  return first.map(({ title, isrc, durationMs }, at) => ({
    title,
    isrc: isrc ?? alike.map((list) => list[at]?.isrc ?? null).find((code) => code !== null) ?? null,
    durationMs: durationMs ?? alike.map((list) => list[at]?.durationMs ?? null).find((length) => length !== null) ?? null,
  }));
}

/**
 * A preview for each track, of what all services said: that of the same recording by its ISRC, else by its title where only
 * one of each list has it. Nobody types previews, so also tracks that were typed get them; what is known already stays.
 */
export function previewsOf(tracks: readonly TrackFacts[], said: readonly { source: string; facts: Pick<ReleaseFacts, 'tracks'> }[]): (string | null)[] {
  const lists = [...said].sort((a, b) => factSourceRank(a.source) - factSourceRank(b.source)).map(({ facts }) => facts.tracks);
  const only = (list: readonly TrackFacts[], is: (track: TrackFacts) => boolean) => {
    const found = list.filter(is);
    return found.length === 1 ? (found[0] ?? null) : null;
  };
  return tracks.map((track) => {
    if (track.previewUrl) return track.previewUrl;
    const key = compareKey(track.title);
    const repeated = only(tracks, ({ title }) => compareKey(title) === key) === null;
    for (const list of lists) {
      const named = repeated ? null : only(list, ({ title }) => compareKey(title) === key);
      // Of one title with two codes there are two recordings.
      const same = (track.isrc !== null && only(list, ({ isrc }) => isrc === track.isrc)) || (named && (named.isrc === null || track.isrc === null) ? named : null);
      if (same && same.previewUrl) return same.previewUrl;
    }
    return null;
  });
}
