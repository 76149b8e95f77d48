import { describe, expect, it } from '@jest/globals';
import { shareContext, shareContexts } from '@lynkify/domain';
import { readShareSearch } from './share-search.js';
import { obstacleOf, pageFor, textFor, visitWords } from './share-state.js';
import type { SharedArtist, SharedRelease } from './share-query.js';

const now = Date.parse('2026-11-20T12:00:00Z');
const release = { id: 'r', title: 'Zebra', artistCredit: '', status: 'PUBLISHED', hasUnpublishedChanges: false, publicUrl: '', releaseDate: '2026-12-04', releasedAt: '2026-12-04T00:00:00Z', expiresAt: null, passwordMark: null, artist: { id: 'a' }, artwork: null, destinations: [] } satisfies SharedRelease;
const bioPage = { status: 'PUBLISHED', hasUnpublishedChanges: false, publicUrl: '', portrait: null } satisfies SharedArtist['bioPage'];
const artist = { id: 'a', name: 'Lady Gaga', handle: 'lady-gaga', bioPage } satisfies SharedArtist;

describe('what is shared', () => {
  it.each<[string, Partial<SharedRelease>, RegExp | null, boolean]>([
    ['public', {}, null, false],
    ['a draft', { status: 'DRAFT' }, /not public yet/u, true],
    ['taken down', { status: 'UNPUBLISHED' }, /not public yet/u, true],
    ['archived', { status: 'ARCHIVED' }, /archived/u, false],
    ['ended', { expiresAt: '2026-11-20T11:00:00Z', hasUnpublishedChanges: true }, /has ended/u, false],
    ['ending later', { expiresAt: '2026-11-20T13:00:00Z' }, null, false],
    ['locked', { passwordMark: 'x' }, /password/u, false],
    ['changed', { hasUnpublishedChanges: true }, /nobody sees yet/u, true],
  ])('is looked at before: a release that is %s', (_, more, words, publish) => {
    const obstacle = obstacleOf({ page: 'smart-link', release: { ...release, ...more } }, now);
    if (words === null) expect(obstacle).toBeNull();
    else expect(obstacle).toEqual({ words: expect.stringMatching(words), publish });
  });

  it('is looked at before: the bio page', () => {
    const of = (more: Partial<SharedArtist['bioPage']>) => obstacleOf({ page: 'bio-page', artist: { ...artist, bioPage: { ...bioPage, ...more } } }, now);
    expect(of({})).toBeNull();
    expect(of({ status: 'DRAFT' })).toMatchObject({ publish: true });
    expect(of({ hasUnpublishedChanges: true })).toMatchObject({ publish: true });
  });

  it('is the page that belongs there, unless somebody wants the other one or there is no release', () => {
    for (const place of shareContexts) {
      expect(pageFor(place, undefined, true)).toBe(place.page);
      expect(pageFor(place, 'bio-page', true)).toBe('bio-page');
      expect(pageFor(place, undefined, false)).toBe('bio-page');
    }
  });

  it('comes with a text of its phase', () => {
    const place = shareContext('youtube-description');
    if (!place) throw new Error('no place');
    const text = (shown: typeof release | null, at: number) => textFor(place, { artist, release: shown, link: 'L' }, at);
    expect(text(release, now)).toBe('Pre-save “Zebra” by Lady Gaga, out 4 December 2026: L');
    expect(text({ ...release, artistCredit: 'Lady Gaga & Bruno Mars' }, Date.parse('2026-12-04T00:00:00Z'))).toBe('Listen to “Zebra” by Lady Gaga & Bruno Mars: L');
    expect(text(null, now)).toBe('More of Lady Gaga: L');
  });

  it('stands in the address as far as it is understood', () => {
    expect(readShareSearch({ release: 'r', place: 'epk', page: 'smart-link' })).toEqual({ release: 'r', place: 'epk', page: 'smart-link' });
    expect(readShareSearch({ release: 3, place: 'moon', page: 'home', other: 1 })).toEqual({});
  });

  it('says in words how many came', () => {
    expect([0, 1, 1200].map(visitWords)).toEqual(['Nobody came from here this week.', '1 visit from here this week.', '1,200 visits from here this week.']);
  });
});
