import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { defaultTheme, type SmartLinkDocument } from './published-page.js';
import { withholdDestinations } from './withheld-destinations.js';

const page = (platforms: readonly string[]): SmartLinkDocument => ({
  kind: 'smart-link',
  workspaceId: 'w',
  artist: { id: 'a', handle: 'an-artist', name: 'An artist' },
  release: { id: 'r', slug: 'a-song', title: 'A song', artistCredit: 'An artist', type: 'single', releasedAt: null, releaseDate: null, timeZone: 'UTC', upc: null, description: null, tracks: [] },
  artwork: null,
  destinations: platforms.map((platform) => ({ id: platform, platform, url: `https://example.com/${platform}` })),
  capture: null,
  theme: defaultTheme,
});
const shown = ({ destinations }: SmartLinkDocument) => destinations.map(({ platform }) => platform);
const keptBack = ({ withheld = [] }: SmartLinkDocument) => withheld.map(({ platform }) => platform);

describe('destinations that a page does not offer for now', () => {
  it('are taken out, and come back to the place that they had', () => {
    const before = page(['a', 'b', 'c', 'd']);
    const without = withholdDestinations(before, ({ platform }) => (platform === 'a' || platform === 'c' ? 'withheld' : 'offered'));
    expect([shown(without), keptBack(without)]).toEqual([['b', 'd'], ['a', 'c']]);
    const half = withholdDestinations(without, ({ platform }) => (platform === 'a' ? 'withheld' : 'offered'));
    expect([shown(half), keptBack(half)]).toEqual([['b', 'c', 'd'], ['a']]);
    expect(withholdDestinations(half, () => 'offered')).toEqual(before);
  });

  it('stay as they are when nothing is known of them', () => {
    const without = withholdDestinations(page(['a', 'b']), ({ platform }) => (platform === 'a' ? 'withheld' : 'as-is'));
    expect(withholdDestinations(without, () => 'as-is')).toEqual(without);
    expect([shown(without), keptBack(without)]).toEqual([['b'], ['a']]);
  });

  it('leave a document that withholds nothing without a trace', () => {
    expect(withholdDestinations(page(['a']), () => 'offered')).toEqual(page(['a']));
    expect('withheld' in withholdDestinations(page(['a']), () => 'offered')).toBe(false);
  });

  it('never lose, double or reorder anything, whatever is withheld one after the other', () => {
    const platforms = ['a', 'b', 'c', 'd', 'e', 'f'];
    fc.assert(
      fc.property(fc.array(fc.subarray(platforms), { maxLength: 6 }), (steps) => {
        const before = page(platforms);
        let document = before;
        for (const dead of steps) {
          document = withholdDestinations(document, ({ platform }) => (dead.includes(platform) ? 'withheld' : 'offered'));
          expect(shown(document)).toEqual(platforms.filter((platform) => !dead.includes(platform)));
          expect(keptBack(document)).toEqual(dead);
        }
        expect(withholdDestinations(document, () => 'offered')).toEqual(before);
      }),
    );
  });
});
