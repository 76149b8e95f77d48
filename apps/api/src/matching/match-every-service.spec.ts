import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { musicServiceKeys } from '@lynkify/testing';
import { started, startMatching, statuses, type MatchingApi } from '../testing/matching.js';
import { seedWorkspace } from '../testing/world.js';

describe('an instance with keys for every service', () => {
  let place: MatchingApi;
  beforeAll(async () => {
    place = await startMatching({ settings: musicServiceKeys() });
  });
  afterAll(() => place.stop());

  it('asks each of them, and each platform has the best that was found', async () => {
    const world = await seedWorkspace(place.api);
    const release = await started(world, 'https://open.spotify.com/album/0R8Q1Ssj8x17w30NUas7yu?si=x');
    expect(statuses(release)).toEqual({ spotify: 'FOUND', 'apple-music': 'FOUND', tidal: 'FOUND', deezer: 'FOUND', itunes: 'FOUND', musicbrainz: 'FOUND', youtube: 'FOUND', odesli: 'FOUND' });
    // Spotify says title and barcode of its own page; from there all go by the code.
    expect(release).toMatchObject({ title: 'Still Sleepless', upc: expect.stringContaining('2000000000060'), label: expect.any(String) });
    const found = Object.fromEntries(release.destinations.map(({ platform, method, flagged }) => [platform, `${method}${flagged ? ', flagged' : ''}`]));
    expect(found).toMatchObject({ spotify: 'pasted', apple_music: 'upc', tidal: 'upc', deezer: 'upc' });
    expect(release.destinations.length).toBeGreaterThan(10);
  });
});
