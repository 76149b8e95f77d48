import { canonicalLinks, emptyRelease, withoutKind } from './found.js';
import type { Asking, FoundRelease, Lookup, LookupAnswer, Query } from './lookup.js';
import type { LookupSettings } from './lookup-settings.js';
import { at, idAt, textAt, urlAt } from './read-json.js';
import { answering, type ServiceCalls } from './service-calls.js';

const endpoint = 'https://api.song.link/v1-alpha.1/links';

/** https://odesli.co. Collects what others know under one link; asked only where the instance says so. */
export class Odesli implements Lookup {
  readonly service = 'odesli';
  readonly name = 'Odesli';
  readonly configured: boolean;

  constructor(
    private readonly calls: ServiceCalls,
    private readonly settings: LookupSettings['odesli'],
  ) {
    this.configured = settings !== null;
  }

  can({ link }: Query): boolean {
    return link !== undefined;
  }

  find({ link, country }: Query, asking?: Asking): Promise<LookupAnswer> {
    return answering(async () => {
      if (!link) return { outcome: 'missed' };
      if (!this.settings) throw this.calls.refused('it is switched off');
      const { key } = this.settings;
      const parameters = new URLSearchParams({ url: link.url, userCountry: country, ...(key === null ? {} : { key }) });
      const { status, json } = await this.calls.begin(asking)({ url: `${endpoint}?${parameters.toString()}` });
      // What it says besides may be empty or no JSON.
      if (status === 404 || status === 400) return { outcome: 'missed' };
      if (status === 401 || status === 403) throw this.calls.refused(`HTTP ${status}`);
      if (status !== 200 || typeof at(json, 'linksByPlatform') !== 'object') throw this.calls.garbage();
      const releases = readReleases(json, country);
      return releases.length > 0 ? { outcome: 'found', releases } : { outcome: 'missed' };
    });
  }
}

interface Entity {
  id: string;
  title: string | null;
  artist: string | null;
  artworkUrl: string | null;
}

/**
 * One release for each title that the platforms' own entries have. Odesli puts them under one link although some are of
 * another version; only the entries whose title is that of the link, or which have none, are found by the link.
 */
function readReleases(json: unknown, country: string): FoundRelease[] {
  const entities = new Map(Object.entries(fields(at(json, 'entitiesByUniqueId'))).map(([id, entity]) => [id, readEntity(id, entity)]));
  const all = [...entities.values()];
  const asked = entities.get(idAt(json, 'entityUniqueId') ?? '') ?? all[0];
  const main = asked?.title != null ? asked : all.find(({ title }) => title !== null);
  const groups = new Map<string, { entity: Entity; urls: (string | null)[] }>();
  for (const platform of Object.values(fields(at(json, 'linksByPlatform')))) {
    const entity = entities.get(idAt(platform, 'entityUniqueId') ?? '');
    const of = entity?.title != null && main && plain(entity.title) !== plain(main.title ?? '') ? entity : (main ?? entity);
    if (!of) continue;
    const group = groups.get(plain(of.title ?? '')) ?? { entity: of, urls: [] };
    group.urls.push(textAt(platform, 'url'));
    groups.set(plain(of.title ?? ''), group);
  }
  return [...groups.values()].flatMap(({ entity, urls }) => {
    const links = canonicalLinks(urls);
    const { title, kind } = withoutKind(entity.title ?? '');
    if (links.length === 0) return [];
    return [{ ...emptyRelease({ service: 'odesli', id: entity.id, by: entity === main || !main ? ('link' as const) : ('search' as const), title, artist: entity.artist ?? '' }), type: kind, country: country.toUpperCase(), artworkUrl: entity.artworkUrl, links }];
  });
}

const fields = (value: unknown): Readonly<Record<string, unknown>> => (typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>) : {});

function readEntity(id: string, entity: unknown): Entity {
  return { id, title: textAt(entity, 'title'), artist: textAt(entity, 'artistName'), artworkUrl: urlAt(entity, 'thumbnailUrl') };
}

/** Each platform writes the kind of release in its own way behind or before the title. */
const plain = (title: string) => title.replace(/^Album - /u, '').replace(/\s*(?:-\s*(?:Single|EP)|[([](?:Single|EP)[)\]])\s*$/iu, '').normalize('NFKC').toLowerCase();
