import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { bioPage, smartLink, workspaceId } from '../../testing/documents.js';
import { createWorld, desktop, type World } from '../../testing/renderer-process.js';

let world: World;
beforeAll(async () => { world = await createWorld(); });
afterAll(() => world.close());

const visitsOf = (path: string) => world.api.ofKind('visit').filter((visit) => visit.path === path);

describe('a page', () => {
  it('is served with its title, its destinations and the form', async () => {
    world.api.publish('/lady-gaga/smile', smartLink('smile'));

    const { status, headers, text } = await world.renderer.ask('/lady-gaga/smile');

    expect(status).toBe(200);
    expect(headers['content-type']).toBe('text/html; charset=utf-8');
    expect(headers['cache-control']).toBe('private, no-cache');
    expect(text).toContain('Die With A Smile');
    expect(text).toContain('href="/lady-gaga/smile/go/spotify"');
    expect(text).toContain('action="/lady-gaga/smile/join"');
  });

  it('says in its head and its headers which language it is in, messages too', async () => {
    world.api.publish('/lady-gaga/spoken', smartLink('spoken'));
    const ask = (path: string) => world.renderer.ask(path, { headers: { 'accept-language': 'ar-EG,ar;q=0.9,en;q=0.5' } });

    for (const { headers, text } of [await ask('/lady-gaga/spoken'), await ask('/lady-gaga/spoken/joined'), await ask('/lady-gaga/none'), await ask('/')]) {
      expect(headers['content-language']).toBe('ar');
      expect(text).toMatch(/^<!doctype html><html lang="ar" dir="rtl">/u);
    }
    expect((await ask('/lady-gaga/spoken')).text).toContain('<meta property="og:locale" content="ar_AR">');
  });

  it('allows exactly its own style sheet and no script', async () => {
    world.api.publish('/lady-gaga/policy', smartLink('policy'));

    const { headers, text } = await world.renderer.ask('/lady-gaga/policy');

    const [, style = ''] = /<style>(.*?)<\/style>/su.exec(text) ?? [];
    const policy = String(headers['content-security-policy']);
    expect(policy).toContain(`style-src 'sha256-${createHash('sha256').update(style).digest('base64')}'`);
    expect(policy).toContain("default-src 'none'");
    expect(policy).not.toMatch(/unsafe|script-src/u);
    expect(text).not.toMatch(/<script(?! type="application\/ld\+json")|\sstyle=|\son[a-z]+=/u);
    expect(headers['x-content-type-options']).toBe('nosniff');
  });

  it('may play previews and frame a video where it has them, of those hosts alone; a preview is the stored one', async () => {
    const plain = smartLink('heard');
    const apple = 'https://audio-ssl.itunes.apple.com/itunes-assets/AudioPreview211/v4/mzaf_1.m4a';
    world.api.publish('/lady-gaga/heard', { ...plain, video: { provider: 'vimeo', id: '76979871', title: '' }, release: { ...plain.release, tracks: [{ title: 'One', isrc: null, durationMs: null, previewUrl: apple }, { title: 'Two', isrc: null, durationMs: null }] } });
    world.api.publish('/lady-gaga/unheard', smartLink('unheard'));

    const { headers } = await world.renderer.ask('/lady-gaga/heard');
    expect(String(headers['content-security-policy'])).toContain("; media-src 'self' https://audio-ssl.itunes.apple.com https://video-ssl.itunes.apple.com https://p.scdn.co; frame-src https://player.vimeo.com; ");
    expect(String((await world.renderer.ask('/lady-gaga/unheard')).headers['content-security-policy'])).not.toMatch(/media-src|frame-src/u);

    const led = await world.renderer.ask('/lady-gaga/heard/preview/1?url=https://example.com/');
    expect([led.status, led.headers.location]).toEqual([302, apple]);
    const statuses = [];
    for (const path of ['heard/preview/2', 'heard/preview/0', 'heard/preview/99', 'heard/preview/x', 'unheard/preview/1', 'none/preview/1']) statuses.push((await world.renderer.ask(`/lady-gaga/${path}`)).status);
    expect(statuses).toEqual([404, 404, 404, 404, 404, 404]);
  });

  it.each([['br'], ['gzip']])('comes compressed with %s, with a tag of its own', async (encoding) => {
    world.api.publish(`/lady-gaga/pressed-${encoding}`, smartLink(`pressed-${encoding}`));
    const plain = await world.renderer.ask(`/lady-gaga/pressed-${encoding}`);

    const pressed = await world.renderer.ask(`/lady-gaga/pressed-${encoding}`, { headers: { 'accept-encoding': encoding } });

    expect(pressed.headers['content-encoding']).toBe(encoding);
    expect(pressed.headers.vary).toBe('accept-encoding');
    expect(pressed.body.length).toBeLessThan(plain.body.length / 2);
    expect(pressed.text).toBe(plain.text);
    expect(pressed.headers.etag).not.toBe(plain.headers.etag);
  });

  it('answers 304 to who has it, and counts that visit too', async () => {
    const path = '/lady-gaga/known';
    world.api.publish(path, smartLink('known'));
    const first = await world.renderer.ask(path);

    const second = await world.renderer.ask(path, { headers: { 'if-none-match': `"other", ${first.headers.etag}` } });

    expect(second.status).toBe(304);
    expect(second.body).toHaveLength(0);
    expect(second.headers.etag).toBe(first.headers.etag);
    await world.api.until('both visits arrived', () => visitsOf(path).length === 2);
  });

  it('answers HEAD like GET without a body and without counting it', async () => {
    const path = '/lady-gaga/head';
    world.api.publish(path, smartLink('head'));

    const head = await world.renderer.ask(path, { method: 'HEAD' });
    const get = await world.renderer.ask(path);

    expect(head).toMatchObject({ status: 200, body: Buffer.alloc(0) });
    expect(head.headers['content-length']).toBe(get.headers['content-length']);
    expect(head.headers.etag).toBe(get.headers.etag);
    await world.api.until('the visit arrived', () => visitsOf(path).length > 0);
    expect(visitsOf(path)).toHaveLength(1);
  });

  it('counts a visit with its channel, campaign, referrer and device, and never an address or agent', async () => {
    const path = '/lady-gaga/counted';
    const document = smartLink('counted');
    world.api.publish(path, document);

    await world.renderer.ask(`${path}?via=instagram-bio&utm_source=news&utm_campaign=${'x'.repeat(500)}&secret=1`, {
      headers: { referer: 'https://L.Instagram.com/some/path?q=1', 'user-agent': desktop },
    });

    await world.api.until('the visit arrived', () => visitsOf(path).length === 1);
    const [visit] = visitsOf(path);
    expect(visit).toMatchObject({
      workspaceId, releaseId: document.release.id, channel: 'instagram-bio', referrerHost: 'l.instagram.com', device: 'desktop', audience: 'person',
      utm: { source: 'news', campaign: 'x'.repeat(120) }, country: null,
    });
    expect(visit?.visitor).toMatch(/^[\w-]{22}$/u);
    expect(JSON.stringify(visit)).not.toMatch(/127\.0\.0\.1|Firefox|secret/u);
  });

  it('tells people from bots, link previews and prefetches', async () => {
    const path = '/lady-gaga/audience';
    world.api.publish(path, smartLink('audience'));
    const agents: Record<string, string>[] = [
      { 'user-agent': 'Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)' },
      { 'user-agent': 'WhatsApp/2.23.20.0' },
      { 'sec-purpose': 'prefetch;prerender' },
      { 'user-agent': 'Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Mobile/22F76 Instagram 390.0.0.28.85' },
    ];

    for (const headers of agents) await world.renderer.ask(path, { headers });

    await world.api.until('all arrived', () => visitsOf(path).length === agents.length);
    expect(visitsOf(path).map(({ audience }) => audience).sort()).toEqual(['bot', 'person', 'prefetch', 'preview']);
    expect(visitsOf(path).filter(({ visitor }) => visitor !== null)).toHaveLength(1);
  });

  it('changes for everyone within a second of being published', async () => {
    const path = '/lady-gaga/edited';
    world.api.publish(path, smartLink('edited'));
    const before = await world.renderer.ask(path);
    const edited = smartLink('edited');
    edited.release.title = 'Abracadabra';

    world.api.publish(path, edited);

    const after = await world.renderer.askUntil(path, ({ text }) => text.includes('Abracadabra'), 1_000);
    expect(after.headers.etag).not.toBe(before.headers.etag);
  });

  it('is found at once after it was looked for in vain', async () => {
    expect((await world.renderer.ask('/lady-gaga/soon')).status).toBe(404);

    world.api.publish('/lady-gaga/soon', smartLink('soon'));

    await world.renderer.askUntil('/lady-gaga/soon', ({ status }) => status === 200);
  });

  it('shows the platform that this fan chose before first', async () => {
    const apple = { id: 'd4', platform: 'apple_music', url: 'https://music.apple.com/us/album/nightmare-escape-the-era-ep/1728639278' };
    world.api.publish('/lady-gaga/mine', smartLink('mine', { destinations: [...smartLink('mine').destinations, apple] }));
    const clicked = await world.renderer.ask('/lady-gaga/mine/go/apple_music');
    const cookie = String(clicked.headers['set-cookie']?.[0]).split(';')[0] ?? '';

    const plain = await world.renderer.ask('/lady-gaga/mine');
    const mine = await world.renderer.ask('/lady-gaga/mine', { headers: { cookie } });

    const order = (text: string) => [...text.matchAll(/href="[a-z/-]+\/go\/([a-z_-]+)"/gu)].map((match) => match[1]);
    expect(order(plain.text)[0]).toBe('spotify');
    expect(order(mine.text)[0]).toBe('apple_music');
    expect(mine.headers.etag).not.toBe(plain.headers.etag);
  });

  it('turns by itself at the moment of release', async () => {
    const document = smartLink('tonight');
    const out = new Date(Date.now() + 2_500);
    document.release.releasedAt = out.toISOString();
    document.release.releaseDate = out.toISOString().slice(0, 10);
    world.api.publish('/lady-gaga/tonight', document);
    const before = await world.renderer.ask('/lady-gaga/tonight');

    const after = await world.renderer.askUntil('/lady-gaga/tonight', ({ headers }) => headers.etag !== before.headers.etag);

    expect(Date.now()).toBeGreaterThanOrEqual(out.getTime());
    expect(before.text).toContain('Out on');
    expect(after.text).not.toContain('Out on');
  });

  it('is asked of the API once, however many come for it first', async () => {
    world.api.publish('/lady-gaga/unheard', smartLink('unheard'));
    // A second renderer would know it from its walk; this address is made unknown by never being announced.
    const path = '/crowd';
    let release: () => void = () => undefined;
    world.api.hold = new Promise<void>((free) => { release = free; });
    world.api.pages.set(path, { path, kind: 'bio-page', version: '100000', publishedAt: '2026-11-20T08:00:00.000Z', document: bioPage('crowd') });

    const crowd = Promise.all(Array.from({ length: 1_000 }, () => world.renderer.ask(path)));
    await world.api.until('someone asked', () => (world.api.questions.get(path) ?? 0) > 0);
    release();
    world.api.hold = null;

    expect(new Set((await crowd).map(({ status }) => status))).toEqual(new Set([200]));
    expect(world.api.questions.get(path)).toBe(1);
  });
});

describe('an address', () => {
  it('that nobody has gets a styled 404, and the API is not asked again and again', async () => {
    const replies = await Promise.all(Array.from({ length: 20 }, () => world.renderer.ask('/nobody-at-all')));
    const later = await world.renderer.ask('/nobody-at-all');

    expect([...replies, later].every(({ status }) => status === 404)).toBe(true);
    expect(later.text).toContain('<style>');
    expect(later.headers['content-security-policy']).toContain("default-src 'none'");
    expect(world.api.questions.get('/nobody-at-all')).toBe(1);
  });

  it('whose page was taken down gets a styled 410 that leads to the artist', async () => {
    world.api.publish('/lady-gaga/withdrawn', { kind: 'gone', workspaceId, artist: { id: 'a', handle: 'lady-gaga', name: 'Lady Gaga' } });

    const { status, text } = await world.renderer.ask('/lady-gaga/withdrawn');

    expect(status).toBe(410);
    expect(text).toContain('href="/lady-gaga"');
  });

  it('that was given up leads to the new one, with the channel that was shared', async () => {
    world.api.publish('/lady-gaga/old', { kind: 'redirect', workspaceId, to: '/lady-gaga/new' });

    const { status, headers } = await world.renderer.ask('/lady-gaga/old?via=email&utm_source=a');

    expect(status).toBe(301);
    expect(headers.location).toBe('/lady-gaga/new?via=email&utm_source=a');
  });

  it('leads nowhere else than on this site, whatever a stored redirect says', async () => {
    world.api.publish('/lady-gaga/evil', { kind: 'redirect', workspaceId, to: '//evil.example/x' });

    expect((await world.renderer.ask('/lady-gaga/evil')).status).toBe(404);
  });

  it.each([
    ['/Lady-Gaga/SMILE?via=qr', '/lady-gaga/smile?via=qr'],
    ['/lady-gaga/', '/lady-gaga'],
    ['/lady-gaga/smile/', '/lady-gaga/smile'],
    ['/lady-gaga/smile///?a=1', '/lady-gaga/smile?a=1'],
    ['/%6cady-gaga/smile', '/lady-gaga/smile'],
  ])('%s leads to its one right form', async (asked, right) => {
    const { status, headers } = await world.renderer.ask(asked);

    expect({ status, location: headers.location }).toEqual({ status: 301, location: right });
  });

  it.each([
    ['/%00'], ['/lady-gaga/%00'], ['/..'], ['/../../etc/passwd'], ['/%2e%2e/%2e%2e'], ['/lady-gaga/..%2f..%2fsecret'], ['/%zz'], ['/%'], ['/%ff%fe'],
    ['//evil.example/'], ['//evil.example//'], ['/\\evil.example'], ['/lady-gaga/a/b/c/d'], ['/лэди-гага'.replace(/[^/-]/gu, '%d0%bb')],
    ['/lady gaga'.replace(' ', '%20')], ['/<script>alert(1)</script>'.replaceAll('<', '%3c')], ['/K%E2%84%AAelvin'], ['/media/../pages.log'], ['/media/x/y.jpeg'], ['/sitemaps/0.xml'],
  ])('%s does no harm', async (asked) => {
    const { status, headers, text } = await world.renderer.ask(asked);

    expect([400, 404]).toContain(status);
    expect(headers.location).toBeUndefined();
    expect(headers['content-security-policy']).toContain("default-src 'none'");
    expect(text).not.toContain('<script>alert');
  });

  it.each([[100], [300], [5_000]])('of %i letters is not there', async (letters) => {
    const replies = await Promise.all([world.renderer.ask(`/${'a'.repeat(letters)}`), world.renderer.ask(`/lady-gaga/${'b'.repeat(letters)}`)]);

    expect(replies.map(({ status }) => status)).toEqual([404, 404]);
  });

  it('answers with the id of the request, and takes over only a harmless one', async () => {
    const own = await world.renderer.ask('/nobody-here', { headers: { 'x-request-id': 'abc-12345' } });
    const odd = await world.renderer.ask('/nobody-here', { headers: { 'x-request-id': 'a b<c>' } });

    expect(own.headers['x-request-id']).toBe('abc-12345');
    expect(odd.headers['x-request-id']).toMatch(/^[\w-]{8,}$/u);
  });

  it('takes no other method', async () => {
    const { status, headers } = await world.renderer.ask('/lady-gaga/smile', { method: 'DELETE' });

    expect(status).toBe(405);
    expect(headers.allow).toBe('GET, HEAD');
  });
});
