import { randomUUID } from 'node:crypto';
import { type BioPageDocument, type CaptureForm, defaultTheme, type Picture, type SmartLinkDocument } from '@lynkify/domain';

export const workspaceId = '0193a5c0-0000-7000-8000-000000000001';
export const artist = { id: '0193a5c0-0000-7000-8000-000000000002', handle: 'lady-gaga', name: 'Lady Gaga' };

export const capture: CaptureForm = {
  title: 'Get the next one first',
  consentText: 'Lady Gaga may email me about new music and shows. I can leave at any time.',
  version: 3,
  askName: true,
};

export const artwork: Picture = {
  id: '0193a5c0-0000-7000-8000-0000000000aa', width: 1280, height: 1280, widths: [96, 320, 640, 960, 1280], formats: ['avif', 'webp', 'jpeg'],
  colours: ['#7a2630', '#e8c9a8'], thumbHash: '1QcSHQRnh493V4dIh4eXh1h4kJUI', alt: '',
};

/** A real single under an address of its own, so that tests do not meet. */
export function smartLink(slug: string, more: Partial<SmartLinkDocument> = {}): SmartLinkDocument {
  return {
    kind: 'smart-link',
    workspaceId,
    artist,
    release: {
      id: randomUUID(), slug, title: 'Die With A Smile', artistCredit: 'Lady Gaga & Bruno Mars', type: 'single', releasedAt: '2024-08-16T04:00:00.000Z',
      releaseDate: '2024-08-16', timeZone: 'America/New_York', upc: '00602475093060', description: null,
      tracks: [{ title: 'Die With A Smile', isrc: 'USUM72409273', durationMs: 251_667 }],
    },
    artwork,
    destinations: [
      { id: 'd1', platform: 'spotify', url: 'https://open.spotify.com/album/10FLjwfpbxLmW8c25Xyc2N' },
      { id: 'd2', platform: 'deezer', url: 'https://www.deezer.com/album/629506181' },
      { id: 'd3', platform: 'tidal', url: 'https://tidal.com/browse/album/381265361' },
    ],
    capture,
    theme: defaultTheme,
    ...more,
  };
}

export function bioPage(handle: string, more: Partial<BioPageDocument> = {}): BioPageDocument {
  return {
    kind: 'bio-page',
    workspaceId,
    artist: { ...artist, handle },
    headline: null,
    portrait: null,
    releases: [],
    sections: [
      { id: 's1', type: 'socials', links: [{ network: 'instagram', url: 'https://www.instagram.com/ladygaga/' }] },
      { id: 's2', type: 'links', title: 'More', links: [{ id: 'shop', title: 'Shop', url: 'https://shop.ladygaga.com/' }, { id: 'bad', title: 'Bad', url: 'javascript:alert(1)' }] },
      { id: 's3', type: 'signup', capture },
    ],
    theme: defaultTheme,
    ...more,
  };
}
