import { seeded } from '@lynkify/testing';

/** Addresses of platforms that few of the real releases are on; numbers and keys are made new for every text. */
const elsewhere = [
  'https://open.qobuz.com/album/n288n588k0dza', 'https://www.qobuz.com/us-en/album/some-album/0060254735467', 'https://www.beatport.com/release/some-release/1563118', 'https://www.traxsource.com/title/1141014/some-title',
  'https://www.melon.com/album/detail.htm?albumId=11074452', 'https://www.genie.co.kr/detail/albumInfo?axnm=85875094', 'https://music.bugs.co.kr/album/20488834?wl_ref=M_contents', 'https://vibe.naver.com/album/32004180',
  'https://music.163.com/#/album?id=36709029', 'https://y.qq.com/n/ryqq/albumDetail/000I5jJB3blWeN', 'https://vk.com/music/album/-2000201522_14201522_4f3a68cd0b', 'https://zvuk.com/release/29970563',
  'https://www.jiosaavn.com/album/some-album/buIOjYZDrNA_', 'https://gaana.com/album/some-album', 'https://music.line.me/webapp/album/mb0000000001234567', 'https://www.kkbox.com/tw/tc/album/4Z8qitMIdcLLU0F2vK',
  'https://www.iheart.com/podcast/1119-some-show-30717896/', 'https://podcasts.apple.com/us/podcast/some-show/id1496888852?i=1000718692119', 'https://overcast.fm/itunes1496888852', 'https://castbox.fm/channel/Some-Show-id1496888852',
  'https://www.youtube.com/watch?v=9GgrisJSkas&list=RDAMVM9GgrisJSkas&start_radio=1', 'https://youtu.be/9GgrisJSkas?si=2ZJdsZzsSQufftITq', 'https://www.tiktok.com/@someone/video/7029807544944069894?is_from_webapp=1', 'https://vimeo.com/110922623',
  'https://www.mixcloud.com/someone/some-show/', 'https://audius.co/someone/some-track-103692', 'https://www.discogs.com/release/7086846-Someone-Some-Record', 'https://www.amazon.de/Some-Record-Someone/dp/B09D183TMJ/ref=sr_1_1?keywords=x&qid=1698',
];
const campaigns = ['', '', '', '?si=2ZJdsZzsSQufftITqowCpg', '?utm_source=newsletter&utm_medium=email&utm_campaign=out-now', '?fbclid=IwAR0abcdefghijklmnop', '?ref=share'];
const unknown = ['https://www.example.org/news/2026/some-record-is-out', 'https://someone.example.com/shop?product=4711', 'https://www.instagram.com/someone/', 'https://lnk.to/some-record', 'https://linktr.ee/someone', 'https://bit.ly/3AbCdEf', 'https://en.wikipedia.org/wiki/Some_Record_(album)', 'https://blog.example.net/?p=123456'];
const garbage = ['Some Record', 'spotify', 'n/a', 'TBA', '', 'https://', 'someone@example.org', 'javascript:alert(1)', 'http://localhost:3000/x', '¯\\_(ツ)_/¯', 'https://open.spotify .com/album/x', '0060254735467', 'see below'];

/**
 * Texts as they are pasted, the same in every run and hardly one like another: four in five a link of a platform, some
 * with what a share button or a campaign adds, the rest share texts, other sites, and what is no address at all.
 */
export function mixOfLife(real: readonly string[], count: number): string[] {
  const random = seeded(2026);
  const one = (from: readonly string[]): string => from[Math.floor(random() * from.length)] ?? '';
  const digit = () => String(Math.floor(random() * 10));
  const renumbered = (url: string): string => url.replace(/[0-9]{5,}/g, (digits) => digits.slice(0, 2) + digits.slice(2).replace(/[0-9]/g, digit));
  const platformLink = (): string => {
    const url = renumbered(random() < 0.7 ? one(real) : one(elsewhere));
    return url.includes('?') || url.includes('#') ? url : url + one(campaigns);
  };
  return Array.from({ length: count }, () => {
    const kind = random();
    if (kind < 0.8) return platformLink();
    if (kind < 0.85) return `Out now: ${platformLink()} — tell your friends`;
    if (kind < 0.88) return platformLink().replace(/^https?:\/\//, '');
    if (kind < 0.95) return one(unknown);
    return one(garbage);
  });
}

const most = 65_536;
const filled = (unit: string, length: number): string => unit.repeat(Math.ceil(length / unit.length)).slice(0, length);

/** Texts made to take long: whatever a pattern could go back and forth over, as long as is looked at, and as long as may come. */
export function worstTexts(): { name: string; text: string }[] {
  const units = ['a', ' ', '<', ')', '()', '%', '%68', '%E2%80%8B', '&amp;', 'a.', '/', 'a/', 'https://', '://', 'x ', 'a.b/ ', 'spotify:', '-', '\u0000', '\u200b', 'a\u200b', '🎸', 'é'];
  const hosts = ['open.spotify.com', 'music.apple.com', 'www.youtube.com', 'a.bandcamp.com', 'www.discogs.com', 'www.amazon.com', 'soundcloud.com', 'vk.com', 'y.qq.com', 'music.163.com', 'www.iheart.com', 'castbox.fm', 'rumble.com', 'example.org'];
  const paths = ['a.', '%41', 'a-', 'id1-', '-id1', '1', '-1', '/', 'a/', 'album/', 'album/1/', 'embed/', '[', '(', '@', 'z=audio_playlist1&', 'v=', 'u=https%3A%2F%2F'];
  return [
    ...units.flatMap((unit) => [most, 8190, 4096].map((length) => ({ name: `${JSON.stringify(unit)} over and over, ${length}`, text: filled(unit, length) }))),
    ...units.map((unit) => ({ name: `words and ${JSON.stringify(unit)}`, text: `x ${filled(unit, 4090)}` })),
    ...hosts.flatMap((host) => paths.flatMap((unit) => ['/', '/?', '/#/'].map((mark) => ({ name: `${host}${mark}${unit}…`, text: filled(`https://${host}${mark}${unit.repeat(4096)}`, 4096) })))),
    ...hosts.map((host) => ({ name: `${host}/… of 64 KB`, text: filled(`https://${host}/${'a/'.repeat(most / 2)}`, most) })),
    { name: 'labels of a host', text: `https://${'a.'.repeat(2000)}com/` },
    { name: 'brackets', text: `${'('.repeat(2000)}https://x.com${')'.repeat(2000)}` },
    { name: 'a redirect to a redirect', text: `https://www.google.com/url?q=${'https%3A%2F%2Fwww.google.com%2Furl%3Fq%3D'.repeat(90)}` },
  ];
}
