import { parseSlug } from '@lynkify/domain';
import { recognise } from '@lynkify/platforms';

/** What a page of another product is of. */
export type PageSubject = 'release' | 'artist' | 'unknown';

/** A link service that people move here from. */
export interface Product {
  id: string;
  /** As it writes itself. */
  name: string;
  subject: PageSubject;
  /** Found on these hosts and on any host under them; with a path, only below it. */
  hosts: readonly string[];
  path?: RegExp;
  /** Hosts over which its buttons lead on to the platforms. */
  leads?: readonly string[];
  /** Whether its pages are called "Artist - Title" rather than "Title - Artist". */
  artistFirst?: boolean;
  /** Where in its addresses the name of the page is. Without it, the last part of the path. */
  slug?: RegExp;
}

const products: readonly Product[] = [
  { id: 'linkfire', name: 'Linkfire', subject: 'release', hosts: ['lnk.to', 'lnkfi.re', 'linkfire.com'], artistFirst: true, slug: /^\/([^/]+)\/?/u },
  { id: 'feature-fm', name: 'Feature.fm', subject: 'release', hosts: ['ffm.to', 'feature.fm'], leads: ['api.ffm.to', 'api.feature.fm'], slug: /^\/([^/]+?)(?:\.[A-Za-z]{3})?\/?$/u },
  { id: 'feature-fm-bio', name: 'Feature.fm', subject: 'artist', hosts: ['ffm.bio'] },
  { id: 'linktree', name: 'Linktree', subject: 'artist', hosts: ['linktr.ee', 'tr.ee'] },
  { id: 'toneden', name: 'ToneDen', subject: 'release', hosts: ['fanlink.to', 'fanlink.tv', 'toneden.io'], artistFirst: true },
  // Its addresses are numbers of other services: nobody knows a release by them.
  { id: 'odesli', name: 'Odesli', subject: 'release', hosts: ['song.link', 'album.link', 'pods.link', 'mylink.page', 'odesli.co'], slug: /^\/(?!(?:[a-z]{1,2}\/)?(?:i|s|d|t|y|a|p|am|na|yt|sc)\/)([A-Za-z][A-Za-z0-9-]{2,})\/?$/u },
  { id: 'odesli-artist', name: 'Odesli', subject: 'artist', hosts: ['artist.link'] },
  { id: 'hyperfollow', name: 'DistroKid HyperFollow', subject: 'release', hosts: ['distrokid.com'], path: /^\/hyperfollow\//u, slug: /^\/hyperfollow\/[^/]+\/([^/]+)/u },
  { id: 'hyperfollow', name: 'DistroKid HyperFollow', subject: 'release', hosts: ['hyperfollow.com'], slug: /^\/(?:[^/]+\/)?([^/]+)\/?$/u },
  { id: 'bandcamp', name: 'Bandcamp', subject: 'release', hosts: ['bandcamp.com'], path: /^\/(?:album|track)\//u, slug: /^\/(?:album|track)\/([^/]+)/u },
  { id: 'bandcamp-artist', name: 'Bandcamp', subject: 'artist', hosts: ['bandcamp.com'] },
  ...['beacons.ai', 'lnk.bio', 'bio.link', 'solo.to', 'campsite.bio', 'allmylinks.com', 'many.link', 'linkin.bio', 'taplink.cc', 'carrd.co', 'withkoji.com'].map((host): Product => ({ id: host, name: host, subject: 'artist', hosts: [host] })),
];

/** The host without what stands in front of it for the browser's sake. */
function plainHost(url: URL): string {
  return url.hostname.replace(/^www\./u, '').replace(/\.$/u, '');
}

function isUnder(host: string, parent: string): boolean {
  return host === parent || host.endsWith(`.${parent}`);
}

/** The product that a page is of; null for a site of somebody's own. */
export function productOf(url: URL): Product | null {
  const host = plainHost(url);
  const known = products.find((product) => product.hosts.some((each) => isUnder(host, each)) && (product.path?.test(url.pathname) ?? true));
  if (known) return known;
  const found = recognise(url.href);
  return found.status === 'not-understood' && found.reason.code === 'FOREIGN_SMART_LINK' ? { id: host, name: host, subject: 'unknown', hosts: [host] } : null;
}

/** The name that a page had in its address, in the form in which it could be kept here; null when it had none. */
export function oldSlug(url: URL, product: Product | null): string | null {
  const named = product?.slug ? product.slug.exec(url.pathname)?.[1] : /([^/]+)\/?$/u.exec(url.pathname)?.[1];
  if (named === undefined) return null;
  const slug = parseSlug(decoded(named).trim().replace(/\.(?:html?|php)$/iu, '').replace(/[^A-Za-z0-9]+/gu, '-').replace(/^-+|-+$/gu, ''));
  return slug.ok ? slug.value : null;
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch (error) {
    if (error instanceof URIError) return text;
    throw error;
  }
}

const ownPages = /^\/(?:$|about|privacy|terms|legal|imprint|contact|login|log-in|signin|sign-?up|register|help|support|faq|pricing|blog|careers|jobs|press|cookies?|abuse|report|download|app|discover|explore|home|s\/)/iu;

/**
 * Whether a link of a page is one of the product's own that leads on to a platform: below the page's own address, on a
 * host that does nothing else, or naming the page.
 */
export function leadsOn(link: URL, page: URL, product: Product | null): boolean {
  const host = plainHost(link);
  if (product?.leads?.some((each) => isUnder(host, each))) return true;
  const own = host === plainHost(page) || (product?.hosts.some((each) => isUnder(host, each)) ?? false);
  if (!own || link.pathname === page.pathname) return own && link.pathname === page.pathname && link.search !== '' && link.search !== page.search && product !== null;
  const below = `${page.pathname.replace(/\/$/u, '')}/`;
  if (below !== '/' && link.pathname.startsWith(below)) return true;
  return product !== null && product.subject !== 'unknown' && !ownPages.test(link.pathname);
}

/** Whether this address is of the page's own product or site, so that it is nothing to take along. */
export function isOwnAddress(link: URL, page: URL, product: Product | null): boolean {
  const host = plainHost(link);
  return host === plainHost(page) || [...(product?.hosts ?? []), ...(product?.leads ?? [])].some((each) => isUnder(host, each));
}
