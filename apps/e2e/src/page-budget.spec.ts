import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { until } from '@lynkify/testing';
import type { Page } from 'playwright-core';
import { photograph } from './artwork.js';
import { cast } from './cast.js';
import { settled } from './checks.js';
import { readProduct } from './environment.js';
import { pressAndFollow } from './fan-visit.js';
import { sharpPhone, see } from './people.js';
import { publishRelease, seedArtist, type Artist } from './world.js';
import { visitCold } from './page-weight.js';
import { fullBioSections, links25 } from './full-pages.js';

/** What a page may cost on a phone that was never here before: requests, and bytes as they come over the wire. */
const most = { requests: 3, bytes: 60_000 };

const product = readProduct();
const { arrives, story } = cast();
let artist: Artist;
let link: string;
let bio: string;

const update = 'mutation Art($input: UpdateReleaseInput!) { updateRelease(input: $input) { userErrors { message } } }';
const publishAgain = (releaseId: string) => artist.ask('mutation Publish($input: PublishReleaseInput!) { publishRelease(input: $input) { userErrors { message } } }', { input: { releaseId } });
const publishBio = 'mutation Publish($input: PublishBioPageInput!) { publishBioPage(input: $input) { userErrors { message } } }';

beforeAll(async () => {
  artist = await seedArtist(product, 'The Orchestra That Recorded Everything Twice and Kept the Second Take Only When It Rained');
  const [artworkId, portraitId] = await Promise.all([artist.keep(await photograph(7)), artist.keep(await photograph(11))]);
  const release = await publishRelease(artist, { title: 'An Orchestra Recorded Underwater, Volumes One to Four (Twentieth Anniversary Remastered and Expanded Edition)', links: links25, type: 'ALBUM', releaseDate: '2020-08-06' });
  link = release.address;
  await artist.ask(update, {
    input: { releaseId: release.id, artworkId, artworkAlt: 'Microphones above a pool', description: 'Four versions.\n\nAll of them loud. '.repeat(40), capture: { title: 'Get the next one first', consentText: 'Yes, the orchestra may email me about new releases and shows. I can leave at any time.', askName: true } },
  });
  await publishAgain(release.id);
  for (const title of ['First Rain', 'Second Rain', 'Third Rain']) {
    const { id } = await publishRelease(artist, { title, links: links25.slice(0, 2), releaseDate: '2018-01-05' });
    await artist.ask(update, { input: { releaseId: id, artworkId: portraitId } });
    await publishAgain(id);
  }
  bio = `${product.pagesUrl}/${artist.handle}`;
  await artist.ask('mutation Bio($input: UpdateBioPageInput!) { updateBioPage(input: $input) { userErrors { message } } }', { input: { artistId: artist.id, portraitId, portraitAlt: 'Forty people in a field', headline: 'Forty people, one room, every song twice.' } });
  const { setBioSections } = await artist.ask<{ setBioSections: { userErrors: { message: string }[] } }>('mutation Sections($input: SetBioSectionsInput!) { setBioSections(input: $input) { userErrors { message } } }', { input: { artistId: artist.id, sections: fullBioSections } });
  expect(setBioSections.userErrors).toEqual([]);
  await artist.ask(publishBio, { input: { artistId: artist.id } });
  await until(async () => (await (await fetch(link)).text()).includes('Microphones above a pool') && (await (await fetch(bio)).text()).includes('Forty people in a field'), 10_000);
}, 120_000);
afterAll(() => artist.leave());

describe('a page on a phone that was never here before', () => {
  it.each<[string, () => string, number[]]>([
    ['a smart link with 25 destinations', () => link, [640]],
    ['a bio page with 20 sections', () => bio, [640, 320]],
  ])('%s is complete after at most 3 requests and 60 KB, of which the first round trip brings all but pictures', (_name, address, widths) =>
    story(async () => {
      const { page } = await arrives({ screen: sharpPhone });
      const weight = await visitCold(page, address());
      expect(weight.html).toBeLessThanOrEqual(14_336);
      expect(weight.requests.length).toBeLessThanOrEqual(most.requests);
      expect(weight.bytes).toBeLessThanOrEqual(most.bytes);
      expect(weight.scripts).toBe(0);
      expect(weight.pictures).toEqual(widths.map((width) => ({ width, type: 'image/avif', bytes: expect.any(Number) })));
    })());

  it.each([false, true])('nothing moves when pictures come late (dark: %s)', (dark) =>
    story(async () => {
      for (const address of [link, bio]) {
        const { page } = await arrives({ screen: sharpPhone, dark });
        await watchShifts(page);
        let comes = () => {};
        const late = new Promise<void>((resolve) => (comes = resolve));
        await page.route('**/media/**', async (route) => {
          await late;
          await route.continue();
        });
        await page.goto(address, { waitUntil: 'domcontentloaded' });
        await see(page.getByRole('heading', { level: 1 }));
        await page.evaluate(() => new Promise((painted) => requestAnimationFrame(() => requestAnimationFrame(painted))));
        comes();
        await page.waitForLoadState('load');
        await settled(page);
        expect(await page.evaluate(() => document.images[0]?.naturalWidth)).toBeGreaterThan(0);
        expect(await shifts(page)).toBe(0);
      }
    })());

  it('without any script every platform leads on, and the bio page to the release', story(async () => {
    const { page } = await arrives({ screen: sharpPhone, javaScript: false });
    await page.goto(bio);
    await page.getByRole('link', { name: /Listen/u }).first().click();
    await page.waitForURL(link);
    expect(await page.getByRole('navigation', { name: 'Where to listen' }).getByRole('link').count()).toBe(25);
    expect(await pressAndFollow(page, /^Deezer/u)).toBe('https://www.deezer.com/album/629506181');
    await see(page.getByRole('textbox', { name: 'Email' }));
  }));
});

declare global {
  interface Window {
    /** Shifts of the layout, collected in the page. */
    seenShifts?: number[];
  }
}

/** Collects every shift of the layout from the first frame on. */
async function watchShifts(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const seen: number[] = [];
    window.seenShifts = seen;
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) seen.push((entry as PerformanceEntry & { value: number }).value);
    }).observe({ type: 'layout-shift', buffered: true });
  });
}

function shifts(page: Page): Promise<number> {
  return page.evaluate(() => {
    if (!window.seenShifts) throw new Error('Nobody watched for shifts.');
    return window.seenShifts.reduce((sum, value) => sum + value, 0);
  });
}
