import { beforeAll, describe, expect, it } from '@jest/globals';
import type { Locator, Page } from 'playwright-core';
import { goTo, publish, saved } from './artist-work.js';
import { artwork } from './artwork.js';
import { cast } from './cast.js';
import { barriers, overhang } from './checks.js';
import { artworkHosts, withOtherEdition } from './matched-releases.js';
import { productWithInternet, type ProductWithInternet } from './outside.js';
import { desktop, gone, phone, see, type Screen } from './people.js';
import { realRelease } from './real-releases.js';
import { seedArtist } from './world.js';

const sleepless = realRelease('still-sleepless');
const express = realRelease('kraftwerk-trans-europe-express');
/** The code of that release at the stand-ins. */
const sleeplessUpc = '2000000000060';

let outside: ProductWithInternet;
beforeAll(async () => {
  outside = await productWithInternet();
  const { buffer } = await artwork('cover');
  for (const host of artworkHosts) outside.internet.site(host, () => ({ headers: { 'content-type': 'image/png' }, body: buffer }));
  outside.services.catalogue.push(...withOtherEdition(express));
}, 300_000);

describe.each([phone, desktop])('on $name', (screen: Screen) => {
  const { arrives, story } = cast();
  /** A new artist at the desk. */
  const starts = async (name: string) => {
    const person = await arrives({ screen });
    const { session, handle, leave } = await seedArtist(outside.product, name);
    await person.context.addCookies((await session.storageState()).cookies);
    await leave();
    await person.page.goto(outside.product.apiUrl);
    return { ...person, handle };
  };
  /** Looked for once: at both sizes, whichever screen it is. */
  const hasNoBarriers = async (page: Page) => {
    if (!screen.phone) return;
    expect(await barriers(page)).toEqual([]);
    expect(await overhang(page)).toBe(0);
    await page.setViewportSize(screen.viewport);
  };

  it('one Apple Music link becomes a whole release while its artist looks on, and is published', story(async () => {
    const { page, complaints, handle } = await starts(sleepless.artist);
    const fan = await arrives({ screen: phone });
    outside.services.fault('deezer', 'down');
    const goOn = outside.hold();
    try {
      await begin(page, sleepless.urls['apple_music'] ?? '');
      await see(page.getByText('Music services are being asked.'));
      expect(await page.getByRole('list', { name: 'Links of this release' }).getByRole('listitem').count()).toBe(1);
      goOn();
      // Nobody loads the page again: all of this arrives.
      for (const platform of ['Apple Music', 'Spotify', 'TIDAL', 'Amazon Music', 'Pandora', 'Deezer']) await see(link(page, platform));
      await see(page.getByRole('heading', { level: 1, name: sleepless.title }));
      await holds(page.getByRole('textbox', { name: 'Title', exact: true }), sleepless.title);
      await holds(page.getByLabel('Release date'), '2020-03-06');
      await holds(page.getByRole('textbox', { name: 'UPC', exact: true }), sleeplessUpc);
      await holds(page.getByRole('textbox', { name: 'Title of track 1' }), sleepless.title);
      await see(page.getByLabel('What it shows'));
      // The one that is down is named, with when it is asked again; it keeps nobody waiting.
      await see(service(page, 'Deezer').getByText(/Asked again/u));
      await see(service(page, 'MusicBrainz').getByText(/links found/u));
    } finally {
      goOn();
      outside.services.fault('deezer', null);
    }

    await link(page, 'Spotify').getByRole('button', { name: /why Spotify$/u }).click();
    await see(page.getByRole('dialog').getByText('MusicBrainz lists it under the UPC'));
    await page.keyboard.press('Escape');

    const address = await publish(page);
    expect(address).toBe(`${outside.product.pagesUrl}/${handle}/still-sleepless`);
    await fan.page.goto(address);
    await see(fan.page.getByRole('heading', { level: 1, name: sleepless.title }));
    const offered = (await fan.page.getByRole('navigation', { name: 'Where to listen' }).getByRole('link').allInnerTexts()).join('\n');
    for (const platform of ['Apple Music', 'Spotify', 'TIDAL', 'Deezer']) expect(offered).toContain(platform);
    expect(complaints).toEqual([]);
  }), 120_000);

  it('a guess is confirmed, a match decided where the release is edited and another in review, and what was turned down comes back', story(async () => {
    const { page, complaints } = await starts(express.artist);
    await begin(page, express.urls['apple_music'] ?? '');
    await see(link(page, 'Deezer').getByRole('button', { name: 'Found by title and artist: why Deezer' }));
    await link(page, 'Deezer').getByRole('button', { name: 'Looks right: Deezer' }).click();
    await gone(link(page, 'Deezer').getByRole('button', { name: 'Looks right: Deezer' }));

    const waiting = page.getByRole('list', { name: 'Matches to review' });
    await see(waiting.getByText('It is another version: “2009 Remaster” stands in one title only.'));
    await see(page.getByText('3 need a look.'));
    await waiting.getByRole('button', { name: /^Not this: TIDAL/u }).click();
    await see(page.getByText('TIDAL was turned down.'));
    await gone(waiting.getByRole('button', { name: /^This is it: TIDAL/u }));
    await page.getByRole('button', { name: 'Undo' }).click();
    await see(waiting.getByRole('button', { name: /^This is it: TIDAL/u }));
    await waiting.getByRole('button', { name: /^This is it: Spotify/u }).click();
    await see(link(page, 'Spotify'));
    await gone(waiting.getByRole('button', { name: /^This is it: Spotify/u }));
    await hasNoBarriers(page);

    await goTo(page, 'Home');
    await page.getByRole('link', { name: /2 matches/u }).click();
    await see(page.getByRole('heading', { level: 1, name: 'Matches to review' }));
    await see(page.getByText('2 matches wait.'));
    await hasNoBarriers(page);
    await byKeyboard(page);

    await goTo(page, 'Releases');
    await page.getByRole('link', { name: express.title }).first().click();
    await see(link(page, 'TIDAL'));
    const html = await (await fetch(await publish(page))).text();
    for (const platform of ['apple_music', 'deezer', 'spotify', 'tidal', 'amazon_music']) expect(html).toContain(`/go/${platform}"`);
    expect(complaints).toEqual([]);
  }), 120_000);

  it('a UPC alone is enough, a mistyped one is told, and one that nobody knows is kept as a draft', story(async () => {
    const { page, complaints } = await starts(sleepless.artist);
    const box = page.getByRole('textbox', { name: 'Paste a link to your release' });
    await box.fill('2000000000061');
    await see(page.getByText('The last digit should be 0'));
    expect(await page.getByRole('button', { name: 'Make the page' }).isDisabled()).toBe(true);
    await begin(page, sleeplessUpc);
    await see(link(page, 'Deezer').getByRole('button', { name: 'Found by its UPC: why Deezer' }));
    await holds(page.getByRole('textbox', { name: 'Title', exact: true }), sleepless.title);

    await goTo(page, 'Releases');
    await page.getByRole('link', { name: 'New release' }).click();
    await page.getByRole('textbox', { name: 'Links or a code' }).fill('4006381333931');
    await see(page.getByText('UPC 4006381333931.'));
    await page.getByRole('button', { name: 'Make the page' }).click();
    await see(page.getByText('No other links were found.'));
    await see(service(page, 'MusicBrainz').getByText('Nothing found by the UPC.'));
    // From here on by hand, or by something that is known elsewhere.
    await page.getByRole('textbox', { name: 'UPC, ISRC or a link' }).fill(sleeplessUpc);
    await page.getByRole('button', { name: 'Look again' }).click();
    await see(link(page, 'Deezer'));
    await holds(page.getByRole('textbox', { name: 'Title', exact: true }), sleepless.title);
    expect(complaints).toEqual([]);
  }), 120_000);

  it('what somebody types while a match fills in stays', story(async () => {
    const { page, complaints } = await starts(sleepless.artist);
    const title = page.getByRole('textbox', { name: 'Title', exact: true });
    const goOn = outside.hold();
    try {
      await begin(page, sleeplessUpc);
      await see(page.getByText('Music services are being asked.'));
      await title.fill('A title of my own');
    } finally {
      goOn();
    }
    await see(link(page, 'Spotify'));
    await holds(page.getByLabel('Release date'), '2020-03-06');
    await saved(page);
    expect(await title.inputValue()).toBe('A title of my own');
    await page.reload();
    await holds(title, 'A title of my own');
    expect(complaints).toEqual([]);
  }), 120_000);
});

/** The shortest way to a release, from Home. */
async function begin(page: Page, from: string): Promise<void> {
  await page.getByRole('textbox', { name: 'Paste a link to your release' }).fill(from);
  await page.getByRole('button', { name: 'Make the page' }).click();
  await see(page.getByRole('heading', { level: 2, name: 'Elsewhere' }));
}

/** The row of a platform among the links of the release. */
const link = (page: Page, platform: string): Locator => page.getByRole('list', { name: 'Links of this release' }).getByRole('listitem').filter({ has: page.getByRole('button', { name: `Move ${platform}`, exact: true }) });

/** What a service said. */
const service = (page: Page, name: string): Locator => page.getByRole('group').getByRole('listitem').filter({ hasText: name });

/** Until a field holds it, which whoever looks at it did not type. */
async function holds(field: Locator, value: string): Promise<void> {
  await field.waitFor();
  await field.page().waitForFunction(([element, wanted]) => (element as HTMLInputElement).value.includes(wanted as string), [await field.elementHandle(), value] as const);
}

/** Goes through a queue of two without a pointer: on, back, turned down by mistake, taken back, both taken. */
async function byKeyboard(page: Page): Promise<void> {
  const rows = page.getByRole('list', { name: 'Matches to review' }).getByRole('listitem').filter({ has: page.getByRole('button', { name: /^This is it/u }) });
  const focused = async (platform: string) => page.waitForFunction((name) => document.activeElement?.matches('li') && document.activeElement.textContent.includes(name), platform);
  const [first, second] = await rows.evaluateAll((items) => items.map((item) => /TIDAL|Amazon Music/u.exec(item.textContent)?.[0] ?? ''));
  if (first === undefined || second === undefined) throw new Error('Two matches should wait.');
  await rows.first().focus();
  await page.keyboard.press('j');
  await focused(second);
  await page.keyboard.press('k');
  await focused(first);
  await page.keyboard.press('r');
  await see(page.getByText(`${first} is not “${express.title}”.`));
  await focused(second);
  await see(page.getByText('1 match waits.'));
  await page.keyboard.press('u');
  await see(page.getByText('2 matches wait.'));
  await page.keyboard.press('a');
  await focused(first);
  await page.keyboard.press('a');
  await see(page.getByText('Nothing waits for you'));
}
