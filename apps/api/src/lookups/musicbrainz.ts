import { upcKey } from '@lynkify/domain';
import { canonical, recogniseAny } from '@lynkify/platforms';
import { padUpc, readUpc } from './found.js';
import type { ArtistReleasesAnswer, Asking, FoundRelease, Lookup, LookupAnswer, Query } from './lookup.js';
import { bestOfGroup, readRelease, releaseIncludes } from './musicbrainz-release.js';
import { at, idAt, listAt, numberAt, textAt } from './read-json.js';
import { answering, firstFinding, type Ask, type ServiceCalls, type Way } from './service-calls.js';

export const publicMusicbrainz = 'https://musicbrainz.org';
/** Editions of one release that are looked at; each is a turn of its own. */
const editions = 3;
const groupsAtOnce = 10;
const searchScore = 90;

/** https://musicbrainz.org/doc/MusicBrainz_API. One barcode may be of several releases, an ISRC of several recordings. */
export class MusicBrainz implements Lookup {
  readonly service = 'musicbrainz';
  readonly name = 'MusicBrainz';
  readonly configured = true;

  constructor(
    private readonly calls: ServiceCalls,
    private readonly origin: string,
  ) {}

  can({ upc, isrc, link, search }: Query): boolean {
    return upc !== undefined || isrc !== undefined || search !== undefined || link !== undefined;
  }

  find(query: Query, asking?: Asking): Promise<LookupAnswer> {
    return firstFinding(this.calls.begin(asking), this.ways(query));
  }

  artistReleases({ url }: { platform: string; url: string }, _country: string, cursor: string | null, asking?: Asking): Promise<ArtistReleasesAnswer> {
    return answering(async () => {
      const id = /^https?:\/\/(?:beta\.)?musicbrainz\.org\/artist\/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})(?:[/?#]|$)/iu.exec(url)?.[1]?.toLowerCase();
      if (id === undefined) return { outcome: 'missed' };
      const ask = this.calls.begin(asking);
      const name = textAt(await this.json(ask, `artist/${id}?fmt=json`), 'name');
      if (name === null) return { outcome: 'missed' };
      const offset = Number(/^\d{1,6}$/u.exec(cursor ?? '')?.[0] ?? 0);
      const page = await this.json(ask, `release-group?artist=${id}&offset=${offset}&limit=${groupsAtOnce}&fmt=json`);
      const groups = listAt(page, 'release-groups');
      const releases: FoundRelease[] = [];
      for (const group of groups) {
        const inGroup = await this.json(ask, `release?release-group=${idAt(group, 'id') ?? ''}&status=official&limit=25&inc=${releaseIncludes}&fmt=json`);
        const best = bestOfGroup(listAt(inGroup, 'releases').map((row) => readRelease(row, 'link')).filter((release) => release !== null));
        if (best) releases.push(best);
      }
      const next = offset + groups.length;
      return { outcome: 'found', artist: { name }, releases, next: groups.length > 0 && (numberAt(page, 'release-group-count') ?? 0) > next ? String(next) : null };
    });
  }

  private *ways({ upc, isrc, link, search }: Query): Generator<Way> {
    if (upc !== undefined) yield (ask) => this.byBarcode(ask, upc);
    if (link) yield (ask) => this.byLink(ask, link.url);
    if (isrc !== undefined) yield (ask) => this.byIsrc(ask, isrc);
    if (search) yield (ask) => this.bySearch(ask, search);
  }

  /** Barcodes are kept as they are printed. */
  private async byBarcode(ask: Ask, upc: string): Promise<FoundRelease[]> {
    const spellings = [...new Set([upcKey(upc), padUpc(upc, 12), padUpc(upc, 13), padUpc(upc, 14)])];
    const found = await this.json(ask, `release/?query=${encodeURIComponent(`barcode:(${spellings.join(' OR ')})`)}&limit=10&fmt=json`);
    const same = listAt(found, 'releases').filter((row) => upcKey(readUpc(textAt(row, 'barcode')) ?? '') === upcKey(upc));
    return this.releases(ask, same, 'upc');
  }

  private async byIsrc(ask: Ask, isrc: string): Promise<FoundRelease[]> {
    const found = await this.json(ask, `isrc/${encodeURIComponent(isrc)}?inc=releases&fmt=json`);
    const rows = listAt(found, 'recordings').flatMap((recording) => listAt(recording, 'releases'));
    const official = rows.filter((row) => (textAt(row, 'status') ?? 'Official') === 'Official');
    return this.releases(ask, official.sort((a, b) => (textAt(a, 'date') ?? '9').localeCompare(textAt(b, 'date') ?? '9')), 'isrc');
  }

  /** Whose link it is, by the search: a look-up of the address would want MusicBrainz' own spelling of it. */
  private async byLink(ask: Ask, url: string): Promise<FoundRelease[]> {
    const own = canonical(url);
    if (own === null) return [];
    const terms = spellingsOf(own).map((each) => `"${each.replaceAll('"', '')}"`).join(' OR ');
    const found = await this.json(ask, `url/?query=${encodeURIComponent(`url:(${terms})`)}&limit=10&fmt=json`);
    const rows = listAt(found, 'urls').filter((row) => sameShop(canonical(textAt(row, 'resource') ?? ''), own));
    // Relations lie under a list of lists, or flat once the announced search is there.
    const relations = rows.flatMap((row) => [...listAt(row, 'relations'), ...listAt(row, 'relation-list').flatMap((each) => listAt(each, 'relations'))]);
    return this.releases(ask, relations.map((relation) => at(relation, 'release')).filter((release) => release !== undefined), 'link');
  }

  private async bySearch(ask: Ask, { title, artist }: { title: string; artist: string }): Promise<FoundRelease[]> {
    const quoted = (text: string) => `"${text.replace(/["\\]/gu, ' ')}"`;
    const found = await this.json(ask, `release/?query=${encodeURIComponent(`release:${quoted(title)} AND artist:${quoted(artist)}`)}&limit=5&fmt=json`);
    return this.releases(ask, listAt(found, 'releases').filter((row) => Number(at(row, 'score')) >= searchScore), 'search');
  }

  /** Search results have no links and no tracks. */
  private async releases(ask: Ask, rows: readonly unknown[], by: FoundRelease['by']): Promise<FoundRelease[]> {
    const ids = [...new Set(rows.map((row) => idAt(row, 'id')).filter((id) => id !== null))].slice(0, editions);
    const releases: FoundRelease[] = [];
    for (const id of ids) {
      const release = readRelease(await this.json(ask, `release/${encodeURIComponent(id)}?inc=${releaseIncludes}&fmt=json`), by);
      if (release) releases.push(release);
    }
    return releases;
  }

  /** Null: there is no such thing. */
  private async json(ask: Ask, path: string): Promise<unknown> {
    const mirror = this.origin !== publicMusicbrainz;
    const { status, json } = await ask({ url: `${this.origin}/ws/2/${path}`, freely: mirror, ofOperator: mirror });
    if (status === 404 || status === 400) return null;
    if (status === 401 || status === 403) throw this.calls.refused(`HTTP ${status}`);
    if (status !== 200 || typeof json !== 'object' || json === null) throw this.calls.garbage();
    return json;
  }
}

/** How MusicBrainz may have written an address: Apple's with any of the shops that most of its editors are in. */
function spellingsOf(url: string): string[] {
  const [, country, rest] = /^https:\/\/music\.apple\.com\/([a-z]{2})\/(album\/\d+)$/u.exec(url) ?? [];
  if (rest !== undefined) return [...new Set([country, 'us', 'gb', 'de', 'jp', 'fr', 'ca'])].map((each) => `https://music.apple.com/${each ?? ''}/${rest}`);
  return [url];
}

/** One album has an address in every country's shop. */
function sameShop(one: string | null, other: string): boolean {
  if (one === other) return true;
  const [a, b] = [recogniseAny(one ?? ''), recogniseAny(other)];
  return a.status === 'recognised' && b.status === 'recognised' && a.id !== undefined && a.platform === b.platform && a.entity === b.entity && a.id === b.id;
}
