import { describe, expect, it } from '@jest/globals';
import { bioLinksOf, destinationsOf, targetOf } from './page-choices.js';

const spotify = { text: 'x', status: 'RECOGNISED', platform: 'spotify', platformName: 'Spotify', url: 'https://open.spotify.com/album/10FLjwfpbxLmW8c25Xyc2N', message: '' } as const;
const search = { text: 'https://open.spotify.com/search/x', status: 'NOT_UNDERSTOOD', platform: null, platformName: null, url: null, message: 'A search.' } as const;

describe('what a page elsewhere holds', () => {
  it('goes to a release, or to the bio page where it is an artist’s page or leads to no release', () => {
    expect(targetOf({ subject: 'RELEASE', links: [spotify] }, null)).toBe('new');
    expect(targetOf({ subject: 'UNKNOWN', links: [search] }, null)).toBe('bio-page');
    expect(targetOf({ subject: 'ARTIST', links: [spotify] }, null)).toBe('bio-page');
    expect(targetOf({ subject: 'ARTIST', links: [spotify] }, 'a release')).toBe('existing');
  });

  it('is offered without what nobody understands, and what has no words under the name of its host', () => {
    expect(destinationsOf({ links: [search, spotify] })).toEqual([{ url: spotify.url, platform: 'spotify', name: 'Spotify' }]);
    const otherLinks = [
      { kind: 'OTHER', url: 'https://www.tickets.example.com/tour?a=1', title: '', network: null, networkName: null },
      { kind: 'SOCIAL', url: 'https://www.tiktok.com/@ladygaga', title: 'TikTok', network: 'tiktok', networkName: 'TikTok' },
    ] as const;
    expect(bioLinksOf({ links: [spotify], otherLinks: [...otherLinks] })).toMatchObject([{ title: 'Spotify', social: false }, { title: 'tickets.example.com', social: false }, { title: 'TikTok', social: true }]);
  });
});
