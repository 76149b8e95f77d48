import { recogniseAny } from '@lynkify/platforms';
import { canonicalLinks, emptyRelease, padUpc, wholeDate, withoutKind } from './found.js';
import type { ArtistReleasesAnswer, Asking, FoundBy, FoundRelease, FoundTrack, Lookup, LookupAnswer, Query } from './lookup.js';
import { idAt, listAt, numberAt, textAt, urlAt } from './read-json.js';
import { answering, firstFinding, type Ask, type ServiceCalls, type Way } from './service-calls.js';

const origin = 'https://itunes.apple.com';
const mostSongs = '200';

/**
 * https://developer.apple.com/library/archive/documentation/AudioVideo/Conceptual/iTuneSearchAPI/. It tells neither UPC
 * nor ISRC; `isrc` is not documented, so what it gives counts as found by searching.
 */
export class Itunes implements Lookup {
  readonly service = 'itunes';
  readonly name = 'Apple Music (iTunes)';
  readonly configured = true;

  constructor(private readonly calls: ServiceCalls) {}

  can({ upc, isrc, link, search }: Query): boolean {
    return upc !== undefined || isrc !== undefined || search !== undefined || (link !== undefined && idOf(link) !== null);
  }

  find(query: Query, asking?: Asking): Promise<LookupAnswer> {
    return firstFinding(this.calls.begin(asking), this.ways(query));
  }

  artistReleases({ url }: { platform: string; url: string }, country: string, _cursor: string | null, asking?: Asking): Promise<ArtistReleasesAnswer> {
    return answering(async () => {
      const artist = recogniseAny(url);
      if (artist.status !== 'recognised' || artist.platform !== 'apple_music' || artist.entity !== 'artist' || artist.id === undefined) return { outcome: 'missed' };
      const shop = (artist.country ?? country).toUpperCase();
      const rows = await this.results(this.calls.begin(asking), 'lookup', { id: artist.id, entity: 'album', limit: mostSongs, sort: 'recent' }, shop);
      const name = rows.map((row) => (textAt(row, 'wrapperType') === 'artist' ? textAt(row, 'artistName') : null)).find((each) => each !== null);
      if (name === null || name === undefined) return { outcome: 'missed' };
      // The API knows no second page.
      return { outcome: 'found', artist: { name }, releases: readReleases(rows, 'link', shop), next: null };
    });
  }

  private *ways({ upc, isrc, link, search, country }: Query): Generator<Way> {
    const known = link ? idOf(link) : null;
    if (known) yield (ask) => this.byId(ask, known, (known.country ?? country).toUpperCase());
    if (upc !== undefined) yield async (ask) => readReleases(await this.results(ask, 'lookup', { upc: padUpc(upc, 12), entity: 'song', limit: mostSongs }, country), 'upc', country);
    if (isrc !== undefined) yield async (ask) => readReleases(await this.results(ask, 'lookup', { isrc, entity: 'song' }, country), 'search', country);
    if (search) yield async (ask) => readReleases(await this.results(ask, 'search', { term: `${search.artist} ${search.title}`, media: 'music', entity: 'album', limit: '10' }, country), 'search', country);
  }

  private async byId(ask: Ask, { id, kind }: AppleId, shop: string): Promise<FoundRelease[]> {
    if (kind === 'podcast') return readPodcast(await this.results(ask, 'lookup', { id: id.show ?? id.own, entity: 'podcastEpisode', limit: mostSongs }, shop), id.own, shop);
    if (kind === 'album') return readReleases(await this.results(ask, 'lookup', { id: id.own, entity: 'song', limit: mostSongs }, shop), 'link', shop, id.track);
    // A song's address does not name its album.
    const [song] = await this.results(ask, 'lookup', { id: id.own }, shop);
    const album = idAt(song, 'collectionId');
    return album === null ? [] : readReleases(await this.results(ask, 'lookup', { id: album, entity: 'song', limit: mostSongs }, shop), 'link', shop, id.own);
  }

  private async results(ask: Ask, path: 'lookup' | 'search', parameters: Readonly<Record<string, string>>, country: string): Promise<readonly unknown[]> {
    const { status, json, headers } = await ask({ url: `${origin}/${path}?${new URLSearchParams({ ...parameters, country: country.toLowerCase() }).toString()}` });
    // Asked too often it says 403, with the body of an answer that found nothing: not a miss.
    if (status === 403) throw await this.calls.limited(headers, 'HTTP 403');
    if (status === 400 || status === 404) return [];
    if (status !== 200 || numberAt(json, 'resultCount') === null) throw this.calls.garbage();
    return listAt(json, 'results');
  }
}

interface AppleId {
  kind: 'album' | 'song' | 'podcast';
  id: { own: string; track?: string; show?: string };
  country?: string | undefined;
}

/** What a link names in Apple's catalogue. */
function idOf({ url }: { url: string }): AppleId | null {
  const found = recogniseAny(url);
  if (found.status !== 'recognised' || found.id === undefined || !/^\d+$/u.test(found.id)) return null;
  const { platform, entity, id, country } = found;
  if (platform === 'apple_podcasts') {
    const show = /\/id(\d+)/u.exec(found.url)?.[1];
    return entity === 'episode' && show !== undefined ? { kind: 'podcast', id: { own: id, show }, country } : null;
  }
  if (platform !== 'apple_music' && platform !== 'itunes') return null;
  if (entity === 'album') return { kind: 'album', id: { own: id }, country };
  const album = /\/album\/(?:id)?(\d+)/u.exec(found.url)?.[1];
  if (entity === 'track') return album === undefined ? { kind: 'song', id: { own: id }, country } : { kind: 'album', id: { own: album, track: id }, country };
  return null;
}

/** Albums with their tracks; where an answer holds tracks alone, the albums that they name. */
function readReleases(rows: readonly unknown[], by: FoundBy, country: string, track?: string): FoundRelease[] {
  const releases = new Map<string, FoundRelease>();
  for (const row of rows) {
    const id = idAt(row, 'collectionId');
    const written = textAt(row, 'collectionName');
    const artist = textAt(row, 'collectionArtistName') ?? textAt(row, 'artistName');
    if (id === null || written === null || artist === null) continue;
    const isCollection = textAt(row, 'wrapperType') === 'collection';
    if (!releases.has(id)) releases.set(id, readAlbum(row, { id, written, artist, by, country: country.toUpperCase(), isCollection }));
    const release = releases.get(id);
    if (isCollection || !release || textAt(row, 'kind') !== 'song') continue;
    const song = readSong(row, release.tracks.length + 1);
    if (song) release.tracks.push(song);
    if (track !== undefined && idAt(row, 'trackId') === track) release.links = canonicalLinks([...release.links.map(({ url }) => url), textAt(row, 'trackViewUrl')]);
  }
  return [...releases.values()];
}

function readAlbum(row: unknown, { id, written, artist, by, country, isCollection }: { id: string; written: string; artist: string; by: FoundBy; country: string; isCollection: boolean }): FoundRelease {
  const { title, kind } = withoutKind(written);
  const page = isCollection ? textAt(row, 'collectionViewUrl') : null;
  const album = page ?? `https://music.apple.com/${country.toLowerCase()}/album/${id}`;
  const sold = (numberAt(row, 'collectionPrice') ?? -1) > 0;
  return {
    ...emptyRelease({ service: 'itunes', id, by, title, artist }),
    type: kind ?? (textAt(row, 'collectionType') === 'Compilation' ? 'compilation' : isCollection ? 'album' : null),
    // A track's row has the track's date.
    releaseDate: isCollection ? wholeDate(textAt(row, 'releaseDate')) : null,
    country,
    // Apple makes any size up to that of the original.
    artworkUrl: urlAt(row, 'artworkUrl100')?.replace(/\/\d+x\d+bb\.(?:jpg|png|webp)$/u, '/3000x3000bb.jpg') ?? null,
    links: canonicalLinks([album, sold ? `https://itunes.apple.com/${country.toLowerCase()}/album/id${id}?app=itunes` : null]),
  };
}

function readSong(row: unknown, position: number): FoundTrack | null {
  const title = textAt(row, 'trackName');
  return title === null ? null : { position, title, isrc: null, durationMs: numberAt(row, 'trackTimeMillis'), previewUrl: urlAt(row, 'previewUrl') };
}

/** The episode among those of its show: asked by its own id alone, the API finds nothing. */
function readPodcast(rows: readonly unknown[], episode: string, country: string): FoundRelease[] {
  const show = rows.find((row) => textAt(row, 'kind') === 'podcast');
  const row = rows.find((each) => textAt(each, 'wrapperType') === 'podcastEpisode' && idAt(each, 'trackId') === episode);
  const title = textAt(row, 'trackName');
  const artist = textAt(row, 'collectionName') ?? textAt(show, 'collectionName');
  if (title === null || artist === null) return [];
  return [
    {
      ...emptyRelease({ service: 'itunes', id: episode, by: 'link', title, artist }),
      type: 'podcast-episode',
      releaseDate: wholeDate(textAt(row, 'releaseDate')),
      country,
      artworkUrl: urlAt(row, 'artworkUrl600') ?? urlAt(show, 'artworkUrl600'),
      links: canonicalLinks([textAt(row, 'trackViewUrl')]),
    },
  ];
}
