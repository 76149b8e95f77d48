import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { bioPage, smartLink, workspaceId } from '../../testing/documents.js';
import { createWorld, phone, type World } from '../../testing/renderer-process.js';

let world: World;
beforeAll(async () => { world = await createWorld({ CDN_HOLD_SECONDS: '3600' }); });
afterAll(() => world.close());

const visitsOf = (path: string) => world.api.ofKind('visit').filter((visit) => visit.path === path);
const seen = (path: string, headers: Record<string, string> = {}) => world.renderer.ask(`${path}/seen.gif`, { headers: { referer: `http://pages.test${path}`, 'sec-fetch-site': 'same-origin', ...headers } });

describe('behind a shared cache, a page', () => {
  it('may be held until it is purged, by keys that name it, its artist and its workspace', async () => {
    const path = '/lady-gaga/held';
    const document = smartLink('held');
    world.api.publish(path, document);

    const { headers } = await world.renderer.ask(path);

    expect(headers['cache-control']).toBe('public, max-age=0, must-revalidate');
    expect(headers['cdn-cache-control']).toBe('max-age=3600, stale-while-revalidate=30, stale-if-error=86400');
    expect(headers['surrogate-control']).toBe(headers['cdn-cache-control']);
    expect(headers['surrogate-key']).toBe(`p:${path} a:${document.artist.id} w:${workspaceId}`);
    expect(headers['cache-tag']).toBe(String(headers['surrogate-key']).replaceAll(' ', ','));
    expect(headers.vary).toBe('accept-encoding, accept-language, cookie, user-agent');
    expect(headers['set-cookie']).toBeUndefined();
    expect(headers['accept-ranges']).toBeUndefined();
  });

  it('is nobody else’s where it is drawn for the platform that a fan chose', async () => {
    const path = '/lady-gaga/personal';
    world.api.publish(path, smartLink('personal'));

    const mine = await world.renderer.ask(path, { headers: { cookie: 'lynkify_platform=tidal' } });
    const strange = await world.renderer.ask(path, { headers: { cookie: 'lynkify_platform=nothing-here; session=x' } });

    expect(mine.headers['cache-control']).toBe('private, no-cache');
    expect(mine.headers['cdn-cache-control']).toBe('no-store');
    expect(strange.headers['cdn-cache-control']).toContain('max-age=3600');
  });

  it('depends on no app around it where no music is opened', async () => {
    world.api.publish('/gaga-plain', bioPage('gaga-plain'));

    expect((await world.renderer.ask('/gaga-plain')).headers.vary).toBe('accept-encoding, accept-language, cookie');
  });

  it('is told unchanged under the same terms, and HEAD as well', async () => {
    const path = '/lady-gaga/terms';
    world.api.publish(path, smartLink('terms'));
    const get = await world.renderer.ask(path);

    const [unchanged, head] = await Promise.all([
      world.renderer.ask(path, { headers: { 'if-none-match': String(get.headers.etag) } }),
      world.renderer.ask(path, { method: 'HEAD' }),
    ]);

    expect([unchanged.status, head.status]).toEqual([304, 200]);
    for (const { headers } of [unchanged, head]) {
      for (const name of ['cache-control', 'cdn-cache-control', 'surrogate-key', 'vary', 'etag']) expect(headers[name]).toBe(get.headers[name]);
    }
    expect(head.headers['content-length']).toBe(get.headers['content-length']);
    expect(head.body).toHaveLength(0);
  });

  it('is offered whole alone', async () => {
    const path = '/lady-gaga/whole';
    world.api.publish(path, smartLink('whole'));

    expect((await world.renderer.ask(path, { headers: { range: 'bytes=0-10' } })).status).toBe(200);
  });

  it('is counted when its picture is loaded past the cache, with what the page was asked with', async () => {
    const path = '/lady-gaga/counted-past';
    world.api.publish(path, smartLink('counted-past'));
    const page = await world.renderer.ask(`${path}?via=email&utm_source=news`);
    const picture = /<img src="([^"]+)"[^>]*hidden/u.exec(page.text)?.[1];

    const reply = await seen(path, { referer: `http://pages.test${path}?via=email&utm_source=news` });

    expect(picture).toBe(`${path}/seen.gif`);
    expect(reply.headers['content-type']).toBe('image/gif');
    expect(reply.headers['cache-control']).toBe('no-store');
    expect(reply.body.subarray(0, 6).toString()).toBe('GIF89a');
    await world.api.until('the visit arrived', () => visitsOf(path).length > 0);
    expect(visitsOf(path)).toHaveLength(1);
    expect(visitsOf(path)[0]).toMatchObject({ channel: 'email', utm: { source: 'news' }, audience: 'person', referrerHost: null });
  });

  it('is counted as what it is: drawn ahead of its user, loaded by a program, shown on another site', async () => {
    const path = '/lady-gaga/told-apart';
    world.api.publish(path, smartLink('told-apart'));
    await seen(path, { 'sec-purpose': 'prefetch;prerender' });
    await seen(path, { 'user-agent': 'Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)' });
    await seen(path, { 'sec-fetch-site': 'cross-site', referer: 'https://elsewhere.example/' });
    await world.renderer.ask(`${path}/seen.gif`, { method: 'HEAD' });
    await seen(path);

    await world.api.until('the last arrived', () => visitsOf(path).some(({ audience }) => audience === 'person'));
    expect(visitsOf(path).map(({ audience }) => audience).sort()).toEqual(['bot', 'person', 'prefetch']);
  });

  it('takes the form of who loaded the picture a moment ago for a program’s', async () => {
    const path = '/lady-gaga/form-past';
    world.api.publish(path, smartLink('form-past'));
    const page = await world.renderer.ask(path);
    const t = /name="t" value="([^"]+)"/u.exec(page.text)?.[1] ?? '';
    const agent = { 'user-agent': phone };
    await seen(path, agent);
    const joining = await world.renderer.ask(`${path}/join`, { headers: agent, form: { email: 'quick@example.com', consent: 'yes', t } });

    expect(joining.status).toBe(303);
    await world.api.until('the capture arrived', () => world.api.ofKind('capture').some((capture) => capture.path === path));
    expect(world.api.ofKind('capture').find((capture) => capture.path === path)?.audience).toBe('bot');
  });
});

describe('behind a shared cache', () => {
  it('addresses that were given up, taken down or never there are purged like pages', async () => {
    world.api.publish('/lady-gaga/moved', { kind: 'redirect', workspaceId, to: '/lady-gaga/there' });
    world.api.publish('/lady-gaga/withdrawn', { kind: 'gone', workspaceId, artist: null });

    const [moved, gone, nobody] = await Promise.all(['/lady-gaga/moved', '/lady-gaga/withdrawn', '/lady-gaga/nobody'].map((path) => world.renderer.ask(path)));

    expect([moved?.status, gone?.status, nobody?.status]).toEqual([301, 410, 404]);
    expect(moved?.headers['surrogate-key']).toContain('p:/lady-gaga/moved');
    expect(gone?.headers['surrogate-key']).toContain('p:/lady-gaga/withdrawn');
    expect(nobody?.headers).toMatchObject({ 'surrogate-key': 'p:/lady-gaga/nobody', 'cdn-cache-control': 'max-age=30', 'cache-control': 'no-store' });
  });

  it.each([
    ['a click', '/lady-gaga/never/go/spotify', 302], ['a click of a former address', '/lady-gaga/never-more/go/spotify', 301], ['a click that leads nowhere', '/lady-gaga/never/go/nothing', 404],
    ['what comes after the form', '/lady-gaga/never/joined', 200], ['a link of a mail', `/confirm/${'a'.repeat(66)}`, 200],
  ])('%s is never held', async (_, path, status) => {
    world.api.publish('/lady-gaga/never', smartLink('never'));
    world.api.publish('/lady-gaga/never-more', { kind: 'redirect', workspaceId, to: '/lady-gaga/never' });

    const reply = await world.renderer.ask(path);

    expect(reply.status).toBe(status);
    expect(reply.headers['cache-control']).toBe('no-store');
    expect(reply.headers['cdn-cache-control'] ?? 'no-store').toBe('no-store');
  });
});

describe('behind a shared cache, a page that is not for everyone', () => {
  const password = '$scrypt$ln=10,r=8,p=1$c2FsdHNhbHRzYWx0c2E$' + 'a'.repeat(43);

  it('is never held while it has a password', async () => {
    world.api.publish('/lady-gaga/for-some', smartLink('for-some', { access: { expiresAt: null, afterwards: 'artist', password } }));

    for (const path of ['/lady-gaga/for-some', '/lady-gaga/for-some/go/spotify', '/lady-gaga/for-some/unlock']) {
      const { headers } = await world.renderer.ask(path);
      expect(headers['cache-control']).toMatch(/no-store/u);
      expect(headers['cdn-cache-control'] ?? 'no-store').toBe('no-store');
    }
  });

  it('is held no longer than until it ends', async () => {
    const expiresAt = new Date(Date.now() + 40_000).toISOString();
    world.api.publish('/lady-gaga/for-now', smartLink('for-now', { access: { expiresAt, afterwards: 'gone', password: null } }));

    const seconds = Number(/max-age=(\d+)/u.exec(String((await world.renderer.ask('/lady-gaga/for-now')).headers['cdn-cache-control']))?.[1]);

    expect(seconds).toBeGreaterThan(0);
    expect(seconds).toBeLessThanOrEqual(40);
  });
});

describe('without a shared cache', () => {
  it('nothing is said to one, and the page loads no picture to be counted', async () => {
    const plain = await createWorld();
    plain.api.publish('/lady-gaga/direct', smartLink('direct'));

    const { headers, text } = await plain.renderer.ask('/lady-gaga/direct');
    await plain.close();

    expect(Object.keys(headers).filter((name) => /^(?:cdn-|surrogate-|cache-tag)/u.test(name))).toEqual([]);
    expect(headers.vary).toBe('accept-encoding');
    expect(text).not.toContain('seen.gif');
  });
});
