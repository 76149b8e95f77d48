import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { smartLink, workspaceId } from '../../testing/documents.js';
import { createWorld, type World } from '../../testing/renderer-process.js';

let world: World;
beforeAll(async () => {
  world = await createWorld();
  world.api.publish('/lady-gaga/shared', smartLink('shared'));
  world.api.publish('/s/bcdfghj', { kind: 'redirect', workspaceId, to: '/lady-gaga/shared', via: 'press' });
  world.api.publish('/s/kmnpqrs', { kind: 'redirect', workspaceId, to: '/lady-gaga/shared', via: 'qr', campaign: 'Summer & tour' });
});
afterAll(() => world.close());

const visits = () => world.api.ofKind('visit').filter(({ path }) => path === '/lady-gaga/shared');

describe('a short form', () => {
  it.each([
    ['/s/bcdfghj', '/lady-gaga/shared?via=press'],
    ['/s/kmnpqrs', '/lady-gaga/shared?via=qr&utm_campaign=Summer%20%26%20tour'],
    ['/s/bcdfghj?utm_source=blog&via=email', '/lady-gaga/shared?via=press&utm_source=blog&via=email'],
    ['/s/bcdfghj/go/spotify', '/lady-gaga/shared/go/spotify?via=press'],
  ])('%s leads to the page with its channel, for now', async (asked, right) => {
    const get = await world.renderer.ask(asked);
    const head = await world.renderer.ask(asked, { method: 'HEAD' });

    for (const { status, headers } of [get, head]) expect({ status, location: headers.location }).toEqual({ status: 302, location: right });
    expect(get.headers['cache-control']).toBe(asked.includes('/go/') ? 'no-store' : 'public, max-age=300');
  });

  it.each([['/S/BCDFGHJ?a=1', '/s/bcdfghj?a=1'], ['/s/Bcdfghj/', '/s/bcdfghj']])('%s is the same however it is typed', async (asked, right) => {
    const { status, headers } = await world.renderer.ask(asked);

    expect({ status, location: headers.location }).toEqual({ status: 301, location: right });
  });

  it('that nobody made is not there', async () => {
    for (const path of ['/s/zzzzzzz', '/s', '/s/..%2f..']) expect((await world.renderer.ask(path)).status).toBe(404);
  });

  it('has its visit counted with its channel and campaign, whatever was put behind it, and passes nothing on', async () => {
    for (const path of ['/s/bcdfghj?via=email', '/s/kmnpqrs?utm_campaign=other']) {
      const { headers } = await world.renderer.ask(path);
      await world.renderer.ask(String(headers.location));
    }

    await world.api.until('both visits arrived', () => visits().length === 2);
    expect(visits().map(({ channel, utm }) => ({ channel, utm }))).toEqual(expect.arrayContaining([{ channel: 'press', utm: null }, { channel: 'qr', utm: { campaign: 'Summer & tour' } }]));
    const click = await world.renderer.ask('/lady-gaga/shared/go/spotify?via=press');
    expect(click.headers.location).toBe('https://open.spotify.com/album/10FLjwfpbxLmW8c25Xyc2N');
  });

  it('is answered from memory while the API is away', async () => {
    await world.renderer.ask('/s/bcdfghj');
    await world.api.stop();

    expect((await world.renderer.ask('/s/bcdfghj')).status).toBe(302);
  });
});
