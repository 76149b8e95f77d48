import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { artwork, bioPage, smartLink, workspaceId } from '../../testing/documents.js';
import { createWorld, type World } from '../../testing/renderer-process.js';

let world: World;
beforeAll(async () => { world = await createWorld(); });
afterAll(() => world.close());

const locked = { expiresAt: null, afterwards: 'artist', password: `$scrypt$ln=14,r=8,p=5$${'s'.repeat(22)}$${'k'.repeat(43)}` } as const;

describe('the card of a page', () => {
  it('may be shown by any site, runs nothing, sets no cookie and is in no search engine; the page may not', async () => {
    world.api.publish('/lady-gaga/carded', smartLink('carded'));
    const card = await world.renderer.ask('/lady-gaga/carded/embed', { headers: { cookie: 'lynkify_platform=tidal' } });
    const page = await world.renderer.ask('/lady-gaga/carded');

    expect(card.status).toBe(200);
    expect(card.headers['content-security-policy']).toMatch(/default-src 'none'.*frame-ancestors \*$/u);
    expect(card.headers['set-cookie']).toBeUndefined();
    expect(card.headers['x-robots-tag']).toBe('noindex');
    expect(card.headers['x-frame-options']).toBeUndefined();
    expect(card.text).not.toContain('<script');
    expect(page.headers['content-security-policy']).toContain("frame-ancestors 'none'");
  });

  it('leads to page and platforms in tabs of their own, with its channel, in the artist’s order', async () => {
    world.api.publish('/lady-gaga/leading', smartLink('leading'));
    const { text } = await world.renderer.ask('/lady-gaga/leading/embed', { headers: { cookie: 'lynkify_platform=tidal' } });
    const links = [...text.matchAll(/<a [^>]*?href="([^"]+)"[^>]*>/gu)];

    expect(new Set(links.map(([, href]) => href))).toEqual(new Set(['/lady-gaga/leading?via=embed', ...['spotify', 'deezer', 'tidal'].map((platform) => `/lady-gaga/leading/go/${platform}?via=embed`)]));
    for (const [tag] of links) expect(tag).toMatch(/target="_blank" rel="noopener nofollow"/u);
    expect(text.indexOf('/go/spotify')).toBeLessThan(text.indexOf('/go/tidal'));
  });

  it('is no visit; what is tapped in it counts with the channel', async () => {
    world.api.publish('/lady-gaga/counted-card', smartLink('counted-card'));
    await world.renderer.ask('/lady-gaga/counted-card/embed');
    await world.renderer.ask('/lady-gaga/counted-card/go/spotify?via=embed');
    await world.api.until('the click arrived', () => world.api.ofKind('click').some(({ path }) => path === '/lady-gaga/counted-card'));

    expect([...world.api.ofKind('visit'), ...world.api.ofKind('click')].filter(({ path }) => path === '/lady-gaga/counted-card').map(({ kind, channel }) => [kind, channel])).toEqual([['click', 'embed']]);
  });

  it('follows a page that moved, and is not there for one that asks for a password', async () => {
    world.api.publish('/lady-gaga/moved-card', { kind: 'redirect', workspaceId, to: '/lady-gaga/carded' });
    world.api.publish('/lady-gaga/locked-card', smartLink('locked-card', { access: locked }));

    expect((await world.renderer.ask('/lady-gaga/moved-card/embed')).headers.location).toBe('/lady-gaga/carded/embed');
    expect((await world.renderer.ask('/lady-gaga/locked-card/embed')).status).toBe(404);
    expect((await world.renderer.ask('/lady-gaga/nothing/embed')).status).toBe(404);
  });
});

describe('oEmbed', () => {
  const ask = (query: Record<string, string>) => world.renderer.ask(`/oembed?${new URLSearchParams(query).toString()}`);

  it('is found from the head of a page and answers as its specification says', async () => {
    world.api.publish('/lady-gaga/embedded', smartLink('embedded'));
    const { text } = await world.renderer.ask('/lady-gaga/embedded');
    const [, found = ''] = /<link rel="alternate" type="application\/json\+oembed" href="http:\/\/pages\.test([^"]+)"/u.exec(text) ?? [];
    const { status, headers, text: body } = await world.renderer.ask(found.replaceAll('&amp;', '&'));

    expect(status).toBe(200);
    expect(headers['content-type']).toBe('application/json; charset=utf-8');
    expect(headers['access-control-allow-origin']).toBe('*');
    expect(JSON.parse(body)).toEqual({
      version: '1.0', type: 'rich', provider_name: 'Lynkify', provider_url: 'http://pages.test', title: 'Die With A Smile', author_name: 'Lady Gaga & Bruno Mars', author_url: 'http://pages.test/lady-gaga', cache_age: 3_600,
      thumbnail_url: `http://pages.test/media/${artwork.id}/640.jpeg`, thumbnail_width: 640, thumbnail_height: 640, width: 640, height: 352,
      html: '<iframe src="http://pages.test/lady-gaga/embedded/embed" width="640" height="352" title="Die With A Smile – Lady Gaga &#38; Bruno Mars" loading="lazy" style="border:0;border-radius:12px" sandbox="allow-popups allow-popups-to-escape-sandbox"></iframe>',
    });
  });

  it('keeps within the width and height that are asked for, thumbnail and all', async () => {
    world.api.publish('/lady-gaga/small', smartLink('small'));
    const answer = JSON.parse((await ask({ url: 'http://pages.test/lady-gaga/small?via=press', maxwidth: '300', maxheight: '160' })).text) as Record<string, unknown>;

    expect(answer).toMatchObject({ width: 300, height: 152, thumbnail_width: 96, thumbnail_height: 96 });
  });

  it('speaks XML', async () => {
    world.api.publish('/lady-gaga/in-xml', smartLink('in-xml'));
    const { headers, text } = await ask({ url: 'http://pages.test/lady-gaga/in-xml', format: 'xml' });

    expect(headers['content-type']).toBe('text/xml; charset=utf-8');
    expect(text).toContain('<author_name>Lady Gaga &amp; Bruno Mars</author_name>');
    expect(text).toContain('<html>&lt;iframe src=&quot;http://pages.test/lady-gaga/in-xml/embed&quot;');
  });

  it('is there for an artist’s page, and for addresses that lead to one of ours', async () => {
    world.api.publish('/gaga-embed', bioPage('gaga-embed'));
    world.api.publish('/lady-gaga/former-card', { kind: 'redirect', workspaceId, to: '/gaga-embed' });

    for (const url of ['http://pages.test/gaga-embed', 'https://pages.test/gaga-embed/embed', 'http://pages.test/lady-gaga/former-card']) expect(JSON.parse((await ask({ url })).text)).toMatchObject({ title: 'Lady Gaga', type: 'rich' });
  });

  it('refuses as its specification says', async () => {
    world.api.publish('/lady-gaga/private', smartLink('private', { access: locked }));
    const statusOf = async (query: Record<string, string>) => (await ask(query)).status;

    expect(await statusOf({})).toBe(400);
    expect(await statusOf({ url: 'http://pages.test/lady-gaga/private', maxwidth: '-3' })).toBe(400);
    expect(await statusOf({ url: 'https://elsewhere.example/lady-gaga/carded' })).toBe(404);
    expect(await statusOf({ url: 'http://pages.test/nobody/nothing' })).toBe(404);
    expect(await statusOf({ url: 'http://pages.test/lady-gaga/private' })).toBe(401);
    expect(await statusOf({ url: 'http://pages.test/lady-gaga/carded', format: 'yaml' })).toBe(501);
  });
});
