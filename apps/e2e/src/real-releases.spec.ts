import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { canonical, readPastedLinks } from '@lynkify/platforms';
import { readProduct } from './environment.js';
import { phone } from './people.js';
import { realReleases, type RealRelease } from './real-releases.js';
import { publishRelease, seedArtist, type Artist } from './world.js';

const product = readProduct();
/** The sources hold a few pages of artists and of a service that has closed: no release's links, and said to be none. */
const noReleaseLinks = new Set(['ARTIST_PAGE', 'PLATFORM_CLOSED']);

interface Link {
  pasted: string;
  platform: string;
}

/** What can be pasted of a release at once: a page has each platform once, and some releases have two addresses on one. */
function pastesOf({ urls }: RealRelease): Link[][] {
  const pastes: Map<string, Link>[] = [];
  for (const pasted of Object.values(urls)) {
    const [link] = readPastedLinks(pasted);
    if (!link || noReleaseLinks.has(link.code ?? '')) continue;
    const { platform } = link;
    if (platform === undefined) throw new Error(`${pasted} is not recognised: ${link.message}`);
    let paste = pastes.find((each) => !each.has(platform));
    if (!paste) pastes.push((paste = new Map()));
    paste.set(platform, { pasted, platform });
  }
  return pastes.map((paste) => [...paste.values()]);
}

describe('every real release', () => {
  let artist: Artist;
  beforeAll(async () => {
    artist = await seedArtist(product, 'Various artists');
  }, 30_000);
  afterAll(() => artist.leave());

  it('goes from pasted URLs to a page whose buttons lead to each of them', async () => {
    let clicks = 0;
    for (const release of realReleases) {
      for (const links of pastesOf(release)) {
        const { address, statuses } = await publishRelease(artist, { title: release.title, links: links.map(({ pasted }) => pasted) });
        expect({ release: release.id, statuses }).toEqual({ release: release.id, statuses: links.map(() => 'RECOGNISED') });
        const html = await (await fetch(address, { headers: { 'user-agent': phone.userAgent } })).text();
        const path = new URL(address).pathname;
        const led = await Promise.all(
          links.map(async ({ platform }) => {
            const shown = html.includes(`href="${path}/go/${platform}"`);
            const answer = await fetch(`${address}/go/${platform}`, { redirect: 'manual', headers: { 'user-agent': phone.userAgent } });
            return { platform, shown, status: answer.status, location: answer.headers.get('location') };
          }),
        );
        expect({ release: release.id, led }).toEqual({ release: release.id, led: links.map(({ platform, pasted }) => ({ platform, shown: true, status: 302, location: canonical(pasted) })) });
        clicks += links.length;
      }
    }
    const all = realReleases.flatMap(({ urls }) => Object.values(urls));
    const odd = all.filter((url) => noReleaseLinks.has(readPastedLinks(url)[0]?.code ?? ''));
    expect(clicks + odd.length).toBe(all.length);
    expect(odd.length).toBeLessThan(12);
  }, 180_000);
});
