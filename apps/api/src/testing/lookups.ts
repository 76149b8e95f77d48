import { type Internet, type MusicServices, musicServices, startInternet } from '@lynkify/testing';
import { startTestApi, type TestApi } from './test-api.js';
import type { ArtistReleasesAnswer, FoundRelease, LookupAnswer, Query, ServiceId } from '../lookups/lookup.js';
import { Lookups } from '../lookups/lookups.js';

/** An API and the music services that it asks. For tests. */
export interface LookupsWorld {
  internet: Internet;
  music: MusicServices;
  api: TestApi;
  find: (service: ServiceId, query: Partial<Query>) => Promise<LookupAnswer>;
  /** The releases of an answer that has some. @throws with the answer when it has none */
  found: (service: ServiceId, query: Partial<Query>) => Promise<[FoundRelease, ...FoundRelease[]]>;
  artistReleases: (service: 'itunes' | 'apple-music' | 'deezer' | 'musicbrainz', name: string) => Promise<ArtistReleasesAnswer | undefined>;
  /** As if nothing had been asked for long: for the services, and for the API. */
  rest: () => Promise<void>;
  stop: () => Promise<void>;
}

export async function startLookups(settings: Readonly<Record<string, string>> = {}): Promise<LookupsWorld> {
  const internet = await startInternet();
  const music = musicServices(internet);
  const api = await startTestApi({ ...internet.settings, ...settings });
  const lookups = api.app.get(Lookups);
  const find: LookupsWorld['find'] = (service, query) => lookups.get(service).find({ country: 'US', ...query });
  return {
    internet, music, api, find,
    async found(service, query) {
      const answer = await find(service, query);
      const [first, ...others] = answer.outcome === 'found' ? answer.releases : [];
      if (!first) throw new Error(`${service} found nothing: ${JSON.stringify(answer)}`);
      return [first, ...others];
    },
    async artistReleases(service, name) {
      return lookups.get(service).artistReleases?.({ platform: service, url: music.artistPage(service, name) }, 'US', null);
    },
    async rest() {
      music.rest();
      await api.sql('delete from service_turns');
    },
    async stop() {
      await api.stop();
      await internet.stop();
    },
  };
}

export const link = (url: string) => ({ link: { platform: '', url } });
export const urlsOf = ({ links }: FoundRelease) => links.map(({ url }) => url);
