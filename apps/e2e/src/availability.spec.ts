import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { publish, saved } from './artist-work.js';
import { cast } from './cast.js';
import { barriers } from './checks.js';
import { readProduct } from './environment.js';
import { desktop, phone, see } from './people.js';
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

describe('a page that is not for everyone', () => {
  const { arrives, story } = cast();

  it('shows what its artist offers to who has the password, and goes on leading to the music when it is put away', story(async () => {
    const { page, context } = await arrives({ screen: phone });
    await context.addCookies((await artist.session.storageState()).cookies);
    await page.goto(`${product.apiUrl}/releases/${release.id}`);

    await page.getByRole('button', { name: 'More about the Spotify link' }).click();
    await page.getByRole('menuitem', { name: 'Copy direct link' }).click();
    await see(page.getByText(`${release.address}/go/spotify?via=ad`));
    await page.getByRole('button', { name: 'Close' }).click();
    await page.getByRole('button', { name: 'More about the Spotify link' }).click();
    await page.getByRole('menuitem', { name: 'Switch off' }).click();
    await see(page.getByText('Switched off: not on the page'));
    await page.getByRole('button', { name: 'Set a password' }).click();
    await page.getByRole('textbox', { name: 'New password of the page' }).fill('for the press');
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await see(page.getByRole('button', { name: 'Take it off' }));
    await page.getByRole('textbox', { name: 'The page ends' }).fill('2090-01-01T10:00');
    await saved(page);
    expect(await barriers(page)).toEqual([]);
    await publish(page);

    const fan = await arrives({ screen: phone });
    await fan.page.goto(`${release.address}/go/deezer?via=press`);
    await see(fan.page.getByRole('heading', { name: 'This page has a password' }));
    expect(await barriers(fan.page)).toEqual([]);
    await fan.page.getByLabel('Password').fill('for the radio');
    await fan.page.getByRole('button', { name: 'Open' }).click();
    await see(fan.page.getByRole('alert').filter({ hasText: 'That is not the password' }));
    await fan.page.getByLabel('Password').fill('for the press');
    await fan.page.getByRole('button', { name: 'Open' }).click();
    await see(fan.page.getByRole('heading', { name: smile.title }));
    expect(new URL(fan.page.url()).search).toBe('?via=press');
    const platforms = fan.page.getByRole('navigation').getByRole('listitem');
    expect(await platforms.allInnerTexts()).toEqual([expect.stringContaining('Deezer')]);

    const office = await arrives({ screen: desktop });
    await office.context.addCookies((await artist.session.storageState()).cookies);
    await office.page.goto(`${product.apiUrl}/releases`);
    await office.page.getByRole('button', { name: `More about ${smile.title}` }).click();
    await office.page.getByRole('menuitem', { name: 'Archive' }).click();
    await office.page.getByRole('radio', { name: 'leads to one platform' }).check();
    await see(office.page.getByLabel('Which platform').first());
    await office.page.getByRole('button', { name: 'Archive', exact: true }).click();
    await see(office.page.getByText(/is archived/u));

    // Who has the password goes on to the platform; nobody else learns where it leads.
    const leads = await fan.context.request.get(release.address, { maxRedirects: 0 });
    expect(leads.headers()['location']).toMatch(/\/go\/deezer$/u);
    const click = await fan.context.request.get(new URL(leads.headers()['location'] ?? '', release.address).href, { maxRedirects: 0 });
    expect(click.headers()['location']).toBe(deezer);
    expect((await fetch(`${release.address}/go/deezer`, { redirect: 'manual' })).headers.get('location')).not.toBe(deezer);
  }));
});
