import { readFileSync } from 'node:fs';
import { socialNetworks, type BioPageDocument, type SmartLinkDocument } from '@lynkify/domain';
import { platforms } from '@lynkify/platforms';
import { bioPage, capture, picture, smartLink } from './documents.js';

const real = JSON.parse(readFileSync(new URL('../../../platforms/src/testdata/real-urls.json', import.meta.url), 'utf8')) as { releases: { platform: string; url: string }[] };

/** The longest real address of a platform in our sources, or one as long as its own with an identifier. */
function longestUrl(platform: string): string {
  const found = real.releases.filter((row) => row.platform === platform).map(({ url }) => url);
  return found.sort((one, other) => other.length - one.length)[0] ?? `https://www.${platform.replaceAll('_', '-')}.com/album/${mixed(22, platform)}?ref=${mixed(24, `${platform}!`)}`;
}

/** Text without any repetition that a compressor could use, the same at each run. */
export function mixed(length: number, seed: string): string {
  const letters = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789';
  let state = [...seed].reduce((sum, letter) => (Math.imul(sum, 31) + letter.charCodeAt(0)) >>> 0, 7);
  return Array.from({ length }, () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return letters.charAt((state >>> 16) % letters.length);
  }).join('');
}

const vocabulary = 'recorded in two rooms during one cold week with friends who happened to be around old synthesizers and a borrowed piano the songs came first then the words about leaving a town that nobody remembers mixed by night on small speakers mastered somewhere warm thanks to everyone that listened early wrote letters lent amplifiers drove vans cooked soup waited outside for hours or simply kept believing it would be finished one day strings arranged brass played drums programmed guitars broken choir sung quietly harbour winter signal copper lantern meadow engine paper orbit velvet thunder hollow silver station mirror'.split(' ');

/** Prose of so many characters, as hard to compress as prose is. */
export function prose(length: number, seed = 1): string {
  let state = seed;
  let text = '';
  while (text.length < length) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    text += `${vocabulary[(state >>> 16) % vocabulary.length] ?? ''}${state % 11 === 0 ? '. ' : ' '}`;
  }
  return text.slice(0, length).trim();
}

const uuid = (seed: string) => `0198c0de-${mixed(4, seed)}-7${mixed(3, `${seed}a`)}-8${mixed(3, `${seed}b`)}-${mixed(12, `${seed}c`)}`.toLowerCase();

/** The 25 platforms whose marks take the most, as real releases link to them. */
export function fullestSmartLink(): SmartLinkDocument {
  const weight = (mark: (typeof platforms)[number]['mark']) => ('path' in mark ? mark.path.length : 0);
  const heaviest = [...platforms].sort((one, other) => weight(other.mark) - weight(one.mark)).slice(0, 25);
  const title = 'An Orchestra Recorded Underwater, Volumes One to Four, with Every Outtake, Both Rehearsals and the Conversation That Followed in the Kitchen (Twentieth Anniversary Remastered and Expanded Edition)';
  return smartLink(
    {
      destinations: heaviest.map(({ id }) => ({ id: uuid(id), platform: id, url: longestUrl(id) })),
      capture: { ...capture, title: prose(110, 3), consentText: prose(590, 4) },
      reminder: { consentText: prose(590, 11), version: 1 },
      artwork: picture({ alt: prose(480, 5) }),
      video: { provider: 'youtube', id: mixed(11, 'video'), title: prose(90, 12) },
      more: Array.from({ length: 6 }, (_, index) => ({ id: uuid(`m${index}`), slug: prose(24, 970 + index).replace(/\W+/gu, '-'), title: prose(24, 970 + index), artistCredit: index % 2 === 0 ? 'Lady Gaga' : prose(20, 980 + index), type: 'single' as const, releasedAt: `20${String(24 - index).padStart(2, '0')}-05-10T00:00:00.000Z`, artwork: picture({ id: uuid(`q${index}`), alt: prose(40, 990 + index) }) })),
    },
    {
      type: 'album',
      title,
      slug: 'an-orchestra-recorded-underwater-volumes-one-to-four-with-every-outtake',
      artistCredit: prose(190, 6),
      description: prose(1_990, 7),
      tracks: Array.from({ length: 20 }, (_, index) => ({ title: prose(28, 100 + index), isrc: `USUM7240${String(1_000 + index * 37)}`, durationMs: 180_000 + index * 7_313, previewUrl: `https://audio-ssl.itunes.apple.com/itunes-assets/AudioPreview211/v4/mzaf_${mixed(19, `t${index}`)}.plus.aac.p.m4a` })),
    },
  );
}

/** Twenty sections of every type there is, as full as an artist fills them: a row of 30 networks, dates of a tour, press, shops. */
export function fullestBioPage(): BioPageDocument {
  const links = (section: number, count: number) => Array.from({ length: count }, (_, index) => ({ id: uuid(`${section}-${index}`), title: prose(34, section * 50 + index), url: `https://tickets.${mixed(9, `${section}${index}`).toLowerCase()}.com/event/${mixed(12, `${section}.${index}`)}?ref=artist` }));
  const releases = Array.from({ length: 12 }, (_, index) => ({ id: uuid(`r${index}`), slug: prose(30, 900 + index).replace(/\W+/gu, '-'), title: prose(30, 900 + index), artistCredit: 'Dreamcatcher', type: 'ep' as const, releasedAt: `20${String(24 - index).padStart(2, '0')}-05-10T00:00:00.000Z`, artwork: picture({ id: uuid(`p${index}`), alt: prose(40, 950 + index) }) }));
  return bioPage({
    headline: prose(190, 8),
    portrait: picture({ id: uuid('portrait'), alt: prose(200, 9) }),
    releases,
    sections: [
      { id: uuid('s0'), type: 'featured-release', releaseId: null },
      { id: uuid('s1'), type: 'socials', links: socialNetworks.slice(0, 30).map(({ id, hosts }) => ({ network: id, url: `https://${(hosts[0] ?? 'x').replace('*', 'artist')}/dreamcatcher_official` })) },
      { id: uuid('s2'), type: 'signup', capture: { ...capture, title: prose(110, 3), consentText: prose(590, 4) } },
      { id: uuid('s3'), type: 'releases', title: 'Everything so far' },
      { id: uuid('s4'), type: 'links', title: 'On tour', links: links(4, 25) },
      ...Array.from({ length: 8 }, (_, index) => ({ id: uuid(`l${index}`), type: 'links' as const, title: prose(20, 700 + index), links: links(10 + index, 3) })),
      ...Array.from({ length: 7 }, (_, index) => ({ id: uuid(`t${index}`), type: 'text' as const, title: prose(20, 800 + index), text: `${prose(280, 300 + index)}\n\n${prose(180, 400 + index)}` })),
    ],
  });
}
