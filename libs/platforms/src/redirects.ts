import type { Address } from './address.js';
import { amazonHosts } from './catalogue/countries.js';
import { parameter } from './plain-spelling.js';

/** Pages that do nothing but send on to the address in a parameter: host, the path where only one does it, the parameters. */
const redirectors: ReadonlyMap<string, { path?: string; parameters: readonly string[] }> = new Map([
  ['google.com', { path: '/url', parameters: ['q', 'url'] }],
  ['l.instagram.com', { parameters: ['u'] }],
  ['l.facebook.com', { parameters: ['u'] }],
  ['lm.facebook.com', { parameters: ['u'] }],
  ['l.threads.com', { parameters: ['u'] }],
  ['l.threads.net', { parameters: ['u'] }],
  ['l.messenger.com', { parameters: ['u'] }],
  ['facebook.com', { path: '/l.php', parameters: ['u'] }],
  ['youtube.com', { path: '/redirect', parameters: ['q'] }],
  ['out.reddit.com', { parameters: ['url'] }],
  ['vk.com', { path: '/away.php', parameters: ['to'] }],
  ['away.vk.com', { parameters: ['to'] }],
  ['t.umblr.com', { parameters: ['z'] }],
  ['gate.sc', { parameters: ['url'] }],
  ['exit.sc', { parameters: ['url'] }],
  ['slack-redir.net', { parameters: ['url'] }],
  ['steamcommunity.com', { path: '/linkfilter', parameters: ['u', 'url'] }],
  ['duckduckgo.com', { path: '/l', parameters: ['uddg'] }],
  ['w.soundcloud.com', { path: '/player', parameters: ['url'] }],
  ['click.linksynergy.com', { parameters: ['murl', 'RD_PARM1'] }],
  ['tiktok.com', { path: '/link/v2', parameters: ['target'] }],
  ['getpocket.com', { path: '/redirect', parameters: ['url'] }],
]);

const amazon: ReadonlySet<string> = new Set(amazonHosts('amazon'));
const amazonRedirect = /^\/gp\/(?:redirect\.html|r\.html|slredirect)(?:\/|$)/;

/** Where an address only sends on to, or null. */
export function redirectTarget({ host, path, search }: Address): string | null {
  const known = redirectors.get(host);
  if (known && known.path !== undefined && known.path !== path) return null;
  const names = known?.parameters ?? (amazonRedirect.test(path) && amazon.has(host) ? ['location', 'url', 'U'] : []);
  for (const name of names) {
    const target = parameter(search, name);
    if (target !== undefined && /^https?:\/\//i.test(target)) return target;
  }
  return null;
}
