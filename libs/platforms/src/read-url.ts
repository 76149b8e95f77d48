import { longestAddress } from './address.js';
import { notUnderstood, type NotUnderstood } from './recognition.js';

const notAUrl = notUnderstood('NOT_A_URL', 'This is no link. Open the release on the platform, choose Share, then Copy link.');
const empty = notUnderstood('EMPTY', 'Paste a link to your release.');
const tooLong = notUnderstood('TOO_LONG', 'This is longer than any link. Paste only the address.');
const scheme = notUnderstood('UNSUPPORTED_SCHEME', 'Only web links work here. Paste an address that starts with https://.');
const privateAddress = notUnderstood('PRIVATE_ADDRESS', 'This address is inside a private network, or names no site; fans cannot open it.');
const credentials = notUnderstood('CREDENTIALS_IN_URL', 'This link has a user name or password in it. Paste one without.');
const port = notUnderstood('UNUSUAL_PORT', 'This link names a port. Paste the address as the platform shares it.');

/** Hosts by which a fan would reach their own machine or network. Every literal address is among them. */
const privateEndings = new Set(['localhost', 'local', 'internal', 'lan', 'home', 'corp', 'intranet', 'test', 'invalid', 'example', 'onion', 'arpa']);

export function isPrivateHost(hostname: string): boolean {
  const host = hostname.endsWith('.') ? hostname.slice(0, -1) : hostname;
  const ending = host.slice(host.lastIndexOf('.') + 1);
  // URL parsers write every spelling of an IPv4 address (0x7f.1, 2130706433) with dots and digits.
  return host.startsWith('[') || privateEndings.has(ending) || /^[0-9]+$/.test(ending);
}

/** Longest name that the DNS can hold (RFC 1035). */
const longestHost = 253;

const opening = '<"\'“‘«‹([{`*_~„「『《（【';
const closing = '>"\'”’»›)]}`,;.!:*…|„」』》）】，。！；、';

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
  // A question that was asked about the link is none that the link asks.
  if (end - start > 1 && text.charAt(end - 1) === '?') end -= 1;
  return start === 0 && end === text.length ? text : text.slice(start, end).trim();
}

/** Marks that nobody sees and that chat programs and web pages put into what is copied: zero widths, directions, soft hyphens. */
const invisible = /[\u00ad\u034f\u061c\u115f\u1160\u180b-\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff]/gu;

const percentEncodedUrl = /^https?%3a%2f%2f/i;
const spotifyUri = /^spotify:(?:user:[^:]+:)?(album|track|artist|playlist|show|episode|prerelease):([A-Za-z0-9]{22})(?:[?#].*)?$/i;
/** Schemes of apps whose rest is the web address. */
const addressInApp = /^(?:itmss?|itms-?p(?:cast|odcasts?)?|musics?|podcasts?|feed|pcast|itpc|deezer|spotify|tidal|intent|anghami|youtube|vnd\.youtube(?:\.music)?|youtubemusic|twitch|soundcloud|amznmp3|mixcloud|vk):\/\/(?=[a-z0-9-]+\.[a-z0-9.-]+(?:[/?#]|$))/i;
/** Schemes of apps whose rest is the path of the web address. */
const pathInApp: Readonly<Record<string, string>> = {
  spotify: 'open.spotify.com', deezer: 'www.deezer.com', tidal: 'tidal.com', anghami: 'play.anghami.com', qobuzapp: 'open.qobuz.com', qobuz: 'open.qobuz.com',
  yandexmusic: 'music.yandex.com', orpheus: 'music.163.com', kkbox: 'play.kkbox.com', audiomack: 'audiomack.com', boomplay: 'www.boomplay.com',
  youtube: 'www.youtube.com', 'vnd.youtube': 'www.youtube.com', youtubemusic: 'music.youtube.com', gaana: 'gaana.com', twitch: 'www.twitch.tv', zvuk: 'zvuk.com',
};
const youtubeInApp = /^(?:vnd\.)?youtube:(?:\/\/)?([A-Za-z0-9_-]{11})(?:[?&].*)?$/i;
const anyScheme = /^([a-z][a-z0-9+.-]*):/i;

/** What an app's own scheme means on the web, or null. */
function ofApp(text: string, named: string): string | null {
  const uri = spotifyUri.exec(text);
  if (uri) return `https://open.spotify.com/${(uri[1] ?? '').toLowerCase()}/${uri[2] ?? ''}`;
  const video = youtubeInApp.exec(text)?.[1];
  if (video !== undefined) return `https://www.youtube.com/watch?v=${video}`;
  if (addressInApp.test(text)) return text.replace(addressInApp, 'https://');
  if (!Object.hasOwn(pathInApp, named) || !text.startsWith('://', named.length)) return null;
  return `https://${pathInApp[named] ?? ''}/${text.slice(named.length + 3)}`;
}

/** The text as a web address, where it is another spelling of one. */
function respell(text: string): string | NotUnderstood {
  if (text.startsWith('https://') || text.startsWith('http://')) return text;
  const named = anyScheme.exec(text)?.[1]?.toLowerCase();
  if (named === undefined) return text.startsWith('//') ? `https:${text}` : /^[^/?#]+\.[^/?#.]{2,}/.test(text) ? `https://${text}` : notAUrl;
  if (named === 'https' || named === 'http') return /^https?:\/\//i.test(text) ? text : notAUrl;
  const web = ofApp(text, named);
  if (web !== null) return web;
  // "example.com:443/x" only looks like a scheme.
  if (named.includes('.') && /^[^:]+:[0-9]/.test(text)) return `https://${text}`;
  return scheme;
}

const beyondAscii = /[^\u0000-\u007f]/;

/** A text as a parsed https URL of a public host, or the reason why it is none. Never throws. */
export function readUrl(text: string): URL | NotUnderstood {
  if (text.length > 65_536) return tooLong;
  const typedText = text.trim();
  if (typedText.length > 2 * longestAddress) return tooLong;
  const trimmed = beyondAscii.test(typedText) ? typedText.replace(invisible, '').trim() : typedText;
  if (trimmed === '') return empty;
  if (trimmed.length > longestAddress) return tooLong;
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
  if (isPrivateHost(hostname)) return privateAddress;
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
