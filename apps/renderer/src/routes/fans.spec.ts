import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { smartLink, workspaceId } from '../../testing/documents.js';
import { createWorld, type World } from '../../testing/renderer-process.js';

let world: World;
beforeAll(async () => { world = await createWorld({ TRUST_PROXY: '1', COUNTRY_HEADER: 'cf-ipcountry' }); });
afterAll(() => world.close());

const iphone = 'Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Mobile/22F76';
const pixel = 'Mozilla/5.0 (Linux; Android 14; Pixel 8 Build/AP2A.240905.003; wv) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/130.0.6723.58 Mobile Safari/537.36';
const chrome = 'Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/141.0.0.0 Mobile Safari/537.36';

const rowsOf = (text: string) => [...text.matchAll(/href="[a-z/-]+\/go\/([a-z_]+)"/gu)].map((match) => match[1]);
const destination = (platform: string, url = 'https://example.com/') => ({ id: platform, platform, url });
const regional = [destination('pandora'), destination('spotify'), destination('tidal')];

describe('where the fan is', () => {
  it('decides which platforms come first: what does not operate there sinks, the rest keeps the artist’s order', async () => {
    world.api.publish('/lady-gaga/there', smartLink('there', { destinations: regional }));
    const from = async (country?: string) => rowsOf((await world.renderer.ask('/lady-gaga/there', { headers: country ? { 'cf-ipcountry': country } : {} })).text);

    expect(await from('US')).toEqual(['pandora', 'spotify', 'tidal']);
    expect(await from('DE')).toEqual(['spotify', 'tidal', 'pandora']);
    expect(await from('IN')).toEqual(['spotify', 'pandora', 'tidal']);
    for (const nowhere of [undefined, 'XX', 'T1', '']) expect(await from(nowhere)).toEqual(['pandora', 'spotify', 'tidal']);
  });

  it('decides what is left out, where the artist wants that; a fan’s own platform stays, and a direct link leads on', async () => {
    world.api.publish('/lady-gaga/hidden', smartLink('hidden', { destinations: regional, elsewhere: 'hide' }));
    const ask = (more: Record<string, string> = {}) => world.renderer.ask('/lady-gaga/hidden', { headers: { 'cf-ipcountry': 'IN', ...more } });

    expect(rowsOf((await ask()).text)).toEqual(['spotify']);
    expect(rowsOf((await ask({ cookie: 'lynkify_platform=tidal' })).text)).toEqual(['tidal', 'spotify']);
    expect((await world.renderer.ask('/lady-gaga/hidden/go/pandora', { headers: { 'cf-ipcountry': 'IN' } })).status).toBe(302);
  });
});

describe('the language that a fan’s browser prefers', () => {
  it('is that of the page and of messages, by one address', async () => {
    world.api.publish('/lady-gaga/spoken', smartLink('spoken'));
    const langOf = async (path: string, header?: string) => /<html lang="([a-z-]+)" dir="([a-z]+)"/u.exec((await world.renderer.ask(path, { headers: header === undefined ? {} : { 'accept-language': header } })).text)?.slice(1);

    expect(await langOf('/lady-gaga/spoken')).toEqual(['en', 'ltr']);
    expect(await langOf('/lady-gaga/spoken', 'sv-SE,de-AT;q=0.8,en;q=0.5')).toEqual(['de', 'ltr']);
    expect(await langOf('/lady-gaga/spoken', 'ar')).toEqual(['ar', 'rtl']);
    expect(await langOf('/', 'ja,en;q=0.5')).toEqual(['ja', 'ltr']);
    expect(await langOf('/', 'en')).toEqual(['en', 'ltr']);
    expect(await langOf('/nobody-at-all', 'fr')).toEqual(['fr', 'ltr']);
    expect(await langOf('/nobody-at-all')).toEqual(['en', 'ltr']);
  });
});

describe('inside an app', () => {
  const path = '/lady-gaga/inside';
  beforeAll(() => world.api.publish(path, smartLink('inside', { destinations: [...smartLink('inside').destinations, destination('bandcamp', 'https://ladygaga.bandcamp.com/album/x')] })));

  it('in which music apps open only by an intent, a click on one that takes its addresses over is an intent for the stored address', async () => {
    const click = async (platform: string, agent: string, more: Record<string, string> = {}) => (await world.renderer.ask(`${path}/go/${platform}?to=intent://evil`, { headers: { 'user-agent': agent, ...more } })).headers.location;

    const intent = 'intent://open.spotify.com/album/10FLjwfpbxLmW8c25Xyc2N#Intent;scheme=https;action=android.intent.action.VIEW;S.browser_fallback_url=https%3A%2F%2Fopen.spotify.com%2Falbum%2F10FLjwfpbxLmW8c25Xyc2N;end';
    expect(await click('spotify', `${pixel} Instagram 355.1.0.44.103 Android (34/14)`)).toBe(intent);
    expect(await click('bandcamp', `${pixel} Instagram 355.1.0.44.103 Android (34/14)`)).toBe('https://ladygaga.bandcamp.com/album/x');
    expect(await click('spotify', `${pixel} Instagram 355.1.0.44.103 Android (34/14)`, { 'sec-purpose': 'prefetch' })).toBe('https://open.spotify.com/album/10FLjwfpbxLmW8c25Xyc2N');
    for (const agent of [`${iphone} Instagram 393.1.0.36.70`, `${pixel} BytedanceWebview/d8a21c6`, chrome]) expect(await click('spotify', agent)).toBe('https://open.spotify.com/album/10FLjwfpbxLmW8c25Xyc2N');
  });

  it('in which none opens, the page says how to get out of it; in the fan’s language, and in a browser it says nothing', async () => {
    const help = async (agent: string, language = 'en') => /<div class="inapp">(.*?)<\/div>/u.exec((await world.renderer.ask(path, { headers: { 'user-agent': agent, 'accept-language': language } })).text)?.[1];

    expect(await help(`${iphone} Instagram 393.1.0.36.70`)).toMatch(/Music apps don’t open from in here\. Tap <b role="img" aria-label="Menu">···<\/b> at the top, then “Open in browser”\./u);
    expect(await help(`${iphone} Safari Line/14.19.0`)).toContain('⋮</b> at the bottom');
    expect(await help(`${pixel} [FB_IAB/FB4A;FBAV/488.0.0.62.79;IABMV/1;]`)).toContain('No app opens?');
    expect(await help(`${pixel} BytedanceWebview/d8a21c6`, 'de')).toContain('Von hier aus öffnen sich keine Musik-Apps.');
    for (const agent of [chrome, `${iphone} [FBAN/FBIOS;FBAV/488.0.0.68.101]`, `${iphone} Version/18.5 Safari/604.1`]) expect(await help(agent)).toBeUndefined();
  });
});

describe('behind a shared cache', () => {
  it('only the form that anyone gets may be held, under every header that decides', async () => {
    const cached = await createWorld({ CDN_HOLD_SECONDS: '600', TRUST_PROXY: '1', COUNTRY_HEADER: 'cf-ipcountry' });
    cached.api.publish('/lady-gaga/shared', smartLink('shared', { destinations: regional.map((each) => ({ ...each, url: 'https://open.spotify.com/album/x' })) }));
    cached.api.publish('/lady-gaga/gone', { kind: 'gone', workspaceId, artist: null });
    const held = async (headers: Record<string, string> = {}, path = '/lady-gaga/shared') => {
      const reply = await cached.renderer.ask(path, { headers });
      return { cdn: reply.headers['cdn-cache-control'], browser: reply.headers['cache-control'], vary: reply.headers.vary };
    };
    const [anyone, english, german, inIndia, inApp, mine, straight, gone, vorbei, nobody, niemand] = await Promise.all([
      held(), held({ 'accept-language': 'en-GB', 'cf-ipcountry': 'US' }), held({ 'accept-language': 'de' }), held({ 'cf-ipcountry': 'IN' }), held({ 'user-agent': `${iphone} Instagram 393.1.0.36.70` }),
      held({ cookie: 'lynkify_platform=tidal' }), held({ cookie: 'lynkify_platform=spotify.always' }),
      held({}, '/lady-gaga/gone'), held({ 'accept-language': 'de' }, '/lady-gaga/gone'), held({}, '/nobody'), held({ 'accept-language': 'de' }, '/nobody'),
    ]);
    await cached.close();

    const vary = 'accept-encoding, accept-language, cookie, user-agent, cf-ipcountry';
    for (const plain of [anyone, english]) expect(plain).toEqual({ cdn: expect.stringContaining('max-age=600'), browser: 'public, max-age=0, must-revalidate', vary });
    for (const own of [german, inIndia, inApp, mine]) expect(own).toEqual({ cdn: 'no-store', browser: 'private, no-cache', vary });
    expect(straight).toMatchObject({ cdn: 'no-store', browser: 'no-store' });
    for (const plain of [gone, nobody]) expect(plain).toMatchObject({ cdn: expect.stringContaining('max-age='), vary: 'accept-encoding, accept-language' });
    for (const own of [vorbei, niemand]) expect(own).toMatchObject({ cdn: 'no-store', vary: 'accept-encoding, accept-language' });
  });
});
