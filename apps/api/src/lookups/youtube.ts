import { releaseMoment } from '@lynkify/domain';
import { recogniseAny } from '@lynkify/platforms';
import type { Asking, FoundBy, FoundRelease, Lookup, LookupAnswer, Query } from './lookup.js';
import { at, idAt, listAt, textAt } from './read-json.js';
import { firstFinding, type Ask, type ServiceAnswer, type ServiceCalls, type Way } from './service-calls.js';
import { readPlaylist, readVideo } from './youtube-texts.js';

const origin = 'https://www.googleapis.com/youtube/v3';
/** Units of the daily budget that a call costs: https://developers.google.com/youtube/v3/determine_quota_cost. */
const searchCost = 100;
const readCost = 1;
const spent: ReadonlySet<string> = new Set(['quotaExceeded', 'dailyLimitExceeded']);
const tooQuick: ReadonlySet<string> = new Set(['rateLimitExceeded', 'userRateLimitExceeded']);

/** https://developers.google.com/youtube/v3/docs. Knows no codes; a search is dear, so it is done once and for everything. */
export class YouTube implements Lookup {
  readonly service = 'youtube';
  readonly name = 'YouTube';
  readonly configured: boolean;

  constructor(
    private readonly calls: ServiceCalls,
    private readonly key: string | null,
  ) {
    this.configured = key !== null;
  }

  can({ link, search }: Query): boolean {
    return search !== undefined || (link !== undefined && linked(link.url) !== null);
  }

  find(query: Query, asking?: Asking): Promise<LookupAnswer> {
    return firstFinding(this.calls.begin(asking), this.ways(query));
  }

  private *ways({ link, search, country }: Query): Generator<Way> {
    const known = link ? linked(link.url) : null;
    if (known?.kind === 'video') yield (ask) => this.videos(ask, [known.id], 'link');
    if (known?.kind === 'playlist') yield (ask) => this.playlists(ask, [known.id], 'link');
    if (search) {
      yield async (ask) => {
        const found = await this.json(ask, 'search', { part: 'snippet', type: 'video,playlist', q: `${search.artist} ${search.title}`, maxResults: '10', regionCode: country }, searchCost);
        const ids = (kind: string) => listAt(found, 'items').map((item) => idAt(item, 'id', `${kind}Id`)).filter((id) => id !== null);
        return [...(await this.playlists(ask, ids('playlist'), 'search')), ...(await this.videos(ask, ids('video'), 'search'))];
      };
    }
  }

  /** What a search gives cuts titles and descriptions short. */
  private async videos(ask: Ask, ids: readonly string[], by: FoundBy): Promise<FoundRelease[]> {
    if (ids.length === 0) return [];
    const found = await this.json(ask, 'videos', { part: 'snippet,contentDetails', id: ids.join(',') }, readCost);
    return listAt(found, 'items').map((item) => readVideo(item, by)).filter((release) => release !== null);
  }

  private async playlists(ask: Ask, ids: readonly string[], by: FoundBy): Promise<FoundRelease[]> {
    if (ids.length === 0) return [];
    const found = await this.json(ask, 'playlists', { part: 'snippet', id: ids.join(',') }, readCost);
    const releases: FoundRelease[] = [];
    for (const item of listAt(found, 'items')) {
      const id = idAt(item, 'id') ?? '';
      // Anybody can make a playlist; the ones of albums are YouTube's own.
      if (!id.startsWith('OLAK5uy_')) continue;
      const videos = await this.json(ask, 'playlistItems', { part: 'snippet', playlistId: id, maxResults: '50' }, readCost);
      const release = readPlaylist(item, listAt(videos, 'items'), by);
      if (release) releases.push(release);
    }
    return releases;
  }

  /** Null: there is no such thing. */
  private async json(ask: Ask, path: string, parameters: Readonly<Record<string, string>>, cost: number): Promise<unknown> {
    if (this.key === null) throw this.calls.refused('there is none');
    const answer = await ask({ url: `${origin}/${path}?${new URLSearchParams(parameters).toString()}`, headers: { 'x-goog-api-key': this.key }, cost });
    const { status, json } = answer;
    if (status === 404) return null;
    if (status >= 400) throw await this.refusal(answer);
    if (status !== 200 || typeof json !== 'object' || json === null || at(json, 'error') !== undefined) throw this.calls.garbage();
    return json;
  }

  private async refusal({ status, json, headers }: ServiceAnswer): Promise<Error> {
    const reason = textAt(listAt(json, 'error', 'errors')[0], 'reason') ?? '';
    if (spent.has(reason)) return this.calls.limited(headers, reason, tomorrowInCalifornia());
    if (tooQuick.has(reason)) return this.calls.limited(headers, reason);
    return this.calls.refused(reason === '' ? `HTTP ${status}` : reason);
  }
}

/** Where the day of the budget begins. */
const zone = 'America/Los_Angeles';

function tomorrowInCalifornia(): Date {
  const today = new Intl.DateTimeFormat('sv-SE', { timeZone: zone }).format();
  const tomorrow = new Date(Date.parse(today) + 24 * 3_600_000).toISOString().slice(0, 10);
  const moment = releaseMoment({ date: tomorrow, time: null, timeZone: zone });
  return new Date(moment.ok ? moment.value : Date.now() + 24 * 3_600_000);
}

function linked(url: string): { kind: 'video' | 'playlist'; id: string } | null {
  const found = recogniseAny(url);
  if (found.status !== 'recognised' || (found.platform !== 'youtube' && found.platform !== 'youtube_music') || found.id === undefined) return null;
  if (found.id.startsWith('OLAK5uy_')) return { kind: 'playlist', id: found.id };
  return /^[\w-]{11}$/u.test(found.id) ? { kind: 'video', id: found.id } : null;
}
