import { describe, expect, it } from '@jest/globals';
import { defaultCaptureForm, defaultTheme } from '@lynkify/domain';
import { themeInput } from '../page-editor/theme.js';
import { documentOf, draftOf, problemsOf, type ReleaseDraft } from './release-draft.js';
import type { EditedRelease } from './release-query.js';
import { toInput } from './save-release.js';
import { upcNote } from './detail-notes.js';

const release: EditedRelease = {
  id: 'r1', slug: 'die-with-a-smile', publicUrl: 'https://pages.example/lady-gaga/die-with-a-smile', title: 'Die With A Smile', artistCredit: 'Lady Gaga & Bruno Mars', type: 'SINGLE',
  releaseDate: '2024-08-16', releaseTime: null, timeZone: 'America/New_York', releasedAt: '2024-08-16T04:00:00.000Z', upc: '00602475093060', description: '', status: 'DRAFT', version: 3,
  publishedAt: null, firstPublishedAt: null, hasUnpublishedChanges: false, formerSlugs: [], artist: { id: 'a1', handle: 'lady-gaga', name: 'Lady Gaga' }, artwork: null,
  destinations: [{ id: 'd1', platform: 'spotify', platformName: 'Spotify', url: 'https://open.spotify.com/track/2plbrEY59IikOBgBGLjaoe', entity: 'track', method: 'pasted', service: null, score: null, country: null, flagged: false, evidence: [], checkState: 'WORKS', checkMessage: null, checkedAt: null, movedTo: null, goUrl: 'https://pages.example/lady-gaga/die-with-a-smile/go/spotify', offered: true, offeredFrom: null, offeredUntil: null, beforeRelease: null, offeredBefore: false }],
  tracks: [{ id: 't1', title: 'Die With A Smile', isrc: 'USUM72409273', durationMs: 251_000, previewUrl: null }], theme: themeInput(defaultTheme), capture: defaultCaptureForm('Lady Gaga'), reminder: { on: true, consentText: '', version: 1 },
  previews: true, video: null, alsoBy: true, elsewhere: 'SINK', expires: null, expiresAt: null, afterExpiry: 'ARTIST', passwordMark: null, archiveLeadsTo: null, archivePlatform: null,
};
const draft = (change: Partial<ReleaseDraft> = {}): ReleaseDraft => ({ ...draftOf(release).draft, ...change });
const page = (change: Partial<ReleaseDraft> = {}) => documentOf(release, draft(change), { id: 'w1', deadLinks: 'KEEP' });

describe('the draft of a release', () => {
  it('has nothing wrong as it comes from the server', () => {
    expect(problemsOf(draft())).toEqual({});
  });

  it('makes a page without the links that are dead, where the workspace wants that', () => {
    const dying: EditedRelease = { ...release, destinations: release.destinations.map((destination) => ({ ...destination, checkState: 'GONE' })) };
    const offered = (deadLinks: 'KEEP' | 'HIDE') => documentOf(dying, draft(), { id: 'w1', deadLinks }).destinations.map(({ platform }) => platform);
    expect([offered('KEEP'), offered('HIDE')]).toEqual([['spotify'], []]);
  });

  it('names what is wrong at its field', () => {
    const wrong = draft({ title: ' ', upc: '602475093061', releaseDate: '2026-02-30', theme: { ...defaultTheme, accent: '#12' }, tracks: [{ key: 'k', title: 'A', isrc: 'X', durationMs: null }] });
    expect(Object.keys(problemsOf(wrong)).sort()).toEqual(['releaseDate', 'theme.accent', 'title', 'tracks.0.isrc', 'upc']);
  });

  it('lets a row without words pass until something is typed into it', () => {
    expect(problemsOf(draft({ tracks: [{ key: 'k', title: '', isrc: '', durationMs: null }] }))).toEqual({});
  });

  it('asks a capture form for its heading and its exact words', () => {
    expect(Object.keys(problemsOf(draft({ capture: { title: '', consentText: ' ', askName: false } }))).sort()).toEqual(['capture.consentText', 'capture.title']);
  });
});

describe('the page of a draft', () => {
  it('is the one that publishing would make', () => {
    expect(page()).toMatchObject({ kind: 'smart-link', workspaceId: 'w1', release: { title: 'Die With A Smile', type: 'single', releasedAt: '2024-08-16T04:00:00.000Z', upc: '00602475093060' }, capture: { version: 1 } });
  });

  it('has what is said of its links and of its end, and no secret', () => {
    const said: EditedRelease = { ...release, passwordMark: 'mark', destinations: release.destinations.map((destination) => ({ ...destination, offered: false })) };
    expect(documentOf(said, draft({ expires: '2031-01-01T10:00', afterExpiry: 'GONE', elsewhere: 'HIDE' }), { id: 'w1', deadLinks: 'KEEP' })).toMatchObject({
      destinations: [], off: [{ platform: 'spotify' }], elsewhere: 'hide', access: { expiresAt: '2031-01-01T15:00:00.000Z', afterwards: 'gone', password: 'mark' },
    });
    expect(Object.keys(problemsOf(draft({ expires: 'soon' })))).toEqual(['expires']);
    expect([toInput({ expires: '' }), toInput({ expires: '2031-01-01T10:00' })]).toEqual([{ expires: null }, { expires: '2031-01-01T10:00' }]);
  });

  it('shows the title while it is typed, and the artist’s name where there is no credit', () => {
    expect(page({ title: 'Die With', artistCredit: ' ' }).release).toMatchObject({ title: 'Die With', artistCredit: 'Lady Gaga' });
  });

  it('leaves out what is not yet right', () => {
    const { release: shown } = page({ upc: '60247', releaseDate: '2026-', tracks: [{ key: 'k', title: '', isrc: 'USUM72409273', durationMs: null }] });
    expect(shown).toMatchObject({ upc: null, releaseDate: null, tracks: [] });
  });

  it('has a video once its address is one, and what is switched off not', () => {
    const video = { url: 'https://youtu.be/kPa7bsKwL-c', title: 'Live' };
    expect(page({ video })).toMatchObject({ video: { provider: 'youtube', id: 'kPa7bsKwL-c', title: 'Live' }, more: [] });
    const without = page({ video: { url: 'https://youtu', title: '' }, alsoBy: false });
    expect([without.video, without.more]).toEqual([undefined, undefined]);
    expect(Object.keys(problemsOf(draft({ video: { url: 'https://youtu', title: '' } })))).toEqual(['video.url']);
    const heard = draft().tracks.map((track) => ({ ...track, previewUrl: 'https://p.scdn.co/a' }));
    expect([page({ tracks: heard }), page({ tracks: heard, previews: false })].map(({ release: { tracks } }) => tracks[0]?.previewUrl)).toEqual(['https://p.scdn.co/a', undefined]);
  });

  it('offers reminders as they are switched, and counts changed words as a new version', () => {
    expect(page().reminder).toEqual({ consentText: '', version: 1 });
    expect(page({ reminder: { on: true, consentText: 'One mail.' } }).reminder).toEqual({ consentText: 'One mail.', version: 2 });
    expect(page({ reminder: { on: false, consentText: '' } }).reminder).toBeNull();
    expect(Object.keys(problemsOf(draft({ reminder: { on: true, consentText: 'x'.repeat(601) } })))).toEqual(['reminder.consentText']);
  });

  it('counts changed words of the signup as a new version', () => {
    expect(page({ capture: { title: 'Join', consentText: 'Yes, Lady Gaga may write to me.', askName: false } }).capture?.version).toBe(2);
  });
});

describe('what is sent of a draft', () => {
  it('clears what was emptied and leaves out what was not touched', () => {
    expect(toInput({ upc: ' ', releaseDate: '', artwork: null, capture: null })).toEqual({ upc: null, releaseDate: null, artworkId: null, removeCapture: true });
    expect(toInput({ title: 'A' })).toEqual({ title: 'A' });
  });
});

describe('the help at the UPC', () => {
  it.each([
    ['', 'The 12 or 13 digits under the barcode. The last one checks the others.'],
    ['60247', '5 of 12 or 13 digits.'],
    ['602475093060', 'The check digit is right.'],
    ['602475093061', 'The check digit does not fit yet.'],
  ])('says of “%s”: %s', (text, note) => {
    expect(upcNote(text)).toBe(note);
  });
});
