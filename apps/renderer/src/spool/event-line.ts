import type { EventFacts } from '@lynkify/domain';

const quoted = (text: string | null): string => (text === null ? 'null' : JSON.stringify(text));
/** For what is letters, digits and hyphens by its making. */
const plain = (text: string | null): string => (text === null ? 'null' : `"${text}"`);

/** What all events of one page have in common, as JSON; made once for each page in memory. */
const common = new WeakMap<object, string>();

function commonOf(page: object, { workspaceId, artistId, releaseId, path }: EventFacts): string {
  const known = common.get(page);
  if (known !== undefined) return known;
  const made = `"workspaceId":${quoted(workspaceId)},"artistId":${quoted(artistId)},"releaseId":${quoted(releaseId)},"path":${quoted(path)}`;
  common.set(page, made);
  return made;
}

/**
 * A visit, or a click on a target, as a line of the spool: what `JSON.stringify` would make, in less than half of its time,
 * since most is known before the request comes. Ids, times, countries and words of ours need no escaping.
 * @param page whose facts these are
 */
export function eventLine(page: object, facts: EventFacts, target: string | null): string {
  const { id, at, channel, referrerHost, utm, country, region, city, device, audience, visitor } = facts;
  return `{"kind":"${target === null ? 'visit' : 'click'}","id":"${id}","at":"${at}",${commonOf(page, facts)},"channel":${quoted(channel)},`
    + `"referrerHost":${quoted(referrerHost)},"utm":${utm === null ? 'null' : JSON.stringify(utm)},"country":${plain(country)},`
    + `"region":${quoted(region)},"city":${quoted(city)},"device":"${device}","audience":"${audience}","visitor":${plain(visitor)}`
    + `${target === null ? '' : `,"target":${quoted(target)}`}}`;
}
