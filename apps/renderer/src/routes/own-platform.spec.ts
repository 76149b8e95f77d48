import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { bioPage, smartLink } from '../../testing/documents.js';
import { createWorld, type Ask, type World } from '../../testing/renderer-process.js';

let world: World;
beforeAll(async () => { world = await createWorld(); });
afterAll(() => world.close());

const album = 'https://open.spotify.com/album/10FLjwfpbxLmW8c25Xyc2N';
const always = { cookie: 'lynkify_platform=spotify.always' };
/** As a browser asks that was led here by a post. */
const fromPost = { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate', 'sec-fetch-dest': 'document', referer: 'https://www.instagram.com/' };
const eventsOf = (kind: 'visit' | 'click', path: string) => world.api.ofKind(kind).filter((event) => event.path === path);
const visit = (path: string, headers: Record<string, string> = {}, more: Ask = {}) => world.renderer.ask(path, { ...more, headers: { ...always, ...fromPost, ...headers } });
const post = (path: string, form: Record<string, string>, headers: Record<string, string> = {}) => world.renderer.ask(`${path}/platform`, { form, headers: { 'sec-fetch-site': 'same-origin', ...headers } });
const cookieOf = (headers: { 'set-cookie'?: string[] }) => headers['set-cookie']?.[0]?.split(';')[0];

/** Publishes a smart link of its own. */
function link(slug: string, more: Parameters<typeof smartLink>[1] = {}): string {
  world.api.publish(`/lady-gaga/${slug}`, smartLink(slug, more));
  return `/lady-gaga/${slug}`;
}

describe('a fan’s own platform', () => {
  it('is offered to be opened always below its row, by a form that needs no script', async () => {
    const path = link('offered');

    const known = await world.renderer.ask(path, { headers: { cookie: 'lynkify_platform=spotify' } });
    const { text: unknown } = await world.renderer.ask(path);

    const [form = ''] = /<form class="own".*?<\/form>/u.exec(known.text) ?? [];
    for (const part of [`action="${path}/platform"`, 'method="post"', 'name="platform" value="spotify"', '>Always open in Spotify</button>', '>Forget my choice</button>']) expect(form).toContain(part);
    expect(unknown).not.toContain('class="own"');
  });

  it('once chosen is kept in the one cookie, and shown on the page that the form leads back to', async () => {
    const path = link('opted-in');

    const { status, headers } = await post(path, { do: 'always', platform: 'spotify' });
    const page = await world.renderer.ask(String(headers.location), { headers: { cookie: cookieOf(headers) ?? '', 'sec-fetch-site': 'same-origin' } });

    expect({ status, location: headers.location, cached: headers['cache-control'] }).toEqual({ status: 303, location: `${path}?choose`, cached: 'no-store' });
    expect(headers['set-cookie']?.[0]).toBe('lynkify_platform=spotify.always; Path=/; Max-Age=31536000; HttpOnly; SameSite=Lax');
    expect(page.status).toBe(200);
    expect(page.text).toContain('You open music in Spotify. <u>Change</u>');
  });

  it('is only one that the page has, and only by a form of this site', async () => {
    const path = link('refused');

    const replies = await Promise.all([
      post(path, { do: 'always', platform: 'napster' }), post(path, { do: 'always', platform: '__proto__' }), post(path, { do: 'always' }), post(path, { do: 'else' }), post(path, {}),
      post(path, { do: 'always', platform: 'spotify' }, { 'sec-fetch-site': 'cross-site' }), post('/gaga-nowhere', { do: 'forget' }),
    ]);

    expect(replies.map(({ status }) => status)).toEqual([400, 400, 400, 400, 400, 400, 404]);
    for (const { headers } of replies) expect(headers['set-cookie']).toBeUndefined();
  });

  it('can be asked for anew, and forgotten', async () => {
    const path = link('undone');

    const asked = await post(path, { do: 'ask' }, always);
    const forgotten = await post(path, { do: 'forget' }, always);
    const page = await visit(path, { cookie: cookieOf(asked.headers) ?? '' });

    expect(cookieOf(asked.headers)).toBe('lynkify_platform=spotify');
    expect(page.status).toBe(200);
    expect(page.text).toContain('class="row lead" href="/lady-gaga/undone/go/spotify"');
    expect(forgotten.headers['set-cookie']?.[0]).toBe('lynkify_platform=; Path=/; Max-Age=0; HttpOnly; SameSite=Lax');
  });

  it('can be undone on the artist’s page, which says so to those fans alone', async () => {
    world.api.publish('/gaga-own', bioPage('gaga-own'));

    const [page, plain] = await Promise.all([world.renderer.ask('/gaga-own', { headers: always }), world.renderer.ask('/gaga-own', { headers: { cookie: 'lynkify_platform=spotify' } })]);
    const undone = await post('/gaga-own', { do: 'ask' }, always);

    expect(page.text).toContain('You open music in Spotify. <u>Change</u>');
    expect(page.text).toContain('action="/gaga-own/platform"');
    expect(plain.text).not.toContain('/platform"');
    expect({ status: undone.status, location: undone.headers.location, cookie: cookieOf(undone.headers) }).toEqual({ status: 303, location: '/gaga-own', cookie: 'lynkify_platform=spotify' });
  });
});

describe('a link for who asked for one platform always', () => {
  it('leads straight to the stored address, counted as visit and click with the channel it was shared on', async () => {
    const path = link('straight');

    const { status, headers, body } = await visit(`${path}?via=instagram-bio&utm_source=story`);

    expect({ status, location: headers.location, cached: headers['cache-control'], length: body.length }).toEqual({ status: 302, location: album, cached: 'no-store', length: 0 });
    await world.api.until('both arrived', () => eventsOf('visit', path).length + eventsOf('click', path).length === 2);
    const [[seen], [clicked]] = [eventsOf('visit', path), eventsOf('click', path)];
    expect(seen).toMatchObject({ channel: 'instagram-bio', utm: { source: 'story' }, referrerHost: 'www.instagram.com', audience: 'person' });
    expect(clicked).toMatchObject({ target: 'spotify', channel: 'instagram-bio', utm: { source: 'story' }, visitor: seen?.visitor });
    expect(clicked?.id).not.toBe(seen?.id);
  });

  it('stays that after a click on another platform, and the click is not taken for a change of mind', async () => {
    const path = link('constant');

    const { status, headers } = await world.renderer.ask(`${path}/go/deezer`, { headers: always });

    expect(status).toBe(302);
    expect(headers['set-cookie']).toBeUndefined();
  });

  it.each<[string, Record<string, string>, string?]>([
    ['comes from within the site', { 'sec-fetch-site': 'same-origin' }],
    ['comes from within the site, in a browser that does not say so', { 'sec-fetch-site': '', referer: 'http://pages.test/lady-gaga' }],
    ['asks for the page', {}, '?via=qr&choose'],
    ['reloads it', { 'cache-control': 'max-age=0' }],
    ['is a browser ahead of its user', { 'sec-purpose': 'prefetch;prerender' }],
    ['is a program', { 'user-agent': 'Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)' }],
    ['makes a card of it', { 'user-agent': 'WhatsApp/2.23.20.0' }],
    ['fetches it for something else than to go there', { 'sec-fetch-mode': 'no-cors', 'sec-fetch-dest': 'image' }],
    ['only asked for it to come first', { cookie: 'lynkify_platform=spotify' }],
    ['asked for a platform that is not here', { cookie: 'lynkify_platform=qobuz.always' }],
    ['asked for something that is none', { cookie: 'lynkify_platform=__proto__.always' }],
  ])('shows the page to who %s', async (_, headers, query = '') => {
    const path = link('shown');
    const asked = Object.fromEntries(Object.entries({ ...fromPost, ...always, ...headers }).filter(([, value]) => value !== ''));

    const { status, text } = await world.renderer.ask(`${path}${query}`, { headers: asked });

    expect(status).toBe(200);
    expect(text).toContain('href="/lady-gaga/shown/go/spotify"');
  });

  it('in a browser that says nothing of where it comes from is one from outside', async () => {
    const path = link('old-browser');

    const { status } = await world.renderer.ask(path, { headers: { ...always, referer: 'https://t.co/' } });

    expect(status).toBe(302);
  });

  it('is not followed by HEAD', async () => {
    const path = link('headed');

    expect((await visit(path, {}, { method: 'HEAD' })).status).toBe(200);
  });

  it('shows the page before the release, with its countdown, and leads straight from its moment on', async () => {
    const document = smartLink('before');
    document.release.releasedAt = new Date(Date.now() + 86_400_000).toISOString();
    document.release.releaseDate = document.release.releasedAt.slice(0, 10);
    world.api.publish('/lady-gaga/before', document);

    const before = await visit('/lady-gaga/before');
    await world.renderer.moveClock(86_400_000 + 1_000);
    const after = await visit('/lady-gaga/before');
    await world.renderer.moveClock(0);

    expect([before.status, after.status]).toEqual([200, 302]);
  });

  it('shows the page while the platform is not offered', async () => {
    const [spotify, ...others] = smartLink('later').destinations;
    if (!spotify) throw new Error('the page has no destinations');
    const path = link('later', { destinations: [{ ...spotify, window: { from: new Date(Date.now() + 3_600_000).toISOString(), until: null } }, ...others] });

    expect((await visit(path)).status).toBe(200);
  });

  it('of a page with a password leads nowhere by itself', async () => {
    const path = link('secret', { access: { expiresAt: null, afterwards: 'gone', password: '$scrypt$ln=14,r=8,p=5$AAAAAAAAAAAAAAAAAAAAAA$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA' } });

    expect((await visit(path)).headers.location).not.toBe(album);
  });
});
