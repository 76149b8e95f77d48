import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { canonical, recogniseAny } from './recognise.js';

const { releases } = JSON.parse(readFileSync(new URL('./testdata/real-urls.json', import.meta.url), 'utf8')) as { releases: { url: string }[] };
const real = releases.map(({ url }) => url).filter((url) => recogniseAny(url).status === 'recognised');

const withParameter = (url: string, parameter: string): string => {
  const [before = '', hash] = url.split('#');
  const more = `${before}${before.includes('?') ? '&' : '?'}${parameter}`;
  return hash === undefined ? more : `${before}#${hash}${hash.includes('?') ? '&' : '?'}${parameter}`;
};
const upperHost = (url: string): string => url.replace(/^(https?:\/\/)([^/?#]+)/, (_, scheme: string, host: string) => scheme.toUpperCase() + host.toUpperCase());

/** What people and programs do to an address before it is pasted. */
const respellings: Record<string, (url: string) => string> = {
  'http instead of https': (url) => url.replace(/^https:/, 'http:'),
  'no scheme': (url) => url.replace(/^https?:\/\//, ''),
  'no scheme but slashes': (url) => url.replace(/^https?:/, ''),
  'a host in capitals': upperHost,
  'www. before the host': (url) => url.replace(/^(https?:\/\/)(?:www\.)?/, '$1www.'),
  'm. before the host': (url) => url.replace(/^(https?:\/\/)(?:www\.)?/, '$1m.'),
  'a dot after the host': (url) => url.replace(/^(https?:\/\/[^/?#]+)/, '$1.'),
  'the standard port': (url) => url.replace(/^(https?:\/\/[^/?#]+)/, (origin) => `${origin}:${origin.startsWith('https') ? 443 : 80}`),
  'the parameters of a campaign': (url) => withParameter(url, 'utm_source=newsletter&utm_medium=email&fbclid=IwAR0x_y-z'),
  'the parameter of a share button': (url) => withParameter(url, 'si=2ZJdsZzsSQufftITqowCpg'),
  'ampersands of HTML': (url) => withParameter(url, 'a=1').replaceAll('&', '&amp;'),
  'spaces and line ends around it': (url) => `\r\n\t ${url} \n`,
  'quotes around it': (url) => `“${url}”`,
  'angle brackets around it': (url) => `<${url}>`,
  'Markdown around it': (url) => `[Listen](${url})`,
  'bold type around it': (url) => `**${url}**`,
  'a full stop after it': (url) => `${url}.`,
  'an exclamation mark after it': (url) => `${url}!`,
  'three dots after it': (url) => `${url}…`,
  'marks that nobody sees in it': (url) => `\u200b${url.replace('/', '\u2060/')}\u200e\ufeff`,
  'words before and after it': (url) => `Out now everywhere: ${url} — tell your friends`,
  'words in a language without spaces': (url) => `新曲はこちら→${url} （みんな聴いて）`,
  'a share text of a phone': (url) => `Check this out!\n\n${url}\n\nSent from my phone`,
  'every part encoded': (url) => encodeURIComponent(url),
  'a redirect of a search engine': (url) => `https://www.google.com/url?sa=t&url=${encodeURIComponent(url)}&usg=AOvVaw0`,
  'a redirect of a network': (url) => `https://l.instagram.com/?u=${encodeURIComponent(url)}&e=AT0abc`,
};

describe('one address in many spellings', () => {
  it.each(Object.entries(respellings))('with %s, every real link means the same', (_, respell) => {
    const wrong = real.filter((url) => canonical(respell(url)) !== canonical(url)).map(respell);
    expect(wrong).toEqual([]);
  });
});

describe('pages that have several addresses', () => {
  it.each([
    ['https://open.spotify.com/track/2plbrEY59IikOBgBGLjaoe', [
      'spotify:track:2plbrEY59IikOBgBGLjaoe', 'spotify://track/2plbrEY59IikOBgBGLjaoe', 'https://open.spotify.com/intl-pt/track/2plbrEY59IikOBgBGLjaoe?si=9a8b7c',
      'https://play.spotify.com/track/2plbrEY59IikOBgBGLjaoe?play=true', 'https://embed.spotify.com/?uri=spotify:track:2plbrEY59IikOBgBGLjaoe',
      'https://open.spotify.com/embed/track/2plbrEY59IikOBgBGLjaoe?utm_source=generator', 'https://open.spotify.com/embed?uri=spotify%3Atrack%3A2plbrEY59IikOBgBGLjaoe',
    ]],
    ['https://music.apple.com/us/album/1456218234?i=1456218240', [
      'https://music.apple.com/us/album/come-home-feat-andr%C3%A9-3000/1456218234?i=1456218240', 'https://geo.music.apple.com/us/album/_/1456218234?i=1456218240&mt=1&app=music&at=1000l',
      'https://itunes.apple.com/us/album/come-home/id1456218234?i=1456218240&app=music', 'https://embed.music.apple.com/us/album/ventura/1456218234?i=1456218240&theme=dark',
      'music://music.apple.com/us/album/1456218234?i=1456218240', 'https://beta.music.apple.com/US/album/ventura/1456218234?i=1456218240&uo=4',
    ]],
    ['https://itunes.apple.com/us/album/id1456218234?app=itunes', [
      'https://itunes.apple.com/us/album/ventura/id1456218234?uo=4&mt=1', 'itms://itunes.apple.com/us/album/ventura/id1456218234', 'https://geo.itunes.apple.com/us/album/id1456218234?app=itunes&ls=1',
      'https://geo.music.apple.com/us/album/_/1456218234?app=itunes', 'https://itunes.apple.com/us/preorder/ventura/id1456218234',
    ]],
    ['https://www.youtube.com/watch?v=9GgrisJSkas', [
      'https://youtu.be/9GgrisJSkas?si=abc', 'https://m.youtube.com/watch?v=9GgrisJSkas&pp=ygU', 'https://www.youtube.com/shorts/9GgrisJSkas?feature=share', 'https://www.youtube.com/live/9GgrisJSkas',
      'https://www.youtube-nocookie.com/embed/9GgrisJSkas?rel=0', 'https://www.youtube.com/watch?list=OLAK5uy_l3ItUUqpO6G6ZtlpQPhnM25RkHJAbWT2g&v=9GgrisJSkas', 'https://www.youtube.com/v/9GgrisJSkas',
      'https://www.youtube.com/attribution_link?a=x&u=%2Fwatch%3Fv%3D9GgrisJSkas%26feature%3Dshare', 'vnd.youtube:9GgrisJSkas', 'youtube://9GgrisJSkas', 'https://de.youtube.com/watch?v=9GgrisJSkas',
      'http://www.youtube.com/#/watch?v=9GgrisJSkas', 'https://youtu.be/9GgrisJSkas&feature=youtu.be',
    ]],
    ['https://music.youtube.com/playlist?list=OLAK5uy_l3ItUUqpO6G6ZtlpQPhnM25RkHJAbWT2g', [
      'https://music.youtube.com/browse/VLOLAK5uy_l3ItUUqpO6G6ZtlpQPhnM25RkHJAbWT2g', 'https://music.youtube.com/playlist?list=OLAK5uy_l3ItUUqpO6G6ZtlpQPhnM25RkHJAbWT2g&si=x&playnext=1', 'youtubemusic://playlist?list=OLAK5uy_l3ItUUqpO6G6ZtlpQPhnM25RkHJAbWT2g',
    ]],
    ['https://music.amazon.co.uk/albums/B0BRJYMY66', [
      'https://music.amazon.co.uk/albums/B0BRJYMY66?marketplaceId=A1F83G8C2ARO7P&musicTerritory=GB&ref=dm_sh_x', 'https://www.amazon.co.uk/music/player/albums/B0BRJYMY66', 'https://music.amazon.co.uk/albums/b0brjymy66/', 'https://music.amazon.co.uk/es-es/albums/B0BRJYMY66',
    ]],
    ['https://www.deezer.com/album/629506181', [
      'https://www.deezer.com/en/album/629506181?host=0&utm_campaign=clipboard-generic', 'deezer://www.deezer.com/album/629506181', 'deezer://album/629506181', 'https://widget.deezer.com/widget/dark/album/629506181', 'https://www.deezer.com/#/album/629506181', 'http://www.deezer.com/plugins/player?type=album&id=629506181',
    ]],
    ['https://tidal.com/track/380788326', [
      'https://tidal.com/browse/track/380788326?u', 'https://listen.tidal.com/album/380788300/track/380788326', 'tidal://track/380788326', 'https://embed.tidal.com/tracks/380788326', 'https://desktop.tidal.com/track/380788326', 'http://tidal.com/#!/track/380788326', 'https://store.tidal.com/us/track/380788326', 'https://tidal.com/track/380788326/u',
    ]],
    ['https://open.qobuz.com/album/n288n588k0dza', ['https://play.qobuz.com/album/n288n588k0dza', 'https://www.qobuz.com/us-en/album/some-slug/n288n588k0dza', 'https://www.qobuz.com/fr-fr/album/%C3%A9t%C3%A9/n288n588k0dza?aff=1', 'qobuzapp://album/n288n588k0dza']],
    ['https://music.yandex.com/album/17553280/track/88330511', ['https://music.yandex.ru/album/17553280/track/88330511?utm_medium=copy_link', 'https://music.yandex.kz/#!/album/17553280/track/88330511', 'https://music.yandex.ru/iframe/#track/88330511/17553280', 'yandexmusic://album/17553280/track/88330511']],
    ['https://vk.com/music/album/-2000201522_14201522', ['https://m.vk.com/audio?act=audio_playlist-2000201522_14201522', 'https://vk.com/music/album/-2000201522_14201522_4f3a68cd0bdf507ba4', 'https://vk.ru/artist/shortparis?z=audio_playlist-2000201522_14201522%2F4f3a68cd']],
    ['https://music.163.com/#/album?id=36709029', ['https://music.163.com/album?id=36709029&userid=1', 'https://y.music.163.com/m/album?id=36709029', 'https://music.163.com/album/36709029/?userid=1', 'https://music.163.com/#/m/album?id=36709029', 'https://music.163.com/outchain/player?type=1&id=36709029', 'orpheus://album/36709029']],
    ['https://y.qq.com/n/ryqq/albumDetail/000I5jJB3blWeN', ['https://y.qq.com/n/yqq/album/000I5jJB3blWeN.html', 'https://y.qq.com/n/ryqq_v2/albumDetail/000I5jJB3blWeN', 'https://i.y.qq.com/n2/m/share/details/album.html?ADTAG=a&albummid=000I5jJB3blWeN']],
    ['https://www.kkbox.com/tw/tc/album/4Z8qitMIdcLLU0F2vK', ['https://www.kkbox.com/tw/en/album/4Z8qitMIdcLLU0F2vK', 'https://www.kkbox.com/tw/album/4Z8qitMIdcLLU0F2vK?utm_source=x']],
    ['https://www.iheart.com/artist/id-32799083/albums/id-143770437', ['https://www.iheart.com/artist/midnight-laboratory-32799083/albums/commissions-volume-i-143770437/', 'https://www.iheart.com/artist/id-32799083/albums/id-143770437/']],
    ['https://zvuk.com/release/29970563', ['https://share.zvuk.com/release/29970563', 'https://sber-zvuk.com/release/29970563/', 'zvuk://release/29970563']],
    ['https://www.traxsource.com/title/1141014', ['https://www.traxsource.com/title/1141014/tonic-edits-vol-6', 'http://w.traxsource.com/title/1141014/']],
    ['https://podcasts.apple.com/fr/podcast/id1496888852?i=1000700000000', ['https://podcasts.apple.com/fr/podcast/un-titre/id1496888852?i=1000700000000&l=en', 'podcasts://podcasts.apple.com/fr/podcast/id1496888852?i=1000700000000', 'https://itunes.apple.com/fr/podcast/x/id1496888852?mt=2&i=1000700000000', 'https://embed.podcasts.apple.com/fr/podcast/x/id1496888852?i=1000700000000']],
    ['https://castbox.fm/channel/id1496888852', ['https://castbox.fm/channel/La-Martingale-id1496888852?country=fr', 'https://castbox.fm/app/castbox/channel/id1496888852']],
    ['https://www.amazon.de/dp/B09D183TMJ', ['https://www.amazon.de/-/en/Some-Thing/dp/B09D183TMJ/ref=sr_1_1?th=1', 'https://www.amazon.de/gp/product/B09D183TMJ', 'https://www.amazon.de/gp/aw/d/B09D183TMJ', 'https://www.amazon.de/x/dp/B09D183TMJ%3Ftag%3Dy']],
  ])('%s', (address, others) => {
    for (const other of others) expect({ [other]: canonical(other) }).toEqual({ [other]: address });
    expect(canonical(address)).toBe(address);
  });
});
