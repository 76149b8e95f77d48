import type { StandInRelease } from '@lynkify/testing';
import type { RealRelease } from './real-releases.js';

/** Where services keep the covers that they name. */
export const artworkHosts = ['is1-ssl.mzstatic.com', 'cdn-images.dzcdn.net', 'coverartarchive.org'];

const tracks = (title: string, amount: number) => Array.from({ length: amount }, (_, index) => ({ title: `${title}, track ${index + 1}`, isrc: null, durationMs: 240_000 + index * 1_000 }));

/**
 * A release that two services know without a code, and another edition of it that MusicBrainz has on the other platforms:
 * nothing of that is certain. Codes, days and tracks are made.
 */
export function withOtherEdition({ title, artist, urls }: RealRelease & { artist: string }): StandInRelease[] {
  const [apple = '', spotify = '', tidal = '', amazon = ''] = ['apple_music', 'spotify', 'tidal', 'amazon_music'].map((platform) => urls[platform]);
  return [
    { title, artist, type: 'album', releaseDate: '1977-03-01', upc: null, label: null, mbid: null, tracks: tracks(title, 7), urls: [apple, 'https://www.deezer.com/album/900000001'] },
    { title: `${title} (2009 Remaster)`, artist, type: 'album', releaseDate: '2009-10-05', upc: '2000000000206', label: null, mbid: '11111111-2222-4333-8444-0000000000a1', tracks: tracks(title, 8), urls: [spotify, tidal, amazon] },
  ];
}
