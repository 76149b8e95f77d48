import type { SiteAnswer } from '../internet.js';
import type { Protocol } from './service.js';
import { artistId, hasWords, idOn, recorded, type StandInRelease } from './stand-in-release.js';

const error = (status: number, message: string): SiteAnswer => ({ status, body: { error: { status, message } } });
const token = 'token-of-a-stand-in';

/** The accounts service and the API. Its tokens are good until `expireTokens`. */
export function spotify(): Protocol & { expireTokens: () => void } {
  let issue = 0;
  return {
    hosts: ['api.spotify.com', 'accounts.spotify.com'],
    tokenHost: 'accounts.spotify.com',
    limit: null,
    limited: () => ({ status: 429, headers: { 'retry-after': '7' }, body: recorded('spotify-error-429') as object }),
    expireTokens: () => void (issue += 1),
    answer({ url, method, headers, body }, catalogue) {
      if (url.hostname === 'accounts.spotify.com') {
        if (method !== 'POST' || url.pathname !== '/api/token' || body !== 'grant_type=client_credentials') return { status: 400, body: { error: 'unsupported_grant_type', error_description: 'grant_type must be client_credentials' } };
        const [, secret] = Buffer.from((headers.authorization ?? '').replace(/^Basic /u, ''), 'base64').toString().split(':');
        return secret === 'right' ? { body: { ...(recorded('spotify-token') as object), access_token: `${token}-${issue}` } } : { status: 400, body: recorded('spotify-token-error') as object };
      }
      if (headers.authorization !== `Bearer ${token}-${issue}`) return { status: 401, body: recorded('spotify-error-401') as object };
      return answer(url, catalogue.filter((release) => idOn(release, 'spotify') !== null));
    },
  };
}

const recordedAlbum = '10FLjwfpbxLmW8c25Xyc2N';
const recordedTrack = '2plbrEY59IikOBgBGLjaoe';

function answer(url: URL, here: readonly StandInRelease[]): SiteAnswer {
  const [, noun, id = ''] = /^\/v1\/(albums|tracks|search)(?:\/(\w+))?$/u.exec(url.pathname) ?? [];
  if (noun === 'albums' && id === recordedAlbum) return { body: recorded('spotify-album') as object };
  if (noun === 'tracks' && id === recordedTrack) return { body: (recorded('spotify-search-track-isrc') as { tracks: { items: object[] } }).tracks.items[0] ?? {} };
  if (noun === 'search') return search(url.searchParams, here);
  if (id === '') return error(400, 'Only valid bearer authentication supported');
  if (noun === 'albums') {
    const release = here.find((each) => idOn(each, 'spotify') === id);
    return release ? { body: { ...listed(release), label: release.label, external_ids: release.upc === null ? {} : { upc: release.upc }, tracks: { items: release.tracks.map((_, index) => track(release, index)), next: null, total: release.tracks.length } } } : error(404, 'Resource not found');
  }
  for (const release of here) {
    const index = release.tracks.findIndex((_, at) => trackId(release, at) === id);
    if (index >= 0) return { body: { ...track(release, index), external_ids: { isrc: release.tracks[index]?.isrc }, album: listed(release) } };
  }
  return error(404, 'Resource not found');
}

function search(parameters: URLSearchParams, here: readonly StandInRelease[]): SiteAnswer {
  const q = parameters.get('q') ?? '';
  if (Number(parameters.get('limit') ?? 5) > 10) return error(400, 'Invalid limit');
  const page = (items: readonly unknown[]) => ({ items, limit: 10, offset: 0, next: null, previous: null, total: items.length });
  if (parameters.get('type') === 'track') {
    if (q === 'isrc:USUM72409273') return { body: recorded('spotify-search-track-isrc') as object };
    return { body: { tracks: page(here.flatMap((release) => release.tracks.flatMap(({ isrc }, index) => (q === `isrc:${isrc ?? ''}` ? [{ ...track(release, index), external_ids: { isrc }, album: listed(release) }] : [])))) } };
  }
  if (q === 'upc:00602475093060') return { body: recorded('spotify-search-album-upc') as object };
  if (q === 'upc:602475093060') return { body: recorded('spotify-search-album-upc-none') as object };
  const [, title, artist] = /^album:"([^"]*)" artist:"([^"]*)"$/u.exec(q) ?? [];
  // A code is found only in the spelling in which it was delivered.
  const hits = title === undefined ? here.filter(({ upc }) => upc !== null && q === `upc:${upc}`) : here.filter((release) => hasWords(release.title, title) && hasWords(release.artist, artist ?? ''));
  return { body: { albums: page(hits.map(listed)) } };
}

const trackId = (release: StandInRelease, index: number) => `${(idOn(release, 'spotify') ?? '').slice(0, 19)}${String(index).padStart(3, '0')}`;
const artists = ({ artist }: StandInRelease) => [{ id: String(artistId(artist)), name: artist, type: 'artist' }];

function listed(release: StandInRelease) {
  const id = idOn(release, 'spotify') ?? '';
  return {
    id, album_type: release.type === 'ep' ? 'single' : release.type, total_tracks: release.tracks.length, name: release.title, release_date: release.releaseDate, release_date_precision: 'day',
    external_urls: { spotify: `https://open.spotify.com/album/${id}` }, images: [{ url: `https://i.scdn.co/image/${id}`, width: 640, height: 640 }], artists: artists(release), type: 'album',
  };
}

function track(release: StandInRelease, index: number) {
  const id = trackId(release, index);
  return { id, name: release.tracks[index]?.title, duration_ms: release.tracks[index]?.durationMs, track_number: index + 1, disc_number: 1, preview_url: null, external_urls: { spotify: `https://open.spotify.com/track/${id}` }, artists: artists(release), type: 'track' };
}
