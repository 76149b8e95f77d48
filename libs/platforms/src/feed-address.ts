/** Hosts that serve nothing but podcast feeds. */
const feedHosts = /^(?:feeds?|rss)\.|^(?:anchor\.fm|podcasters\.spotify\.com)$/;
const feedFile = /\.(?:rss|xml|atom)$/i;
const feedWord = /\/(?:feed|rss|podcast-feed|podcast\/rss)$/i;

/**
 * The address of a podcast feed, told by its look: a feed host, an `.rss` or `.xml` file, a path that ends in `/feed`.
 * Null for anything else. What it really holds is known only once it is fetched.
 */
export function feedAddress(host: string, url: URL): string | null {
  const path = url.pathname.replace(/\/$/, '');
  if (path === '' || path.endsWith('/sitemap.xml')) return null;
  if (!feedFile.test(path) && !feedWord.test(path) && !(feedHosts.test(host) && path.length > 1 && !/^(?:anchor|podcasters)/.test(host))) return null;
  const address = new URL(url.href);
  address.protocol = 'https:';
  address.hash = '';
  for (const key of [...address.searchParams.keys()]) if (key.startsWith('utm_')) address.searchParams.delete(key);
  return address.href;
}
