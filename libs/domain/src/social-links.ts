import { socialNetworks, type SocialNetwork } from './social-networks.js';

/** What a pasted URL is, as a link of a bio page. */
export interface SocialLink {
  /** Network id; `website` for anything that is no known network. */
  network: string;
  /** Canonical https URL of the profile; the URL as it was, without tracking, where it is no profile. */
  url: string;
  /** The account's name, where the address carries one. */
  handle?: string;
}

/** Longest text that is looked at, in UTF-16 units. */
const longest = 2048;

const exact = new Map<string, SocialNetwork>();
const families = new Map<string, SocialNetwork>();
for (const network of socialNetworks) {
  for (const host of network.hosts) {
    if (host.startsWith('*.')) families.set(host.slice(2), network);
    else exact.set(host, network);
  }
}

/** Hosts by which a visitor of a public page would reach the reader's own machine or network. */
const privateHost = /^(?:localhost|.*\.(?:localhost|local|internal|lan|home|corp|intranet|test|invalid|onion|arpa))$|^\[|^[0-9.]+$/u;

const tracking = /^(?:utm_.*|fbclid|gclid|dclid|msclkid|ttclid|twclid|yclid|igsh|igshid|si|mibextid|_t|_r|ref_src|ref_url|mc_cid|mc_eid)$/u;

/**
 * The https URL that a text means, or null: a scheme may be missing; other schemes, passwords, addresses inside a
 * network and anything that is no URL are refused. Never throws.
 */
export function parseWebUrl(text: string): URL | null {
  if (text.length > longest) return null;
  const typed = text.trim().replace(/^[<"'“]+|[>"'”]+$/gu, '').replaceAll('&amp;', '&');
  if (typed === '' || /[\s\u0000-\u001f\\]/u.test(typed)) return null;
  const scheme = /^([a-z][a-z0-9+.-]*):/iu.exec(typed)?.[1]?.toLowerCase();
  const hasScheme = scheme === 'http' || scheme === 'https';
  // "example.com:8080" reads like a scheme; only a dot before the colon tells a host.
  if (scheme !== undefined && !hasScheme && !scheme.includes('.')) return null;
  if (hasScheme && !/^https?:\/\//iu.test(typed)) return null;
  const href = hasScheme ? typed : `https://${typed.replace(/^\/\//u, '')}`;
  if (!URL.canParse(href)) return null;
  const url = new URL(href);
  const host = url.hostname.replace(/\.$/u, '');
  if (url.username !== '' || url.password !== '' || !host.includes('.') || privateHost.test(host)) return null;
  if (!/^[a-z]{2,}$|^xn--/u.test(host.slice(host.lastIndexOf('.') + 1))) return null;
  if (url.protocol === 'http:' && url.port === '') url.protocol = 'https:';
  url.hostname = host;
  return url.protocol === 'https:' ? url : null;
}

function networkOf(host: string): SocialNetwork | undefined {
  const dot = host.indexOf('.');
  return exact.get(host) ?? families.get(host.slice(dot + 1));
}

/** The social network and profile that a pasted URL belongs to, or null when it is no usable web address. Never throws. */
export function recogniseSocial(text: string): SocialLink | null {
  const url = parseWebUrl(text);
  if (!url) return null;
  const host = url.hostname.replace(/^(?:www|m|mobile)\./u, '');
  const network = networkOf(host);
  for (const key of [...url.searchParams.keys()]) if (tracking.test(key)) url.searchParams.delete(key);
  if (!network) {
    // Any server can speak the Mastodon protocol; its profiles are told by their shape, on hosts named for it.
    const account = /^\/@([A-Za-z0-9_]+)\/?$/u.exec(url.pathname)?.[1];
    if (account && /(?:^|\.)(?:mastodon|mstdn|toot|social|masto)\b|\.social$/u.test(host)) {
      return { network: 'mastodon', url: `https://${url.hostname}/@${account}`, handle: account };
    }
    return { network: 'website', url: url.href };
  }
  for (const { pattern, to, handle = 1 } of network.paths) {
    const match = pattern.exec(url.pathname === '/' ? '' : url.pathname);
    if (!match) continue;
    const found = match[handle];
    const address = to?.replace(/\$(host|[12])/gu, (_, key: string) => (key === 'host' ? host : (match[Number(key)] ?? ''))) ?? url.href;
    return { network: network.id, url: address, ...(found === undefined ? familyHandle(network, host) : { handle: readable(found) }) };
  }
  return { network: network.id, url: url.href };
}

function familyHandle(network: SocialNetwork, host: string): { handle?: string } {
  return network.hosts.some((known) => known === `*.${host.slice(host.indexOf('.') + 1)}`) ? { handle: host.slice(0, host.indexOf('.')) } : {};
}

function readable(handle: string): string {
  try {
    return decodeURIComponent(handle);
  } catch (error) {
    if (error instanceof URIError) return handle;
    throw error;
  }
}
