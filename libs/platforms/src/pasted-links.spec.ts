import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { pasteLimits, readPastedLinks } from './pasted-links.js';
import { bestTime } from './testdata/best-time.js';

const spotify = 'https://open.spotify.com/album/10FLjwfpbxLmW8c25Xyc2N';
const otherSpotify = 'https://open.spotify.com/album/32nryzA6XBCX9ZUspVc1yz';
const deezer = 'https://www.deezer.com/album/629506181';
const tidal = 'https://tidal.com/browse/album/381265361';

const brief = (text: string, existing: { platform: string; url: string }[] = []): string[] =>
  readPastedLinks(text, existing).map(({ line, status, platform, code }) => `${line} ${status} ${platform ?? code ?? ''}`);

describe('readPastedLinks', () => {
  it.each([
    ['one line each', `${spotify}\n${deezer}\n${tidal}`, ['1 recognised spotify', '2 recognised deezer', '3 recognised tidal']],
    ['Windows lines with empty ones', `${spotify}\r\n\r\n${deezer}`, ['1 recognised spotify', '3 recognised deezer']],
    ['labels', `Spotify: ${spotify}\nDeezer - ${deezer}\n* TIDAL → ${tidal}`, ['1 recognised spotify', '2 recognised deezer', '3 recognised tidal']],
    ['commas', `${spotify}, ${deezer},${tidal}`, ['1 recognised spotify', '1 recognised deezer', '1 recognised tidal']],
    ['spaces and tabs', `${spotify} ${deezer}\t${tidal}`, ['1 recognised spotify', '1 recognised deezer', '1 recognised tidal']],
    ['nothing between them', `${spotify}${deezer}`, ['1 recognised spotify', '1 recognised deezer']],
    ['Markdown', `[Spotify](${spotify}) and [Deezer](${deezer}).`, ['1 recognised spotify', '1 recognised deezer']],
    ['HTML', `<a href="${spotify}">Listen</a><a href='${deezer}'>Deezer</a>`, ['1 recognised spotify', '1 recognised deezer']],
    ['a spreadsheet’s row', `"Die With A Smile";"${spotify}";"${deezer}"`, ['1 recognised spotify', '1 recognised deezer']],
    ['a sentence', `Out now: ${spotify}!`, ['1 recognised spotify']],
    ['no scheme', 'open.spotify.com/album/10FLjwfpbxLmW8c25Xyc2N', ['1 recognised spotify']],
    ['an app’s URI', 'spotify:album:10FLjwfpbxLmW8c25Xyc2N', ['1 recognised spotify']],
    ['an address inside an address', 'https://antennapod.org/deeplink/subscribe?url=https://feeds.example.org/a.xml', ['1 recognised antennapod']],
    ['words only', 'Die With A Smile\n', ['1 not-understood NOT_A_URL']],
    ['a script', 'javascript:alert(1)', ['1 not-understood UNSUPPORTED_SCHEME']],
    ['nothing', ' \n\t\n', []],
  ])('reads %s', (_, text, expected) => expect(brief(text)).toEqual(expected));

  it('calls a link a duplicate that the release has already, in whatever spelling', () => {
    expect(readPastedLinks('spotify:album:10FLjwfpbxLmW8c25Xyc2N', [{ platform: 'spotify', url: spotify }])).toEqual([
      { text: 'spotify:album:10FLjwfpbxLmW8c25Xyc2N', line: 1, status: 'duplicate', platform: 'spotify', entity: 'album', url: spotify, message: 'This Spotify link is already on the release.' },
    ]);
  });

  it('calls a link a duplicate that stands above it', () => {
    expect(readPastedLinks(`${spotify}\n${spotify}?si=1`)[1]).toMatchObject({ status: 'duplicate', message: 'This Spotify link is already above.' });
  });

  it('says of a second link of a platform what it would replace', () => {
    expect(readPastedLinks(otherSpotify, [{ platform: 'spotify', url: spotify }])).toMatchObject([{ status: 'conflict', url: otherSpotify, replaces: spotify, message: expect.stringContaining('would replace it') }]);
    expect(readPastedLinks(`${spotify}\n${otherSpotify}`)[1]).toMatchObject({ status: 'conflict', replaces: spotify, message: expect.stringContaining('above') });
  });

  it('shows which page it was that is no release', () => {
    expect(readPastedLinks('https://music.apple.com/artist/rail-wilbers/1556726596')).toMatchObject([{ status: 'not-understood', code: 'ARTIST_PAGE', platform: 'apple_music', entity: 'artist' }]);
  });

  it('reads a limited number of lines, and says so', () => {
    const links = readPastedLinks(Array.from({ length: 600 }, (_, index) => `https://www.deezer.com/album/${index + 1}`).join('\n'));
    expect(links).toHaveLength(pasteLimits.lines + 1);
    expect(links.at(-1)).toMatchObject({ status: 'not-understood', code: 'TOO_LONG' });
    expect(brief('x'.repeat(200_000)).at(-1)).toContain('TOO_LONG');
  });

  it('reads as many links as lines, even when they stand on one line', () => {
    const read = readPastedLinks(Array.from({ length: 700 }, (_, index) => `https://tidal.com/album/${index + 1}`).join(' '));
    expect(read).toHaveLength(pasteLimits.lines + 1);
    expect(read.at(-1)?.code).toBe('TOO_LONG');
  });

  it('reads the worst 64 KB within a keystroke’s time', () => {
    for (const unit of [')', '(', '].', 'a.', 'https://', 'https://a.b/', 'spotify:album:', ',', ',https:', '">', 'a.b/c)', '[x](', '%']) {
      for (const text of [unit.repeat(65_536 / unit.length), `${unit.repeat(65_000 / unit.length)}x`, `${spotify}${unit.repeat(65_000 / unit.length)}x`]) {
        expect(bestTime(() => readPastedLinks(text), 5, 50)).toBeLessThanOrEqual(50);
      }
    }
  });

  it('keeps brackets that belong to the address and drops those of the sentence', () => {
    expect(readPastedLinks('(https://adultdvd.bandcamp.com/track/fomo).')[0]).toMatchObject({ url: 'https://adultdvd.bandcamp.com/track/fomo' });
    expect(readPastedLinks('https://www.mixcloud.com/someone/show-(live)')[0]).toMatchObject({ text: 'https://www.mixcloud.com/someone/show-(live)' });
  });

  it('takes all links of every real release in one paste', () => {
    const { releases } = JSON.parse(readFileSync(new URL('./testdata/real-urls.json', import.meta.url), 'utf8')) as { releases: { release: string; platform: string; url: string }[] };
    const known = releases.filter(({ platform }) => platform !== 'google_play_music');
    for (const id of new Set(known.map(({ release }) => release))) {
      const urls = known.filter(({ release }) => release === id).map(({ url }) => url);
      const read = readPastedLinks(urls.map((url, index) => `Link ${index + 1}: ${url}`).join('\n'));
      expect(read.map(({ text }) => text)).toEqual(urls);
      for (const { status, code } of read) expect(status === 'not-understood' ? code : 'ARTIST_PAGE').toBe('ARTIST_PAGE');
    }
  });

  it('never throws, and answers for every line that is not empty', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (text) => {
      const read = readPastedLinks(text);
      const lines = text.split(/\r\n|\r|\n/).flatMap((line, index) => (line.trim() === '' ? [] : [index + 1]));
      expect([...new Set(read.map(({ line }) => line))]).toEqual(lines);
    }), { numRuns: 1000 });
  });
});
