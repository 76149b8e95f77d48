import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { bioPage, smartLink, workspaceId } from '../../testing/documents.js';
import { createWorld, type World } from '../../testing/renderer-process.js';

let world: World;
beforeAll(async () => { world = await createWorld(); });
afterAll(() => world.close());

const clicksOf = (path: string) => world.api.ofKind('click').filter((click) => click.path === path);

describe('a click', () => {
  it('leads to the stored address and to nothing that was asked for', async () => {
    const path = '/lady-gaga/stored';
    world.api.publish(path, smartLink('stored'));

    const { status, headers, body } = await world.renderer.ask(`${path}/go/spotify?via=tiktok-bio&utm_source=x&url=https://evil.example&to=//evil.example`);

    expect(status).toBe(302);
    expect(headers.location).toBe('https://open.spotify.com/album/10FLjwfpbxLmW8c25Xyc2N');
    expect(headers['cache-control']).toBe('no-store');
    expect(headers['content-security-policy']).toContain("default-src 'none'");
    expect(body).toHaveLength(0);
    await world.api.until('the click arrived', () => clicksOf(path).length === 1);
    expect(clicksOf(path)[0]).toMatchObject({ kind: 'click', target: 'spotify', channel: 'tiktok-bio', utm: { source: 'x' }, workspaceId });
  });

  it('on a platform that the page does not have gets a styled 404 and counts nothing', async () => {
    const path = '/lady-gaga/missing';
    world.api.publish(path, smartLink('missing'));

    const { status, text, headers } = await world.renderer.ask(`${path}/go/napster`);
    await world.renderer.ask(`${path}/go/deezer`);

    expect(status).toBe(404);
    expect(headers.location).toBeUndefined();
    expect(text).toContain('<style>');
    await world.api.until('the other click arrived', () => clicksOf(path).length > 0);
    expect(clicksOf(path).map(({ target }) => target)).toEqual(['deezer']);
  });

  it('on a platform that the page does not offer for now leads to the page, and counts nothing', async () => {
    const path = '/lady-gaga/withheld';
    const { destinations, ...page } = smartLink('withheld');
    const [dead, ...others] = destinations;
    if (!dead) throw new Error('the page has no destinations');
    world.api.publish(path, { ...page, destinations: others, withheld: [{ ...dead, position: 0 }] });

    const { status, headers } = await world.renderer.ask(`${path}/go/${dead.platform}?via=tiktok-bio`);
    await world.renderer.ask(`${path}/go/deezer`);

    expect({ status, location: headers.location, cached: headers['cache-control'], cookie: headers['set-cookie'] }).toEqual({ status: 302, location: path, cached: 'no-store', cookie: undefined });
    await world.api.until('the other click arrived', () => clicksOf(path).length > 0);
    expect(clicksOf(path).map(({ target }) => target)).toEqual(['deezer']);
    expect((await world.renderer.ask(path)).text).not.toContain(`/go/${dead.platform}`);
  });

  it('on a bio page counts links and social networks by their own names', async () => {
    world.api.publish('/gaga-links', bioPage('gaga-links'));

    const shop = await world.renderer.ask('/gaga-links/go/shop');
    const social = await world.renderer.ask('/gaga-links/go/social-instagram');

    expect(shop.headers.location).toBe('https://shop.ladygaga.com/');
    expect(social.headers.location).toBe('https://www.instagram.com/ladygaga/');
    await world.api.until('both arrived', () => clicksOf('/gaga-links').length === 2);
    expect(clicksOf('/gaga-links').map(({ target }) => target).sort()).toEqual(['link:shop', 'social:instagram']);
  });

  it('never leads to anything but the web', async () => {
    world.api.publish('/gaga-script', bioPage('gaga-script'));

    expect((await world.renderer.ask('/gaga-script/go/bad')).status).toBe(404);
  });

  it('on a former address leads to the same platform of the new one', async () => {
    world.api.publish('/lady-gaga/was', { kind: 'redirect', workspaceId, to: '/lady-gaga/is' });

    const { status, headers } = await world.renderer.ask('/lady-gaga/was/go/spotify?via=qr');

    expect({ status, location: headers.location }).toEqual({ status: 301, location: '/lady-gaga/is/go/spotify?via=qr' });
  });

  it('is not counted for HEAD, and as prefetch when a browser runs ahead', async () => {
    const path = '/lady-gaga/ahead';
    world.api.publish(path, smartLink('ahead'));

    const head = await world.renderer.ask(`${path}/go/spotify`, { method: 'HEAD' });
    await world.renderer.ask(`${path}/go/spotify`, { headers: { 'sec-purpose': 'prefetch' } });

    expect(head.status).toBe(302);
    await world.api.until('the prefetch arrived', () => clicksOf(path).length > 0);
    expect(clicksOf(path).map(({ audience, visitor }) => ({ audience, visitor }))).toEqual([{ audience: 'prefetch', visitor: null }]);
  });

  it.each([['%00'], ['..'], ['..%2f..'], ['constructor'], ['__proto__'], ['%zz'], ['spotify%0d%0aset-cookie:x=1']])('target %s does no harm', async (target) => {
    world.api.publish('/lady-gaga/hostile', smartLink('hostile'));

    const { status, headers } = await world.renderer.ask(`/lady-gaga/hostile/go/${target}`);

    expect([400, 404]).toContain(status);
    expect(headers.location).toBeUndefined();
    expect(headers['set-cookie']).toBeUndefined();
  });
});
