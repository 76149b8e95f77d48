import type { ReleaseType } from '@lynkify/domain';
import { recogniseAny } from '@lynkify/platforms';
import { ClientToken } from './client-token.js';
import { canonicalLinks, emptyRelease, padUpc, readIsrc, readUpc, sameUpc, wholeDate } from './found.js';
import type { Asking, FoundBy, FoundRelease, FoundTrack, Lookup, LookupAnswer, Query } from './lookup.js';
import type { ClientCredentials } from './lookup-settings.js';
import { at, idAt, listAt, numberAt, textAt, urlAt } from './read-json.js';
import { firstFinding, type Ask, type ServiceCalls, type Way } from './service-calls.js';

const origin = 'https://openapi.tidal.com/v2';
const included = 'artists,coverArt,items';
const types: Readonly<Record<string, ReleaseType>> = { SINGLE: 'single', EP: 'ep', ALBUM: 'album' };

/** https://tidal-music.github.io/tidal-api-reference/ (JSON:API). */
export class Tidal implements Lookup {
  readonly service = 'tidal';
  readonly name = 'TIDAL';
  readonly configured: boolean;
  private readonly token: ClientToken | null;

  constructor(
    private readonly calls: ServiceCalls,
    credentials: ClientCredentials | null,
  ) {
    this.configured = credentials !== null;
    this.token = credentials && new ClientToken(calls, 'https://auth.tidal.com/v1/oauth2/token', credentials);
  }

  can({ upc, isrc, link }: Query): boolean {
    return upc !== undefined || isrc !== undefined || (link !== undefined && linked(link.url) !== null);
  }

  find(query: Query, asking?: Asking): Promise<LookupAnswer> {
    return firstFinding(this.calls.begin(asking), this.ways(query));
  }

  private *ways({ upc, isrc, link, country }: Query): Generator<Way> {
    const known = link ? linked(link.url) : null;
    if (known?.entity === 'album') yield (ask) => this.albums(ask, 'id', known.id, country, 'link');
    if (known?.entity === 'track') yield (ask) => this.ofTrack(ask, 'id', known.id, country, 'link');
    if (upc !== undefined) {
      for (const spelling of new Set([padUpc(upc, 14), padUpc(upc, 12)])) yield async (ask) => (await this.albums(ask, 'barcodeId', spelling, country, 'upc')).filter((release) => sameUpc(release.upc, upc));
    }
    if (isrc !== undefined) yield (ask) => this.ofTrack(ask, 'isrc', isrc, country, 'isrc');
  }

  private async albums(ask: Ask, filter: 'id' | 'barcodeId', value: string, country: string, by: FoundBy): Promise<FoundRelease[]> {
    const document = await this.json(ask, `/albums?${new URLSearchParams({ countryCode: country, include: included, [`filter[${filter}]`]: value }).toString()}`);
    return listAt(document, 'data').map((row) => readAlbum(row, document, country, by)).filter((release) => release !== null);
  }

  private async ofTrack(ask: Ask, filter: 'id' | 'isrc', value: string, country: string, by: FoundBy): Promise<FoundRelease[]> {
    const document = await this.json(ask, `/tracks?${new URLSearchParams({ countryCode: country, include: 'albums', [`filter[${filter}]`]: value }).toString()}`);
    const track = listAt(document, 'data').find((row) => filter === 'id' || readIsrc(textAt(row, 'attributes', 'isrc')) === value);
    const album = idAt(listAt(track, 'relationships', 'albums', 'data')[0], 'id');
    if (album === null) return [];
    const releases = await this.albums(ask, 'id', album, country, by);
    return releases.map((release) => ({ ...release, links: canonicalLinks([...release.links.map(({ url }) => url), `https://tidal.com/track/${idAt(track, 'id') ?? ''}`]) }));
  }

  /** Null: there is no such thing. */
  private async json(ask: Ask, path: string): Promise<unknown> {
    if (!this.token) throw this.calls.refused('there are none');
    const { status, json } = await this.token.get(ask, `${origin}${path}`, 'application/vnd.api+json');
    if (status === 404 || status === 400) return null;
    if (status === 401 || status === 403) throw this.calls.refused(textAt(listAt(json, 'errors')[0], 'detail') ?? `HTTP ${status}`);
    if (status !== 200 || !Array.isArray(at(json, 'data'))) throw this.calls.garbage();
    return json;
  }
}

function linked(url: string): { id: string; entity: 'album' | 'track' } | null {
  const found = recogniseAny(url);
  if (found.status !== 'recognised' || found.platform !== 'tidal' || found.id === undefined || !/^\d+$/u.test(found.id)) return null;
  return found.entity === 'album' || found.entity === 'track' ? { id: found.id, entity: found.entity } : null;
}

/** What a resource names under a relationship and the document holds; what it does not hold is left out. */
function related(document: unknown, row: unknown, relationship: string): readonly unknown[] {
  const all = listAt(document, 'included');
  return listAt(row, 'relationships', relationship, 'data')
    .map((reference) => all.find((each) => textAt(each, 'type') === textAt(reference, 'type') && idAt(each, 'id') === idAt(reference, 'id')))
    .filter((each) => each !== undefined);
}

function readAlbum(row: unknown, document: unknown, country: string, by: FoundBy): FoundRelease | null {
  const id = idAt(row, 'id');
  const title = textAt(row, 'attributes', 'title');
  if (id === null || title === null) return null;
  const version = textAt(row, 'attributes', 'version');
  const tracks = related(document, row, 'items').filter((item) => textAt(item, 'type') === 'tracks');
  return {
    ...emptyRelease({ service: 'tidal', id, by, title: version === null ? title : `${title} (${version})`, artist: related(document, row, 'artists').map((artist) => textAt(artist, 'attributes', 'name')).filter((name) => name !== null).join(', ') }),
    type: types[textAt(row, 'attributes', 'albumType') ?? textAt(row, 'attributes', 'type') ?? ''] ?? null,
    releaseDate: wholeDate(textAt(row, 'attributes', 'releaseDate')),
    upc: readUpc(textAt(row, 'attributes', 'barcodeId')),
    country: country.toUpperCase(),
    artworkUrl: largest(listAt(related(document, row, 'coverArt')[0], 'attributes', 'files')) ?? largest(listAt(row, 'attributes', 'imageLinks')),
    tracks: tracks.map(readTrack).filter((track) => track !== null).map((track, index) => ({ ...track, position: index + 1 })),
    links: canonicalLinks([`https://tidal.com/album/${id}`]),
  };
}

/** Cover art is in a resource of its own; until 2025 its links stood with the album. */
function largest(files: readonly unknown[]): string | null {
  const width = (file: unknown) => numberAt(file, 'meta', 'width') ?? 0;
  return urlAt([...files].sort((a, b) => width(b) - width(a))[0], 'href');
}

function readTrack(row: unknown): FoundTrack | null {
  const title = textAt(row, 'attributes', 'title');
  return title === null ? null : { position: 0, title, isrc: readIsrc(textAt(row, 'attributes', 'isrc')), durationMs: readDuration(textAt(row, 'attributes', 'duration')), previewUrl: null };
}

/** ISO 8601, `PT1H4M12S`. */
export function readDuration(text: string | null): number | null {
  const [whole, hours = 0, minutes = 0, seconds = 0] = /^PT(?:(\d{1,3})H)?(?:(\d{1,4})M)?(?:(\d{1,5})(?:\.\d+)?S)?$/u.exec(text ?? '') ?? [];
  return whole === undefined ? null : ((Number(hours) * 60 + Number(minutes)) * 60 + Number(seconds)) * 1_000;
}
