import { asStoreLink, platformName, recogniseAny, type Recognised } from '@lynkify/platforms';
import { type Finding, missing, unclear, works } from './finding.js';
import { isTurnedAway, type SeenPage } from './turned-away.js';

/** A page as a visitor came to it. */
export interface Visit extends SeenPage {
  /** Status of each redirect on the way, in order. */
  redirects: readonly number[];
}

/** What is to be looked at. */
export interface Watched {
  platform: string;
  /** Canonical. */
  url: string;
}

/**
 * What the page of a destination says of it. Only a page that is not there (404, 410, or a sign of it that is documented)
 * is missing, only a permanent redirect to another release moved; everything that is about us rather than about the page
 * is unclear.
 */
export function readPage(watched: Watched, visit: Visit): Finding {
  const { status } = visit;
  if (isTurnedAway(visit)) return unclear(`${hostOf(visit.url)} asks whether the visitor is a person, and we are none.`);
  if (status === 404 || status === 410) return missing(`${nameOf(watched)} has no such page (${status}).`);
  if (status < 200 || status >= 300) return unclear(statusInWords(hostOf(visit.url), status));
  if (saysNotFound(visit)) return missing(`The page of ${nameOf(watched)} says that there is nothing.`);
  return visit.redirects.length === 0 ? works : readRedirect(watched, visit);
}

function readRedirect(watched: Watched, { url, redirects }: Visit): Finding {
  const isForGood = redirects.every((status) => status === 301 || status === 308);
  const name = nameOf(watched);
  const { hostname, pathname } = new URL(url);
  // A Bandcamp account that is gone is offered to whoever wants its name.
  if (hostname === 'bandcamp.com' && pathname === '/signup' && watched.platform === 'bandcamp') return missing('Bandcamp has no such artist any more.');
  if (notFoundPath.test(pathname)) return missing(`${name} leads to a page that says that there is nothing.`);

  const from = watched.platform === 'official_store' ? null : recogniseAny(watched.url);
  if (from?.status !== 'recognised') return readStoreRedirect(watched, url, isForGood);
  const to = recogniseAny(url);
  if (to.status === 'recognised') {
    if (isSame(from, to, watched)) return works;
    const isOfPlatform = isOneShop(to.platform, watched.platform);
    if (isForGood && isOfPlatform && isRelease(to)) return { verdict: 'moved', to: to.url, message: `${name} leads on to another address for good.` };
    return unclear(isOfPlatform ? `${name} leads to another page of its own for now.` : `The link leads to ${platformName(to.platform)} now.`);
  }
  if (to.reason.code === 'HOME_PAGE' || pathname === '/') return isForGood ? missing(`${name} leads to its front page for good: there is no such page any more.`) : unclear(`${name} leads to its front page for now.`);
  if (to.platform !== undefined && to.platform !== watched.platform) return unclear(`The link leads to ${platformName(to.platform)} now.`);
  return hostOf(url) === hostOf(watched.url) || to.platform === watched.platform ? works : unclear(`The link leads to ${hostOf(url)} now.`);
}

/** A shop of the artist's own: any address is as good as another there, but its front page is not the release. */
function readStoreRedirect({ url: from }: Watched, url: string, isForGood: boolean): Finding {
  const before = new URL(from);
  const after = new URL(url);
  if (after.pathname === '/' && before.pathname !== '/') return isForGood ? missing('The shop leads to its front page for good: there is no such page any more.') : unclear('The shop leads to its front page for now.');
  if (hostOf(from) === hostOf(url)) return works;
  const to = asStoreLink(url);
  if (isForGood && to.status === 'recognised') return { verdict: 'moved', to: to.url, message: 'The shop leads on to another address for good.' };
  return unclear(`The link leads to ${hostOf(url)} now.`);
}

/** The same thing: under the same identifier, whatever country's shop or spelling, or what a short link stands for. */
function isSame(from: Recognised, to: Recognised, { platform }: Watched): boolean {
  if (from.short) return isOneShop(to.platform, platform);
  if (from.url === to.url) return true;
  return !namedByArtist.has(platform) && isOneShop(from.platform, to.platform) && from.entity === to.entity && from.id !== undefined && from.id === to.id;
}

/** Where a page is named by its artist and a word, so that the word alone does not tell it. */
const namedByArtist: ReadonlySet<string> = new Set(['soundcloud', 'bandcamp', 'mixcloud', 'audiomack', 'audius', 'reverbnation', 'official_store']);

const shops: readonly (readonly string[])[] = [['apple_music', 'itunes'], ['youtube', 'youtube_music', 'youtube_podcast'], ['spotify', 'spotify_podcast'], ['amazon', 'amazon_music', 'amazon_podcast'], ['deezer', 'deezer_show']];
const isOneShop = (one: string, other: string) => one === other || shops.some((shop) => shop.includes(one) && shop.includes(other));

const isRelease = ({ entity }: Recognised) => entity !== 'artist' && entity !== 'label' && entity !== 'unknown';

const notFoundPath = /\/(?:404|not-?found|page-not-found|error-?404)(?:\.[a-z]{3,4})?\/?$/iu;

/** What pages that are drawn by scripts tell crawlers in place of a status, as Prerender and Rendertron document it. */
const statusMark = /<meta[^<>]{0,60}name=["']?(?:prerender-status-code|render:status_code)["']?[^<>]{0,60}content=["']?4(?:04|10)\b/iu;

const saysNotFound = ({ text }: SeenPage) => statusMark.test(text);

function statusInWords(host: string, status: number): string {
  if (status === 429) return `${host} was asked too often by this server (429).`;
  if (status === 451) return `${host} does not show this page in the country of this server (451).`;
  if (status === 401 || status === 403) return `${host} does not let this server see the page (${status}).`;
  if (status >= 500) return `${host} has trouble of its own (${status}).`;
  return `${host} answered ${status}, which says nothing about the page.`;
}

const hostOf = (url: string) => new URL(url).hostname.replace(/^www\./u, '');
const nameOf = ({ platform, url }: Watched) => (platform === 'official_store' ? hostOf(url) : platformName(platform));
