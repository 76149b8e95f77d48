import { type KeyObject, sign } from 'node:crypto';
import { recogniseAny } from '@lynkify/platforms';
import { canonicalLinks, emptyRelease, padUpc, readIsrc, readUpc, sameUpc, wholeDate, withoutKind } from './found.js';
import type { ArtistReleasesAnswer, Asking, FoundBy, FoundRelease, FoundTrack, Lookup, LookupAnswer, Query } from './lookup.js';
import type { LookupSettings } from './lookup-settings.js';
import { at, idAt, listAt, numberAt, textAt, urlAt } from './read-json.js';
import { answering, firstFinding, type Ask, type ServiceCalls, type Way } from './service-calls.js';

const origin = 'https://api.music.apple.com/v1/catalog';
const tokenTime = 30 * 60;
const albumsAtOnce = 25;
const albumsOfSong = 3;

/** https://developer.apple.com/documentation/applemusicapi. Unlike the iTunes one it tells UPC and ISRC. */
export class AppleMusic implements Lookup {
  readonly service = 'apple-music';
  readonly name = 'Apple Music';
  readonly configured: boolean;
  private token: { text: string; until: number } | null = null;

  constructor(
    private readonly calls: ServiceCalls,
    private readonly key: LookupSettings['appleMusic'],
  ) {
    this.configured = key !== null;
  }

  can({ upc, isrc, link, search }: Query): boolean {
    return upc !== undefined || isrc !== undefined || search !== undefined || (link !== undefined && linked(link.url) !== null);
  }

  find(query: Query, asking?: Asking): Promise<LookupAnswer> {
    return firstFinding(this.calls.begin(asking), this.ways(query));
  }

  artistReleases({ url }: { platform: string; url: string }, country: string, cursor: string | null, asking?: Asking): Promise<ArtistReleasesAnswer> {
    return answering(async () => {
      const found = recogniseAny(url);
      if (found.status !== 'recognised' || found.platform !== 'apple_music' || found.entity !== 'artist' || found.id === undefined) return { outcome: 'missed' };
      const shop = found.country ?? country;
      const ask = this.calls.begin(asking);
      const [artist] = listAt(await this.json(ask, shop, `/artists/${found.id}`), 'data');
      const name = textAt(artist, 'attributes', 'name');
      if (name === null) return { outcome: 'missed' };
      const offset = Number(/^\d{1,6}$/u.exec(cursor ?? '')?.[0] ?? 0);
      const page = await this.json(ask, shop, `/artists/${found.id}/albums?${new URLSearchParams({ limit: String(albumsAtOnce), offset: String(offset), include: 'tracks' }).toString()}`);
      const rows = listAt(page, 'data');
      return { outcome: 'found', artist: { name }, releases: readAlbums(rows, shop, 'link'), next: textAt(page, 'next') !== null && rows.length > 0 ? String(offset + rows.length) : null };
    });
  }

  private *ways({ upc, isrc, link, search, country }: Query): Generator<Way> {
    const known = link ? linked(link.url) : null;
    const shop = known?.country ?? country;
    if (known?.entity === 'album') yield (ask) => this.albums(ask, shop, { ids: known.id }, 'link');
    if (known?.entity === 'track') yield async (ask) => this.ofSongs(ask, shop, await this.json(ask, shop, `/songs/${known.id}`), 'link');
    if (upc !== undefined) {
      const spellings = [...new Set([padUpc(upc, 12), padUpc(upc, 13), padUpc(upc, 14)])].join(',');
      yield async (ask) => (await this.albums(ask, country, { 'filter[upc]': spellings }, 'upc')).filter((release) => release.upc === null || sameUpc(release.upc, upc));
    }
    // With the albums included in the same answer Apple's servers are known to give up (504).
    if (isrc !== undefined) yield async (ask) => this.ofSongs(ask, country, await this.json(ask, country, `/songs?${new URLSearchParams({ 'filter[isrc]': isrc }).toString()}`), 'isrc');
    if (search) yield async (ask) => readAlbums(listAt(await this.json(ask, country, `/search?${new URLSearchParams({ term: `${search.artist} ${search.title}`, types: 'albums', limit: '10' }).toString()}`), 'results', 'albums', 'data'), country, 'search');
  }

  private async albums(ask: Ask, shop: string, parameters: Readonly<Record<string, string>>, by: FoundBy): Promise<FoundRelease[]> {
    return readAlbums(listAt(await this.json(ask, shop, `/albums?${new URLSearchParams({ ...parameters, include: 'tracks' }).toString()}`), 'data'), shop, by);
  }

  private async ofSongs(ask: Ask, shop: string, songs: unknown, by: FoundBy): Promise<FoundRelease[]> {
    const pages = new Map(listAt(songs, 'data').flatMap((song) => {
      const page = textAt(song, 'attributes', 'url');
      const listed = listAt(song, 'relationships', 'albums', 'data').map((album) => idAt(album, 'id'));
      // The song's address has its album's id.
      const ids = listed.length > 0 ? listed : [/\/album\/(?:[^/]+\/)?(\d+)/u.exec(page ?? '')?.[1] ?? null];
      return ids.flatMap((id): [string, string | null][] => (id === null ? [] : [[id, page]]));
    }));
    if (pages.size === 0) return [];
    const releases = await this.albums(ask, shop, { ids: [...pages.keys()].slice(0, albumsOfSong).join(',') }, by);
    return releases.map((release) => ({ ...release, links: canonicalLinks([...release.links.map(({ url }) => url), pages.get(release.id) ?? null]) }));
  }

  /** Null: there is no such thing. */
  private async json(ask: Ask, shop: string, path: string): Promise<unknown> {
    if (!this.key) throw this.calls.refused('there are none');
    const { status, json } = await ask({ url: `${origin}/${shop.toLowerCase()}${path}`, headers: { authorization: `Bearer ${this.developerToken(this.key)}` } });
    if (status === 404 || status === 400) return null;
    if (status === 401 || status === 403) throw this.calls.refused(textAt(listAt(json, 'errors')[0], 'title') ?? `HTTP ${status}`);
    if (status !== 200 || typeof json !== 'object' || json === null) throw this.calls.garbage();
    return json;
  }

  /** https://developer.apple.com/documentation/applemusicapi/generating-developer-tokens */
  private developerToken({ teamId, keyId, privateKey }: { teamId: string; keyId: string; privateKey: KeyObject }): string {
    const now = Math.floor(Date.now() / 1_000);
    if (this.token && this.token.until > now) return this.token.text;
    const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
    const signed = `${part({ alg: 'ES256', kid: keyId })}.${part({ iss: teamId, iat: now, exp: now + tokenTime })}`;
    // JWS wants the two numbers side by side (RFC 7518, 3.4), not in ASN.1.
    const text = `${signed}.${sign('sha256', Buffer.from(signed), { key: privateKey, dsaEncoding: 'ieee-p1363' }).toString('base64url')}`;
    this.token = { text, until: now + tokenTime - 60 };
    return text;
  }
}

function linked(url: string): { id: string; entity: 'album' | 'track'; country: string | undefined } | null {
  const found = recogniseAny(url);
  if (found.status !== 'recognised' || (found.platform !== 'apple_music' && found.platform !== 'itunes') || found.id === undefined || !/^\d+$/u.test(found.id)) return null;
  return found.entity === 'album' || found.entity === 'track' ? { id: found.id, entity: found.entity, country: found.country } : null;
}

const readAlbums = (rows: readonly unknown[], shop: string, by: FoundBy) => rows.map((row) => readAlbum(row, shop, by)).filter((release) => release !== null);

function readAlbum(row: unknown, shop: string, by: FoundBy): FoundRelease | null {
  const id = idAt(row, 'id');
  const attributes = at(row, 'attributes');
  const written = textAt(attributes, 'name');
  if (id === null || written === null) return null;
  const { title, kind } = withoutKind(written);
  return {
    ...emptyRelease({ service: 'apple-music', id, by, title, artist: textAt(attributes, 'artistName') ?? '' }),
    type: kind ?? (at(attributes, 'isSingle') === true ? 'single' : at(attributes, 'isCompilation') === true ? 'compilation' : 'album'),
    releaseDate: wholeDate(textAt(attributes, 'releaseDate')),
    upc: readUpc(textAt(attributes, 'upc')),
    label: textAt(attributes, 'recordLabel'),
    country: shop.toUpperCase(),
    artworkUrl: readArtwork(at(attributes, 'artwork')),
    tracks: listAt(row, 'relationships', 'tracks', 'data').filter((track) => textAt(track, 'type') === 'songs').map(readTrack).filter((track) => track !== null).map((track, index) => ({ ...track, position: index + 1 })),
    links: canonicalLinks([textAt(attributes, 'url') ?? `https://music.apple.com/${shop.toLowerCase()}/album/${id}`]),
  };
}

const largestArtwork = 3_000;

/** A pattern of an address, with the size to be put in. */
function readArtwork(artwork: unknown): string | null {
  const size = String(Math.min(numberAt(artwork, 'width') ?? largestArtwork, largestArtwork));
  const pattern = textAt(artwork, 'url');
  return pattern === null ? null : urlAt(pattern.replace('{w}', size).replace('{h}', size).replace('{f}', 'jpg').replace('{c}', 'bb'));
}

function readTrack(row: unknown): FoundTrack | null {
  const attributes = at(row, 'attributes');
  const title = textAt(attributes, 'name');
  return title === null ? null : { position: 0, title, isrc: readIsrc(textAt(attributes, 'isrc')), durationMs: numberAt(attributes, 'durationInMillis'), previewUrl: urlAt(listAt(attributes, 'previews')[0], 'url') };
}
