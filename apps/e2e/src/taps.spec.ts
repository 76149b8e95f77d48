import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { until } from '@lynkify/testing';
import type { Locator, Page } from 'playwright-core';
import { cast } from './cast.js';
import { readProduct } from './environment.js';
import { gone, phone, see } from './people.js';
import { realRelease } from './real-releases.js';
import { publishRelease, seedArtist, type Artist } from './world.js';

const product = readProduct();
const smile = realRelease('die-with-a-smile');
const { spotify = '', deezer = '' } = smile.urls;

let artist: Artist;
let address: string;
/** A page of another site with the link in it, as a post has. */
let post: { server: Server; url: string };

beforeAll(async () => {
  artist = await seedArtist(product, 'Lady Gaga & Bruno Mars');
  ({ address } = await publishRelease(artist, { title: smile.title, links: [deezer, spotify] }));
  await artist.ask('mutation Bio($input: SetBioSectionsInput!) { setBioSections(input: $input) { userErrors { message } } }', { input: { artistId: artist.id, sections: [{ type: 'featured-release', settings: { releaseId: null } }] } });
  await artist.ask('mutation Bio($input: PublishBioPageInput!) { publishBioPage(input: $input) { userErrors { message } } }', { input: { artistId: artist.id } });
  const server = createServer((_, response) => response.writeHead(200, { 'content-type': 'text/html' }).end(`<title>A post</title><a href="${address}?via=social-post">Our new song</a>`));
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  post = { server, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/` };
}, 60_000);
afterAll(async () => {
  post.server.close();
  await artist.leave();
});

/** A fan with a thumb that is counted. */
class Fan {
  taps = 0;

  constructor(readonly page: Page) {}

  async tap(target: Locator): Promise<void> {
    this.taps += 1;
    await target.tap();
  }

  /** From the post on, by the taps that `act` makes. @returns how many it took until the platform was reached */
  async fromPost(platform: string, act: () => Promise<void>): Promise<number> {
    await this.page.goto(post.url);
    this.taps = 0;
    // The browser finds no other host: it is there when it has been sent there, and shows that it finds nothing.
    const sent = this.page.waitForRequest((request) => request.isNavigationRequest() && new URL(request.url()).hostname.endsWith(platform));
    await this.tap(this.page.getByRole('link', { name: 'Our new song' }));
    await act();
    await sent;
    await until(() => this.page.url().startsWith('chrome-error:'), 5_000);
    return this.taps;
  }

  row(platform: string): Locator {
    return this.page.getByRole('navigation', { name: 'Where to listen' }).getByRole('link', { name: platform });
  }
}

describe('from a post to the music', () => {
  const { arrives, story } = cast();

  it('it is two taps for a new fan and one for who asked for their platform always, who can undo it; without a script', story(async () => {
    const { page, complaints } = await arrives({ screen: phone, javaScript: false });
    const fan = new Fan(page);
    const straight = async () => undefined;

    // Somebody new: the page, then the platform.
    expect(await fan.fromPost('spotify.com', () => fan.tap(fan.row('Spotify')))).toBe(2);

    // They come back: theirs is on top, and can be opened always.
    await page.goto(post.url);
    await page.getByRole('link', { name: 'Our new song' }).tap();
    await see(fan.row('Spotify'));
    expect(await page.getByRole('navigation', { name: 'Where to listen' }).getByRole('link').first().textContent()).toContain('Spotify');
    await page.getByRole('button', { name: 'Always open in Spotify' }).tap();
    await see(page.getByText('You open music in Spotify.'));

    expect(await fan.fromPost('spotify.com', straight)).toBe(1);
    // Back leads to the post and not into a circle.
    await page.goBack();
    await page.waitForURL(post.url);

    // From within the site they see the page; the artist's page has the way back too.
    await page.goto(`${product.pagesUrl}/${artist.handle}`);
    await page.getByRole('link', { name: /Die With A Smile/u }).first().tap();
    await see(fan.row('Spotify'));
    await page.goto(`${product.pagesUrl}/${artist.handle}`);
    await page.getByText('You open music in Spotify.').tap();
    await page.getByRole('button', { name: 'Show me the page first' }).tap();
    await gone(page.getByText('You open music in Spotify.'));
    expect(page.url()).toBe(`${product.pagesUrl}/${artist.handle}`);

    expect(await fan.fromPost('deezer.com', () => fan.tap(fan.row('Deezer')))).toBe(2);

    // Nothing is remembered any more.
    await page.goto(address);
    await page.getByRole('button', { name: 'Forget my choice' }).tap();
    await see(fan.row('Deezer'));
    expect(await page.context().cookies()).toEqual([]);
    expect(await page.getByRole('button', { name: /^Always open/u }).count()).toBe(0);
    expect(complaints.filter((text) => !/ERR_NAME_NOT_RESOLVED/u.test(text))).toEqual([]);
  }), 60_000);
});
