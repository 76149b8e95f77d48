import type { EventFacts } from '@lynkify/domain';
import { BoundedMap } from '../visitors/bounded-map.js';

const quoted = (text: string | null): string => (text === null ? 'null' : JSON.stringify(text));
/** For what is letters, digits and hyphens by its making. */
const plain = (text: string | null): string => (text === null ? 'null' : `"${text}"`);

/** What all events of one page have in common, as JSON; made once for each page in memory. */
const pages = new WeakMap<object, string>();

function pagePart(page: object, { workspaceId, artistId, releaseId, path }: EventFacts): string {
  const known = pages.get(page);
  if (known !== undefined) return known;
  const made = `","workspaceId":${quoted(workspaceId)},"artistId":${quoted(artistId)},"releaseId":${quoted(releaseId)},"path":${quoted(path)},`;
  pages.set(page, made);
  return made;
}

const fromNowhere = '"channel":null,"referrerHost":null,"utm":null,';

function originPart({ channel, referrerHost, utm }: EventFacts): string {
  if (channel === null && referrerHost === null && utm === null) return fromNowhere;
  return `"channel":${quoted(channel)},"referrerHost":${quoted(referrerHost)},"utm":${utm === null ? 'null' : JSON.stringify(utm)},`;
}

type Who = Pick<EventFacts, 'country' | 'region' | 'city' | 'device' | 'audience' | 'visitor'>;

/** Whoever looks at a page and then clicks is the same in both events. */
const visitors = new BoundedMap<string, { who: Who; part: string }>(5_000);

function whoPart(facts: EventFacts): string {
  const { country, region, city, device, audience, visitor } = facts;
  const known = visitor === null ? undefined : visitors.get(visitor);
  if (known && known.who.country === country && known.who.region === region && known.who.city === city && known.who.device === device && known.who.audience === audience) return known.part;
  const part = `"country":${plain(country)},"region":${quoted(region)},"city":${quoted(city)},"device":"${device}","audience":"${audience}","visitor":${plain(visitor)}`;
  if (visitor !== null) visitors.set(visitor, { who: { country, region, city, device, audience, visitor }, part });
  return part;
}

/**
 * A visit, or a click on a target, as a line of the spool: what `JSON.stringify` would make, of a few parts that are known
 * before the request comes. Ids, times, countries and words of ours need no escaping.
 * @param page whose facts these are
 */
export function eventLine(page: object, facts: EventFacts, target: string | null): string {
  const head = target === null ? '{"kind":"visit","id":"' : '{"kind":"click","id":"';
  const end = target === null ? '}' : `,"target":${quoted(target)}}`;
  return `${head}${facts.id}","at":"${facts.at}${pagePart(page, facts)}${originPart(facts)}${whoPart(facts)}${end}`;
}
