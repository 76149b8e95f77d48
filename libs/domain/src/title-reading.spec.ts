import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { artistKeys, compareArtists } from './match-artists.js';
import { compareKey, likeness } from './title-key.js';
import { compareTitles, isImitation, readTitle, titleAsReleased } from './title-reading.js';

const compare = (a: string, b: string) => compareTitles(readTitle(a), readTitle(b));

describe('a title', () => {
  it.each([
    ['Nightmare·Escape The ERA - EP', 'Nightmare·Escape The ERA', 'ep', [], []],
    ['Still Sleepless - Single', 'Still Sleepless', 'single', [], []],
    ['Still Sleepless (Single)', 'Still Sleepless', 'single', [], []],
    ['Album - Still Sleepless', 'Still Sleepless', null, [], []],
    ['Do You Like Acid EP', 'Do You Like Acid', 'ep', [], []],
    ['Broken English - Remix EP', 'Broken English', 'ep', ['remix'], []],
    ['A Night at the Opera (Deluxe Edition)', 'A Night at the Opera', null, ['edition'], []],
    ['Trans-Europe Express (2009 Remaster)', 'Trans-Europe Express', null, ['remaster'], []],
    ['Hey Jude - Remastered 2015', 'Hey Jude', null, ['remaster'], []],
    ['‘Til We Meet Again (Live)', '‘Til We Meet Again', null, ['live'], []],
    ['Song - Live - 2011 Remaster', 'Song', null, ['remaster', 'live'], []],
    ['Telephone (feat. Beyoncé)', 'Telephone', null, [], ['Beyoncé']],
    ['Telephone ft. Beyoncé', 'Telephone', null, [], ['Beyoncé']],
    ['1989 (Taylor’s Version) [Explicit]', '1989', null, ['rerecording'], []],
    ['The Beatles (The White Album)', 'The Beatles (The White Album)', null, [], []],
    ['Live at the Harlem Square Club, 1963', 'Live at the Harlem Square Club, 1963', null, [], []],
    ['role models - ADULT DVD remix', 'role models', null, ['remix'], []],
    ['(Live)', '(Live)', null, [], []],
    ['Aurora - Part One', 'Aurora - Part One', null, [], []],
  ])('%s is taken apart', (text, title, type, versions, guests) => {
    const reading = readTitle(text);
    expect({ title: reading.title, type: reading.type, versions: reading.versions.map(({ kind }) => kind).sort(), guests: reading.guests }).toEqual({ title, type, versions: [...versions].sort(), guests });
  });

  it.each([
    ['She’s So Unusual', "She's so unusual"],
    ['Endtroducing.....', 'Endtroducing'],
    ['Mecca & the Soul Brother', 'Mecca and The Soul Brother'],
    ['Futon Feels (feat. Somebody)', 'Futon Feels'],
    ['Commissions Volume I', 'Commissions, Vol. 1'],
    ['Ｐｏｔｅｎｔ Flask', 'Potent Flask'],
    ['Melyik úton...', 'Melyik uton'],
    ['Deluxe Song (Deluxe)', 'Deluxe Song [Deluxe Edition]'],
    ['Hey Jude (2015 Remaster)', 'Hey Jude - Remastered 2015'],
    ['Sadman Mancave (Original Mix)', 'Sadman Mancave'],
  ])('%s is the same as %s', (a, b) => expect(compare(a, b)).toMatchObject({ outcome: 'same', differing: [] }));

  it.each([
    ['Ventura', 'Ventura (Instrumental)'],
    ['A Night at the Opera', 'A Night at the Opera (Deluxe Edition)'],
    ['Hey Jude', 'Hey Jude (2015 Remaster)'],
    ['Hey Jude (2011 Remaster)', 'Hey Jude (2015 Remaster)'],
    ['FOMO', 'FOMO (Live at KEXP)'],
    ['I Had (One Remix)', 'I Had (Other Remix)'],
    ['Lockdown', 'Lockdown - Sped Up'],
  ])('%s is another version than %s', (a, b) => {
    expect(compare(a, b).outcome).toBe('same');
    expect(compare(a, b).differing).not.toEqual([]);
  });

  it('is printed without the type that services write behind it', () => {
    expect(titleAsReleased('Nightmare·Escape The ERA - EP')).toBe('Nightmare·Escape The ERA');
    expect(titleAsReleased('Still Sleepless (Single)')).toBe('Still Sleepless');
    expect(titleAsReleased('A Night at the Opera (Deluxe Edition)')).toBe('A Night at the Opera (Deluxe Edition)');
    expect(titleAsReleased('Broken English - Remix EP')).toBe('Broken English - Remix EP');
  });

  it('in another script, or of signs alone, is compared as it is', () => {
    expect(compare('Хвилі', 'ХВИЛІ').outcome).toBe('same');
    expect(compare('!!!', '???').outcome).toBe('different');
    expect(compare('÷', '÷').outcome).toBe('same');
    expect(compareKey('が')).not.toBe(compareKey('か'));
  });

  it('tells of an imitation, in words that services use', () => {
    for (const text of ['Zebra (Karaoke Version)', 'Zebra (Originally Performed by Beach House)', 'Zebra - In the Style of Beach House', 'A Tribute to Queen', 'Made Famous by Queen', 'Zebra (Lullaby Version)']) expect([text, isImitation(text)]).toEqual([text, true]);
    for (const text of ['Zebra', 'Cover Me', 'Style', 'Lullaby', 'Contribute']) expect([text, isImitation(text)]).toEqual([text, false]);
  });

  it('is read from any text, and compared the same from both sides', () => {
    const text = fc.oneof(fc.string({ unit: 'binary', maxLength: 80 }), fc.array(fc.constantFrom('Song', ' - ', '(', ')', 'Live', 'feat.', 'EP', '[', ']', '2011 Remaster', ' ', 'X', '!'), { maxLength: 12 }).map((parts) => parts.join('')));
    fc.assert(
      fc.property(text, text, (a, b) => {
        const [one, other] = [readTitle(a), readTitle(b)];
        const forth = compareTitles(one, other);
        const back = compareTitles(other, one);
        expect(back.outcome).toBe(forth.outcome);
        expect(back.differing).toHaveLength(forth.differing.length);
        expect(compareTitles(one, one)).toEqual({ outcome: 'same', likeness: 1, differing: [] });
        expect(likeness(one.key, other.key)).toBeGreaterThanOrEqual(0);
        expect(likeness(one.key, other.key)).toBeLessThanOrEqual(1);
      }),
    );
  });

  it('of 64 KB is read at once', () => {
    for (const unit of ['(', 'a - ', '(feat. ', 'a ', ' ', 'live ']) {
      const begun = performance.now();
      readTitle(unit.repeat(65_536 / unit.length));
      expect(performance.now() - begun).toBeLessThan(200);
    }
  });
});

describe('a credit', () => {
  it.each([
    ['Lady Gaga & Bruno Mars', 'Bruno Mars, Lady Gaga', 'same'],
    ['The Killers', 'Killers', 'same'],
    ['Beyoncé', 'BEYONCE', 'same'],
    ['Hans Hu$tle', 'Hans Hustle', 'same'],
    ['D.O.D & Carla Monroe', 'D.O.D, Carla Monroe', 'same'],
    ['Earth, Wind & Fire', 'Earth, Wind and Fire', 'same'],
    ['Various Artists', 'VA', 'same'],
    ['Lady Gaga', 'Lady Gaga & Bruno Mars', 'part'],
    ['Lady Gaga feat. Beyoncé', 'Lady Gaga', 'part'],
    ['Ifeoma & taves', 'taves & Somebody', 'some'],
    ['Muse', 'Queen', 'different'],
    ['!!!', '!!!', 'same'],
    ['', 'Queen', 'different'],
  ])('%s and %s: %s', (a, b, outcome) => {
    expect(compareArtists(a, b)).toBe(outcome);
    expect(compareArtists(b, a)).toBe(outcome);
  });

  it('has the guests that the title names', () => {
    expect(compareArtists('Lady Gaga & Beyoncé', 'Lady Gaga', { b: ['Beyoncé'] })).toBe('same');
    expect(artistKeys('Anderson .Paak (feat. André 3000)')).toEqual(['andersonpaak', 'andre3000']);
  });

  it('is the same in any order of its names', () => {
    const name = fc.constantFrom('Queen', 'Daft Punk', 'Muse', 'Sam Cooke', 'Kishi Bashi', 'Wet Leg');
    fc.assert(
      fc.property(fc.uniqueArray(name, { minLength: 1 }), fc.constantFrom(', ', ' & ', ' x ', ' and ', ' + '), fc.constantFrom(', ', ' & ', ' / '), (names, one, other) =>
        expect(compareArtists(names.join(one), [...names].reverse().join(other))).toBe('same'),
      ),
    );
  });
});
