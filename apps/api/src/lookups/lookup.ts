import type { ReleaseType } from '@lynkify/domain';
import type { Entity } from '@lynkify/platforms';

/** The services that can be asked about a release. */
export const serviceIds = ['itunes', 'deezer', 'musicbrainz', 'spotify', 'apple-music', 'tidal', 'youtube', 'odesli'] as const;
export type ServiceId = (typeof serviceIds)[number];

export interface FoundTrack {
  /** Counted through all discs, from 1. */
  position: number;
  title: string;
  isrc: string | null;
  durationMs: number | null;
  previewUrl: string | null;
}

/** A page of a release in the form that `recognise` gives it. */
export interface FoundLink {
  platform: string;
  url: string;
  entity: Entity;
}

/** By which of a query's ways a service came upon a release. */
export type FoundBy = 'upc' | 'isrc' | 'link' | 'search';

export interface FoundRelease {
  service: ServiceId;
  /** In that service. */
  id: string;
  /**
   * What the service was asked by when it gave this release. `upc` and `isrc` only where the service answers nothing else
   * to that code, or its answer repeats the code.
   */
  by: FoundBy;
  /** Without “ - Single” and “ - EP”; empty where the service knows a page and nothing else. */
  title: string;
  /** As credited, several joined as the service does; empty where it names none. */
  artist: string;
  type: ReleaseType | null;
  /** `YYYY-MM-DD`; null when only a year or month is known. */
  releaseDate: string | null;
  /** As this service writes it, with its zeros; null where it does not say. Compare by `upcKey`. */
  upc: string | null;
  label: string | null;
  /** Of the catalogue that was asked. */
  country: string | null;
  artworkUrl: string | null;
  tracks: FoundTrack[];
  /** Of this release on this platform, and on others where the service says so. Pages of the release itself come before those of its tracks. */
  links: FoundLink[];
}

/** Why a service could not be asked. `limited`: too often; `refused`: it does not accept our keys; `garbage`: what it said cannot be read. */
export type UnavailableReason = 'limited' | 'down' | 'refused' | 'garbage';

export interface Unavailable {
  outcome: 'unavailable';
  reason: UnavailableReason;
  /** For people. */
  message: string;
  /** When to ask again, if that is known. */
  retryAt: Date | null;
}

export type LookupAnswer = { outcome: 'found'; releases: FoundRelease[] } | { outcome: 'missed' } | Unavailable;

export type ArtistReleasesAnswer = { outcome: 'found'; artist: { name: string }; releases: FoundRelease[]; next: string | null } | { outcome: 'missed' } | Unavailable;

/** What is known of a release. A service goes the surest way that it can: code, link, search. */
export interface Query {
  upc?: string;
  isrc?: string;
  link?: { platform: string; url: string };
  search?: { title: string; artist: string };
  /** Two letters. */
  country: string;
}

export interface Asking {
  /** How long a turn at the service may be waited for. Work that nobody is waiting for should say less. */
  patienceMs?: number;
}

/** One music service that can be asked. */
export interface Lookup {
  readonly service: ServiceId;
  /** As the service writes its name. */
  readonly name: string;
  /** False: this instance has no keys for it. */
  readonly configured: boolean;
  /** Whether one of the query's ways can be gone here. */
  can(query: Query): boolean;
  /** Takes its turns itself; never throws for what a service does. */
  find(query: Query, asking?: Asking): Promise<LookupAnswer>;
  /** An artist's releases, a page at a time, from the page of this artist there. */
  artistReleases?(artist: { platform: string; url: string }, country: string, cursor: string | null, asking?: Asking): Promise<ArtistReleasesAnswer>;
}
