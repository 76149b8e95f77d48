import { defaultTheme, looks } from '@lynkify/domain';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { bioPage, smartLink, workspaceId } from '../../testing/documents.js';
import { createWorld, type World } from '../../testing/renderer-process.js';

let world: World;
beforeAll(async () => { world = await createWorld(); });
afterAll(() => world.close());

describe('the instance', () => {
  it('lists its artists on the start page, as they come and go', async () => {
    world.api.publish('/gaga-home', bioPage('gaga-home'));
    await world.renderer.askUntil('/', ({ text }) => text.includes('href="/gaga-home"'));

    world.api.publish('/gaga-home', { kind: 'gone', workspaceId, artist: null });

    const { status } = await world.renderer.askUntil('/', ({ text }) => !text.includes('href="/gaga-home"'));
    expect(status).toBe(200);
  });

  it('lists who has smart links alone by one of them, and once they have a bio page by that', async () => {
    world.api.publish('/links-only/smile', smartLink('smile'));
    world.api.publish('/links-only/tears', smartLink('tears'));
    world.api.publish('/links-only-too/old', { kind: 'redirect', workspaceId, to: '/links-only-too/song' });
    world.api.publish('/links-only-too/song', smartLink('song'));

    const { text } = await world.renderer.askUntil('/', (reply) => ['/links-only/smile', '/links-only-too/song'].every((path) => reply.text.includes(`href="${path}"`)));
    expect(text).not.toContain('href="/links-only/tears"');
    expect(text).not.toContain('/links-only-too/old');

    world.api.publish('/links-only', bioPage('links-only'));
    await world.renderer.askUntil('/', (reply) => reply.text.includes('href="/links-only"') && !reply.text.includes('href="/links-only/smile"'));
  });

  it('names every published page in its sitemap and no other', async () => {
    world.api.publish('/gaga-map', bioPage('gaga-map'));
    world.api.publish('/gaga-map/smile', smartLink('smile'));
    world.api.publish('/gaga-map/old', { kind: 'redirect', workspaceId, to: '/gaga-map/smile' });

    const { headers, text } = await world.renderer.askUntil('/sitemap.xml', (reply) => reply.text.includes('/gaga-map/smile<'));

    expect(headers['content-type']).toContain('application/xml');
    expect(text).toContain('<loc>http://pages.test/gaga-map</loc><lastmod>2026-11-20T08:00:00.000Z</lastmod>');
    expect(text).not.toContain('/gaga-map/old');
  });

  it('leads robots to the sitemap and away from clicks', async () => {
    const { text } = await world.renderer.ask('/robots.txt');

    expect(text).toContain('Sitemap: http://pages.test/sitemap.xml');
    expect(text).toContain('Disallow: /*/go/');
  });

  it('has a mark for tabs', async () => {
    expect((await world.renderer.ask('/favicon.svg')).headers['content-type']).toBe('image/svg+xml');
  });

  it('says how it is', async () => {
    await world.renderer.askUntil('/healthz', ({ text }) => text.includes('"allHeld":true'));
    const health = await world.renderer.health();
    const ready = await world.renderer.ask('/readyz');

    expect(health).toMatchObject({ status: 'ok', spool: { lost: 0 }, feed: { connected: true }, pages: { allHeld: true } });
    expect(ready.status).toBe(200);
  });
});

describe('a font of a look', () => {
  it('is served from here, for good, and to the dashboard’s preview; nothing else is in its folder', async () => {
    world.api.publish('/gaga-poster/poster', smartLink('poster', { theme: { ...defaultTheme, look: 'poster', ...looks.poster } }));
    const page = await world.renderer.askUntil('/gaga-poster/poster', ({ status }) => status === 200);
    const [, address = ''] = /url\((\/fonts\/[^)]+)\)/u.exec(page.text) ?? [];

    const font = await world.renderer.ask(address);

    expect(font.status).toBe(200);
    expect(font.headers).toMatchObject({ 'content-type': 'font/woff2', 'cache-control': 'public, max-age=31536000, immutable', 'access-control-allow-origin': '*' });
    expect(font.body.subarray(0, 4).toString()).toBe('wOF2');
    expect(page.headers['content-security-policy']).toContain("font-src 'self'");
    for (const other of ['/fonts/none.woff2', '/fonts/..%2f..%2findex.js', '/fonts']) expect((await world.renderer.ask(other)).status).toBe(404);
  });
});

describe('a picture', () => {
  const address = '/media/0193a5c0-0000-7000-8000-0000000000aa/640.jpeg';

  it('is fetched once, kept for good and served while the API is away', async () => {
    const picture = Buffer.from('a jpeg, as far as anyone here knows');
    world.api.media.set(address, picture);

    const [first] = await Promise.all([world.renderer.ask(address), world.renderer.ask(address)]);
    await world.restart();
    await world.api.stop();
    const later = await world.renderer.ask(address);
    const known = await world.renderer.ask(address, { headers: { 'if-none-match': String(later.headers.etag) } });
    await world.api.start();

    expect(first.status).toBe(200);
    expect(first.headers).toMatchObject({ 'content-type': 'image/jpeg', 'cache-control': 'public, max-age=31536000, immutable' });
    expect(later.body).toEqual(picture);
    expect(known.status).toBe(304);
    expect(world.api.questions.get(address)).toBe(1);
  });

  it.each([['/media/0193a5c0-0000-7000-8000-0000000000bb/640.jpeg'], ['/media/0193a5c0-0000-7000-8000-0000000000aa/640.svg'], ['/media/..%2f..%2fpages.log/640.jpeg'], ['/media/0193a5c0-0000-7000-8000-0000000000aa/..%2f640.jpeg']])(
    '%s is not there', async (asked) => {
      expect((await world.renderer.ask(asked)).status).toBe(404);
    });
});
