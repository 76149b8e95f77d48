import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { decideMatch, type AskedBy, type OfferedRelease, type WantedRelease } from './match-ladder.js';
import { explainMatch } from './match-reasons.js';

const wanted: WantedRelease = { title: 'Die With A Smile', artist: 'Lady Gaga & Bruno Mars', type: 'single', releaseDate: '2024-08-16', upc: '00602475093060', isrcs: ['USUM72409273'], trackCount: 1 };
const offered: OfferedRelease = { title: 'Die With A Smile', artist: 'Bruno Mars, Lady Gaga', type: 'single', releaseDate: '2024-08-16', upc: '602475093060', isrcs: ['USUM72409273'], trackCount: 1 };
const bare = { upc: null, isrcs: [] } as const;
const search: AskedBy = { way: 'search' };

const decide = (want: Partial<WantedRelease>, offer: Partial<OfferedRelease>, asked: AskedBy = search) => {
  const { verdict, method } = decideMatch({ ...wanted, ...want }, { ...offered, ...offer }, asked);
  return `${verdict} by ${method}`;
};

describe('the ladder', () => {
  it('takes what has the same UPC, however many zeros it is written with', () => {
    expect(decide({}, {}, { way: 'upc', upc: '602475093060' })).toBe('take by upc');
    expect(decide({}, { upc: '0602475093060', title: 'Die with a smile (Single)' })).toBe('take by upc');
  });

  it('takes what a service answers to a UPC without naming one, as Apple does', () => {
    expect(decide({}, { ...bare }, { way: 'upc', upc: '602475093060' })).toBe('take by upc');
  });

  it('does not take another barcode than was asked for, as Deezer may answer', () => {
    expect(decide({ isrcs: [] }, { upc: '724384960650', isrcs: [] }, { way: 'upc', upc: '602475093060' })).toBe('review by title');
    expect(decide({}, { upc: '724384960650' }, { way: 'isrc', isrc: 'USUM72409273' })).toBe('review by isrc');
  });

  it('flags a code that leads to other music altogether', () => {
    expect(decide({}, { title: 'Discovery', artist: 'Daft Punk' }, { way: 'upc', upc: '602475093060' })).toBe('flag by upc');
  });

  it('takes a single by its ISRC, and lets a person decide where the recording is one of many', () => {
    expect(decide({ upc: null }, { upc: null }, { way: 'isrc', isrc: 'USUM72409273' })).toBe('take by isrc');
    expect(decide({ upc: null }, { upc: null, title: 'MAYHEM', type: 'album', trackCount: 14, isrcs: ['USUM72409273', 'USUM72500001'] }, { way: 'isrc', isrc: 'USUM72409273' })).toBe('review by isrc');
    expect(decide({ upc: null, trackCount: 2, type: 'ep', isrcs: ['A', 'B'] }, { upc: null, trackCount: 2, type: 'ep', isrcs: ['B', 'A'] })).toBe('take by isrc');
  });

  it('takes and flags title and artist that agree', () => {
    expect(decide(bare, { ...bare, releaseDate: '2024-08-17' })).toBe('flag by title');
    expect(decide(bare, { ...bare, releaseDate: null })).toBe('flag by title');
    expect(decide(bare, { ...bare, title: 'Die With a Smile (feat. Bruno Mars) - Single', artist: 'Lady Gaga' })).toBe('flag by title');
    expect(decide(bare, { ...bare, artist: 'Lady Gaga' })).toBe('flag by title');
  });

  it.each([
    ['a part of the artists on another day', { artist: 'Lady Gaga', releaseDate: '2020-01-01' }],
    ['a live recording', { title: 'Die With A Smile (Live in Las Vegas)' }],
    ['a remaster', { title: 'Die With A Smile (2030 Remaster)' }],
    ['a deluxe edition', { title: 'Die With A Smile (Deluxe)' }],
    ['an album of the same name', { type: 'album' as const, trackCount: 12 }],
    ['a slip of the pen', { title: 'Die With A Smlie' }],
  ])('leaves %s to a person', (_what, offer) => {
    expect(decide(bare, { ...bare, ...offer })).toBe('review by title');
  });

  it('drops other songs, and imitations by whoever', () => {
    expect(decide(bare, { ...bare, title: 'Grenade', artist: 'Bruno Mars' })).toBe('drop by title');
    expect(decide(bare, { ...bare, title: 'Die With A Smile (Karaoke Version)', artist: 'Party Tyme' })).toBe('drop by title');
    expect(decide(bare, { ...bare, title: 'Die With A Smile (Originally Performed by Lady Gaga & Bruno Mars)' })).toBe('drop by title');
    expect(decide({}, { title: 'Die With A Smile (Karaoke Version)' }, { way: 'upc', upc: '602475093060' })).toBe('review by upc');
  });

  it('believes the service’s own address, and flags what another one says belongs to it', () => {
    const nothing = { ...bare, title: null, artist: null, releaseDate: null, type: null, trackCount: null };
    expect(decide(nothing, { ...bare }, { way: 'link', platform: 'apple_music', own: true })).toBe('take by link');
    expect(decide({}, { ...bare, upc: '724384960650' }, { way: 'link', platform: 'deezer', own: true })).toBe('review by link');
    expect(decide(bare, { ...bare, title: 'Discovery', artist: 'Daft Punk' }, { way: 'link', platform: 'deezer', own: true })).toBe('flag by link');
    expect(decide(nothing, { ...bare }, { way: 'link', platform: 'apple_music', own: false })).toBe('flag by link');
    expect(decide(bare, { ...bare }, { way: 'link', platform: 'apple_music', own: false })).toBe('flag by link');
    expect(decide(bare, { ...bare, title: 'Grenade' }, { way: 'link', platform: 'apple_music', own: false })).toBe('review by link');
  });

  it('says in sentences what it went by', () => {
    const { evidence } = decideMatch({ ...wanted, ...bare }, { ...offered, ...bare, title: 'Die With A Smile - Single', artist: 'Lady Gaga', releaseDate: '2024-08-15', trackCount: 2 }, search);
    expect(explainMatch(evidence, 'Apple Music')).toEqual([
      'The title is the same, “Single” left out of account.',
      'The artist is credited as “Lady Gaga”, with more or fewer names.',
      'The release date is a day apart: 15 August 2024.',
      'It has 2 tracks, this release 1.',
    ]);
    const another = decideMatch({ ...wanted, ...bare }, { ...offered, ...bare, releaseDate: '2009-10-05' }, search);
    expect(explainMatch(another.evidence, 'Apple Music')).toContain('The release date is another one: 5 October 2009.');
  });
});

describe('whatever a service offers, the ladder', () => {
  const title = fc.constantFrom('Zebra', 'Zebra (Live)', 'Zebra - Single', 'Zebra (Karaoke Version)', 'Zebra [Deluxe]', 'Ventura', 'Zebra (Originally Performed by Muse)', '');
  const artist = fc.constantFrom('Muse', 'Muse & Queen', 'The Karaoke Crew', 'Queen');
  const date = fc.constantFrom(null, '2024-01-01', '2024-01-02', '1999-05-05');
  const upc = fc.constantFrom(null, '602475093060', '00602475093060', '724384960650');
  const type = fc.constantFrom(null, 'single' as const, 'album' as const);
  const isrcs = fc.constantFrom<string[]>([], ['USUM72409273'], ['USUM72409273', 'GBAAA9900303']);
  const trackCount = fc.constantFrom(null, 1, 2, 12);
  const wants = fc.record({ title: fc.option(title), artist: fc.option(artist), releaseDate: date, upc, type, isrcs, trackCount });
  const offers = fc.record({ title, artist, releaseDate: date, upc, type, isrcs, trackCount });
  const ways = fc.constantFrom<AskedBy>(search, { way: 'upc', upc: '602475093060' }, { way: 'isrc', isrc: 'USUM72409273' }, { way: 'link', platform: 'spotify', own: false });

  it('takes without a flag only by a code, never an imitation, and gives reasons and a score for everything', () => {
    fc.assert(
      fc.property(wants, offers, ways, (want, offer, asked) => {
        const { verdict, score, evidence, method } = decideMatch(want, offer, asked);
        expect(score).toBeGreaterThanOrEqual(0);
        expect(score).toBeLessThanOrEqual(1);
        if (verdict === 'take') expect(['same', 'answered']).toContain(method === 'upc' ? evidence.upc.outcome : evidence.isrc.outcome);
        if (verdict === 'take' || verdict === 'flag') expect(evidence.imitation).toBe(false);
        if (verdict === 'flag' && method === 'title') expect([evidence.title.outcome, evidence.title.versions, ['same', 'part'].includes(evidence.artist.outcome)]).toEqual(['same', [], true]);
        if (verdict !== 'drop') expect(explainMatch(evidence, 'Deezer').length).toBeGreaterThan(0);
        // It is kept as JSON.
        expect(JSON.parse(JSON.stringify(evidence))).toEqual(evidence);
      }),
      { numRuns: 2_000 },
    );
  });

  it('does not mind zeros before a barcode', () => {
    fc.assert(
      fc.property(wants, offers, ways, fc.constantFrom('', '0', '00'), (want, offer, asked, zeros) => {
        const padded = { ...want, upc: want.upc && zeros + want.upc };
        expect(decideMatch(padded, offer, asked).verdict).toBe(decideMatch(want, offer, asked).verdict);
      }),
    );
  });
});
