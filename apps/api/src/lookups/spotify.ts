import { upcKey, type ReleaseType } from '@lynkify/domain';
import { recogniseAny } from '@lynkify/platforms';
import { ClientToken } from './client-token.js';
import { canonicalLinks, emptyRelease, padUpc, readIsrc, readUpc, sameUpc, wholeDate } from './found.js';
import type { Asking, FoundBy, FoundRelease, Lookup, LookupAnswer, Query } from './lookup.js';
import type { ClientCredentials } from './lookup-settings.js';
import { at, idAt, listAt, numberAt, textAt, urlAt } from './read-json.js';
import { firstFinding, type Ask, type ServiceCalls, type Way } from './service-calls.js';

const origin = 'https://api.spotify.com/v1';
/** Each costs a call of its own. */
const albumsOfAnswer = 3;
const types: Readonly<Record<string, ReleaseType>> = { single: 'single', album: 'album', compilation: 'compilation' };

/** https://developer.spotify.com/documentation/web-api. What searching gives has no codes; only `/albums/{id}` does, and not for every app. */
export class Spotify implements Lookup {
  readonly service = 'spotify';
  readonly name = 'Spotify';
  readonly configured: boolean;
  private readonly token: ClientToken | null;

  constructor(
    private readonly calls: ServiceCalls,
    credentials: ClientCredentials | null,
  ) {
    this.configured = credentials !== null;
    this.token = credentials && new ClientToken(calls, 'https://accounts.spotify.com/api/token', credentials);
  }

  can({ upc, isrc, link, search }: Query): boolean {
    return upc !== undefined || isrc !== undefined || search !== undefined || (link !== undefined && linked(link.url) !== null);
  }

  find(query: Query, asking?: Asking): Promise<LookupAnswer> {
    return firstFinding(this.calls.begin(asking), this.ways(query));
  }

  private *ways({ upc, isrc, link, search, country }: Query): Generator<Way> {
    const known = link ? linked(link.url) : null;
    if (known?.entity === 'album') yield (ask) => this.albums(ask, [known.id], 'link');
    if (known?.entity === 'track') yield async (ask) => this.ofTracks(ask, [await this.json(ask, `/tracks/${known.id}`)], 'link');
    if (upc !== undefined) {
      // One code, and it is found only in the spelling in which it was delivered.
      for (const spelling of new Set([padUpc(upc, 12), padUpc(upc, 13), padUpc(upc, 14)])) yield async (ask) => (await this.search(ask, 'album', `upc:${spelling}`, country, 'upc')).filter((release) => release.upc === null || sameUpc(release.upc, upc));
    }
    if (isrc !== undefined) {
      yield async (ask) => {
        const found = await this.json(ask, `/search?${new URLSearchParams({ type: 'track', q: `isrc:${isrc}`, limit: '10', market: country }).toString()}`);
        return this.ofTracks(ask, listAt(found, 'tracks', 'items').filter((track) => (readIsrc(textAt(track, 'external_ids', 'isrc')) ?? isrc) === isrc), 'isrc');
      };
    }
    if (search) yield (ask) => this.search(ask, 'album', `album:"${search.title.replaceAll('"', ' ')}" artist:"${search.artist.replaceAll('"', ' ')}"`, country, 'search');
  }

  private async search(ask: Ask, type: 'album', q: string, market: string, by: FoundBy): Promise<FoundRelease[]> {
    const found = await this.json(ask, `/search?${new URLSearchParams({ type, q, limit: '10', market }).toString()}`);
    return this.albums(ask, listAt(found, 'albums', 'items').map((item) => idAt(item, 'id')), by);
  }

  private async albums(ask: Ask, ids: readonly (string | null)[], by: FoundBy): Promise<FoundRelease[]> {
    const releases: FoundRelease[] = [];
    for (const id of [...new Set(ids)].slice(0, albumsOfAnswer)) {
      const album = id === null ? null : await this.json(ask, `/albums/${id}`);
      const release = readAlbum(album, by);
      if (release) releases.push({ ...release, tracks: await this.withIsrc(ask, album, release.tracks) });
    }
    return releases;
  }

  /** The releases that tracks are on, with the page of the track besides. */
  private async ofTracks(ask: Ask, tracks: readonly unknown[], by: FoundBy): Promise<FoundRelease[]> {
    const pages = new Map(tracks.map((track) => [idAt(track, 'album', 'id'), textAt(track, 'external_urls', 'spotify')]));
    const releases = await this.albums(ask, [...pages.keys()], by);
    return releases.map((release) => ({ ...release, links: canonicalLinks([...release.links.map(({ url }) => url), pages.get(release.id) ?? null]) }));
  }

  /** The tracks of an album come without their codes, and lists of tracks are not to be had: of a single, the code is worth a call. */
  private async withIsrc(ask: Ask, album: unknown, tracks: FoundRelease['tracks']): Promise<FoundRelease['tracks']> {
    const [only, ...others] = listAt(album, 'tracks', 'items');
    const id = idAt(only, 'id');
    if (others.length > 0 || id === null) return tracks;
    const isrc = readIsrc(textAt(await this.json(ask, `/tracks/${id}`), 'external_ids', 'isrc'));
    return tracks.map((track) => ({ ...track, isrc }));
  }

  /** Null: there is no such thing. */
  private async json(ask: Ask, path: string): Promise<unknown> {
    if (!this.token) throw this.calls.refused('there are none');
    const { status, json } = await this.token.get(ask, `${origin}${path}`, 'application/json');
    if (status === 404 || status === 400) return null;
    if (status === 401 || status === 403) throw this.calls.refused(textAt(json, 'error', 'message') ?? textAt(json, 'error') ?? `HTTP ${status}`);
    if (status !== 200 || typeof json !== 'object' || json === null || at(json, 'error') !== undefined) throw this.calls.garbage();
    return json;
  }
}

function linked(url: string): { id: string; entity: 'album' | 'track' } | null {
  const found = recogniseAny(url);
  if (found.status !== 'recognised' || found.platform !== 'spotify' || found.id === undefined || !/^[A-Za-z0-9]{22}$/u.test(found.id)) return null;
  return found.entity === 'album' || found.entity === 'track' ? { id: found.id, entity: found.entity } : null;
}

function readAlbum(row: unknown, by: FoundBy): FoundRelease | null {
  const id = idAt(row, 'id');
  const title = textAt(row, 'name');
  if (id === null || title === null) return null;
  const type = types[textAt(row, 'album_type') ?? ''] ?? null;
  const total = numberAt(row, 'total_tracks') ?? 1;
  const upc = readUpc(textAt(row, 'external_ids', 'upc'));
  return {
    ...emptyRelease({ service: 'spotify', id, by, title, artist: listAt(row, 'artists').map((artist) => textAt(artist, 'name')).filter((name) => name !== null).join(', ') }),
    // An EP is a single there.
    type: type === 'single' && total > 3 ? 'ep' : type,
    releaseDate: wholeDate(textAt(row, 'release_date')),
    upc: upc === null || upcKey(upc) === '' ? null : upc,
    label: textAt(row, 'label'),
    artworkUrl: urlAt(listAt(row, 'images')[0], 'url'),
    tracks: listAt(row, 'tracks', 'items').flatMap((track, index) => {
      const name = textAt(track, 'name');
      return name === null ? [] : [{ position: index + 1, title: name, isrc: readIsrc(textAt(track, 'external_ids', 'isrc')), durationMs: numberAt(track, 'duration_ms'), previewUrl: urlAt(track, 'preview_url') }];
    }),
    links: canonicalLinks([textAt(row, 'external_urls', 'spotify') ?? `https://open.spotify.com/album/${id}`]),
  };
}
