import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { catalogue } from './catalogue/index.js';
import { canonical, recognise, recogniseAny } from './recognise.js';
import { asStoreLink } from './store-link.js';
import { bestTime } from './testdata/best-time.js';

const spotify = 'https://open.spotify.com/album/10FLjwfpbxLmW8c25Xyc2N';

/** Platform, entity and canonical address, or the code of the refusal. */
function short(text: string): string {
  const found = recognise(text);
  return found.status === 'recognised' ? `${found.platform} ${found.entity} ${found.url}` : found.reason.code;
}

describe('the spellings of one link', () => {
  it.each([
    'open.spotify.com/album/10FLjwfpbxLmW8c25Xyc2N',
    '//open.spotify.com/album/10FLjwfpbxLmW8c25Xyc2N',
    'HTTP://OPEN.SPOTIFY.COM/album/10FLjwfpbxLmW8c25Xyc2N',
    'https://open.spotify.com:443/album/10FLjwfpbxLmW8c25Xyc2N/',
    'https://www.open.spotify.com./album/10FLjwfpbxLmW8c25Xyc2N',
    'https://open.spotify.com//album/10FLjwfpbxLmW8c25Xyc2N',
    `  <${spotify}>\n`,
    `"${spotify}",`,
    `“${spotify}”`,
    `(${spotify})`,
    `${spotify}?si=abc&amp;utm_source=copy-link&nd=1`,
    `${spotify}#play`,
    'https://open.spotify.com/intl-de/album/10FLjwfpbxLmW8c25Xyc2N?si=x',
    'https://open.spotify.com/embed/album/10FLjwfpbxLmW8c25Xyc2N',
    'https://play.spotify.com/album/10FLjwfpbxLmW8c25Xyc2N',
    'spotify:album:10FLjwfpbxLmW8c25Xyc2N',
    'https%3A%2F%2Fopen.spotify.com%2Falbum%2F10FLjwfpbxLmW8c25Xyc2N',
    'https://open.spotify.com/%61lbum/10FLjwfpbxLmW8c25Xyc2N',
  ])('%s is the same album', (text) => expect(recognise(text)).toEqual({ status: 'recognised', platform: 'spotify', entity: 'album', url: spotify, id: '10FLjwfpbxLmW8c25Xyc2N' }));
});

describe('what the platforms’ addresses mean', () => {
  it.each([
    ['https://music.apple.com/US/album/foo/1644105414?i=1644105415&ls=1&app=music', 'apple_music track https://music.apple.com/us/album/1644105414?i=1644105415'],
    ['https://music.apple.com/album/1601914067', 'apple_music album https://music.apple.com/album/1601914067'],
    ['https://geo.music.apple.com/us/album/_/1581786154?app=music', 'apple_music album https://music.apple.com/us/album/1581786154'],
    ['https://geo.music.apple.com/us/album/_/1581786154?app=itunes', 'itunes album https://itunes.apple.com/us/album/id1581786154?app=itunes'],
    ['https://itunes.apple.com/us/album/ventura/id1456218234', 'itunes album https://itunes.apple.com/us/album/id1456218234?app=itunes'],
    ['https://itunes.apple.com/us/album/ventura/1456218234?app=music', 'apple_music album https://music.apple.com/us/album/1456218234'],
    ['itmss://itunes.apple.com/us/album/id1456218234', 'itunes album https://itunes.apple.com/us/album/id1456218234?app=itunes'],
    ['https://classical.music.apple.com/us/album/1452312720', 'apple_music album https://classical.music.apple.com/us/album/1452312720'],
    ['https://m.youtube.com/watch?v=9R5_eZ-E_r0&list=RDAMVM9R5_eZ-E_r0&t=3', 'youtube video https://www.youtube.com/watch?v=9R5_eZ-E_r0'],
    ['https://youtu.be/9GgrisJSkas?feature=shared', 'youtube video https://www.youtube.com/watch?v=9GgrisJSkas'],
    ['https://www.youtube.com/watch?feature=x&v=9GgrisJSkas?si=y', 'youtube video https://www.youtube.com/watch?v=9GgrisJSkas'],
    ['https://www.youtube.com/shorts/9GgrisJSkas', 'youtube video https://www.youtube.com/watch?v=9GgrisJSkas'],
    ['https://youtube.com/playlist?list=OLAK5uy_l3ItUUqpO6G6ZtlpQPhnM25RkHJAbWT2g', 'youtube album https://www.youtube.com/playlist?list=OLAK5uy_l3ItUUqpO6G6ZtlpQPhnM25RkHJAbWT2g'],
    ['https://music.youtube.com/watch?v=9dDbeq0VEbc&si=c9', 'youtube_music track https://music.youtube.com/watch?v=9dDbeq0VEbc'],
    ['https://music.youtube.com/browse/MPREb_abc123', 'youtube_music album https://music.youtube.com/browse/MPREb_abc123'],
    ['https://www.amazon.com/music/player/albums/B0CLZ3XVRT', 'amazon_music album https://music.amazon.com/albums/B0CLZ3XVRT'],
    ['https://music.amazon.co.uk/albums/B0BRJYMY66?trackAsin=B0BRJYP213&ref=x', 'amazon_music track https://music.amazon.co.uk/albums/B0BRJYMY66?trackAsin=B0BRJYP213'],
    ['https://www.amazon.co.jp/-/en/Some-Thing/dp/b09d183tmj?th=1', 'amazon product https://www.amazon.co.jp/dp/B09D183TMJ'],
    ['https://www.deezer.com/us/album/255374512?utm_source=deezer', 'deezer album https://www.deezer.com/album/255374512'],
    ['https://www.deezer.com/fr/show/1190212', 'deezer_show show https://www.deezer.com/show/1190212'],
    ['https://listen.tidal.com/album/269560377/track/269560378', 'tidal track https://tidal.com/track/269560378'],
    ['http://www.tidal.com/browse/album/486860762?u', 'tidal album https://tidal.com/album/486860762'],
    ['https://m.soundcloud.com/d-o-d/sets/still-sleepless?utm_medium=api', 'soundcloud album https://soundcloud.com/d-o-d/sets/still-sleepless'],
    ['https://adultdvd.bandcamp.com/track/fomo?from=embed', 'bandcamp track https://adultdvd.bandcamp.com/track/fomo'],
    ['https://www.pandora.com/AL%3A10417856', 'pandora album https://www.pandora.com/AL:10417856'],
    ['https://audiomack.com/album/thisisyarden/muse', 'audiomack album https://audiomack.com/thisisyarden/album/muse'],
    ['https://music.163.com/#/m/song?id=12345&userid=9', 'netease track https://music.163.com/#/song?id=12345'],
    ['https://music.line.me/launch?target=track&item=mt0001&cc=JP', 'line_music track https://music.line.me/webapp/track/mt0001'],
    ['https://m2.melon.com/album/music.htm?albumId=12345', 'melon album https://www.melon.com/album/detail.htm?albumId=12345'],
    ['https://i.y.qq.com/v8/playsong.html?ADTAG=x&songmid=0024bjiL2aocxT', 'qq_music track https://y.qq.com/n/ryqq/songDetail/0024bjiL2aocxT'],
    ['https://www.qobuz.com/de-de/album/foo/0060254', 'qobuz album https://open.qobuz.com/album/0060254'],
    ['https://www.discogs.com/de/Adult-DVD-Muse/release/123', 'discogs album https://www.discogs.com/release/123'],
    ['https://nico.ms/sm9', 'niconico video https://www.nicovideo.jp/watch/sm9'],
    ['https://itunes.apple.com/us/podcast/x/id1496888852', 'apple_podcasts show https://podcasts.apple.com/us/podcast/id1496888852'],
    ['https://overcast.fm/itunes1496888852/la-martingale', 'overcast show https://overcast.fm/itunes1496888852'],
    ['https://play.pocketcasts.com/podcasts/3E2C415B-5a48-4a1b-8810-5c0be5488e9a', 'pocket_casts show https://pca.st/podcast/3e2c415b-5a48-4a1b-8810-5c0be5488e9a'],
    ['http://antennapod.org/deeplink/subscribe?url=https%3A%2F%2Ffeeds.example.org%2Fa.xml', 'antennapod show https://antennapod.org/deeplink/subscribe?url=https%3A%2F%2Ffeeds.example.org%2Fa.xml'],
    ['https://feeds.megaphone.fm/ABC123?utm_source=x', 'rss feed https://feeds.megaphone.fm/ABC123'],
  ])('%s is %s', (text, expected) => expect(short(text)).toBe(expected));

  it('says the country where the address is of one country’s shop', () => {
    expect(recognise('https://music.apple.com/gb/album/muse/1800018266')).toMatchObject({ country: 'gb' });
    expect(recognise('https://music.amazon.co.jp/albums/B0BRJYMY66')).toMatchObject({ country: 'jp' });
    expect(recognise('https://www.qobuz.com/de-de/album/foo/0060254')).toMatchObject({ country: 'de' });
    expect(recognise(spotify)).not.toHaveProperty('country');
  });

  it.each(['https://deezer.page.link/wNUvM3tiQAWV6Fy97', 'https://link.deezer.com/s/31BimrANA5l0xTuEjk4YW', 'https://spotify.link/abcDEF', 'https://on.soundcloud.com/AbC12', 'https://amzn.to/3abc', 'https://vm.tiktok.com/ZMabc', 'https://apple.co/abc'])(
    'takes the short link %s, and says so', (text) => expect(recognise(`${text}?utm_source=x`)).toMatchObject({ status: 'recognised', short: true, url: text, note: expect.stringContaining('short link') }));
});

describe('what is refused, and why', () => {
  it.each([
    ['', 'EMPTY'],
    [' \n ', 'EMPTY'],
    ['“”', 'EMPTY'],
    ['Die With A Smile', 'NOT_A_URL'],
    ['spotify', 'NOT_A_URL'],
    ['https://', 'NOT_A_URL'],
    ['https:open.spotify.com/album/10FLjwfpbxLmW8c25Xyc2N', 'NOT_A_URL'],
    ['https://open.spotify.com\\album\\10FLjwfpbxLmW8c25Xyc2N', 'NOT_A_URL'],
    ['https://open.spotify.com/al\nbum/10FLjwfpbxLmW8c25Xyc2N', 'NOT_A_URL'],
    ['https://studio/x', 'NOT_A_URL'],
    ['https://intranet/x', 'PRIVATE_ADDRESS'],
    ['javascript:alert(1)', 'UNSUPPORTED_SCHEME'],
    ['JaVaScRiPt://open.spotify.com/album/10FLjwfpbxLmW8c25Xyc2N%0aalert(1)', 'UNSUPPORTED_SCHEME'],
    ['data:text/html,<script>', 'UNSUPPORTED_SCHEME'],
    ['ftp://example.org/a.mp3', 'UNSUPPORTED_SCHEME'],
    ['mailto:a@example.org', 'UNSUPPORTED_SCHEME'],
    ['spotify:user:x', 'UNSUPPORTED_SCHEME'],
    ['http://localhost:4000/', 'PRIVATE_ADDRESS'],
    ['http://127.0.0.1/', 'PRIVATE_ADDRESS'],
    ['http://2130706433/', 'PRIVATE_ADDRESS'],
    ['http://0x7f.1/', 'PRIVATE_ADDRESS'],
    ['http://169.254.169.254/latest/meta-data', 'PRIVATE_ADDRESS'],
    ['http://8.8.8.8/', 'PRIVATE_ADDRESS'],
    ['http://[::1]/', 'PRIVATE_ADDRESS'],
    ['http://nas.local/', 'PRIVATE_ADDRESS'],
    ['http://vault.internal./', 'PRIVATE_ADDRESS'],
    ['https://user:pw@open.spotify.com/album/10FLjwfpbxLmW8c25Xyc2N', 'CREDENTIALS_IN_URL'],
    ['https://open.spotify.com@evil.example.org/', 'CREDENTIALS_IN_URL'],
    ['https://open.spotify.com:8443/album/10FLjwfpbxLmW8c25Xyc2N', 'UNUSUAL_PORT'],
    ['https://open.spotify.com/', 'HOME_PAGE'],
    ['https://www.deezer.com/us/', 'HOME_PAGE'],
    ['https://spotify.link/', 'HOME_PAGE'],
    ['https://open.spotify.com/search/die%20with%20a%20smile', 'SEARCH_PAGE'],
    ['https://www.youtube.com/results?search_query=x', 'SEARCH_PAGE'],
    ['https://www.amazon.com/s?k=x', 'SEARCH_PAGE'],
    ['https://open.spotify.com/artist/1HY2Jd0NmPuamShAr6KMms', 'ARTIST_PAGE'],
    ['https://soundcloud.com/adultdvd', 'ARTIST_PAGE'],
    ['https://adultdvd.bandcamp.com', 'ARTIST_PAGE'],
    ['https://www.youtube.com/%40lamartingalepodcast/videos', 'ARTIST_PAGE'],
    ['https://www.beatport.com/label/x/123', 'ARTIST_PAGE'],
    ['https://open.spotify.com/playlist/37i9dQZF1DXcBWIGoYBM5M', 'PLAYLIST'],
    ['https://open.spotify.com/album/tooshort', 'UNKNOWN_PAGE'],
    ['https://open.spotify.com/account', 'UNKNOWN_PAGE'],
    ['https://lnk.to/abc', 'FOREIGN_SMART_LINK'],
    ['https://artist.lnk.to/abc', 'FOREIGN_SMART_LINK'],
    ['https://linktr.ee/abc', 'FOREIGN_SMART_LINK'],
    ['https://bit.ly/abc', 'SHORTENER'],
    ['https://xyz.page.link/abc', 'SHORTENER'],
    ['https://www.instagram.com/ladygaga', 'SOCIAL_PAGE'],
    ['https://vk.com/someband', 'SOCIAL_PAGE'],
    ['https://podcasts.google.com/feed/abc', 'PLATFORM_CLOSED'],
    ['https://example.org/my-album', 'UNKNOWN_HOST'],
    ['https://open.spotify.com.example.org/album/10FLjwfpbxLmW8c25Xyc2N', 'UNKNOWN_HOST'],
    ['https://notspotify.com/album/10FLjwfpbxLmW8c25Xyc2N', 'UNKNOWN_HOST'],
    ['https://ореn.spotify.com/album/10FLjwfpbxLmW8c25Xyc2N', 'UNKNOWN_HOST'],
  ])('%j: %s', (text, code) => expect(short(text)).toBe(code));

  it('tells the artist what to do, in a sentence', () => {
    expect(recognise('https://open.spotify.com/artist/1HY2Jd0NmPuamShAr6KMms')).toEqual({
      status: 'not-understood', platform: 'spotify', entity: 'artist',
      reason: { code: 'ARTIST_PAGE', message: 'This is an artist page on Spotify. Open the release itself and copy its link.' },
    });
  });

  it('still knows artist pages and playlists for who asks for any link', () => {
    expect(recogniseAny('https://open.spotify.com/artist/1HY2Jd0NmPuamShAr6KMms')).toMatchObject({ status: 'recognised', entity: 'artist', id: '1HY2Jd0NmPuamShAr6KMms' });
    expect(recogniseAny('https://open.spotify.com/playlist/37i9dQZF1DXcBWIGoYBM5M')).toMatchObject({ status: 'recognised', entity: 'playlist' });
  });
});

describe('any text at all', () => {
  const hosts = catalogue.flatMap((data) => [...data.hosts, ...(data.shortHosts ?? [])]).map((host) => host.replace('*', 'someone'));
  const segment = fc.oneof(fc.constantFrom('album', 'track', 'artist', 'playlist', 'watch', 'us', 'de', 'dp', 'show', 'episode', 'podcast', 'sets', '@someone', 'intl-fr', '%61lbum', 'Ä', '%d0%b0'), fc.stringMatching(/^[A-Za-z0-9_-]{1,24}$/), fc.stringMatching(/^[0-9]{3,12}$/));
  const query = fc.constantFrom('', '?i=12', '?v=9GgrisJSkas', '?list=OLAK5uy_l3ItUUqpO6G6ZtlpQPhnM25RkHJAbWT2g', '?si=a&utm_source=b', '?app=itunes', '?app=music', '?albumId=1', '?trackAsin=B0BRJYP213', '#/album?id=3');
  const link = fc.tuple(fc.constantFrom('https://', 'http://', '', 'https://www.', 'https://m.'), fc.constantFrom(...hosts), fc.array(segment, { maxLength: 5 }), fc.constantFrom('', '/'), query)
    .map(([scheme, host, path, slash, search]) => `${scheme}${host}${path.map((part) => `/${part}`).join('')}${slash}${search}`);

  it('has a canonical form that is its own canonical form, on the same platform', () => {
    fc.assert(fc.property(link, (text) => {
      const once = recogniseAny(text);
      if (once.status !== 'recognised') return;
      const again = recogniseAny(once.url);
      expect(again).toMatchObject({ status: 'recognised', platform: once.platform, url: once.url, entity: once.entity });
      expect(new URL(once.url).protocol).toBe('https:');
    }), { numRuns: 5000 });
  });

  it('is read alike with a parser and without one', () => {
    // A space in front is what the short way does not know.
    const again = fc.oneof(link, fc.webUrl({ withQueryParameters: true, withFragments: true }), fc.tuple(link, fc.string({ maxLength: 6 })).map(([url, more]) => url + more));
    fc.assert(fc.property(again, (text) => expect(recogniseAny(text)).toEqual(recogniseAny(` ${text}`))), { numRuns: 5000, examples: [['https://apple.co/?v=9GgrisJSkas\\/']] });
  });

  it('never makes anything throw', () => {
    fc.assert(fc.property(fc.oneof(fc.string({ unit: 'binary', maxLength: 300 }), link, fc.tuple(link, fc.string()).map(([url, more]) => url + more), fc.webUrl()), (text) => {
      const found = recognise(text);
      if (found.status === 'recognised') expect(found.url).toMatch(/^https:\/\/[a-z0-9.-]+\//);
      else expect(found.reason.message.length).toBeGreaterThan(10);
      canonical(text);
      asStoreLink(text);
    }), { numRuns: 3000 });
  });

  it('takes no longer than 1 ms, whatever 64 KB it is', () => {
    const long = (unit: string): string => unit.repeat(Math.ceil(65_536 / unit.length)).slice(0, 65_536);
    const hostile = [
      ...['a', ' ', '<', ')', '()', '%', '%68', '&amp;', 'a.', '/', 'a/', 'https://', 'spotify:', '-', '\u0000', '🎸'].flatMap((unit) => [long(unit), `https://open.spotify.com/${long(unit)}`]),
      ...['a.', '%41', 'a-', 'id1-', '1', '-1', '/', 'a/', '[', '(', '?v=', '&amp;', '@'].flatMap((unit) => ['open.spotify.com', 'a.bandcamp.com', 'www.discogs.com', 'rumble.com', 'castbox.fm', 'www.amazon.com', 'example.org'].map((host) => `https://${host}/${unit.repeat(4096)}`.slice(0, 4096))),
      `https://${'a.'.repeat(2000)}com/`,
      `${'('.repeat(2000)}https://x.com${')'.repeat(2000)}`,
    ];
    for (const text of hostile) expect({ text: text.slice(0, 40), quick: bestTime(() => recognise(text), 60, 1) <= 1 }).toEqual({ text: text.slice(0, 40), quick: true });
  });
});

describe('asStoreLink', () => {
  it('takes any public https page, without the campaign it came from', () => {
    expect(asStoreLink('shop.example.org/vinyl?utm_source=x&id=2')).toEqual({ status: 'recognised', platform: 'official_store', entity: 'product', url: 'https://shop.example.org/vinyl?id=2' });
    expect(asStoreLink('http://example.org/a#b')).toMatchObject({ url: 'https://example.org/a#b' });
  });

  it.each(['javascript:alert(1)', 'http://localhost/', 'http://10.0.0.1/', 'https://a:b@example.org/', 'hello', 'https://example.o1'])('refuses %s', (text) => expect(asStoreLink(text).status).toBe('not-understood'));
});
