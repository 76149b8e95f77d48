import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readPastedLinks } from '@lynkify/platforms';
import { CreateRelease, newArtist, pageAt, publish } from '../testing/catalogue.js';
import { startTestApi, type TestApi } from '../testing/test-api.js';
import { seedWorkspace, unique } from '../testing/world.js';

interface RealUrl {
  release: string;
  url: string;
}

const { releases } = JSON.parse(readFileSync(new URL('../../../../libs/platforms/src/testdata/real-urls.json', import.meta.url), 'utf8')) as { releases: RealUrl[] };
/** The sources hold a few pages of artists and of a service that has closed: no release's links, and said to be none. */
const noReleaseLinks = new Set(['ARTIST_PAGE', 'PLATFORM_CLOSED']);

/** The real URLs by release, in pastes that hold each platform once: some releases have two pages on one platform. */
function pastes(urls: readonly RealUrl[]): { title: string; urls: string[] }[] {
  const made: { title: string; urls: string[]; platforms: Set<string> }[] = [];
  for (const { release, url } of urls) {
    const platform = readPastedLinks(url)[0]?.platform ?? '';
    const open = made.find(({ title, platforms }) => title === release && !platforms.has(platform));
    const paste = open ?? { title: release, urls: [], platforms: new Set() };
    if (!open) made.push(paste);
    paste.urls.push(url);
    paste.platforms.add(platform);
  }
  return made;
}

describe('every real release', () => {
  let api: TestApi;
  beforeAll(async () => {
    api = await startTestApi();
  });
  afterAll(() => api.stop());

  it('goes from pasted URLs to a public page that leads to each of them', async () => {
    const world = await seedWorkspace(api);
    const { id: artistId, handle } = await newArtist(world, unique());
    const odd = releases.filter(({ url }) => noReleaseLinks.has(readPastedLinks(url)[0]?.code ?? ''));
    expect(odd.length).toBeLessThan(12);
    let found = 0;
    for (const { title, urls } of pastes(releases.filter((each) => !odd.includes(each)))) {
      const { createRelease } = await world.owner.run(CreateRelease, { input: { artistId, title, links: urls.join('\n') } });
      expect({ title, statuses: createRelease.links.map(({ status }) => status) }).toEqual({ title, statuses: urls.map(() => 'RECOGNISED') });
      const { slug } = await publish(world.owner, createRelease.release?.id ?? '');
      const page = await pageAt(world, `/${handle}/${slug}`);
      const destinations = page?.kind === 'smart-link' ? page.destinations.map(({ platform, url }) => ({ platform, url })) : [];
      expect(destinations).toEqual(urls.map((url) => readPastedLinks(url)[0]).map((link) => ({ platform: link?.platform, url: link?.url })));
      found += urls.length;
    }
    expect(found + odd.length).toBe(releases.length);
  });
});
