import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { smartLink } from '../../testing/documents.js';
import { createWorld, RendererProcess, type World } from '../../testing/renderer-process.js';

let world: World;
beforeEach(async () => { world = await createWorld(); });
afterEach(() => world.close());

function titled(slug: string, title: string) {
  const document = smartLink(slug);
  document.release.title = title;
  return document;
}

describe('a renderer', () => {
  it('notices a feed that is open and silent, and catches up with what it was not told', async () => {
    world.api.publish('/lady-gaga/silent', titled('silent', 'Poker Face'));
    await world.renderer.askUntil('/lady-gaga/silent', ({ text }) => text.includes('Poker Face'));
    const opened = world.api.feedsOpened;
    world.api.silent = true;
    world.api.publish('/lady-gaga/silent', titled('silent', 'Abracadabra'));

    await world.api.until('the renderer asked for the feed again', () => world.api.feedsOpened > opened, 20_000);
    world.api.silent = false;

    await world.renderer.askUntil('/lady-gaga/silent', ({ text }) => text.includes('Abracadabra'), 1_000);
  });

  it('misses nothing that is published between the feed’s greeting and the answer to its question', async () => {
    world.api.publish('/lady-gaga/gap', titled('gap', 'Poker Face'));
    await world.renderer.askUntil('/lady-gaga/gap', ({ text }) => text.includes('Poker Face'));
    await world.api.stop();
    let release: () => void = () => undefined;
    // What was asked is answered as it was when it was asked, and the answer is long on its way.
    world.api.hold = new Promise<void>((free) => { release = free; });
    const asked = world.api.listings;
    await world.api.start();
    await world.api.until('the renderer asked for all pages', () => world.api.listings > asked);
    world.api.publish('/lady-gaga/gap', titled('gap', 'Abracadabra'));
    world.api.hold = null;
    release();

    await world.renderer.askUntil('/lady-gaga/gap', ({ text }) => text.includes('Abracadabra'), 1_000);
  });

  it('hears of it beside others within a second', async () => {
    const cache = `${world.folders.cache}-2`;
    const second = await RendererProcess.start(world.api.url, { spool: `${world.folders.spool}-2`, cache });
    try {
      for (const title of ['Poker Face', 'Abracadabra', 'Bad Romance']) {
        world.api.publish('/lady-gaga/both', titled('both', title));
        await Promise.all([world.renderer, second].map((renderer) => renderer.askUntil('/lady-gaga/both', ({ text }) => text.includes(title), 1_000)));
      }
    } finally {
      await second.end();
    }
  });

  it('walks on from where it came to when the API fails on the way', async () => {
    for (let number = 0; number < 1_200; number += 1) world.api.publish(`/lady-gaga/song-${String(number).padStart(4, '0')}`, smartLink(`song-${number}`));
    world.api.failListings = 2;

    await world.restart();
    await world.renderer.askUntil('/healthz', ({ text }) => text.includes('"allHeld":true'), 20_000);

    expect((await world.renderer.health()).pages.onDisk).toBe(1_200);
  });
});
