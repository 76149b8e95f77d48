import { describe, expect, it } from '@jest/globals';
import { compileSmartLink, toReleaseCard, type SmartLinkSource } from './compile-smart-link.js';
import { isListed, isOffered, localMomentIn, nextOfferChange, offeredDestinations, parseLocalMoment } from './offered.js';
import { defaultTheme } from './published-page.js';

const url = 'https://open.spotify.com/album/10FLjwfpbxLmW8c25Xyc2N';
const source: SmartLinkSource = {
  workspaceId: 'w',
  artist: { id: 'a', handle: 'dreamcatcher', name: 'Dreamcatcher' },
  release: { id: 'r', slug: 'zebra', title: 'Zebra', artistCredit: '', type: 'single', releaseDate: '2018-05-10', releaseTime: '18:00', timeZone: 'Asia/Seoul', upc: null, description: '' },
  artwork: null,
  destinations: [
    { id: '1', platform: 'spotify', url, before: false },
    { id: '2', platform: 'bandcamp', url, offered: true, offeredFrom: '2018-05-01T09:00', offeredUntil: '2018-05-12T00:00', before: true },
    { id: '3', platform: 'deezer', url, offered: false, offeredFrom: '2018-05-01T09:00' },
    { id: '4', platform: 'tidal', url },
  ],
  tracks: [],
  capture: null,
  theme: defaultTheme,
  access: { expiresAt: '2018-06-01T00:00', afterwards: 'artist', password: null },
};
const at = (moment: string) => Date.parse(moment);
const released = '2018-05-10T09:00:00.000Z';

describe('what a page offers', () => {
  const document = compileSmartLink(source);

  it('is written into its document as moments, and only where it is not always offered', () => {
    expect(document.destinations).toEqual([
      { id: '1', platform: 'spotify', url, before: false },
      { id: '2', platform: 'bandcamp', url, window: { from: '2018-05-01T00:00:00.000Z', until: '2018-05-11T15:00:00.000Z' } },
      { id: '4', platform: 'tidal', url },
    ]);
    expect(document.off).toEqual([{ id: '3', platform: 'deezer', url }]);
    expect(document.access).toEqual({ expiresAt: '2018-05-31T15:00:00.000Z', afterwards: 'artist', password: null });
    expect(compileSmartLink({ ...source, destinations: [{ id: '4', platform: 'tidal', url }], access: { expiresAt: null, afterwards: 'gone', password: null } })).not.toHaveProperty('access');
  });

  it('changes at the release and at the ends of its windows, the end itself no longer offered', () => {
    const offered = (moment: string) => offeredDestinations(document, at(moment)).map(({ platform }) => platform);
    expect(offered('2018-04-30T23:59:59.999Z')).toEqual(['tidal']);
    expect(offered('2018-05-01T00:00:00.000Z')).toEqual(['bandcamp', 'tidal']);
    expect(offered(released)).toEqual(['spotify', 'bandcamp', 'tidal']);
    expect(offered('2018-05-11T15:00:00.000Z')).toEqual(['spotify', 'tidal']);
  });

  it('names each next moment at which that changes, and the end of the page last', () => {
    const moments: string[] = [];
    for (let now: number | null = 0; (now = nextOfferChange(document, now ?? 0)) !== null; ) moments.push(new Date(now).toISOString());
    expect(moments).toEqual(['2018-05-01T00:00:00.000Z', released, '2018-05-11T15:00:00.000Z', '2018-05-31T15:00:00.000Z']);
  });

  it('is everything where nothing is said or no date is set', () => {
    expect(isOffered({}, released, 0)).toBe(true);
    expect(isOffered({ before: false }, null, 0)).toBe(true);
    expect(isOffered({ before: false, window: { from: '2018-06-01T00:00:00.000Z', until: null } }, released, at(released))).toBe(false);
  });

  it('takes a release off the artist’s page when its own ends', () => {
    const card = toReleaseCard(document);
    expect([isListed(card, at('2018-05-31T14:59:59.999Z')), isListed(card, at('2018-05-31T15:00:00.000Z')), isListed({}, at('2018-05-31T15:00:00.000Z'))]).toEqual([true, false, true]);
  });
});

describe('a moment of the release’s zone', () => {
  it('is read as it is typed and follows the zone through a change of clocks', () => {
    expect(parseLocalMoment(' 2026-03-29 9:30 ', 'offeredFrom')).toEqual({ ok: true, value: '2026-03-29T09:30' });
    expect(localMomentIn('Europe/Berlin', '2026-03-28T12:00')).toBe('2026-03-28T11:00:00.000Z');
    expect(localMomentIn('Europe/Berlin', '2026-03-30T12:00')).toBe('2026-03-30T10:00:00.000Z');
  });

  it.each(['', '2026-03-29', '2026-02-30T10:00', '2026-03-29T24:00', 'T', '2026-03-29T10:00 Z'])('refuses “%s”', (text) => {
    expect(parseLocalMoment(text, 'expiresAt')).toMatchObject({ ok: false, errors: [{ code: 'MOMENT_INVALID', path: ['expiresAt'] }] });
    expect(localMomentIn('UTC', text)).toBeNull();
  });
});
