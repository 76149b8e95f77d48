import { notUnderstood, type NotUnderstood } from './recognition.js';

/** Longest address that is looked at, in UTF-16 units. Real ones with percent-encoded titles reach about 1,000. */
const longest = 4096;

const notAUrl = notUnderstood('NOT_A_URL', 'This is no link. Open the release on the platform, choose Share, then Copy link.');
const empty = notUnderstood('EMPTY', 'Paste a link to your release.');
const tooLong = notUnderstood('TOO_LONG', 'This is longer than any link. Paste only the address.');
const scheme = notUnderstood('UNSUPPORTED_SCHEME', 'Only web links work here. Paste an address that starts with https://.');
const privateAddress = notUnderstood('PRIVATE_ADDRESS', 'This address is inside a private network, or names no site; fans cannot open it.');
const credentials = notUnderstood('CREDENTIALS_IN_URL', 'This link has a user name or password in it. Paste one without.');
const port = notUnderstood('UNUSUAL_PORT', 'This link names a port. Paste the address as the platform shares it.');

/** Hosts by which a fan would reach their own machine or network. Every literal address is among them. */
const privateEndings = new Set(['localhost', 'local', 'internal', 'lan', 'home', 'corp', 'intranet', 'test', 'invalid', 'example', 'onion', 'arpa']);

function isPrivate(hostname: string): boolean {
  const host = hostname.endsWith('.') ? hostname.slice(0, -1) : hostname;
  const ending = host.slice(host.lastIndexOf('.') + 1);
  // URL parsers write every spelling of an IPv4 address (0x7f.1, 2130706433) with dots and digits.
  return host.startsWith('[') || privateEndings.has(ending) || /^[0-9]+$/.test(ending);
}

/** Longest name that the DNS can hold (RFC 1035). */
const longestHost = 253;

const opening = '<"\'“‘«([`';
const closing = '>"\'”’»)]`,;';

function unwrap(text: string): string {
  let start = 0;
  let end = text.length;
  const most = 16;
  while (start < end && start < most && opening.includes(text.charAt(start))) start += 1;
  // A bracket that was opened inside the address belongs to it.
  while (end > start && text.length - end < most && closing.includes(text.charAt(end - 1))) {
    if (text.charAt(end - 1) === ')' && text.lastIndexOf('(', end - 2) >= start) break;
    end -= 1;
  }
  return start === 0 && end === text.length ? text : text.slice(start, end).trim();
}

const percentEncodedUrl = /^https?%3a%2f%2f/i;
const spotifyUri = /^spotify:(?:user:[^:]+:)?(album|track|artist|playlist|show|episode|prerelease):([A-Za-z0-9]{22})(?:[?#].*)?$/i;
/** App schemes whose rest is the web address. */
const appScheme = /^(?:itms|itmss|itmsp|music|musics|podcast|podcasts|deezer|youtube|vnd\.youtube|youtubemusic):\/\/(?=[a-z0-9-]+\.)/i;
const tidalScheme = /^tidal:\/\/(album|track|artist|video)\/([0-9]+)/i;
const anyScheme = /^([a-z][a-z0-9+.-]*):/i;

/** The text as a web address, where it is another spelling of one. */
function respell(text: string): string | NotUnderstood {
  if (text.startsWith('https://') || text.startsWith('http://')) return text;
  const named = anyScheme.exec(text)?.[1]?.toLowerCase();
  if (named === undefined) return text.startsWith('//') ? `https:${text}` : /^[^/?#]+\.[^/?#.]{2,}/.test(text) ? `https://${text}` : notAUrl;
  if (named === 'https' || named === 'http') return /^https?:\/\//i.test(text) ? text : notAUrl;
  const uri = spotifyUri.exec(text);
  if (uri) return `https://open.spotify.com/${(uri[1] ?? '').toLowerCase()}/${uri[2] ?? ''}`;
  if (appScheme.test(text)) return text.replace(appScheme, 'https://');
  const tidal = tidalScheme.exec(text);
  if (tidal) return `https://tidal.com/${tidal[1] ?? ''}/${tidal[2] ?? ''}`;
  // "example.com:443/x" only looks like a scheme.
  if (named.includes('.') && /^[^:]+:[0-9]/.test(text)) return `https://${text}`;
  return scheme;
}

/** A text as a parsed https URL of a public host, or the reason why it is none. Never throws. */
export function readUrl(text: string): URL | NotUnderstood {
  if (text.length > 65_536) return tooLong;
  const trimmed = text.trim();
  if (trimmed === '') return empty;
  if (trimmed.length > longest) return tooLong;
  let typed = unwrap(trimmed);
  if (typed === '') return empty;
  if (typed.includes('&amp;')) typed = typed.replaceAll('&amp;', '&');
  if (percentEncodedUrl.test(typed)) typed = decodeOnce(typed);
  // Browsers drop tabs and line ends and turn backslashes round; an address that needs this was not copied from one.
  if (/[\s\\\u0000-\u001f\u007f]/.test(typed)) return notAUrl;
  const respelled = respell(typed);
  if (typeof respelled !== 'string') return respelled;
  let url: URL;
  try {
    url = new URL(respelled);
  } catch {
    return notAUrl;
  }
  if (url.username !== '' || url.password !== '') return credentials;
  const { hostname } = url;
  if (isPrivate(hostname)) return privateAddress;
  if (!hostname.includes('.') || hostname.length > longestHost) return notAUrl;
  if (url.port !== '' && !(url.protocol === 'http:' && url.port === '443')) return port;
  return url;
}

function decodeOnce(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
