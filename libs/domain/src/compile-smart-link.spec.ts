import { describe, expect, it } from '@jest/globals';
import { defaultCaptureForm } from './capture-form.js';
import { compileSmartLink, releasedAt, toReleaseCard, type SmartLinkSource } from './compile-smart-link.js';
import { defaultTheme } from './published-page.js';

const source: SmartLinkSource = {
  workspaceId: 'w',
  artist: { id: 'a', handle: 'dreamcatcher', name: 'Dreamcatcher' },
  release: { id: 'r', slug: 'zebra', title: ' Zebra ', artistCredit: '', type: 'single', releaseDate: '2018-05-10', releaseTime: '18:00', timeZone: 'Asia/Seoul', upc: null, description: '  ' },
  artwork: null,
  destinations: [{ id: 'd', platform: 'spotify', url: 'https://open.spotify.com/album/10FLjwfpbxLmW8c25Xyc2N' }],
  tracks: [{ title: 'Zebra', isrc: null, durationMs: 1000 }],
  capture: defaultCaptureForm('Dreamcatcher'),
  theme: defaultTheme,
};

describe('the document of a smart link', () => {
  it('holds everything that the page needs and nothing else', () => {
    const rows = { ...source, artist: { ...source.artist, createdAt: new Date() }, destinations: source.destinations.map((row) => ({ ...row, workspaceId: 'w', position: 0 })) };
    expect(compileSmartLink(rows)).toEqual({
      kind: 'smart-link',
      workspaceId: 'w',
      artist: source.artist,
      release: {
        id: 'r', slug: 'zebra', title: 'Zebra', artistCredit: 'Dreamcatcher', type: 'single', releasedAt: '2018-05-10T09:00:00.000Z', releaseDate: '2018-05-10',
        timeZone: 'Asia/Seoul', upc: null, description: null, tracks: [{ title: 'Zebra', isrc: null, durationMs: 1000 }],
      },
      artwork: null,
      destinations: source.destinations,
      capture: source.capture,
      reminder: { consentText: '', version: 1 },
      theme: defaultTheme,
    });
  });

  it('is plain JSON that shares nothing with the rows', () => {
    const document = compileSmartLink(source);
    expect(JSON.parse(JSON.stringify(document))).toEqual(document);
    expect(document.theme).not.toBe(source.theme);
    expect(document.capture).not.toBe(source.capture);
  });

  it('takes the printed credit before the artist’s name', () => {
    expect(compileSmartLink({ ...source, release: { ...source.release, artistCredit: 'Dreamcatcher & friends' } }).release.artistCredit).toBe('Dreamcatcher & friends');
  });

  it('has no moment without a date, or with one that is still being typed', () => {
    expect(releasedAt({ releaseDate: null, releaseTime: '18:00', timeZone: 'UTC' })).toBeNull();
    expect(releasedAt({ releaseDate: '2018-05', releaseTime: null, timeZone: 'UTC' })).toBeNull();
    expect(releasedAt({ releaseDate: '2018-05-10', releaseTime: null, timeZone: 'UTC' })).toBe('2018-05-10T00:00:00.000Z');
  });

  it('gives the card that a bio page shows', () => {
    expect(toReleaseCard(compileSmartLink(source))).toEqual({ id: 'r', slug: 'zebra', title: 'Zebra', artistCredit: 'Dreamcatcher', type: 'single', releasedAt: '2018-05-10T09:00:00.000Z', artwork: null });
  });
});
