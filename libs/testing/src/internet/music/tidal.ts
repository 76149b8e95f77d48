import type { SiteAnswer } from '../internet.js';
import type { Protocol } from './service.js';
import { artistId, idOn, recorded, type StandInRelease } from './stand-in-release.js';

const error = (status: number, code: string): SiteAnswer => ({ status, headers: { 'content-type': 'application/vnd.api+json' }, body: { errors: [{ status: String(status), code, detail: code.toLowerCase() }] } });
const document = (data: readonly unknown[], included: readonly unknown[] = []): SiteAnswer => ({ headers: { 'content-type': 'application/vnd.api+json' }, body: { data, links: { self: '/' }, included } });
const token = 'token-of-a-stand-in';

export const tidal: Protocol = {
  hosts: ['openapi.tidal.com', 'auth.tidal.com'],
  tokenHost: 'auth.tidal.com',
  limit: { requests: 2, ms: 10_000 },
  limited: () => ({ ...error(429, 'TOO_MANY_REQUESTS'), headers: { 'retry-after': '5' } }),
  answer({ url, headers, body }, catalogue) {
    if (url.hostname === 'auth.tidal.com') {
      const [, secret] = Buffer.from((headers.authorization ?? '').replace(/^Basic /u, ''), 'base64').toString().split(':');
      return secret === 'right' && body === 'grant_type=client_credentials' ? { body: { access_token: token, token_type: 'Bearer', expires_in: 86_400 } } : { status: 401, body: { error: 'invalid_client' } };
    }
    if (headers.authorization !== `Bearer ${token}`) return error(401, 'UNAUTHORIZED');
    const { searchParams } = url;
    if (searchParams.get('countryCode') === null) return error(400, 'INVALID_REQUEST');
    const here = catalogue.filter((release) => idOn(release, 'tidal') !== null);
    const [id, isrc, barcode] = [searchParams.get('filter[id]'), searchParams.get('filter[isrc]'), searchParams.get('filter[barcodeId]')];
    if (url.pathname === '/v2/albums') {
      if (barcode === '00602475093060') return { body: recorded('tidal-v2-albums-barcode') as object };
      // As the same answer was before 2025.
      if (id === '381265361') return { body: recorded('tidal-v2-albums-barcode-2024-shape') as object };
      const hits = here.filter((release) => idOn(release, 'tidal') === id || (barcode !== null && release.upc === barcode));
      return document(hits.map(album), hits.flatMap(included));
    }
    if (url.pathname === '/v2/tracks') {
      if (isrc === 'USUM72409273') return document([{ id: '381265362', type: 'tracks', attributes: { title: 'Die With A Smile', isrc }, relationships: { albums: { data: [{ id: '381265361', type: 'albums' }] } } }]);
      return document(here.flatMap((release) => release.tracks.flatMap((track, index) => (track.isrc === isrc || trackId(release, index) === id ? [{ ...resource(release, index), relationships: { albums: { data: [{ id: idOn(release, 'tidal'), type: 'albums' }] } } }] : []))));
    }
    return error(404, 'NOT_FOUND');
  },
};

const trackId = (release: StandInRelease, index: number) => String(Number(idOn(release, 'tidal')) + index + 1);
const resource = (release: StandInRelease, index: number) => ({ id: trackId(release, index), type: 'tracks', attributes: { title: release.tracks[index]?.title, isrc: release.tracks[index]?.isrc, duration: `PT${Math.round((release.tracks[index]?.durationMs ?? 0) / 1_000)}S` } });
const types: Readonly<Record<string, string>> = { single: 'SINGLE', ep: 'EP' };

function album(release: StandInRelease) {
  const id = idOn(release, 'tidal') ?? '';
  return {
    id, type: 'albums',
    attributes: { title: release.title, barcodeId: release.upc, releaseDate: release.releaseDate, type: types[release.type] ?? 'ALBUM', copyright: { text: '' }, externalLinks: [{ href: `https://tidal.com/browse/album/${id}`, meta: { type: 'TIDAL_SHARING' } }] },
    relationships: {
      artists: { data: [{ id: String(artistId(release.artist)), type: 'artists' }] }, coverArt: { data: [{ id: `art-${id}`, type: 'artworks' }] },
      items: { data: release.tracks.map((_, index) => ({ id: trackId(release, index), type: 'tracks', meta: { trackNumber: index + 1, volumeNumber: 1 } })) },
    },
  };
}

function included(release: StandInRelease) {
  const id = idOn(release, 'tidal') ?? '';
  return [
    { id: `art-${id}`, type: 'artworks', attributes: { mediaType: 'IMAGE', files: [{ href: `https://resources.tidal.com/images/${id}/640x640.jpg`, meta: { width: 640, height: 640 } }, { href: `https://resources.tidal.com/images/${id}/1280x1280.jpg`, meta: { width: 1280, height: 1280 } }] } },
    { id: String(artistId(release.artist)), type: 'artists', attributes: { name: release.artist } },
    ...release.tracks.map((_, index) => resource(release, index)),
  ];
}
