import type { SiteAnswer } from '../internet.js';
import type { Protocol } from './service.js';
import { artistId, hasWords, idOn, type StandInRelease } from './stand-in-release.js';

const error = (status: number, title: string): SiteAnswer => ({ status, body: { errors: [{ id: 'A', title, status: String(status), code: `${status}00` }] } });

export const appleMusic: Protocol = {
  hosts: ['api.music.apple.com'],
  limit: null,
  limited: () => error(429, 'Too Many Requests'),
  answer({ url, headers }, catalogue) {
    // What it can tell of a developer token without the key: that it is one, of its time.
    if (!isToken(headers.authorization ?? '')) return { status: 401, body: '' };
    const [, country = 'us', path = ''] = /^\/v1\/catalog\/([a-z]{2})\/(.+)$/u.exec(url.pathname) ?? [];
    const { searchParams } = url;
    const here = catalogue.filter((release) => idOn(release, 'apple_music') !== null);
    const albums = (releases: readonly StandInRelease[]) => ({ body: { data: releases.map((release) => album(release, country)) } });
    if (path === 'albums') {
      const [ids, upcs] = [(searchParams.get('ids') ?? '').split(','), (searchParams.get('filter[upc]') ?? '').split(',')];
      return albums(here.filter((release) => ids.includes(idOn(release, 'apple_music') ?? '-') || (release.upc !== null && upcs.includes(release.upc))));
    }
    if (path === 'songs') {
      if (searchParams.get('include') === 'albums') return error(504, 'Gateway Timeout');
      return { body: { data: here.flatMap((release) => release.tracks.flatMap(({ isrc }, index) => (isrc !== null && isrc === searchParams.get('filter[isrc]') ? [song(release, index, country)] : []))) } };
    }
    if (path === 'search') return { body: { results: { albums: albums(here.filter(({ artist, title }) => hasWords(`${artist} ${title}`, searchParams.get('term') ?? ''))).body } } };
    const [, noun, id, list] = /^(artists|songs)\/(\d+)(\/albums)?$/u.exec(path) ?? [];
    if (noun === 'songs') {
      const found = here.flatMap((release) => release.tracks.map((_, index) => song(release, index, country))).find((each) => each.id === id);
      return found ? { body: { data: [found] } } : error(404, 'Resource Not Found');
    }
    const own = here.filter(({ artist }) => String(artistId(artist)) === id);
    if (!own[0]) return error(404, 'Resource Not Found');
    if (list === undefined) return { body: { data: [{ id, type: 'artists', attributes: { name: own[0].artist } }] } };
    const offset = Number(searchParams.get('offset') ?? 0);
    const end = offset + Number(searchParams.get('limit') ?? 25);
    return { body: { ...albums(own.slice(offset, end)).body, ...(end < own.length ? { next: `${url.pathname}?offset=${end}` } : {}) } };
  },
};

function isToken(authorization: string): boolean {
  const [head = '', claims = '', signature = ''] = authorization.replace(/^Bearer /u, '').split('.');
  try {
    const { alg, kid } = JSON.parse(Buffer.from(head, 'base64url').toString()) as Record<string, unknown>;
    const { iss, iat, exp } = JSON.parse(Buffer.from(claims, 'base64url').toString()) as Record<string, unknown>;
    const now = Date.now() / 1_000;
    return alg === 'ES256' && typeof kid === 'string' && typeof iss === 'string' && Number(iat) <= now + 1 && Number(exp) > now && Number(exp) - Number(iat) <= 15_777_000 && Buffer.from(signature, 'base64url').length === 64;
  } catch (error) {
    if (error instanceof SyntaxError) return false;
    throw error;
  }
}

const songId = (release: StandInRelease, index: number) => String(Number(idOn(release, 'apple_music')) + index + 1);
const suffix: Readonly<Record<string, string>> = { single: ' - Single', ep: ' - EP' };

function song(release: StandInRelease, index: number, country: string) {
  const id = songId(release, index);
  const { title = '', isrc = null, durationMs = 0 } = release.tracks[index] ?? {};
  return { id, type: 'songs', attributes: { name: title, artistName: release.artist, isrc, durationInMillis: durationMs, trackNumber: index + 1, previews: [{ url: `https://audio-ssl.itunes.apple.com/itunes-assets/${id}.m4a` }], url: `https://music.apple.com/${country}/album/x/${idOn(release, 'apple_music') ?? ''}?i=${id}` } };
}

function album(release: StandInRelease, country: string) {
  const id = idOn(release, 'apple_music') ?? '';
  return {
    id, type: 'albums',
    attributes: {
      name: `${release.title}${suffix[release.type] ?? ''}`, artistName: release.artist, upc: release.upc, recordLabel: release.label, releaseDate: release.releaseDate, isSingle: release.type === 'single', isCompilation: release.type === 'compilation',
      url: `https://music.apple.com/${country}/album/x/${id}`, artwork: { url: `https://is1-ssl.mzstatic.com/image/thumb/Music/${id}/cover.jpg/{w}x{h}bb.jpg`, width: 3000, height: 3000 },
    },
    relationships: { tracks: { data: release.tracks.map((_, index) => song(release, index, country)) } },
  };
}
