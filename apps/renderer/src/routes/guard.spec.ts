import { randomBytes, scryptSync } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type ArchivedDocument, type PageAccess, writePasswordHash } from '@lynkify/domain';
import { artist, bioPage, smartLink } from '../../testing/documents.js';
import { createWorld, type World } from '../../testing/renderer-process.js';

let world: World;
beforeAll(async () => { world = await createWorld({ TRUST_PROXY: '1' }); });
afterAll(() => world.close());

const day = 86_400_000;
const inDays = (days: number) => new Date(Date.now() + days * day).toISOString();
const clicksOf = (path: string) => world.api.ofKind('click').filter((event) => event.path === path);
const visitsOf = (path: string) => world.api.ofKind('visit').filter((event) => event.path === path);

/** What the API keeps of a password, at a cost that tests can pay. */
function hashOf(password: string): string {
  const salt = randomBytes(16);
  const key = scryptSync(password, salt, 32, { cost: 2 ** 10, blockSize: 8, parallelization: 1 });
  return writePasswordHash({ logCost: 10, blockSize: 8, parallelism: 1, salt: salt.toString('base64url'), key: key.toString('base64url') });
}

const withPassword = (password: string): PageAccess => ({ expiresAt: null, afterwards: 'artist', password: hashOf(password) });

async function at<T>(moment: string, act: () => Promise<T>): Promise<T> {
  await world.renderer.moveClock(Date.parse(moment) - Date.now());
  try {
    return await act();
  } finally {
    await world.renderer.moveClock(0);
  }
}

const places = async (path: string, more: readonly string[] = []) =>
  Promise.all([path, `${path}/go/spotify`, ...more].map(async (each) => {
    const { status, headers } = await world.renderer.ask(each);
    return headers.location === undefined ? status : `${status} ${headers.location}`;
  }));

describe('a platform of a page', () => {
  it('is offered, and its direct link leads there, from its moment until its end', async () => {
    const path = '/lady-gaga/scheduled';
    const document = smartLink('scheduled');
    const [spotify, ...others] = document.destinations;
    if (!spotify) throw new Error('the sample has destinations');
    const [from, until] = [inDays(2), inDays(4)];
    world.api.publish(path, { ...document, destinations: [{ ...spotify, window: { from, until } }, ...others] });
    const seen = async () => ({ row: (await world.renderer.ask(path)).text.includes(`${path}/go/spotify"`), link: (await world.renderer.ask(`${path}/go/spotify?via=ad`)).headers.location });

    const [before, start, last, end] = [await seen(), await at(from, seen), await at(new Date(Date.parse(until) - 1_000).toISOString(), seen), await at(until, seen)];

    const there = { row: true, link: spotify.url };
    const here = { row: false, link: `${path}?via=ad` };
    expect([before, start, last, end]).toEqual([here, there, there, here]);
  });

  it('that is of no use before the release comes with it', async () => {
    const path = '/lady-gaga/of-no-use';
    const document = smartLink('of-no-use');
    const out = inDays(3);
    document.release.releasedAt = out;
    document.destinations[0] = { ...smartLink('x').destinations[0], id: 'd1', platform: 'spotify', url: 'https://open.spotify.com/album/10FLjwfpbxLmW8c25Xyc2N', before: false };
    world.api.publish(path, document);

    expect([await places(path), await at(out, () => places(path))]).toEqual([[200, `302 ${path}`], [200, `302 ${document.destinations[0].url}`]]);
  });

  it('that is switched off leads to the page, and counts no click', async () => {
    const path = '/lady-gaga/off';
    const { destinations: [spotify, ...others], ...document } = smartLink('off');
    world.api.publish(path, { ...document, destinations: others, ...(spotify && { off: [spotify] }) });

    expect(await places(path)).toEqual([200, `302 ${path}`]);
    expect((await world.renderer.ask(path)).text).not.toContain('/go/spotify');
    expect(clicksOf(path)).toHaveLength(0);
  });
});

describe('a page that ends', () => {
  it('leads to the artist’s page from that moment on, its direct links on to their platforms', async () => {
    const path = `/${artist.handle}/ends`;
    const expiresAt = inDays(3);
    world.api.publish(path, smartLink('ends', { access: { expiresAt, afterwards: 'artist', password: null } }));
    world.api.publish(`/${artist.handle}`, bioPage(artist.handle));
    const spotify = '302 https://open.spotify.com/album/10FLjwfpbxLmW8c25Xyc2N';

    expect(await places(path)).toEqual([200, spotify]);
    const { headers } = await at(new Date(Date.parse(expiresAt) - 1_000).toISOString(), () => world.renderer.ask(path));
    const after = await at(expiresAt, async () => ({ places: await places(`${path}`, [`${path}/joined`, `${path}?via=qr`]), again: await world.renderer.ask(path, { headers: { 'if-none-match': String(headers.etag) } }) }));

    expect(after.places).toEqual([`302 /${artist.handle}`, spotify, `302 ${path}`, `302 /${artist.handle}?via=qr`]);
    expect(after.again.status).toBe(302);
    expect(after.again.headers['cache-control']).toBe('no-store');
    expect(await places(path)).toEqual([200, spotify]);
  });

  it('is gone with its direct links where the artist wants that, or has no page to lead to', async () => {
    const expiresAt = inDays(1);
    world.api.publish(`/${artist.handle}/over`, smartLink('over', { access: { expiresAt, afterwards: 'gone', password: null } }));
    const homeless = { ...artist, handle: 'no-home' };
    world.api.publish('/no-home/over', smartLink('over', { artist: homeless, access: { expiresAt, afterwards: 'artist', password: null } }));

    const [gone, homelessPlaces] = await at(expiresAt, async () => [await places(`/${artist.handle}/over`), await places('/no-home/over')]);

    expect(gone).toEqual([410, 410]);
    expect(homelessPlaces).toEqual([410, '302 https://open.spotify.com/album/10FLjwfpbxLmW8c25Xyc2N']);
  });
});

describe('a page with a password', () => {
  const open = (path: string, password: string, address = '203.0.113.1', cookie?: string) =>
    world.renderer.ask(`${path}/unlock?via=press`, { headers: { 'x-forwarded-for': address, ...(cookie !== undefined && { cookie }) }, form: { password } });
  const cookieOf = (headers: { 'set-cookie'?: string[] }) => (headers['set-cookie']?.[0] ?? '').split(';', 1)[0] ?? '';

  it('asks for it, tells nothing before, and opens to who has it and to nobody else', async () => {
    const path = '/lady-gaga/secret';
    const other = '/lady-gaga/secret-too';
    const access = withPassword('for the press');
    const document = smartLink('secret', { access });
    world.api.publish(path, document);
    world.api.publish(other, smartLink('secret-too', { access }));

    const asked = await world.renderer.ask(`${path}?via=press`);
    expect(asked.status).toBe(200);
    expect(asked.headers).toMatchObject({ 'cache-control': 'private, no-store', 'x-robots-tag': 'noindex' });
    expect(asked.text).toContain(`action="${path}/unlock?via=press"`);
    expect(asked.text).not.toMatch(/Die With A Smile|Lady Gaga|og:|ld\+json|spotify|\/media\//u);
    expect(await places(path, [`${path}/joined`])).toEqual([200, `302 ${path}`, `302 ${path}`]);
    expect((await world.renderer.ask(`${path}/join`, { form: { email: 'fan@example.com', consent: 'yes' } })).headers.location).toBe(path);
    expect((await world.renderer.ask(`${path}/seen.gif`)).status).toBe(404);

    const wrong = await open(path, 'for the pres');
    expect(wrong.status).toBe(422);
    expect(wrong.text).toContain('aria-invalid="true"');
    expect(wrong.headers['set-cookie']).toBeUndefined();

    const right = await open(path, ' for the press ');
    expect(right).toMatchObject({ status: 303, headers: { location: `${path}?via=press` } });
    expect(right.headers['set-cookie']?.[0]).toMatch(new RegExp(`^lynkify_page=[0-9a-z]+\\.[\\w-]{22}; Path=${path}; Max-Age=2592000; HttpOnly; SameSite=Lax$`, 'u'));
    const headers = { cookie: cookieOf(right.headers) };
    const page = await world.renderer.ask(`${path}?via=press`, { headers });
    expect(page.text).toContain('Die With A Smile');
    expect(page.text).toContain('<meta name="robots" content="noindex">');
    expect(page.text).not.toMatch(/og:|ld\+json/u);
    expect(page.headers['cache-control']).toBe('private, no-store');
    expect((await world.renderer.ask(`${path}/go/spotify`, { headers })).headers.location).toBe(document.destinations[0]?.url);
    await world.api.until('the visit arrived', () => visitsOf(path).length > 0);
    expect(visitsOf(path).map(({ channel }) => channel)).toEqual(['press']);

    // The cookie is this page's and this password's.
    expect((await world.renderer.ask(other, { headers })).text).not.toContain('Die With A Smile');
    expect((await at(inDays(31), () => world.renderer.ask(path, { headers }))).text).not.toContain('Die With A Smile');
    world.api.publish(path, { ...document, access: withPassword('for the press') });
    await world.renderer.askUntil(path, ({ text }) => !text.includes('Die With A Smile'), 5_000, { headers });
    world.api.publish(path, { ...document, access: undefined });
    await world.renderer.askUntil(path, ({ text }) => text.includes('Die With A Smile'));
    expect((await open(path, 'anything')).headers.location).toBe(`${path}?via=press`);
  });

  it('takes ten tries of a network, and leaves others alone', async () => {
    const path = '/lady-gaga/guessed';
    world.api.publish(path, smartLink('guessed', { access: withPassword('the right one') }));
    await world.renderer.ask(path);

    const guesses = await Promise.all(Array.from({ length: 14 }, (_, index) => open(path, `guess ${index}`, `198.51.100.${index}`)));
    const refused = await open(path, 'the right one', '198.51.100.200');
    const elsewhere = await open(path, 'the right one', '192.0.2.1');
    const later = await at(new Date(Date.now() + 16 * 60_000).toISOString(), () => open(path, 'the right one', '198.51.100.200'));

    expect(guesses.filter(({ status }) => status === 422)).toHaveLength(10);
    expect(guesses.filter(({ status }) => status === 429)).toHaveLength(4);
    expect(refused).toMatchObject({ status: 429, headers: { 'retry-after': '300' } });
    expect([elsewhere.status, later.status]).toEqual([303, 303]);
  });

  it('is in no list of pages', async () => {
    world.api.publish('/listed-nowhere/secret', smartLink('secret', { artist: { ...artist, handle: 'listed-nowhere', name: 'Listed Nowhere' }, access: withPassword('for the press') }));
    world.api.publish('/listed-nowhere/shown', smartLink('shown', { artist: { ...artist, handle: 'listed-nowhere', name: 'Listed Nowhere' } }));

    const map = await world.renderer.askUntil('/sitemap.xml', ({ text }) => text.includes('/listed-nowhere/shown'));
    const home = await world.renderer.askUntil('/', ({ text }) => text.includes('Listed Nowhere'));

    expect(map.text).not.toContain('/listed-nowhere/secret');
    expect(home.text).toContain('href="/listed-nowhere/shown"');
  });
});

describe('an archived release', () => {
  const archived = (slug: string, more: Partial<ArchivedDocument>): ArchivedDocument => ({ ...smartLink(slug), kind: 'archived', leadsTo: 'artist', platform: null, ...more });
  const spotify = 'https://open.spotify.com/album/10FLjwfpbxLmW8c25Xyc2N';

  it('leads to the artist’s page, and its direct links to their platforms, where clicks count', async () => {
    const path = `/${artist.handle}/put-away`;
    world.api.publish(`/${artist.handle}`, bioPage(artist.handle));
    world.api.publish(path, archived('put-away', { withheld: [{ id: 'd9', platform: 'qobuz', url: 'https://play.qobuz.com/album/x', position: 0 }] }));

    expect(await places(path, [`${path}?via=qr`, `${path}/joined`, `${path}/go/qobuz`, `${path}/go/napster`])).toEqual([`302 /${artist.handle}`, `302 ${spotify}`, `302 /${artist.handle}?via=qr`, `302 /${artist.handle}`, `302 /${artist.handle}`, `302 /${artist.handle}`]);
    await world.api.until('the click arrived', () => clicksOf(path).length === 1);
    expect(clicksOf(path)[0]).toMatchObject({ target: 'spotify', releaseId: expect.any(String) });
    expect((await world.renderer.askUntil('/sitemap.xml', ({ status }) => status === 200)).text).not.toContain(path);
  });

  it('leads to the one platform that was chosen, with the channel, whenever it was offered', async () => {
    const path = `/${artist.handle}/to-one`;
    const [first, ...others] = smartLink('to-one').destinations;
    world.api.publish(path, archived('to-one', { leadsTo: 'platform', platform: 'spotify', destinations: [...(first ? [{ ...first, window: { from: null, until: '2020-01-01T00:00:00.000Z' } }] : []), ...others] }));

    const { headers } = await world.renderer.ask(`${path}?via=press`);
    expect(headers.location).toBe(`${path}/go/spotify?via=press`);
    expect((await world.renderer.ask(String(headers.location))).headers.location).toBe(spotify);
    await world.api.until('the click arrived', () => clicksOf(path).length === 1);
    expect(clicksOf(path)[0]).toMatchObject({ target: 'spotify', channel: 'press' });
  });

  it('is gone where that was chosen, and keeps its links to itself where it had a password', async () => {
    world.api.publish('/lady-gaga/gone-away', archived('gone-away', { leadsTo: 'gone' }));
    world.api.publish('/lady-gaga/secret-away', archived('secret-away', { leadsTo: 'platform', platform: 'spotify', access: withPassword('for the press') }));

    expect(await places('/lady-gaga/gone-away')).toEqual([410, 410]);
    expect(await places('/lady-gaga/secret-away')).toEqual([`302 /${artist.handle}`, `302 /${artist.handle}`]);
  });
});
