import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { languages } from '@lynkify/domain';
import { until } from '@lynkify/testing';
import type { Page } from 'playwright-core';
import { cast } from './cast.js';
import { barriers, overhang, settled } from './checks.js';
import { readProduct } from './environment.js';
import { confirm, join, pressAndFollow } from './fan-visit.js';
import { linkIn, mailTo } from './mails.js';
import { desktop, phone, see, typeLikeAPerson, unique } from './people.js';
import { realRelease } from './real-releases.js';
import { formOf, postForm, publishRelease, seedArtist, type Artist } from './world.js';

const product = readProduct();
const screens = JSON.parse(readFileSync(new URL('./dashboard-screens.json', import.meta.url), 'utf8')) as { name: string; path: string }[];
const lockdown = realRelease('paak-lockdown-remix');
const links = [...Object.values(lockdown.urls), 'https://www.deezer.com/album/629506181', 'https://music.youtube.com/watch?v=kPa7bsKwL-c'];

let artist: Artist;
let newcomer: Artist;
let release: { id: string; address: string };
let confirmation: string;
let fanId: string;
const { arrives, stays, story } = cast();
/** Who looks at what everybody may see, and at the dashboard as each of the two artists. */
const guest = stays({ screen: desktop });
const atTheDesk = stays({ screen: desktop }, async ({ context }) => context.addCookies((await artist.session.storageState()).cookies));
const newcomerAtTheDesk = stays({ screen: desktop }, async ({ context }) => context.addCookies((await newcomer.session.storageState()).cookies));

beforeAll(async () => {
  artist = await seedArtist(product, lockdown.artist);
  newcomer = await seedArtist(product, 'Somebody new');
  release = await publishRelease(artist, { title: lockdown.title, links, type: 'EP', releaseDate: '2020-08-06' });
  const artworkId = await artist.upload('sleeve');
  await artist.ask('mutation Art($input: UpdateReleaseInput!) { updateRelease(input: $input) { release { id } userErrors { message } } }', { input: { releaseId: release.id, artworkId, artworkAlt: 'A disc', description: 'Four versions.\n\nAll of them loud.' } });
  await artist.ask('mutation Tracks($input: SetTracksInput!) { setTracks(input: $input) { release { id } } }', { input: { releaseId: release.id, tracks: [{ title: 'Lockdown' }, { title: 'Lockdown (Remix)' }] } });
  await artist.ask('mutation Publish($input: PublishReleaseInput!) { publishRelease(input: $input) { release { id } } }', { input: { releaseId: release.id } });
  const gone = await publishRelease(artist, { title: 'Gone', links: links.slice(0, 1) });
  await artist.ask('mutation Down($input: UnpublishReleaseInput!) { unpublishRelease(input: $input) { release { id } } }', { input: { releaseId: gone.id } });
  await artist.ask('mutation Bio($input: SetBioSectionsInput!) { setBioSections(input: $input) { bioPage { version } userErrors { message } } }', {
    input: {
      artistId: artist.id,
      sections: [
        { type: 'featured-release', settings: { releaseId: null } },
        { type: 'socials', settings: { links: [{ url: 'https://www.instagram.com/anderson._paak/' }] } },
        { type: 'links', settings: { title: 'Live', links: [{ title: 'Tour dates', url: 'https://www.andersonpaak.com/' }] } },
        { type: 'text', settings: { title: 'Booking', text: 'By mail.' } },
      ],
    },
  });
  await artist.ask('mutation Bio($input: PublishBioPageInput!) { publishBioPage(input: $input) { bioPage { status } userErrors { message } } }', { input: { artistId: artist.id } });
  await until(async () => (await (await fetch(release.address)).text()).includes('A disc') && (await fetch(`${product.pagesUrl}/${artist.handle}`)).status === 200, 10_000);
  const fan = `${unique('fan')}@example.com`;
  expect(await postForm(release.address, await formOf(release.address), fan)).toBe(303);
  confirmation = linkIn(await mailTo(product, fan, /Please confirm/u), '/confirm/');
  const { fans } = await artist.ask<{ fans: { nodes: { id: string }[] } }>('{ fans(first: 1) { nodes { id } } }');
  fanId = fans.nodes[0]?.id ?? '';
}, 90_000);
afterAll(() => Promise.all([artist.leave(), newcomer.leave()]));

describe('a public page', () => {
  it.each([
    ['the start page', () => product.pagesUrl],
    ['a smart link', () => release.address],
    ['a bio page', () => `${product.pagesUrl}/${artist.handle}`],
    ['the page after joining', () => `${release.address}/joined`],
    ['the page that asks to confirm', () => confirmation],
    ['a page that is gone', () => `${product.pagesUrl}/${artist.handle}/gone`],
    ['an address that nobody has', () => `${product.pagesUrl}/${artist.handle}/nothing-here`],
  ])('%s has no barriers at either size, light or dark, fits a phone of 360 px, and its browser complains of nothing', (_name, address) =>
    story(async () => {
      const { page, complaints } = await guest();
      await page.goto(address());
      expect(await barriers(page)).toEqual([]);
      expect(await overhang(page)).toBe(0);
      expect(complaints).toEqual([]);
    })());

  it('fits a phone of 360 px in every language, and has no barriers where it runs from the right', story(async () => {
    const addresses = [release.address, `${product.pagesUrl}/${artist.handle}`, confirmation];
    for (const locale of languages) {
      const { page, complaints } = await arrives({ screen: phone, locale });
      await page.setViewportSize({ width: 360, height: 780 });
      for (const address of addresses) {
        await page.goto(address, { waitUntil: 'domcontentloaded' });
        // Letters of the system and the measures of pictures are there from the first frame on.
        const seen = await page.evaluate(() => ({ lang: document.documentElement.lang, overhang: document.documentElement.scrollWidth - document.documentElement.clientWidth }));
        expect({ ...seen, address }).toEqual({ lang: locale, overhang: 0, address });
        if (seen.lang === 'ar') expect(await barriers(page)).toEqual([]);
      }
      expect(complaints).toEqual([]);
    }
  }));

  it('is joined in the fan’s language: the form, its mistakes, the mail and what it leads to', story(async () => {
    const { page } = await arrives({ screen: phone, locale: 'ar-EG' });
    const email = `${unique('fan')}@example.com`;
    await page.goto(release.address);
    await typeLikeAPerson(page.getByRole('textbox', { name: 'البريد الإلكتروني' }), email);
    await page.getByRole('button', { name: 'انضمام' }).click();
    await see(page.getByText('لن يُرسل شيء بدونها.'));
    const agreed = page.getByRole('checkbox', { name: /^نعم، أوافق على تلقي رسائل بريد إلكتروني من/u });
    await agreed.check();
    await page.getByRole('button', { name: 'انضمام' }).click();
    await see(page.getByRole('heading', { name: 'تحقق من بريدك' }));
    const mail = await mailTo(product, email, /^يرجى التأكيد/u);
    expect(mail.text).toContain('نعم، أوافق على تلقي رسائل بريد إلكتروني من');
    await page.goto(linkIn(mail, '/confirm/'));
    await page.getByRole('button', { name: 'تأكيد' }).click();
    await see(page.getByRole('heading', { name: 'اكتمل اشتراكك' }));
    const { fans } = await artist.ask<{ fans: { nodes: { email: string; locale: string; consents: { locale: string; wording: string }[] }[] } }>('{ fans(first: 1) { nodes { email locale consents { locale wording } } } }');
    expect(fans.nodes[0]).toMatchObject({ email, locale: 'ar', consents: [{ locale: 'ar', wording: expect.stringContaining(lockdown.artist) }, { locale: 'ar' }] });
  }));

  it('a form that was refused has no barriers, and leads to the first mistake', story(async () => {
    const { page, complaints } = await guest();
    await page.goto(release.address);
    await page.getByRole('textbox', { name: 'Email' }).fill('fan@example.com');
    await page.getByRole('button', { name: 'Join' }).click();
    await see(page.getByText('Tick the box so that we may write to you.'));
    expect(await page.getByRole('checkbox').evaluate((box) => box === document.activeElement)).toBe(true);
    expect(await barriers(page)).toEqual([]);
    expect(complaints).toEqual([]);
  }));

  it('a smart link shows artwork, title, artist and the first four platforms on a phone before anyone scrolls', story(async () => {
    const { page } = await arrives({ screen: phone });
    await page.goto(release.address);
    await settled(page);
    const platforms = page.getByRole('navigation', { name: 'Where to listen' }).getByRole('link');
    expect(await platforms.count()).toBeGreaterThanOrEqual(5);
    for (const part of [page.getByRole('img', { name: 'A disc' }), page.getByRole('heading', { level: 1 }), page.getByRole('link', { name: lockdown.artist }), ...[0, 1, 2, 3].map((place) => platforms.nth(place))]) {
      const box = await part.boundingBox();
      expect(box).not.toBeNull();
      expect((box?.y ?? 0) + (box?.height ?? 0)).toBeLessThanOrEqual(phone.viewport.height);
    }
    const picture = await page.getByRole('img', { name: 'A disc' }).evaluate((image: HTMLImageElement) => ({ came: image.complete, width: image.naturalWidth }));
    expect(picture).toEqual({ came: true, width: expect.any(Number) });
    expect(picture.width).toBeGreaterThan(0);
  }));

  it('needs no script, from the first look to a confirmed address', story(async () => {
    const { page } = await arrives({ screen: phone, javaScript: false });
    const email = `${unique('fan')}@example.com`;
    await page.goto(release.address);
    expect(await pressAndFollow(page, 'Spotify Play')).toBe('https://open.spotify.com/album/419e6SC1wsLlE568jwy8Uk');
    await join(page, email);
    await confirm(page, product, email);
  }));
});

describe('a screen of the dashboard', () => {
  it.each(['/sign-in', '/sign-up', '/forgot-password', '/reset-password?token=x', '/confirm-email?token=x', '/invitation?token=x', '/nothing-here'])('%s has no barriers for who is not signed in', (path) =>
    story(async () => {
      const { page, complaints } = await guest();
      await page.goto(product.apiUrl + path);
      // The screen's own code comes after the frame's: before it there is nothing to look at.
      await see(page.getByRole('heading', { level: 1 }));
      expect(await barriers(page)).toEqual([]);
      expect(await overhang(page)).toBe(0);
      expect(complaints).toEqual([]);
    })());

  it.each(screens)('$name has no barriers at either size, light or dark, fits a phone of 360 px, and its browser complains of nothing', ({ path }) =>
    story(async () => {
      const { page, complaints } = await atTheDesk();
      await page.goto(product.apiUrl + path.replace('{release}', release.id).replace('{fan}', fanId));
      await see(page.getByRole('heading', { level: 1 }));
      expect(await barriers(page)).toEqual([]);
      expect(await overhang(page)).toBe(0);
      expect(complaints).toEqual([]);
    })());

  it.each<[string, string, (page: Page) => Promise<void>]>([
    ['the search over everything', '/', (page) => page.keyboard.press('Control+k')],
    ['the switcher of artists', '/', (page) => page.getByRole('button', { name: /Change artist or workspace$/u }).click()],
    ['the menu of a release', '/releases', (page) => page.getByRole('button', { name: `More about ${lockdown.title}` }).click()],
    ['what publishing will do', '/releases/{release}', (page) => page.getByRole('button', { name: /^Publish/u }).first().click()],
    ['a question before something is taken down', '/releases/{release}', (page) => page.getByRole('button', { name: 'Unpublish' }).click()],
    ['the days of the numbers', '/numbers', (page) => page.getByRole('button', { name: 'Other days' }).click()],
  ])('%s opens without barriers', (_name, path, open) =>
    story(async () => {
      const { page, complaints } = await atTheDesk();
      await page.goto(product.apiUrl + path.replace('{release}', release.id));
      await see(page.getByRole('heading', { level: 1 }));
      await settled(page);
      await open(page);
      await see(page.getByRole('dialog').or(page.getByRole('listbox')).or(page.getByRole('menu')));
      // What floats above a page stands in none of its landmarks; the library's menu begins with a place for the focus.
      expect(await barriers(page, ['region', 'aria-required-children'])).toEqual([]);
      expect(complaints).toEqual([]);
    })());

  it('shows on a phone which part of the settings is open', story(async () => {
    const { context, page } = await arrives({ screen: phone });
    await context.addCookies((await artist.session.storageState()).cookies);
    await page.goto(`${product.apiUrl}/settings/api-keys`);
    await see(page.getByRole('heading', { level: 1, name: 'API keys' }));
    await settled(page);
    const box = await page.getByRole('link', { name: 'API keys' }).boundingBox();
    expect((box?.x ?? Infinity) + (box?.width ?? 0)).toBeLessThanOrEqual(phone.viewport.width);
  }));

  it.each(['/', '/releases', '/bio-page', '/fans', '/numbers', '/share'])('%s has no barriers for a new artist, who has nothing yet', (path) =>
    story(async () => {
      const { page, complaints } = await newcomerAtTheDesk();
      await page.goto(product.apiUrl + path);
      await see(page.getByRole('heading', { level: 1 }));
      expect(await barriers(page)).toEqual([]);
      expect(await overhang(page)).toBe(0);
      expect(complaints).toEqual([]);
    })());
});
