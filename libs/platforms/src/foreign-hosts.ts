import { socialNetworks } from '@lynkify/domain';

/** Smart-link and link-in-bio services of others, found on the host itself and on any host under it. */
export const smartLinkServices: ReadonlySet<string> = new Set([
  'lnk.to', 'lnkfi.re', 'linkfire.com', 'ffm.to', 'ffm.bio', 'feature.fm', 'fanlink.to', 'fanlink.tv', 'toneden.io', 'hypeddit.com', 'hyperfollow.com',
  'distrokid.com', 'push.fm', 'song.link', 'album.link', 'artist.link', 'pods.link', 'mylink.page', 'odesli.co', 'songwhip.com', 'smarturl.it',
  'hyperurl.co', 'orcd.co', 'linkco.re', 'band.link', 'bfan.link', 'ditto.fm', 'found.ee', 'geni.us', 'gate.fm', 'li.sten.to', 'lsnto.me',
  'snd.click', 'streamlink.to', 'strm.to', 'tourlink.to', 'podlink.to', 'pod.link', 'onerpm.link', 'unitedmasters.com', 'untd.io', 'share.amuse.io', 'trac.co',
  'linktr.ee', 'lnk.bio', 'bio.link', 'allmylinks.com', 'many.link', 'beacons.ai', 'artists.landr.com', 'vyd.co', 'presave.io', 'show.co',
  'backl.ink', 'music.link', 'bnd.link', 'solo.to', 'campsite.bio', 'taplink.cc', 'withkoji.com', 'carrd.co', 'symphony.to', 'ampl.ink', 'ampsuite.com', 'believe.fan', 'bfan.to',
  'imusician.pro', 'awal.ffm.to', 'tr.ee', 'linkin.bio', 'stem.ffm.to', 'too.fm', 'kontor.lnk.to', 'sym.ffm.to', 'links.altafonte.com', 'soundplate.com', 'tunelink.to', 'spinnup.link', 'slinky.to',
]);

/** Services that only shorten addresses. */
export const shorteners: ReadonlySet<string> = new Set([
  'bit.ly', 'bitly.com', 't.co', 'tinyurl.com', 'goo.gl', 'ow.ly', 'buff.ly', 'is.gd', 'v.gd', 'cutt.ly', 'rebrand.ly', 'rb.gy', 'shorturl.at', 't.ly',
  'lnkd.in', 'dlvr.it', 'tiny.cc', 'vk.cc', 'clck.ru', 'page.link', 'app.link', 'onelink.me', 'trib.al', 'soo.gd', 'bl.ink', 'j.mp', 'urlgeni.us', 'l.instagram.com', 'l.facebook.com',
]);

/** Platforms that have closed, with the year in which they did. */
export const closedPlatforms: ReadonlyMap<string, { name: string; year: number; path?: RegExp }> = new Map([
  ['play.google.com', { name: 'Google Play Music', year: 2020, path: /^\/(?:store\/)?music(?:\/|$)/u }],
  ['play.wimpmusic.com', { name: 'WiMP', year: 2015 }],
  ['rdio.com', { name: 'Rdio', year: 2015 }],
  ['grooveshark.com', { name: 'Grooveshark', year: 2015 }],
  ['podcasts.google.com', { name: 'Google Podcasts', year: 2024 }],
  ['stitcher.com', { name: 'Stitcher', year: 2023 }],
  ['music.microsoft.com', { name: 'Groove Music', year: 2017 }],
  ['wynk.in', { name: 'Wynk Music', year: 2024 }],
  ['resso.com', { name: 'Resso', year: 2024 }],
]);

/** The social network of a host, or null. */
const networkByHost = new Map(socialNetworks.flatMap(({ id, hosts }) => hosts.filter((host) => !host.startsWith('*.')).map((host) => [host, id] as const)));
const networkByFamily = new Map(socialNetworks.flatMap(({ id, hosts }) => hosts.filter((host) => host.startsWith('*.')).map((host) => [host.slice(2), id] as const)));

/** What is known of a host that is no platform's: a link service's or a shortener's, on any host under it, or a social network's. */
export type ForeignHost = { kind: 'smart-link'; name: string } | { kind: 'shortener' } | { kind: 'social'; network: string };

export function foreignHost(host: string): ForeignHost | null {
  for (let from = host; from.includes('.'); from = from.slice(from.indexOf('.') + 1)) {
    if (smartLinkServices.has(from)) return { kind: 'smart-link', name: from };
    if (shorteners.has(from)) return { kind: 'shortener' };
  }
  const network = networkByHost.get(host) ?? networkByFamily.get(host.slice(host.indexOf('.') + 1));
  return network === undefined ? null : { kind: 'social', network };
}
