import { compareKey, upcKey, type AskedBy, type WantedRelease } from '@lynkify/domain';
import { recognise } from '@lynkify/platforms';
import type { ArtistEntity } from '../artists/artist.entity.js';
import type { Transaction } from '../database/database.js';
import { DestinationEntity } from '../destinations/destination.entity.js';
import type { FoundRelease, Lookup, Query, ServiceId } from '../lookups/lookup.js';
import type { ReleaseEntity } from '../releases/release.entity.js';
import { untitled } from '../releases/releases.service.js';
import { TrackEntity } from '../tracks/track.entity.js';
import type { LookupRow } from './match-rows.js';

/** A release with everything that it can be looked up by. */
export interface KnownRelease {
  release: ReleaseEntity;
  artist: ArtistEntity;
  tracks: TrackEntity[];
  destinations: DestinationEntity[];
}

export async function knowRelease(tx: Transaction, release: ReleaseEntity, artist: ArtistEntity): Promise<KnownRelease> {
  const ofRelease = { where: { releaseId: release.id }, order: { position: 'asc' as const } };
  return { release, artist, tracks: await tx.find(TrackEntity, ofRelease), destinations: await tx.find(DestinationEntity, ofRelease) };
}

/** Whether the title says what the release is called, or only stands there until somebody does. */
export function isTitled({ release }: KnownRelease): boolean {
  return release.title !== untitled && release.origins.title !== 'default';
}

/** What services' answers are compared with. */
export function wantedOf(known: KnownRelease): WantedRelease {
  const { release, artist, tracks } = known;
  const listed = release.origins.tracks !== 'default';
  return {
    title: isTitled(known) ? release.title : null,
    // The workspace's name of an artist says nothing of a release that nobody has named yet.
    artist: isTitled(known) ? release.artistCredit || artist.name : null,
    type: release.origins.type === 'default' ? null : release.type,
    releaseDate: release.releaseDate,
    upc: release.upc,
    isrcs: tracks.map(({ isrc }) => isrc).filter((code) => code !== null),
    trackCount: listed && tracks.length > 0 ? tracks.length : null,
  };
}

/** One way of asking a service. */
export interface Way {
  /** By which it is known whether the service was asked this already. */
  key: string;
  query: Query;
}

/** Links that are asked about at a service that knows others' addresses. */
const mostForeignLinks = 2;

/** Services that know other platforms' addresses and have none of their own. */
const knowsOthers: readonly ServiceId[] = ['musicbrainz', 'odesli'];

/** Every way to ask a service about a release, the surest first: its own address of it, codes, others' addresses, its name. */
export function waysTo(lookup: Lookup, known: KnownRelease, country: string): Way[] {
  const { release, artist, tracks, destinations } = known;
  const links = destinations
    // What is itself only a guess proves nothing.
    .filter(({ flagged }) => !flagged)
    .map(({ platform, url }): Way => ({ key: `link:${url}`, query: { link: { platform, url }, country: countryOf(url) ?? country } }));
  const [only] = tracks;
  const isrc = tracks.length === 1 ? only?.isrc : null;
  const others = knowsOthers.includes(lookup.service);
  const ways: Way[] = [
    ...(others ? [] : links),
    ...(release.upc === null ? [] : [{ key: `upc:${upcKey(release.upc)}`, query: { upc: release.upc, country } }]),
    ...(isrc ? [{ key: `isrc:${isrc}`, query: { isrc, country } }] : []),
    ...(others ? links.slice(0, mostForeignLinks) : []),
  ];
  if (isTitled(known)) {
    const search = { title: release.title, artist: release.artistCredit || artist.name };
    ways.push({ key: `search:${compareKey(search.title)}|${compareKey(search.artist)}`, query: { search, country } });
  }
  return ways.filter(({ query }) => lookup.can(query));
}

/** What a service is still to be asked by, after what it was asked and said already. */
export function freshWays(lookup: Lookup, known: KnownRelease, country: string, { asked, facts }: Pick<LookupRow, 'asked' | 'facts'>): Way[] {
  if (facts?.sure) return [];
  const fresh = waysTo(lookup, known, country).filter(({ key }) => !asked.includes(key));
  if (asked.length === 0) return fresh;
  // Another link tells little that is new to who was asked already, and a name nothing to who has a likely answer.
  const worth = facts ? /^(?:upc|isrc):/u : /^(?:upc|isrc|search):/u;
  return fresh.filter(({ key }) => worth.test(key));
}

/** By what a service gave this release: as it says itself, since it may have gone another way than it was asked to. */
export function askedBy({ query }: Way, { by, service }: FoundRelease): AskedBy {
  if (by === 'upc' && query.upc !== undefined) return { way: 'upc', upc: query.upc };
  if (by === 'isrc' && query.isrc !== undefined) return { way: 'isrc', isrc: query.isrc };
  if (by === 'link' && query.link !== undefined) return { way: 'link', platform: query.link.platform, own: !knowsOthers.includes(service) };
  return { way: 'search' };
}

/** The country whose shop an address is of. */
export function countryOf(url: string): string | null {
  const found = recognise(url);
  return (found.status === 'recognised' ? found.country?.toUpperCase() : undefined) ?? null;
}

/** Whether two addresses of a platform are of one thing: spelled alike, or the same album in another country's shop. */
export function samePage(a: string, b: string): boolean {
  if (a === b) return true;
  const [one, other] = [recognise(a), recognise(b)];
  return one.status === 'recognised' && other.status === 'recognised' && one.platform === other.platform && one.entity === other.entity && one.id !== undefined && one.id === other.id;
}
