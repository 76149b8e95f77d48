import type { SiteAnswer } from '../internet.js';
import type { Protocol } from './service.js';
import { artistId, hasWords, idOn, recorded, type StandInRelease } from './stand-in-release.js';

const noData = (): SiteAnswer => ({ body: recorded('deezer-error-no-data') as object });

export const deezer: Protocol = {
  hosts: ['api.deezer.com'],
  limit: { requests: 50, ms: 5_000 },
  // Errors come with status 200.
  limited: () => ({ body: recorded('deezer-error-quota') as object }),
  answer({ url }, catalogue) {
    const here = catalogue.filter((release) => idOn(release, 'deezer') !== null);
    const { pathname, searchParams } = url;
    const [, noun, key = '', list] = /^\/(album|track|artist|search|podcast|episode)\/([^/]+)(?:\/(\w+))?$/u.exec(decodeURIComponent(pathname)) ?? [];
    switch (noun) {
      case 'album': {
        if (list === undefined && (key === '629506181' || key === 'upc:602475093060')) return { body: recorded('deezer-album-upc') as object };
        if (!/^(?:upc:)?\d+$/u.test(key)) return { body: recorded('deezer-error-wrong-parameter') as object };
        const release = here.find((each) => idOn(each, 'deezer') === key || (key.startsWith('upc:') && each.upc !== null && key.slice(4) === written(each.upc)));
        if (!release) return noData();
        return list === 'tracks' ? { body: { data: release.tracks.map((_, index) => track(release, index)), total: release.tracks.length } } : { body: album(release) };
      }
      case 'track': {
        if (key === '2947516331' || key === 'isrc:USUM72409273') return { body: recorded('deezer-track-isrc') as object };
        for (const release of here) {
          const index = release.tracks.findIndex(({ isrc }, at) => key === `isrc:${isrc ?? ''}` || key === String(trackId(release, at)));
          if (index >= 0) return { body: { ...track(release, index), album: { id: album(release).id, title: release.title, link: album(release).link, type: 'album' } } };
        }
        return noData();
      }
      case 'artist': {
        const own = here.filter(({ artist }) => String(artistId(artist)) === key);
        if (!own[0]) return noData();
        return list === 'albums' ? page(own.map(listed), url) : { body: { id: Number(key), name: own[0].artist, link: `https://www.deezer.com/artist/${key}`, nb_album: own.length, type: 'artist' } };
      }
      case 'search': {
        const [, artist = '', title = ''] = /artist:"([^"]*)" album:"([^"]*)"/u.exec(searchParams.get('q') ?? '') ?? [];
        return page(here.filter((release) => hasWords(release.title, title) && hasWords(release.artist, artist)).map(listed), url);
      }
      case 'podcast':
      case 'episode':
        return { body: recorded('deezer-error-without-code') as object };
      default:
        return { status: 404, body: recorded('deezer-error-as-string') as object };
    }
  },
};

const trackId = (release: StandInRelease, index: number) => Number(idOn(release, 'deezer')) * 10 + index;
/** Deezer writes a barcode with at least twelve digits. */
const written = (upc: string) => upc.replace(/^0+/u, '').padStart(12, '0');
const listed = (release: StandInRelease) => {
  const { id, title, link, cover_xl, record_type, release_date } = album(release);
  return { id, title, link, cover_xl, record_type, release_date, type: 'album' };
};

function page(rows: readonly unknown[], url: URL): SiteAnswer {
  const index = Number(url.searchParams.get('index') ?? 0);
  const end = index + Number(url.searchParams.get('limit') ?? 25);
  const next = new URL(url);
  next.searchParams.set('index', String(end));
  return { body: { data: rows.slice(index, end), total: rows.length, ...(end < rows.length ? { next: next.href } : {}) } };
}

function album(release: StandInRelease) {
  const id = Number(idOn(release, 'deezer'));
  const artist = { id: artistId(release.artist), name: release.artist, type: 'artist' };
  return {
    id, title: release.title, upc: release.upc === null ? '' : written(release.upc), link: `https://www.deezer.com/album/${id}`, cover_xl: `https://cdn-images.dzcdn.net/images/cover/${id}/1000x1000-000000-80-0-0.jpg`,
    label: release.label ?? '', nb_tracks: release.tracks.length, release_date: release.releaseDate, record_type: release.type === 'compilation' ? 'compile' : release.type, available: true, type: 'album',
    contributors: [{ ...artist, role: 'Main' }], artist,
    // Without codes: those are only in the album's own list of tracks.
    tracks: { data: release.tracks.map(({ title, durationMs }, index) => ({ id: trackId(release, index), title, duration: Math.round(durationMs / 1_000), type: 'track' })) },
  };
}

function track(release: StandInRelease, index: number) {
  const { title, isrc, durationMs } = release.tracks[index] ?? { title: '', isrc: null, durationMs: 0 };
  const id = trackId(release, index);
  return { id, title, isrc, link: `https://www.deezer.com/track/${id}`, duration: Math.round(durationMs / 1_000), track_position: index + 1, disk_number: 1, release_date: release.releaseDate, type: 'track' };
}
