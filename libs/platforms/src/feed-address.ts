import type { Address } from './address.js';

/** Hosts that serve nothing but podcast feeds. */
const feedHosts = /^(?:feeds?[0-9]?|rss)\./;
const feedFile = /\.(?:rss|xml|atom)$/i;
const feedWord = /\/(?:feed|rss|podcast-feed|rss2)(?:\/podcasts?)?$/i;
/** Hosting services that put a show's name behind the word. */
const feedFolder = /^\/(?:feed|rss)\/[^/]+/i;
const feedFolderHosts: ReadonlySet<string> = new Set(['pinecast.com', 'access.acast.com', 'podnews.net', 'audioboom.com', 'listennotes.com']);
const feedParameter = /[?&](?:format=rss|feed=(?:rss2?|podcast|atom))(?:&|$)/i;

/**
 * The address of a podcast feed, told by its look: a feed host, an `.rss` or `.xml` file, a path that ends in `/feed`.
 * Null for anything else. What it really holds is known only once it is fetched.
 */
export function feedAddress(address: Address): string | null {
  const { host, path, search } = address;
  if (search !== '' && feedParameter.test(search)) return withoutCampaign(address.toUrl());
  if (path === '' || path.endsWith('/sitemap.xml')) return null;
  return feedFile.test(path) || feedWord.test(path) || (feedFolderHosts.has(host) && feedFolder.test(path)) || feedHosts.test(host) ? withoutCampaign(address.toUrl()) : null;
}

function withoutCampaign(url: URL): string {
  const address = new URL(url.href);
  address.protocol = 'https:';
  address.hash = '';
  for (const key of [...address.searchParams.keys()]) if (key.startsWith('utm_')) address.searchParams.delete(key);
  return address.href;
}
