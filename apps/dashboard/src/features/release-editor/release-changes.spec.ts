import { describe, expect, it } from '@jest/globals';
import { defaultTheme, looks, wholeTheme, type SmartLinkDocument } from '@lynkify/domain';
import { releaseChanges } from './release-changes.js';

const destination = (platform: string, url = `https://example.com/${platform}`) => ({ id: platform, platform, url });
const track = (title: string, isrc: string | null = null) => ({ title, isrc, durationMs: null });
const published: SmartLinkDocument = {
  kind: 'smart-link', workspaceId: 'w', artist: { id: 'a', handle: 'queen', name: 'Queen' },
  release: { id: 'r', slug: 'a-night-at-the-opera', title: 'A Night at the Opera', artistCredit: 'Queen', type: 'album', releasedAt: '1975-11-21T00:00:00.000Z', releaseDate: '1975-11-21', timeZone: 'UTC', upc: null, description: null, tracks: [track('Death on Two Legs'), track('Lazing on a Sunday Afternoon')] },
  artwork: null, destinations: [destination('spotify'), destination('deezer')], capture: { title: 'Join', consentText: 'Yes.', version: 1, askName: false }, theme: defaultTheme,
};
const words = (change: Partial<SmartLinkDocument>, release: Partial<SmartLinkDocument['release']> = {}) => releaseChanges(published, { ...published, ...change, release: { ...published.release, ...release } });

describe('what publishing changes, in words', () => {
  it('is nothing when nothing differs', () => {
    expect(words({})).toEqual([]);
  });

  it('quotes short texts and only names long ones', () => {
    expect(words({}, { title: 'Opera', description: 'Recorded in six studios.' })).toEqual(['Title: “A Night at the Opera” becomes “Opera”', 'The description is new']);
  });

  it('says nothing of a link that the page keeps back because it is dead', () => {
    const { destinations: [dead, ...others], ...page } = published;
    if (!dead) throw new Error('there is no link');
    expect(releaseChanges({ ...page, destinations: others, withheld: [{ ...dead, position: 0 }] }, published)).toEqual([]);
  });

  it('warns that a release which was to come is out at once', () => {
    const dated = (releaseDate: string) => ({ ...published, release: { ...published.release, releaseDate, releasedAt: `${releaseDate}T00:00:00.000Z` } });
    const change = (from: string, to: string) => releaseChanges(dated(from), dated(to), Date.parse('2026-11-22T12:00:00Z')).slice(1);
    expect(change('2026-11-27', '2026-11-20')).toEqual(['The release is out at once, and who asked for a reminder gets the mail']);
    expect([change('2026-11-27', '2026-11-30'), change('2026-11-20', '2026-11-19'), change('2026-11-20', '2026-11-27')]).toEqual([[], [], []]);
  });

  it('names reminders that are offered, reworded or no longer offered', () => {
    const offered = { consentText: '', version: 1 };
    const change = (before: SmartLinkDocument['reminder'], after: SmartLinkDocument['reminder']) => releaseChanges({ ...published, reminder: before }, { ...published, reminder: after });
    expect([change(undefined, offered), change(offered, { consentText: 'One mail.', version: 2 }), change(offered, null), change(undefined, null)]).toEqual([['Reminders are offered before the release'], ['Reminders: new fans agree to new words'], ['Reminders are no longer offered'], []]);
  });

  it('names links that came, went, lead elsewhere or moved', () => {
    expect(words({ destinations: [destination('tidal'), destination('spotify', 'https://example.com/other')] })).toEqual(['TIDAL link is new', 'Deezer link goes', 'Spotify link leads elsewhere']);
    expect(words({ destinations: [destination('deezer'), destination('spotify')] })).toEqual(['The links stand in another order']);
  });

  it('says what is switched off, and what is on the page at other times', () => {
    const [spotify, deezer] = published.destinations;
    if (!spotify || !deezer) throw new Error('there are no links');
    expect(words({ destinations: [deezer], off: [spotify] })).toEqual(['Spotify is switched off']);
    expect(words({ destinations: [{ ...spotify, window: { from: null, until: '2031-01-01T00:00:00.000Z' } }, { ...deezer, before: false }] })).toEqual(['Spotify is on the page at other times', 'Deezer is on the page at other times']);
  });

  it('says how long the page lasts, and that it asks for a password', () => {
    const access = { expiresAt: '2031-01-01T12:00:00.000Z', afterwards: 'artist', password: null } as const;
    expect(words({ access, elsewhere: 'hide' })).toEqual([expect.stringMatching(/^The page ends on .*2031/u), 'Platforms that do not operate where a fan is are left out']);
    expect(words({ access: { ...access, expiresAt: null, password: 'mark' } })).toEqual(['The page asks for a password']);
    expect(releaseChanges({ ...published, access }, { ...published, access: { ...access, afterwards: 'gone', password: 'mark' } })).toEqual(['What its address does afterwards changes', 'The page asks for a password']);
    expect(releaseChanges({ ...published, access: { ...access, password: 'one' } }, { ...published, access: { ...access, password: 'two' } })).toEqual(['The password changes: everyone is asked again']);
    expect(releaseChanges({ ...published, access }, published)).toEqual(['The page no longer ends']);
  });

  it('says what happens to dates and to the hour', () => {
    expect(words({}, { releaseDate: null, releasedAt: null })).toHaveLength(1);
    expect(words({}, { releasedAt: '1975-11-21T18:00:00.000Z' })).toEqual(['The hour of the release changes']);
  });

  it('counts tracks, and names the one that was renamed', () => {
    expect(words({}, { tracks: [track('Death on Two Legs')] })).toEqual(['Tracks: 2 become 1']);
    expect(words({}, { tracks: [track('Death on Two Legs'), track('Lazing')] })).toEqual(['Track 2 is now “Lazing”']);
    expect(words({}, { tracks: [...published.release.tracks].reverse() })).toEqual(['The tracks stand in another order']);
  });

  it('tells what comes and goes below the buttons', () => {
    const heard = published.release.tracks.map((each) => ({ ...each, previewUrl: 'https://p.scdn.co/a' }));
    const video = { provider: 'youtube', id: 'kPa7bsKwL-c', title: '' } as const;
    expect(words({ video, more: [] }, { tracks: heard })).toEqual(['Fans can listen to previews of 2 tracks', 'The video is new', 'Other releases of the artist are shown']);
    expect(releaseChanges({ ...published, video, more: [] }, { ...published, video: { ...video, title: 'Live' }, more: [] })).toEqual(['The video’s title: “Live” is new']);
    expect(releaseChanges({ ...published, video, more: [], release: { ...published.release, tracks: heard } }, published)).toEqual(['Previews of tracks go', 'The video goes', 'Other releases of the artist are no longer shown']);
    // Which releases those are follows by itself.
    expect(releaseChanges({ ...published, more: [] }, { ...published, more: [{ id: 'x', slug: 'x', title: 'X', artistCredit: 'Queen', type: 'album', releasedAt: null, artwork: null }] })).toEqual([]);
  });

  it('says plainly when fans will agree to other words', () => {
    expect(words({ capture: { title: 'Join', consentText: 'Yes, Queen may write.', version: 2, askName: true } })).toEqual(['Signup: new fans agree to new words', 'Signup asks for a first name']);
    expect(words({ capture: null })).toEqual(['The signup form goes']);
  });

  it('names another look, and says nothing where only the words for the first one came later', () => {
    expect(words({ theme: { ...defaultTheme, look: 'poster', ...looks.poster } })).toEqual(['The look “Sleeve” becomes “Poster”']);
    expect(words({ theme: wholeTheme(defaultTheme) })).toEqual([]);
  });

  it('tells the look from the credit line', () => {
    expect(words({ theme: { ...defaultTheme, accent: '#e5482d', credit: false } })).toEqual(['The look changes', '“Made with Lynkify” goes']);
  });
});
