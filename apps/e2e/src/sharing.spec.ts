import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { until } from '@lynkify/testing';
import type { Page } from 'playwright-core';
import { cast } from './cast.js';
import { barriers } from './checks.js';
import { readProduct } from './environment.js';
import { desktop, phone, see, type Screen } from './people.js';
import { realRelease } from './real-releases.js';
import { publishRelease, seedArtist, type Artist } from './world.js';

const product = readProduct();
const smile = realRelease('die-with-a-smile');
const { spotify = '', deezer = '' } = smile.urls;

let artist: Artist;
let release: { id: string; address: string };
beforeAll(async () => {
  artist = await seedArtist(product, smile.artist);
  release = await publishRelease(artist, { title: smile.title, links: [spotify, deezer] });
}, 60_000);
afterAll(() => artist.leave());

/** Chooses a place, by pointer on a desk and by its field on a phone. */
async function choose(page: Page, screen: Screen, place: string): Promise<void> {
  if (screen.phone) await page.getByRole('combobox', { name: 'Where you share' }).selectOption({ label: place });
  else await page.getByRole('navigation', { name: 'Where you share' }).getByRole('button', { name: place, exact: true }).click();
  await see(page.getByRole('region', { name: place }));
}

/** Copies with the keyboard alone. @returns what is in the clipboard */
async function copied(page: Page, what: string): Promise<string> {
  const button = page.getByRole('button', { name: `Copy ${what}`, exact: true });
  await button.focus();
  await page.keyboard.press('Enter');
  await see(page.getByRole('status').filter({ hasText: 'Copied' }));
  return page.evaluate(() => navigator.clipboard.readText());
}

describe('an artist who shares', () => {
  const { arrives, story } = cast();

  it('gets the smart link for an article and the bio page for a bio, and sees both in the numbers', story(async () => {
    const { page, context, complaints } = await arrives({ screen: desktop });
    await context.addCookies((await artist.session.storageState()).cookies);
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await page.goto(`${product.apiUrl}/releases/${release.id}`);
    await page.getByRole('main').getByRole('link', { name: 'Share' }).click();
    await see(page.getByRole('heading', { level: 1, name: 'Share' }));

    await choose(page, desktop, 'Press article');
    await see(page.getByRole('heading', { name: `The smart link of “${smile.title}”` }));
    expect(await copied(page, 'address')).toBe(`${release.address}?via=press`);
    const press = await copied(page, 'short form');
    expect(press).toMatch(/\/s\/[b-df-hjkmnp-tv-z2-9]{7}$/u);
    expect(await page.getByRole('textbox', { name: 'Text to paste' }).inputValue()).toBe(`“${smile.title}” by ${smile.artist} is out now: ${release.address}?via=press`);

    await choose(page, desktop, 'Instagram bio');
    await see(page.getByRole('heading', { name: `${smile.artist}’s bio page` }));
    await see(page.getByText('A bio stays, so it gets your bio page'));
    // Nothing is shared unseen that is not public.
    await see(page.getByText('The bio page is not public yet.'));
    await page.getByRole('note').getByRole('button', { name: 'Publish' }).click();
    await page.getByText('The bio page is not public yet.').waitFor({ state: 'detached' });
    const bio = await copied(page, 'address');
    expect(bio).toBe(`${product.pagesUrl}/${artist.handle}?via=instagram-bio`);

    const fan = await arrives({ screen: phone });
    for (const address of [press, bio]) await until(async () => (await fetch(address, { headers: { 'user-agent': 'curl' } })).status === 200, 10_000);
    await fan.page.goto(press);
    await see(fan.page.getByRole('heading', { level: 1, name: smile.title }));
    expect(fan.page.url()).toBe(`${release.address}?via=press`);
    await fan.page.goto(bio);
    await see(fan.page.getByRole('heading', { level: 1, name: smile.artist }));

    await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Numbers' }).click();
    await until(async () => {
      await page.reload();
      return page.getByRole('row', { name: /^Instagram bio 1/u }).waitFor({ timeout: 5_000 }).then(() => true, () => false);
    }, 60_000);
    await see(page.getByRole('row', { name: /^Press 1/u }));
    await page.goto(`${product.apiUrl}/share?release=${release.id}&place=press-article`);
    await see(page.getByText('1 visit from here this week.'));
    expect(await barriers(page)).toEqual([]);
    expect(complaints).toEqual([]);
  }), 120_000);

  it('finds a place by the keyboard, edits the text, and gets along without a clipboard, on a phone', story(async () => {
    const { page, context, complaints } = await arrives({ screen: phone });
    await context.addCookies((await artist.session.storageState()).cookies);
    await page.addInitScript(() => {
      Object.defineProperty(navigator, 'clipboard', { value: { writeText: () => Promise.reject(new DOMException('no', 'NotAllowedError')) } });
      document.execCommand = () => false;
    });
    await page.goto(`${product.apiUrl}/`);
    await page.getByRole('button', { name: 'Search' }).click();
    await page.getByRole('textbox', { name: 'Search everything' }).fill('share youtube');
    await page.keyboard.press('Enter');
    await see(page.getByRole('region', { name: 'YouTube description' }));

    const text = page.getByRole('textbox', { name: 'Text to paste' });
    await text.fill('Our song');
    await page.getByRole('button', { name: 'Copy text' }).click();
    await see(page.getByRole('alert').filter({ hasText: 'The text is selected' }));
    expect(await text.evaluate((field: HTMLTextAreaElement) => field.value.slice(field.selectionStart, field.selectionEnd))).toBe('Our song');
    await page.getByRole('button', { name: 'Back to the suggestion' }).click();
    expect(await text.inputValue()).toContain(smile.title);

    await choose(page, phone, 'Ad');
    await page.getByText('Direct links to one platform each').click();
    await see(page.getByText(`${release.address}/go/deezer?via=ad`));
    expect(await barriers(page)).toEqual([]);
    expect(complaints).toEqual([]);
  }), 60_000);
});
