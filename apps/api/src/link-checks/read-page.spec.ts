import { describe, expect, it } from '@jest/globals';
import { oembedUrl, readOembed } from './oembed.js';
import { readPage, type Visit, type Watched } from './read-page.js';

const beatport: Watched = { platform: 'beatport', url: 'https://www.beatport.com/release/some-ep/4321987' };
const apple: Watched = { platform: 'apple_music', url: 'https://music.apple.com/us/album/1762656732' };
const bandcamp: Watched = { platform: 'bandcamp', url: 'https://someband.bandcamp.com/album/a-record' };
const shop: Watched = { platform: 'official_store', url: 'https://shop.example.com/products/lp' };

const seen = (watched: Watched, visit: Partial<Visit> = {}) => readPage(watched, { status: 200, url: watched.url, headers: {}, text: '<title>A page</title>', redirects: [], ...visit });
const verdict = (watched: Watched, visit: Partial<Visit> = {}) => seen(watched, visit).verdict;
const led = (watched: Watched, url: string, redirects: number[]) => seen(watched, { url, redirects });

describe('the page of a destination', () => {
  it('that answers works', () => {
    expect(verdict(beatport)).toBe('works');
    expect(verdict(beatport, { status: 206 })).toBe('works');
  });

  it('that is not there is missing', () => {
    expect(seen(beatport, { status: 404 })).toEqual({ verdict: 'missing', message: 'Beatport has no such page (404).' });
    expect(verdict(beatport, { status: 410 })).toBe('missing');
  });

  it.each([400, 401, 403, 405, 408, 429, 451, 500, 502, 503, 504])('that answers %i says nothing about the music', (status) => {
    expect(verdict(beatport, { status })).toBe('unclear');
  });

  it.each<[string, Partial<Visit>]>([
    ['Cloudflare’s challenge', { status: 403, headers: { 'cf-mitigated': 'challenge' } }],
    ['AWS WAF’s captcha', { status: 405, headers: { 'x-amzn-waf-action': 'captcha' } }],
    ['AWS WAF’s challenge', { status: 202, headers: { 'x-amzn-waf-action': 'challenge' } }],
    ['Cloudflare’s page without the header', { text: '<title>Just a moment...</title><script>window._cf_chl_opt={}</script>' }],
    ['DataDome', { text: '<script src="https://geo.captcha-delivery.com/c.js"></script>' }],
    ['HUMAN', { text: '<div id="px-captcha"></div>' }],
    ['Imperva', { text: 'Request unsuccessful. Incapsula incident ID: 1-2' }],
    ['Amazon’s captcha', { text: '<form method="get" action="/errors/validateCaptcha">' }],
    ['a page that is nothing but a captcha', { text: '<div class="g-recaptcha"></div>' }],
    ['a captcha with status 404', { status: 404, text: '<title>Pardon Our Interruption</title>' }],
  ])('behind %s is unclear, whatever its status', (_, visit) => {
    expect(verdict(beatport, visit)).toBe('unclear');
  });

  it.each(['https://consent.youtube.com/m?continue=x', 'https://consent.google.de/ml', 'https://www.google.com/sorry/index', 'https://accounts.google.com/signin', 'https://www.beatport.com/login'])('that leads to %s is unclear', (url) => {
    expect(led(beatport, url, [302]).verdict).toBe('unclear');
  });

  it('of ordinary size with a captcha somewhere in a form works', () => {
    expect(verdict(beatport, { text: `<title>A release</title>${'<p>Words.</p>'.repeat(4_000)}<div class="g-recaptcha"></div>` })).toBe('works');
  });

  it('that is drawn by a script and tells crawlers that there is nothing is missing', () => {
    expect(verdict(beatport, { text: '<head><meta name="prerender-status-code" content="404"></head>' })).toBe('missing');
    expect(verdict(beatport, { text: '<meta name="render:status_code" content="404" />' })).toBe('missing');
    expect(verdict(beatport, { text: '<meta name="prerender-status-code" content="200">' })).toBe('works');
  });
});

describe('a redirect', () => {
  it('to the same release in another spelling or country works', () => {
    expect(led(apple, 'https://music.apple.com/us/album/die-with-a-smile-single/1762656732', [301]).verdict).toBe('works');
    expect(led(apple, 'https://music.apple.com/de/album/die-with-a-smile-single/1762656732', [302]).verdict).toBe('works');
    expect(led({ platform: 'itunes', url: 'https://itunes.apple.com/us/album/id1762656732?app=itunes' }, 'https://music.apple.com/us/album/x/1762656732?app=itunes', [301]).verdict).toBe('works');
  });

  it('for good to another release of the platform has moved, and says its canonical address', () => {
    expect(led(apple, 'https://music.apple.com/us/album/die-with-a-smile-single/1800000001?uo=4', [301])).toMatchObject({ verdict: 'moved', to: 'https://music.apple.com/us/album/1800000001' });
    expect(led({ platform: 'soundcloud', url: 'https://soundcloud.com/old-name/a-song' }, 'https://soundcloud.com/new-name/a-song', [308, 301])).toMatchObject({ verdict: 'moved', to: 'https://soundcloud.com/new-name/a-song' });
  });

  it('for now to another release is unclear', () => {
    expect(led(apple, 'https://music.apple.com/us/album/x/1800000001', [302]).verdict).toBe('unclear');
    expect(led(apple, 'https://music.apple.com/us/album/x/1800000001', [301, 307]).verdict).toBe('unclear');
  });

  it('from the track of an album to the album alone has moved', () => {
    expect(led({ platform: 'apple_music', url: 'https://music.apple.com/us/album/1762656732?i=1762656735' }, 'https://music.apple.com/us/album/x/1762656732', [301]).verdict).toBe('moved');
  });

  it('of a short link to its platform is what a short link does', () => {
    expect(led({ platform: 'spotify', url: 'https://spotify.link/k3yK3yK3y' }, 'https://open.spotify.com/album/10FLjwfpbxLmW8c25Xyc2N', [301]).verdict).toBe('works');
  });

  it('to the front page is missing when it is for good, unclear when it is not', () => {
    expect(led(beatport, 'https://www.beatport.com/', [301]).verdict).toBe('missing');
    expect(led(beatport, 'https://www.beatport.com/', [302]).verdict).toBe('unclear');
    expect(led(shop, 'https://shop.example.com/', [301]).verdict).toBe('missing');
  });

  it('to a page of the name “not found” is missing', () => {
    for (const path of ['/404', '/not-found', '/en/404.html', '/page-not-found/']) expect(led(shop, `https://shop.example.com${path}`, [302]).verdict).toBe('missing');
  });

  it('to Bandcamp’s offer of the name means that the artist is gone', () => {
    expect(led(bandcamp, 'https://bandcamp.com/signup?new_domain=someband', [303])).toEqual({ verdict: 'missing', message: 'Bandcamp has no such artist any more.' });
  });

  it('to another platform is unclear: the music may be there or not', () => {
    expect(led(beatport, 'https://open.spotify.com/album/10FLjwfpbxLmW8c25Xyc2N', [301]).verdict).toBe('unclear');
  });

  it('within a shop of one’s own works, to another host for good it has moved', () => {
    expect(led(shop, 'https://www.shop.example.com/products/lp-2', [301]).verdict).toBe('works');
    expect(led(shop, 'https://store.example.org/lp', [301])).toMatchObject({ verdict: 'moved', to: 'https://store.example.org/lp' });
    expect(led(shop, 'https://store.example.org/lp', [302]).verdict).toBe('unclear');
  });
});

describe('oEmbed', () => {
  it.each([
    ['spotify', 'https://open.spotify.com/album/10FLjwfpbxLmW8c25Xyc2N', 'https://open.spotify.com/oembed?url=https%3A%2F%2Fopen.spotify.com%2Falbum%2F10FLjwfpbxLmW8c25Xyc2N'],
    ['youtube', 'https://www.youtube.com/watch?v=kPa7bsKwL-c', 'https://www.youtube.com/oembed?format=json&url=https%3A%2F%2Fwww.youtube.com%2Fwatch%3Fv%3DkPa7bsKwL-c'],
    ['youtube_music', 'https://music.youtube.com/watch?v=kPa7bsKwL-c', 'https://www.youtube.com/oembed?format=json&url=https%3A%2F%2Fwww.youtube.com%2Fwatch%3Fv%3DkPa7bsKwL-c'],
    ['soundcloud', 'https://soundcloud.com/forss/flickermood', 'https://soundcloud.com/oembed?format=json&url=https%3A%2F%2Fsoundcloud.com%2Fforss%2Fflickermood'],
  ])('of %s is asked about %s', (platform, url, asked) => {
    expect(oembedUrl({ platform, url })).toBe(asked);
  });

  it('is not asked where there is none, or about what it does not cover', () => {
    expect(oembedUrl(beatport)).toBeNull();
    expect(oembedUrl({ platform: 'spotify', url: 'https://spotify.link/k3y' })).toBeNull();
    expect(oembedUrl({ platform: 'youtube_music', url: 'https://music.youtube.com/browse/MPREb_1' })).toBeNull();
  });

  const spotify: Watched = { platform: 'spotify', url: 'https://open.spotify.com/album/10FLjwfpbxLmW8c25Xyc2N' };
  it.each([
    [200, '{"type":"rich","title":"Die With A Smile"}', 'works'],
    [404, '', 'missing'],
    [200, '<html>Something else</html>', 'unclear'],
    [200, '[]', 'unclear'],
    [400, 'Bad Request', 'unclear'],
    [401, 'Unauthorized', 'unclear'],
    [403, 'Forbidden', 'unclear'],
    [429, '', 'unclear'],
    [503, '', 'unclear'],
  ])('that answers %i %s is read as %s', (status, text, expected) => {
    expect(readOembed(spotify, { status, text }).verdict).toBe(expected);
  });
});
