import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page, Request, Route } from 'playwright-core';
import { dragAbove, moveUp, saved } from './artist-work.js';
import { cast } from './cast.js';
import { readProduct } from './environment.js';
import { desktop, phone, see, type Screen } from './people.js';
import { realRelease } from './real-releases.js';
import { seedArtist, type Artist } from './world.js';

const smile = realRelease('die-with-a-smile');
const product = readProduct();
let artist: Artist;
beforeAll(async () => {
  artist = await seedArtist(product, smile.artist);
});
afterAll(() => artist.leave());

describe.each([phone, desktop])('on $name, while the API takes its time', (screen: Screen) => {
  const { arrives, story } = cast();

  it('links stay in the order they were dragged to, whatever earlier saves answer meanwhile', story(async () => {
    const { page, context } = await arrives({ screen });
    await context.addCookies((await artist.session.storageState()).cookies);
    const releaseId = await makeRelease();
    await page.goto(`${product.apiUrl}/releases/${releaseId}`);
    expect(await linksOn(page)).toEqual(['Spotify', 'Deezer', 'TIDAL']);

    const title = await hold(page, 'SaveRelease');
    await page.getByRole('textbox', { name: 'Title', exact: true }).fill(smile.title);
    await title.asked;
    await dragAbove(page, 'Deezer', 'Spotify');
    const order = await hold(page, 'OrderLinks');
    await title.letGo();
    // It knows nothing of the new order, which is sent only now.
    const first = await order.asked;
    expect(await linksOn(page)).toEqual(['Deezer', 'Spotify', 'TIDAL']);

    await moveUp(page, 'TIDAL', { from: 3, to: 1 });
    expect(await linksOn(page)).toEqual(['TIDAL', 'Deezer', 'Spotify']);
    const last = page.waitForResponse((answer) => answer.request() !== first && asks(answer.request(), 'OrderLinks'));
    await order.letGo();
    await last;
    await saved(page);
    expect(await linksOn(page)).toEqual(['TIDAL', 'Deezer', 'Spotify']);
    expect(await storedLinks(releaseId)).toEqual(['TIDAL', 'Deezer', 'Spotify']);
  }));
});

async function makeRelease(): Promise<string> {
  const { spotify, deezer, tidal } = smile.urls;
  const { createRelease } = await artist.ask<{ createRelease: { release: { id: string } } }>('mutation Create($input: CreateReleaseInput!) { createRelease(input: $input) { release { id } } }', {
    input: { artistId: artist.id, title: 'Untitled', links: [spotify, deezer, tidal].join('\n') },
  });
  return createRelease.release.id;
}

/** The platforms of the links, from the top. */
async function linksOn(page: Page): Promise<string[]> {
  const handles = page.getByRole('list', { name: 'Links of this release' }).getByRole('button', { name: /^Move / });
  await see(handles);
  return handles.evaluateAll((buttons) => buttons.map((button) => button.getAttribute('aria-label')?.replace('Move ', '') ?? ''));
}

async function storedLinks(id: string): Promise<string[]> {
  const { release } = await artist.ask<{ release: { destinations: { platformName: string }[] } }>('query Links($id: ID!) { release(id: $id) { destinations { platformName } } }', { id });
  return release.destinations.map(({ platformName }) => platformName);
}

const asks = (request: Request, mutation: string) => request.postData()?.includes(`mutation ${mutation}`) === true;

/** Keeps back the next request of a mutation until it is let go; those after it pass. */
async function hold(page: Page, mutation: string): Promise<{ asked: Promise<Request>; letGo(): Promise<void> }> {
  let keep: ((route: Route) => void) | null = null;
  const held = new Promise<Route>((kept) => { keep = kept; });
  await page.route('**/graphql', async (route) => {
    if (!keep || !asks(route.request(), mutation)) return route.fallback();
    keep(route);
    keep = null;
  });
  return { asked: held.then((route) => route.request()), letGo: async () => (await held).continue() };
}
