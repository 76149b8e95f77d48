import { defaultTheme, type BioPageDocument, type CaptureForm, type Picture, type SmartLinkDocument } from '@lynkify/domain';
import type { PageFacts } from '../page-view.js';

/** A moment after every release below. */
export const facts: PageFacts = { now: new Date('2026-11-22T12:00:00Z'), pagesUrl: 'https://pages.example', mediaUrl: '', locale: 'en' };

export const picture = (more: Partial<Picture> = {}): Picture => ({
  id: '0198c0de-0000-7000-8000-000000000001',
  width: 3000,
  height: 3000,
  widths: [96, 320, 640, 960, 1280],
  formats: ['avif', 'webp', 'jpeg'],
  colours: ['#b8412c', '#2b3a67'],
  thumbHash: '3OcRJYB4d3h/iIeHeEh3eIhw+j2w',
  alt: '',
  ...more,
});

export const capture: CaptureForm = { title: 'Get the next one first', consentText: 'Yes, Lady Gaga may email me about new releases & shows.', version: 1, askName: true };

export const destinations = (...platforms: string[]) => platforms.map((platform) => ({ id: `d-${platform}`, platform, url: `https://${platform.replaceAll('_', '-')}.example/album/1` }));

export function smartLink(more: Partial<SmartLinkDocument> = {}, release: Partial<SmartLinkDocument['release']> = {}): SmartLinkDocument {
  return {
    kind: 'smart-link',
    workspaceId: 'w',
    artist: { id: 'a', handle: 'lady-gaga', name: 'Lady Gaga' },
    release: {
      id: 'r', slug: 'die-with-a-smile', title: 'Die With A Smile', artistCredit: 'Lady Gaga & Bruno Mars', type: 'single',
      releasedAt: '2024-08-15T22:00:00.000Z', releaseDate: '2024-08-16', timeZone: 'Europe/Berlin', upc: '00602475093060', description: null,
      tracks: [{ title: 'Die With A Smile', isrc: 'USUM72409273', durationMs: 251_667 }],
      ...release,
    },
    artwork: picture(),
    destinations: destinations('spotify', 'deezer', 'tidal', 'bandcamp', 'youtube'),
    capture,
    theme: defaultTheme,
    ...more,
  };
}

export function bioPage(more: Partial<BioPageDocument> = {}): BioPageDocument {
  const card = (slug: string, title: string, releasedAt: string | null) => ({ id: slug, slug, title, artistCredit: 'Dreamcatcher', type: 'ep' as const, releasedAt, artwork: picture() });
  return {
    kind: 'bio-page',
    workspaceId: 'w',
    artist: { id: 'b', handle: 'dreamcatcher', name: 'Dreamcatcher' },
    headline: 'Seven voices, loud guitars.',
    portrait: null,
    releases: [card('nightmare-escape-the-era', 'Nightmare·Escape The ERA - EP', '2018-05-10T00:00:00.000Z'), card('prequel', 'Prequel', '2017-07-27T00:00:00.000Z')],
    sections: [
      { id: 's1', type: 'featured-release', releaseId: null },
      { id: 's2', type: 'socials', links: [{ network: 'instagram', url: 'https://www.instagram.com/hf_dreamcatcher/' }, { network: 'linkedin', url: 'https://www.linkedin.com/company/x/' }] },
      { id: 's3', type: 'links', title: 'More', links: [{ id: 'l1', title: 'Shop', url: 'https://www.shop.example/a' }, { id: 'l2', title: '', url: 'https://tour.example/dates' }] },
      { id: 's4', type: 'releases', title: '' },
      { id: 's5', type: 'text', title: 'Press', text: 'One.\n\nTwo.' },
      { id: 's6', type: 'signup', capture },
    ],
    theme: defaultTheme,
    ...more,
  };
}
