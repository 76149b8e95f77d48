import { recogniseSocial, socialNetwork } from '@lynkify/domain';
import { amazonCountry } from './catalogue/countries.js';
import { feedAddress } from './feed-address.js';
import { closedPlatforms, hostOrParentIn, shorteners, smartLinkServices } from './foreign-hosts.js';
import { hostEntry, type HostEntry } from './host-index.js';
import { readUrl } from './read-url.js';
import { platformName } from './platforms.js';
import { notUnderstood, type NotUnderstood, type Recognised, type Recognition } from './recognition.js';
import type { CompiledShape } from './shape-pattern.js';

const hostPrefix = /^(?:www|m|mobile|mobil|touch)\.(?=[^.]+\.)/;

/** The host without what does not matter: a last dot, `www.`, `m.`. */
function plainHost(hostname: string): string {
  const host = hostname.endsWith('.') ? hostname.slice(0, -1) : hostname;
  return host.replace(hostPrefix, '');
}

/** Percent-encoding in one spelling (RFC 3986, 6.2.2): upper-case digits, nothing encoded that need not be. */
function plainPath(pathname: string): string {
  let path = pathname;
  if (path.includes('%')) {
    path = path.replace(/%([0-9a-f]{2})/gi, (whole, hex: string) => {
      const character = String.fromCharCode(Number.parseInt(hex, 16));
      return /[A-Za-z0-9._~:@+-]/.test(character) ? character : whole.toUpperCase();
    });
  }
  if (path.includes('//')) path = path.replace(/\/{2,}/g, '/');
  return path.endsWith('/') ? path.slice(0, -1) : path;
}

/** The first value of a parameter. `URLSearchParams` would read the whole query for it, at the price of the rest of this file. */
function parameter(search: string, key: string): string | undefined {
  for (let from = search.indexOf(`${key}=`); from >= 0; from = search.indexOf(`${key}=`, from + 1)) {
    const before = search.charAt(from - 1);
    if (from !== 0 && before !== '?' && before !== '&') continue;
    const start = from + key.length + 1;
    const end = search.indexOf('&', start);
    const value = end < 0 ? search.slice(start) : search.slice(start, end);
    return value.includes('%') || value.includes('+') ? (new URLSearchParams(`v=${value}`).get('v') ?? undefined) : value;
  }
  return undefined;
}

function readParameter(search: string, key: string, like: RegExp): string | undefined {
  const value = parameter(search, key);
  if (value === undefined) return undefined;
  if (like.test(value)) return value;
  // "watch?v=…?si=…": a second question mark where people glue a parameter on.
  const cut = value.search(/[?&#/]/);
  const first = cut > 0 ? value.slice(0, cut) : '';
  return first !== '' && like.test(first) ? first : undefined;
}

type Values = Record<string, string | undefined>;

function matchShape(compiled: CompiledShape, host: string, path: string, search: string): Recognised | null {
  const { shape } = compiled;
  const match = compiled.pattern.exec(path);
  if (!match) return null;
  const values: Values = match.groups ?? {};
  const kept: string[] = [];
  let { entity } = shape;
  let id = values.id;
  if (compiled.query.length > 0) {
    for (const [key, rule] of compiled.query) {
      const value = readParameter(search, key, rule.like);
      if (value === undefined) {
        if (rule.required) return null;
        continue;
      }
      if (rule.as !== undefined) {
        values[rule.as] = value;
        id ??= value;
      } else if (!rule.drop) {
        kept.push(`${key}=${encodeURIComponent(value)}`);
        if (rule.entity !== undefined || id === undefined) id = value;
        if (rule.entity !== undefined) entity = rule.entity;
      }
    }
  }
  if (shape.idCase !== undefined && values.id !== undefined) {
    const isId = id === values.id;
    values.id = shape.idCase === 'upper' ? values.id.toUpperCase() : values.id.toLowerCase();
    if (isId) id = values.id;
  }
  if (values.cc !== undefined) values.cc = values.cc.toLowerCase();
  if (values.lang !== undefined) values.lang = values.lang.toLowerCase();
  if (values.locale !== undefined) values.locale = values.locale.toLowerCase();
  if (shape.always !== undefined) kept.push(shape.always);

  const canonicalPath = compiled.path(values);
  const origin = compiled.origin.includes('{host}') ? compiled.origin.replace('{host}', host) : compiled.origin;
  const query = kept.length === 0 ? '' : (canonicalPath.includes('?') ? '&' : '?') + kept.join('&');
  const recognised: Recognised = { status: 'recognised', platform: compiled.platform, entity, url: origin + canonicalPath + query };
  if (id !== undefined) recognised.id = id;
  const country = values.cc ?? values.locale?.slice(0, 2) ?? amazonCountry(host);
  if (country !== undefined) recognised.country = country;
  if (shape.note !== undefined) recognised.note = shape.note;
  if (shape.short === true) {
    recognised.short = true;
    recognised.note = shortNote;
  }
  return recognised;
}

const shortNote = 'This is a short link. It works; the full address is steadier: open it and copy what the browser shows.';

function shortLink(entry: HostEntry, url: URL): Recognition {
  const path = plainPath(url.pathname);
  const { id, name } = entry.platform;
  if (path === '') return notUnderstood('HOME_PAGE', `This is only ${name}’s front door. Open the release there and copy its link.`, id);
  // QQ Music carries the key of a short link in this parameter, every other one in the path.
  const key = parameter(url.search, '__');
  const query = key !== undefined && /^[A-Za-z0-9_-]{1,64}$/.test(key) ? `?__=${key}` : '';
  return { status: 'recognised', platform: id, entity: 'unknown', url: `https://${url.hostname}${path}${query}`, short: true, note: shortNote };
}

function socialPage(network: string): NotUnderstood {
  return notUnderstood('SOCIAL_PAGE', `This is ${socialNetwork(network)?.label ?? 'a social network'}, not a place to hear the release. It belongs on your bio page.`);
}

const searchPath = /(?:^|\/)(?:search|search-results|searchresult|results|suche|recherche|buscar|busca|cerca|find|s)(?:\/|\.|$)/i;
const searchParameter = /[?&](?:q|query|search|search_query|keyword|keywords|k|term|searchword)=/i;
const homePath = /^(?:\/(?:[a-z]{2}(?:[-_][a-z]{2,4})?|intl-[a-z]{2,3}|home|browse|explore|discover|webapp|index\.html?))?$/i;

function noShape(entry: HostEntry, url: URL, path: string, search: string): NotUnderstood {
  const { id, name } = entry.platform;
  if (searchPath.test(path) || searchParameter.test(search)) {
    return notUnderstood('SEARCH_PAGE', `This is a search on ${name}. Open the release from its results and copy that link.`, id);
  }
  if (homePath.test(path)) return notUnderstood('HOME_PAGE', `This is only ${name}’s front page. Open the release there and copy its link.`, id);
  // VK is a place for music and a network of people on one host.
  const social = recogniseSocial(url.href);
  if (social?.handle !== undefined) return socialPage(social.network);
  return notUnderstood('UNKNOWN_PAGE', `This page of ${name} is no release. Open the release there, choose Share, then Copy link.`, id);
}

function foreign(host: string, url: URL): Recognition {
  const service = hostOrParentIn(host, smartLinkServices);
  if (service !== null) {
    return notUnderstood('FOREIGN_SMART_LINK', `This is a link page of another service (${service}). Paste the platform links that it leads to.`);
  }
  const closed = closedPlatforms.get(host);
  if (closed && (closed.path?.test(url.pathname) ?? true)) {
    return notUnderstood('PLATFORM_CLOSED', `${closed.name} closed in ${closed.year}. Leave this link out.`);
  }
  if (hostOrParentIn(host, shorteners) !== null) {
    return notUnderstood('SHORTENER', 'This short link hides where it leads. Open it and copy the address that you arrive at.');
  }
  const feed = feedAddress(host, url);
  if (feed !== null) return { status: 'recognised', platform: 'rss', entity: 'feed', url: feed };
  const social = recogniseSocial(url.href);
  if (social && social.network !== 'website') {
    return socialPage(social.network);
  }
  return notUnderstood('UNKNOWN_HOST', `“${host}” is no platform that we know. If it is your own shop or site, add it as your official store.`);
}

/**
 * What a link shows, artist pages and playlists included. Pure, linear in the text, never throws. Use `recognise` for
 * the destination of a release.
 */
export function recogniseAny(text: string): Recognition {
  const url = readUrl(text);
  if (!(url instanceof URL)) return url;
  const host = plainHost(url.hostname);
  const entry = hostEntry(host);
  if (!entry) return foreign(host, url);
  if (entry.short) return shortLink(entry, url);

  let path = plainPath(url.pathname);
  let { search } = url;
  if (entry.hashRoutes && url.hash.startsWith('#/')) {
    const route = url.hash.slice(1);
    const question = route.indexOf('?');
    path = plainPath(question < 0 ? route : route.slice(0, question));
    search = question < 0 ? '' : route.slice(question);
  }
  for (const compiled of entry.shapes) {
    const found = matchShape(compiled, host, path, search);
    if (found) return found;
  }
  return noShape(entry, url, path, search);
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
