import { recogniseSocial, socialNetwork } from '@lynkify/domain';
import { addressOf, endsPlainly, isPlainHost, isPlainQuery, longestAddress, pathOf, PlainAddress, type Address } from './address.js';
import { bandcampElsewhere } from './bandcamp-elsewhere.js';
import { feedAddress } from './feed-address.js';
import { closedPlatforms, foreignHost, type ForeignHost } from './foreign-hosts.js';
import { knownHost, type HostEntry, type KnownHost } from './host-index.js';
import { firstMatch } from './match-shape.js';
import { parameter, plainHost, plainPath } from './plain-spelling.js';
import { addressesIn } from './pasted-text.js';
import { isPrivateHost, readUrl } from './read-url.js';
import { redirectTarget } from './redirects.js';
import { platformName } from './platforms.js';
import { notUnderstood, type NotUnderstood, type NotUnderstoodCode, type Recognised, type Recognition } from './recognition.js';
import { shortNote } from './shape-pattern.js';

function shortLink({ entry, host }: KnownHost, path: string, search: string): Recognition {
  const { id, name } = entry.platform;
  if (path === '') return notUnderstood('HOME_PAGE', `This is only ${name}’s front door. Open the release there and copy its link.`, id);
  // QQ Music carries the key of a short link in this parameter, every other one in the path.
  const key = parameter(search, '__');
  const query = key !== undefined && /^[A-Za-z0-9_-]{1,64}$/.test(key) ? `?__=${key}` : '';
  return { status: 'recognised', platform: id, entity: 'unknown', url: `https://${host}${path}${query}`, short: true, note: shortNote };
}

function socialPage(network: string): NotUnderstood {
  return notUnderstood('SOCIAL_PAGE', `This is ${socialNetwork(network)?.label ?? 'a social network'}, not a place to hear the release. It belongs on your bio page.`);
}

const searchPath = /(?:^|\/)(?:search|search-results|searchresult|results|suche|recherche|buscar|busca|cerca|find|s)(?:\/|\.|$)/i;
const searchParameter = /[?&](?:q|query|search|search_query|keyword|keywords|k|term|searchword)=/i;
const homePath = /^(?:\/(?:[a-z]{2}(?:[-_][a-z]{2,4})?|intl-[a-z]{2,3}|home|browse|explore|discover|webapp|index\.html?))?$/i;

/** Where a browser would be sent on to, when the address is of a page that does nothing else. */
function leadsOn(address: Address, leap: boolean): Recognition | null {
  const target = leap ? redirectTarget(address) : null;
  if (target === null) return null;
  const found = recogniseAddress(target, false);
  return found.status === 'recognised' ? found : null;
}

function noShape(entry: HostEntry, address: Address, leap: boolean): Recognition {
  const { id, name } = entry.platform;
  const { path, search } = address;
  const led = leadsOn(address, leap);
  if (led) return led;
  const url = address.toUrl();
  const feed = feedAddress(address);
  if (feed !== null) return { status: 'recognised', platform: 'rss', entity: 'feed', url: feed };
  if (searchPath.test(path) || searchParameter.test(search)) {
    return notUnderstood('SEARCH_PAGE', `This is a search on ${name}. Open the release from its results and copy that link.`, id);
  }
  if (homePath.test(path)) return notUnderstood('HOME_PAGE', `This is only ${name}’s front page. Open the release there and copy its link.`, id);
  // VK is a place for music and a network of people on one host.
  const social = recogniseSocial(url.href);
  if (social?.handle !== undefined) return socialPage(social.network);
  return notUnderstood('UNKNOWN_PAGE', `This page of ${name} is no release. Open the release there, choose Share, then Copy link.`, id);
}

/** Any server can speak the Mastodon protocol; those named for it are told by their pages. */
const mastodonLike = /masto|mstdn|toot|social/;

function ofForeignHost(known: ForeignHost): NotUnderstood {
  if (known.kind === 'smart-link') return notUnderstood('FOREIGN_SMART_LINK', `This is a link page of another service (${known.name}). Paste the platform links that it leads to.`);
  if (known.kind === 'social') return socialPage(known.network);
  return notUnderstood('SHORTENER', 'This short link hides where it leads. Open it and copy the address that you arrive at.');
}

function foreign(address: Address, leap: boolean): Recognition {
  const { host } = address;
  const known = foreignHost(host);
  if (known?.kind === 'smart-link') return ofForeignHost(known);
  const closed = closedPlatforms.get(host);
  if (closed && (closed.path?.test(address.path) ?? true)) {
    return notUnderstood('PLATFORM_CLOSED', `${closed.name} closed in ${closed.year}. Leave this link out.`);
  }
  const led = leadsOn(address, leap);
  if (led) return led;
  if (known?.kind === 'shortener') return ofForeignHost(known);
  const feed = feedAddress(address);
  if (feed !== null) return { status: 'recognised', platform: 'rss', entity: 'feed', url: feed };
  if (known) return ofForeignHost(known);
  if (mastodonLike.test(host) && recogniseSocial(address.toUrl().href)?.network === 'mastodon') return socialPage('mastodon');
  return bandcampElsewhere(address) ?? notUnderstood('UNKNOWN_HOST', `“${host}” is no platform that we know. If it is your own shop or site, add it as your official store.`);
}

function byShape(known: KnownHost, path: string, search: string): Recognised | null {
  return known.entry.find(path, search, (shapes) => firstMatch(shapes, known, path, search));
}

const bareRoute = /^#!?([a-z]+\/[0-9][^?#]*)/;

/** The address behind `#/` or `#!/`, where older sites keep their pages. */
function byHashRoute(known: KnownHost, path: string, hash: string): Recognised | null {
  if (hash === '') return null;
  const start = hash.startsWith('#/') ? 1 : hash.startsWith('#!/') ? 2 : 0;
  const bare = bareRoute.exec(hash);
  if (bare) return byShape(known, plainPath(`/${bare[1] ?? ''}`), '');
  // A page that reads its fragment like a query ("/song/#hash=…").
  if (start === 0) return hash.includes('=') ? byShape(known, path, `?${hash.slice(hash.startsWith('#!') ? 2 : 1)}`) : null;
  const question = hash.indexOf('?');
  const route = plainPath(question < 0 ? hash.slice(start) : hash.slice(start, question));
  return byShape(known, route, question < 0 ? '' : hash.slice(question));
}

/** "…/dp/B00015007W%3Ftag%3D…", "youtu.be/…&feature=…": an address whose query was escaped along with it, or begins with the wrong mark. */
function withoutEscapedQuery(known: KnownHost, path: string): Recognised | null {
  const mark = path.search(/%3F|%23|%26|&/);
  return mark < 0 ? null : byShape(known, plainPath(path.slice(0, mark)), `?${path.slice(mark + (path.charAt(mark) === '&' ? 1 : 3)).replaceAll('%3D', '=').replaceAll('%26', '&')}`);
}

function onHost(known: KnownHost, address: Address, leap: boolean): Recognition {
  if (known.entry.short) return shortLink(known, address.path, address.search);
  return byShape(known, address.path, address.search) ?? byHashRoute(known, address.path, address.hash) ?? withoutEscapedQuery(known, address.path) ?? noShape(known.entry, address, leap);
}

/** An address of another site; null where a parser might see another host in it. */
function plainForeign(text: string, host: string, path: string, search: string, leap: boolean): Recognition | null {
  return isPlainHost(host) && !isPrivateHost(host) ? foreign(new PlainAddress(plainHost(host), path, search, '', text), leap) : null;
}

/** The usual case at a fraction of the price of `new URL`: a known host in its usual spelling, a plain path, a shape that fits. Null says nothing. */
function recognisePlain(text: string, leap: boolean): Recognition | null {
  if (text.length > longestAddress || !endsPlainly(text)) return null;
  const start = text.startsWith('https://') ? 8 : text.startsWith('http://') ? 7 : 0;
  const hostEnd = start === 0 ? -1 : text.indexOf('/', start);
  if (hostEnd < 0) return null;
  const known = knownHost(text, start, hostEnd);
  const fragment = text.indexOf('#', hostEnd);
  const end = fragment < 0 ? text.length : fragment;
  const hash = fragment < 0 ? '' : text.slice(fragment);
  const question = text.indexOf('?', hostEnd);
  const pathEnd = question < 0 || question > end ? end : question;
  const path = pathOf(text, hostEnd, pathEnd);
  if (path === null) return null;
  const search = pathEnd === end ? '' : text.slice(pathEnd, end);
  if ((search !== '' && !isPlainQuery(search)) || (hash !== '' && !isPlainQuery(hash))) return null;
  if (known === undefined) return plainForeign(text, text.slice(start, hostEnd), path, search, leap);
  if (known.entry.short) return shortLink(known, path, search);
  return byShape(known, path, search) ?? byHashRoute(known, path, hash);
}

/** A text that is an address and nothing else. `leap`: whether pages that only send on may be passed over. */
function recogniseAddress(text: string, leap: boolean): Recognition {
  const plain = recognisePlain(text, leap);
  if (plain !== null) return plain;
  const url = readUrl(text);
  if (!(url instanceof URL)) return url;
  const address = addressOf(url);
  const known = knownHost(address.host);
  return known ? onHost(known, address, leap) : foreign(address, leap);
}

const brokenOff: ReadonlySet<NotUnderstoodCode> = new Set(['HOME_PAGE', 'UNKNOWN_PAGE', 'NOT_A_URL']);

/**
 * What a link shows, artist pages and playlists included; of a text with words around its links the first that is
 * understood. Pure, linear in the text, never throws. Use `recognise` for the destination of a release.
 */
export function recogniseAny(text: string): Recognition {
  const found = recogniseAddress(text, true);
  if (found.status === 'recognised') return found;
  if (found.reason.code !== 'NOT_A_URL' && found.reason.code !== 'UNSUPPORTED_SCHEME') return found;
  let first: NotUnderstood | null = null;
  for (const candidate of addressesIn(text)) {
    const inside = recogniseAddress(candidate, true);
    if (inside.status === 'recognised') return inside;
    first ??= inside;
  }
  // An address that is broken in two shows a front page at most, which would be a wrong answer to what was meant.
  return first && !(brokenOff.has(first.reason.code) && /^\s*https?:/i.test(text)) ? first : found;
}

const pageOf: Readonly<Record<string, string>> = { artist: 'an artist page', label: 'a label page' };

/**
 * A pasted text as the destination of a release: which platform, what it shows, its canonical https URL; or why it is
 * none, in words that tell the artist what to do. Pure, linear in the text, never throws, whatever the text is.
 */
export function recognise(text: string): Recognition {
  const found = recogniseAny(text);
  if (found.status === 'not-understood') return found;
  const name = platformName(found.platform);
  if (found.entity === 'artist' || found.entity === 'label') {
    return notUnderstood('ARTIST_PAGE', `This is ${pageOf[found.entity] ?? 'a page'} on ${name}. Open the release itself and copy its link.`, found.platform, found.entity);
  }
  if (found.entity === 'playlist' && found.note === undefined) {
    return notUnderstood('PLAYLIST', `This is a playlist on ${name}. Open the release itself and copy its link.`, found.platform, found.entity);
  }
  return found;
}

/** The canonical form of a link that the catalogue knows, or null. */
export function canonical(text: string): string | null {
  const found = recogniseAny(text);
  return found.status === 'recognised' ? found.url : null;
}
