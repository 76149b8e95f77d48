import type { ReleaseType } from '@lynkify/domain';
import { recogniseAny } from '@lynkify/platforms';
import { canonicalLinks, emptyRelease, padUpc, readIsrc, readUpc, sameUpc, wholeDate } from './found.js';
import type { ArtistReleasesAnswer, Asking, FoundBy, FoundRelease, FoundTrack, Lookup, LookupAnswer, Query } from './lookup.js';
import { at, idAt, listAt, numberAt, textAt, urlAt } from './read-json.js';
import { answering, firstFinding, type Ask, type ServiceCalls, type Way } from './service-calls.js';

const origin = 'https://api.deezer.com';
/** Of an artist's list; each costs two calls more, for its barcode and its tracks' codes. */
const albumsAtOnce = 20;
const searchedAlbums = 3;
const types: Readonly<Record<string, ReleaseType>> = { single: 'single', ep: 'ep', album: 'album', compile: 'compilation', compilation: 'compilation' };

/** https://developers.deezer.com/api. Errors come with status 200 and in several shapes. */
export class Deezer implements Lookup {
  readonly service = 'deezer';
  readonly name = 'Deezer';
  readonly configured = true;

  constructor(private readonly calls: ServiceCalls) {}

  can({ upc, isrc, link, search }: Query): boolean {
    return upc !== undefined || isrc !== undefined || search !== undefined || (link !== undefined && linked(link.url, ['album', 'track']) !== null);
  }

  find(query: Query, asking?: Asking): Promise<LookupAnswer> {
    return firstFinding(this.calls.begin(asking), this.ways(query));
  }

  artistReleases({ url }: { platform: string; url: string }, _country: string, cursor: string | null, asking?: Asking): Promise<ArtistReleasesAnswer> {
    return answering(async () => {
      const artist = linked(url, ['artist']);
      if (!artist) return { outcome: 'missed' };
      const ask = this.calls.begin(asking);
      const name = textAt(await this.json(ask, `/artist/${artist.id}`), 'name');
      if (name === null) return { outcome: 'missed' };
      const index = Number(/^\d{1,6}$/u.exec(cursor ?? '')?.[0] ?? 0);
      const page = await this.json(ask, `/artist/${artist.id}/albums?index=${index}&limit=${albumsAtOnce}`);
      const rows = listAt(page, 'data');
      const releases = [];
      for (const row of rows) releases.push(...(await this.album(ask, idAt(row, 'id'), 'link')));
      const more = rows.length > 0 && (textAt(page, 'next') !== null || (numberAt(page, 'total') ?? 0) > index + rows.length);
      return { outcome: 'found', artist: { name }, releases, next: more ? String(index + rows.length) : null };
    });
  }

  private *ways({ upc, isrc, link, search }: Query): Generator<Way> {
    const known = link ? linked(link.url, ['album', 'track']) : null;
    if (known) yield (ask) => (known.entity === 'album' ? this.album(ask, known.id, 'link') : this.track(ask, `/track/${known.id}`, 'link'));
    // Asked for a barcode it does not have, it may give another release.
    if (upc !== undefined) yield async (ask) => (await this.album(ask, `upc:${padUpc(upc, 12)}`, 'upc')).filter((release) => sameUpc(release.upc, upc));
    if (isrc !== undefined) yield (ask) => this.track(ask, `/track/isrc:${encodeURIComponent(isrc)}`, 'isrc', isrc);
    if (search) yield (ask) => this.search(ask, search);
  }

  private async search(ask: Ask, { title, artist }: { title: string; artist: string }): Promise<FoundRelease[]> {
    const quoted = (text: string) => `"${text.replaceAll('"', ' ')}"`;
    const found = await this.json(ask, `/search/album?q=${encodeURIComponent(`artist:${quoted(artist)} album:${quoted(title)}`)}&limit=${searchedAlbums}`);
    const releases = [];
    // The list has no dates and no codes.
    for (const row of listAt(found, 'data').slice(0, searchedAlbums)) releases.push(...(await this.album(ask, idAt(row, 'id'), 'search')));
    return releases;
  }

  private async track(ask: Ask, path: string, by: FoundBy, isrc?: string): Promise<FoundRelease[]> {
    const track = await this.json(ask, path);
    if (track === null || (isrc !== undefined && readIsrc(textAt(track, 'isrc')) !== isrc)) return [];
    const releases = await this.album(ask, idAt(track, 'album', 'id'), by);
    return releases.map((release) => ({ ...release, links: canonicalLinks([...release.links.map(({ url }) => url), textAt(track, 'link')]) }));
  }

  private async album(ask: Ask, id: string | null, by: FoundBy): Promise<FoundRelease[]> {
    const album = id === null ? null : await this.json(ask, `/album/${id}`);
    const own = idAt(album, 'id');
    const title = textAt(album, 'title');
    if (own === null || title === null) return [];
    // Only the list of its own has the tracks' codes.
    const listed = listAt(await this.json(ask, `/album/${own}/tracks?limit=500`), 'data');
    const tracks = listed.length > 0 ? listed : listAt(album, 'tracks', 'data');
    return [
      {
        ...emptyRelease({ service: 'deezer', id: own, by, title, artist: artistOf(album) }),
        type: types[textAt(album, 'record_type') ?? ''] ?? null,
        releaseDate: wholeDate(textAt(album, 'release_date')),
        upc: readUpc(textAt(album, 'upc')),
        label: textAt(album, 'label'),
        artworkUrl: urlAt(album, 'cover_xl'),
        tracks: tracks.map(readTrack).filter((track) => track !== null).map((track, index) => ({ ...track, position: index + 1 })),
        links: canonicalLinks([textAt(album, 'link') ?? `https://www.deezer.com/album/${own}`]),
      },
    ];
  }

  /** Null: there is no such thing. */
  private async json(ask: Ask, path: string): Promise<unknown> {
    const { status, json, headers } = await ask({ url: `${origin}${path}` });
    const error = at(json, 'error');
    if (error === undefined) {
      if (status === 404) return null;
      if (status === 403) throw await this.calls.limited(headers, 'HTTP 403');
      if (status !== 200 || typeof json !== 'object' || json === null) throw this.calls.garbage();
      return json;
    }
    switch (numberAt(error, 'code')) {
      case 4: // Quota
        throw await this.calls.limited(headers, 'quota');
      case 700: // Service busy
        throw this.calls.down('busy');
      case 200: // Permission
      case 300: // Token
        throw this.calls.refused(textAt(error, 'message') ?? 'no permission');
      default: // No data, wrong parameter, an unknown path; some without a code, one as a text.
        return null;
    }
  }
}

function linked(url: string, entities: readonly string[]): { id: string; entity: string } | null {
  const found = recogniseAny(url);
  return found.status === 'recognised' && found.platform === 'deezer' && found.id !== undefined && /^\d+$/u.test(found.id) && entities.includes(found.entity) ? { id: found.id, entity: found.entity } : null;
}

/** "artist" names only the first; the others contributed to it in the main role. */
function artistOf(album: unknown): string {
  const first = textAt(album, 'artist', 'name') ?? '';
  const main = listAt(album, 'contributors').flatMap((each) => (textAt(each, 'role') === 'Main' ? [textAt(each, 'name') ?? ''] : [])).filter((name) => name !== '');
  if (main.length < 2 || main[0] !== first) return first;
  return `${main.slice(0, -1).join(', ')} & ${main.at(-1) ?? ''}`;
}

function readTrack(row: unknown): FoundTrack | null {
  const title = textAt(row, 'title');
  const seconds = numberAt(row, 'duration');
  // The addresses of its previews end after some minutes.
  return title === null ? null : { position: 0, title, isrc: readIsrc(textAt(row, 'isrc')), durationMs: seconds === null ? null : seconds * 1_000, previewUrl: null };
}
