import { generateKeyPairSync } from 'node:crypto';
import type { Internet, SeenRequest } from '../internet.js';
import { appleMusic } from './apple-music.js';
import { deezer } from './deezer.js';
import { itunes } from './itunes.js';
import { musicbrainz } from './musicbrainz.js';
import { odesli } from './odesli.js';
import { type Fault, faulty, isTooQuick, type Protocol, type StandInService } from './service.js';
import { spotify } from './spotify.js';
import { artistId, mbidOf, realCatalogue, type StandInRelease } from './stand-in-release.js';
import { tidal } from './tidal.js';
import { youtube } from './youtube.js';

export type { Fault, StandInService } from './service.js';
export { realCatalogue, type StandInRelease } from './stand-in-release.js';

/** The music services of an internet on loopback. */
export interface MusicServices {
  /** What they know; a release that is added is known from then on. */
  readonly catalogue: StandInRelease[];
  /** From now on this goes wrong, or nothing does any more. */
  fault(service: StandInService, fault: Fault | null): void;
  /** Every request that came to a service. */
  requests(service: StandInService): readonly SeenRequest[];
  /** How many it turned away because they came too quickly for its documented limit. */
  tooQuick(service: StandInService): number;
  /** The least time (ms) within which so many requests came; Infinity when there were fewer. */
  shortestTimeOf(service: StandInService, requests: number): number;
  /** Counts anew, as if nothing had been asked for long. */
  rest(): void;
  /** Tokens that Spotify gave out are not accepted any more. */
  expireTokens(): void;
  /** The page of an artist of the catalogue. */
  artistPage(service: 'itunes' | 'apple-music' | 'deezer' | 'musicbrainz', name: string): string;
}

/** Settings with which an API may ask those services that want keys. */
export function musicServiceKeys(): Readonly<Record<string, string>> {
  const key = String(generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey.export({ type: 'pkcs8', format: 'pem' }));
  return {
    SPOTIFY_CLIENT_ID: 'client', SPOTIFY_CLIENT_SECRET: 'right', TIDAL_CLIENT_ID: 'client', TIDAL_CLIENT_SECRET: 'right',
    APPLE_MUSIC_TEAM_ID: 'TEAM000000', APPLE_MUSIC_KEY_ID: 'KEY0000000', APPLE_MUSIC_PRIVATE_KEY: key.replaceAll('\n', '\\n'), YOUTUBE_API_KEY: 'right', ODESLI: 'on',
  };
}

/**
 * Services that answer as the real ones document it, from a catalogue; where an id is asked of which an answer was
 * recorded, with that. Each turns away what comes more quickly than it allows, in its own words, unless `limits` is false.
 */
export function musicServices(internet: Internet, catalogue: StandInRelease[] = realCatalogue(), { limits = true }: { limits?: boolean } = {}): MusicServices {
  const accounts = spotify();
  const protocols: Readonly<Record<StandInService, Protocol>> = { itunes, deezer, musicbrainz, spotify: accounts, 'apple-music': appleMusic, tidal, youtube: youtube(), odesli };
  const faults = new Map<StandInService, Fault>();
  const seen = new Map<StandInService, SeenRequest[]>();
  const turnedAway = new Map<StandInService, number>();
  const requestsOf = (service: StandInService) => seen.get(service) ?? [];

  for (const [name, protocol] of Object.entries(protocols)) {
    const service = name as StandInService;
    for (const host of protocol.hosts) {
      internet.site(host, (request) => {
        if (host === protocol.tokenHost) return protocol.answer(request, catalogue);
        const now = Date.now();
        const earlier = requestsOf(service);
        const quick = limits && isTooQuick(protocol.limit, earlier, now);
        seen.set(service, [...earlier, { host, method: request.method, path: request.url.pathname + request.url.search, headers: request.headers, at: now }]);
        const fault = faults.get(service);
        if (fault !== undefined) return faulty(fault, protocol);
        if (quick) {
          turnedAway.set(service, (turnedAway.get(service) ?? 0) + 1);
          return protocol.limited();
        }
        return protocol.answer(request, catalogue);
      });
    }
  }

  return {
    catalogue,
    fault: (service, fault) => void (fault === null ? faults.delete(service) : faults.set(service, fault)),
    requests: requestsOf,
    tooQuick: (service) => turnedAway.get(service) ?? 0,
    shortestTimeOf(service, count) {
      const times = requestsOf(service).map(({ at }) => at);
      return Math.min(Number.POSITIVE_INFINITY, ...times.slice(count - 1).map((at, index) => at - (times[index] ?? at)));
    },
    rest() {
      seen.clear();
      turnedAway.clear();
    },
    expireTokens: accounts.expireTokens,
    artistPage(service, name) {
      const id = artistId(name);
      const apple = `https://music.apple.com/us/artist/${id}`;
      return { 'apple-music': apple, itunes: apple, deezer: `https://www.deezer.com/artist/${id}`, musicbrainz: `https://musicbrainz.org/artist/${mbidOf(id, 1)}` }[service];
    },
  };
}
