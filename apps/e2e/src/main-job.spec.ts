import { readFile } from 'node:fs/promises';
import { describe, expect, it } from '@jest/globals';
import { canonical } from '@lynkify/platforms';
import { until } from '@lynkify/testing';
import type { Page } from 'playwright-core';
import { artwork } from './artwork.js';
import { becomeAnArtist, dragAbove, goTo, goToSettings, inPreview, moveUp, pasted, publish, saved } from './artist-work.js';
import { cast } from './cast.js';
import { readProduct } from './environment.js';
import { confirm, join, pressAndFollow } from './fan-visit.js';
import { askWithKey } from './graphql.js';
import { desktop, gone, phone, see, unique, type Screen } from './people.js';
import { realRelease } from './real-releases.js';

const smile = realRelease('die-with-a-smile');
const lockdown = realRelease('paak-lockdown-remix');
const product = readProduct();

describe.each([phone, desktop])('on $name', (screen: Screen) => {
  const { arrives, story } = cast();

  it('an artist goes from signing up to a fan of their own, and a script goes on from there', story(async () => {
    const handle = unique('gaga-and-mars');
    const fanEmail = `${unique('fan')}@example.com`;
    const artist = await arrives({ screen });
    const { page } = artist;

    await becomeAnArtist(page, product, { email: `${unique('artist')}@example.com`, person: 'A Musician', artist: smile.artist, handle });
    await pasteLinks(page);
    await fillIn(page);
    // Nothing is public before it is published.
    expect((await fetch(`${product.pagesUrl}/${handle}/die-with-a-smile`)).status).toBe(404);
    const address = await publish(page);
    expect(address).toBe(`${product.pagesUrl}/${handle}/die-with-a-smile`);

    const fan = await arrives({ screen: phone });
    await fan.page.goto(address);
    await see(fan.page.getByRole('heading', { level: 1, name: smile.title }));
    expect(await fan.page.getByRole('navigation', { name: 'Where to listen' }).getByRole('link').allInnerTexts()).toEqual(['TIDAL', 'Deezer', 'Spotify'].map((name) => expect.stringMatching(new RegExp(`^${name}`, 'u'))));
    expect(await pressAndFollow(fan.page, 'Spotify Play')).toBe(canonical(smile.urls['spotify'] ?? ''));
    await join(fan.page, fanEmail);
    const unsubscribe = await confirm(fan.page, product, fanEmail);

    await readNumbers(page);
    await readFan(page, fanEmail);
    const csv = await exportFans(page);
    expect(csv.split('\r\n')[0]).toContain('email');
    expect(csv.split('\r\n')[1]).toContain(fanEmail);

    await fan.page.goto(unsubscribe);
    await fan.page.getByRole('button', { name: 'Unsubscribe' }).click();
    await see(fan.page.getByRole('heading', { name: 'You are off the list' }));
    await goTo(page, 'Fans');
    await page.getByRole('link', { name: fanEmail }).click();
    await page.reload();
    await see(page.getByText('Withdrawn'));

    await scriptWithAKey(page, handle, fanEmail);
    await moveThePage(page, address, handle);
    await bioPage(page, fan.page, handle);
    await takeDown(page, `${product.pagesUrl}/${handle}/smile`);

    // The files that were no pictures were refused by the server.
    expect(artist.complaints.filter((text) => !text.includes('/v1/media'))).toEqual([]);
    expect(fan.complaints.filter((text) => !/ERR_NAME_NOT_RESOLVED/u.test(text))).toEqual([]);
  }), 180_000);
});

/** Point 2: one box, many lines, each of them said what it is. */
async function pasteLinks(page: Page): Promise<void> {
  const { spotify = '', deezer = '', tidal = '' } = smile.urls;
  await page.getByRole('textbox', { name: 'Paste a link to your release' }).fill([spotify, `${spotify}?si=share`, deezer, tidal, 'https://example.com/some-page'].join('\n'));
  await see(pasted(page, canonical(deezer) ?? '').getByText('Recognised'));
  await see(pasted(page, canonical(tidal) ?? '').getByText('Recognised'));
  await see(pasted(page, canonical(spotify) ?? '').getByText('Recognised'));
  await see(pasted(page, canonical(spotify) ?? '').getByText('Twice'));
  await see(pasted(page, 'https://example.com/some-page').getByText('Not understood'));
  await page.getByRole('button', { name: 'Make the page' }).click();
  await see(page.getByRole('list', { name: 'Links of this release' }));
  expect(await page.getByRole('list', { name: 'Links of this release' }).getByRole('listitem').count()).toBe(3);
}

/** The details, with a barcode mistyped first; the artwork; the order of the links, by pointer and by keyboard; and the preview meanwhile. */
async function fillIn(page: Page): Promise<void> {
  await page.getByRole('textbox', { name: 'Title', exact: true }).fill(smile.title);
  await page.getByLabel('Release date').fill(smile.releaseDate ?? '');
  const upc = page.getByRole('textbox', { name: 'UPC', exact: true });
  await upc.fill('00602475093061');
  await upc.blur();
  await see(page.getByText('The last digit should be 0'));
  await upc.fill(smile.upc ?? '');
  await see(page.getByText('The check digit is right.'));
  await inPreview(page, 'Preview of the smart link', async (preview) => {
    await see(preview.getByRole('heading', { level: 1, name: smile.title }));
    await page.getByRole('button', { name: 'As any fan sees it' }).click();
    await page.getByRole('combobox', { name: 'Inside an app' }).fill('TikTok on Android');
    await page.getByRole('option', { name: 'TikTok on Android' }).click();
    await see(preview.getByText('Music apps don’t open from in here.'));
    await page.getByRole('button', { name: 'Any fan', exact: true }).click();
    await gone(preview.getByText('Music apps don’t open from in here.'));
  });

  const chooseArtwork = page.getByLabel('Choose artwork');
  await chooseArtwork.setInputFiles({ name: 'sleeve.svg', mimeType: 'image/svg+xml', buffer: Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>') });
  await see(page.getByText('Use a JPEG, PNG or WebP file.'));
  await chooseArtwork.setInputFiles({ name: 'sleeve.png', mimeType: 'image/png', buffer: Buffer.from('no picture at all') });
  await see(page.getByText('This is not a picture that pages can show.'));
  await chooseArtwork.setInputFiles(await artwork('sleeve'));
  await page.getByLabel('What it shows').fill('A disc');
  await inPreview(page, 'Preview of the smart link', (preview) => see(preview.getByRole('img', { name: 'A disc' })));

  await dragAbove(page, 'Deezer', 'Spotify');
  await moveUp(page, 'TIDAL', { from: 3, to: 1 });
  await saved(page);
}

/** Point 6: what the fan did, as a sentence, a table by day and by platform. */
async function readNumbers(page: Page): Promise<void> {
  await goTo(page, 'Numbers');
  await until(async () => {
    await page.reload();
    return page.getByText('1 person came and went on to listen, 1 joined you.').waitFor({ timeout: 5_000 }).then(() => true, () => false);
  }, 60_000);
  await see(page.getByText('1 fan verified'));
  await see(page.getByRole('row', { name: 'Spotify 1' }));
  await page.getByRole('radiogroup', { name: 'Show the days as' }).getByText('Table').click();
  await see(page.getByRole('row', { name: /^All days 2 1 1$/u }));
}

/** The fan in the CRM, with the record of what was agreed to. */
async function readFan(page: Page, email: string): Promise<void> {
  await goTo(page, 'Fans');
  await page.getByRole('searchbox', { name: 'Search fans by name or email' }).fill(email);
  await see(page.getByText('1 fan fits'));
  await see(page.getByRole('row').filter({ hasText: email }).getByText('Verified', { exact: true }));
  await page.getByRole('link', { name: email }).click();
  await see(page.getByRole('heading', { level: 1, name: email }));
  await see(page.getByText(`Yes, ${smile.artist} may email me about new releases`));
  await see(page.getByText('Ticked the box and sent the form'));
  await see(page.getByText('Pressed the button behind the link in the mail'));
}

async function exportFans(page: Page): Promise<string> {
  await goTo(page, 'Fans');
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'Export CSV of 1 fan' }).click()]);
  expect(download.suggestedFilename()).toMatch(/^fans-\d{4}-\d\d-\d\d\.csv$/u);
  return readFile(await download.path(), 'utf8');
}

/** Point 7: a key made here, then a script that has nothing else. */
async function scriptWithAKey(page: Page, handle: string, fanEmail: string): Promise<void> {
  await goToSettings(page, 'API keys');
  await page.getByRole('textbox', { name: 'Name' }).fill('Catalogue');
  for (const scope of ['Make and change releases', 'See artists and bio pages', 'Publish and unpublish', 'See fans and their consent', 'See visits, clicks and emails']) await page.getByRole('checkbox', { name: scope }).check();
  await page.getByRole('button', { name: 'Make the key' }).click();
  const dialog = page.getByRole('dialog', { name: 'Your new key' });
  const key = await dialog.getByText(/^lyk_live_/u).innerText();
  await dialog.getByRole('button', { name: 'I have copied it' }).click();

  const { artistByHandle } = await askWithKey<{ artistByHandle: { id: string } }>(product, key, 'query Artist($handle: String!) { artistByHandle(handle: $handle) { id } }', { handle });
  const { createRelease } = await askWithKey<{ createRelease: { release: { id: string }; links: { status: string }[] } }>(
    product,
    key,
    'mutation Create($input: CreateReleaseInput!) { createRelease(input: $input) { release { id } links { status } userErrors { message } } }',
    { input: { artistId: artistByHandle.id, title: lockdown.title, releaseDate: '2020-08-06', links: [lockdown.urls['spotify'], lockdown.urls['tidal']].join('\n') } },
  );
  expect(createRelease.links.map(({ status }) => status)).toEqual(['RECOGNISED', 'RECOGNISED']);
  const { publishRelease } = await askWithKey<{ publishRelease: { release: { publicUrl: string } } }>(product, key, 'mutation Publish($input: PublishReleaseInput!) { publishRelease(input: $input) { release { publicUrl } userErrors { message } } }', {
    input: { releaseId: createRelease.release.id },
  });
  await until(async () => (await fetch(publishRelease.release.publicUrl)).status === 200, 5_000);
  const day = (offset: number) => new Date(Date.now() + offset * 86_400_000).toISOString().slice(0, 10);
  const { fans, numbers } = await askWithKey<{ fans: { nodes: { email: string; unsubscribedAt: string | null }[] }; numbers: { visits: number; clicks: number; captures: number } }>(
    product,
    key,
    'query Read($from: Date!, $to: Date!) { fans(first: 10) { nodes { email unsubscribedAt } } numbers(from: $from, to: $to) { visits clicks captures } }',
    { from: day(-1), to: day(1) },
  );
  expect(fans.nodes).toEqual([{ email: fanEmail, unsubscribedAt: expect.any(String) }]);
  expect(numbers.clicks).toBe(1);
  expect(numbers.captures).toBe(1);

  await page.getByRole('button', { name: 'Revoke Catalogue' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Revoke' }).click();
  await see(page.getByText('Revoked'));
  await expect(askWithKey(product, key, '{ workspace { id } }')).rejects.toThrow('UNAUTHENTICATED');
}

/** A new slug; the old address leads there, the click too. */
async function moveThePage(page: Page, address: string, handle: string): Promise<void> {
  await goTo(page, 'Releases');
  await page.getByRole('link', { name: smile.title }).first().click();
  await page.getByRole('button', { name: 'Change the address' }).click();
  await page.getByRole('textbox', { name: 'New address' }).fill('smile');
  await page.getByRole('button', { name: 'Change it' }).click();
  await see(page.getByText(`/${handle}/die-with-a-smile`, { exact: true }));
  await until(async () => (await fetch(address, { redirect: 'manual' })).status === 301, 5_000);
  expect((await fetch(`${address}/go/spotify`, { redirect: 'manual' })).headers.get('location')).toMatch(new RegExp(`/${handle}/smile/go/spotify$`, 'u'));
  expect((await fetch(address)).url).toBe(`${product.pagesUrl}/${handle}/smile`);
}

/** The bio page with profiles and a link; the latest release stands on top. */
async function bioPage(page: Page, fan: Page, handle: string): Promise<void> {
  await goTo(page, 'Bio page');
  await page.getByRole('textbox', { name: 'Line under the name' }).fill('Two voices, one piano.');
  await page.getByRole('button', { name: /^Social links/u }).click();
  await page.getByRole('textbox', { name: 'Add profiles' }).fill('https://www.instagram.com/ladygaga');
  await page.getByRole('textbox', { name: 'Add profiles' }).press('Enter');
  for (const section of [/^Releases/u, /^Links/u]) {
    await page.getByRole('button', { name: 'Add a section' }).click();
    await page.getByRole('menuitem', { name: section }).click();
  }
  await page.getByRole('button', { name: 'Add a link' }).click();
  await page.getByRole('textbox', { name: 'Title of link 1' }).fill('Tour dates');
  await page.getByRole('textbox', { name: 'Address of link 1' }).fill('https://www.ladygaga.com/tour');
  await inPreview(page, 'Preview of the bio page', (preview) => see(preview.getByRole('link', { name: /^Tour dates/u })));
  const address = await publish(page);
  expect(address).toBe(`${product.pagesUrl}/${handle}`);

  await fan.goto(address);
  await see(fan.getByRole('heading', { level: 1, name: smile.artist }));
  await see(fan.getByText('Two voices, one piano.'));
  // The one of 2024 and not the one of 2020, though that was published later.
  expect(await fan.getByRole('main').getByRole('link').first().innerText()).toContain(smile.title);
  await see(fan.getByRole('link', { name: new RegExp(lockdown.title.replace(/[()]/gu, '\\$&'), 'u') }));
  expect(await pressAndFollow(fan, 'Instagram')).toBe('https://www.instagram.com/ladygaga/');
  expect(await pressAndFollow(fan, /^Tour dates/u)).toBe('https://www.ladygaga.com/tour');
}

async function takeDown(page: Page, address: string): Promise<void> {
  await goTo(page, 'Releases');
  await page.getByRole('link', { name: smile.title }).first().click();
  await page.getByRole('button', { name: 'Unpublish' }).click();
  await page.getByRole('dialog', { name: 'Take the page down?' }).getByRole('button', { name: 'Unpublish' }).click();
  await gone(page.getByRole('dialog'));
  await until(async () => (await fetch(address)).status === 410, 5_000);
  expect(await (await fetch(address)).text()).toContain('This page was taken down');
}
