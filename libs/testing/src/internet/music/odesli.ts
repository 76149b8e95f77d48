import { canonical, recogniseAny } from '@lynkify/platforms';
import type { Protocol } from './service.js';
import { artistId, recorded, type StandInRelease } from './stand-in-release.js';

/** Odesli's names of platforms. */
const names: Readonly<Record<string, string>> = {
  spotify: 'spotify', apple_music: 'appleMusic', itunes: 'itunes', youtube: 'youtube', youtube_music: 'youtubeMusic', deezer: 'deezer', tidal: 'tidal', soundcloud: 'soundcloud',
  amazon_music: 'amazonMusic', amazon: 'amazonStore', anghami: 'anghami', boomplay: 'boomplay', napster: 'napster', pandora: 'pandora', yandex_music: 'yandex', bandcamp: 'bandcamp',
};
const recordedLinks: Readonly<Record<string, string>> = {
  'https://tidal.com/album/194567097': 'odesli-links-album', 'https://tidal.com/track/33833948': 'odesli-links-song-numeric-id', 'https://www.deezer.com/track/13111375': 'odesli-links-one-platform',
};

export const odesli: Protocol = {
  hosts: ['api.song.link'],
  limit: { requests: 10, ms: 60_000 },
  limited: () => ({ status: 429, body: recorded('odesli-error-429') as object }),
  answer({ url }, catalogue) {
    const own = canonical(url.searchParams.get('url') ?? '');
    const known = recordedLinks[own ?? ''];
    if (known !== undefined) return { body: recorded(known) as object };
    const release = own === null ? undefined : catalogue.find(({ urls }) => urls.includes(own));
    return release ? { body: links(release, url.searchParams.get('userCountry') ?? 'US') } : { status: 404, body: recorded('odesli-error-404') as object };
  },
};

function links(release: StandInRelease, country: string): object {
  const entities: Record<string, object> = {};
  const byPlatform: Record<string, object> = {};
  for (const url of release.urls) {
    const found = recogniseAny(url);
    const name = found.status === 'recognised' ? names[found.platform] : undefined;
    if (name === undefined) continue;
    const id = `${name.toUpperCase()}_ALBUM::${artistId(url)}`;
    entities[id] = { id: artistId(url), type: 'album', title: release.title, artistName: release.artist, thumbnailUrl: 'https://i.scdn.co/image/x', apiProvider: name, platforms: [name] };
    byPlatform[name] = { country, url, entityUniqueId: id };
  }
  return { entityUniqueId: Object.keys(entities)[0] ?? '', userCountry: country, pageUrl: 'https://album.link/x', entitiesByUniqueId: entities, linksByPlatform: byPlatform };
}
