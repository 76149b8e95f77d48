import { describe, expect, it } from '@jest/globals';
import { guessColumns, rolesProblem } from './columns.js';
import { guessDateOrder, readCatalogueDate } from './read-dates.js';

describe('the columns of a catalogue', () => {
  it.each([
    ['a distributor', ['Release Title', 'Primary Artist', 'Release Date', 'UPC', 'Label Name', 'Format'], ['title', 'artist', 'date', 'upc', 'label', 'type']],
    ['a spreadsheet', ['Künstler', 'Titel', 'Veröffentlichungsdatum', 'EAN', 'Spotify', 'Apple Music Link', 'Deezer URL', 'Notes'], ['artist', 'title', 'date', 'upc', 'link', 'link', 'link', 'ignored']],
    ['lines of tracks', ['Album', 'Track Title', 'ISRC', 'UPC', 'Artist'], ['title', 'track', 'isrc', 'upc', 'artist']],
    ['what an export has twice', ['Title', 'Title', 'Artist', 'Album Artist'], ['title', 'ignored', 'artist', 'ignored']],
    ['signs and cases', ['ARTIST_NAME', 'album-title', 'UPC/EAN', 'Record Label', 'slug'], ['artist', 'title', 'upc', 'label', 'slug']],
  ])('are known by the headings of %s', (_, headings, roles) => {
    expect(guessColumns([headings, headings.map(() => 'x')])).toMatchObject({ hasHeadings: true, headings, roles });
  });

  it('are known by what is in them where nothing is above them', () => {
    const rows = [
      ['00602475093060', 'Die With A Smile', '2024-08-16', 'USUM72409273', 'https://open.spotify.com/album/10FLjwfpbxLmW8c25Xyc2N', 'single'],
      ['7320470230022', 'Made Of Music', '2018-04-13', '', 'https://tidal.com/browse/album/85999352', 'album'],
    ];
    expect(guessColumns(rows)).toEqual({ hasHeadings: false, headings: ['', '', '', '', '', ''], roles: ['upc', 'ignored', 'date', 'isrc', 'link', 'type'] });
  });

  it('are refused when nobody could tell what is meant', () => {
    expect(rolesProblem(['title', 'link', 'link'], 3)).toBeNull();
    expect(rolesProblem(['title', 'title'], 2)).toContain('Two columns');
    expect(rolesProblem(['artist'], 1)).toContain('title');
    expect(rolesProblem(['title'], 2)).toContain('each of the 2');
  });
});

describe('the dates of a catalogue', () => {
  it.each([
    ['2024-08-16', 'YMD', '2024-08-16'],
    ['2024/8/6', 'DMY', '2024-08-06'],
    ['20240816', 'DMY', '2024-08-16'],
    ['16.08.2024', 'DMY', '2024-08-16'],
    ['08/09/2024', 'MDY', '2024-08-09'],
    ['08/09/2024', 'DMY', '2024-09-08'],
    ['2024-08-16T00:00:00Z', 'YMD', '2024-08-16'],
    ['16 Aug 2024', 'YMD', '2024-08-16'],
    ['August 16, 2024', 'YMD', '2024-08-16'],
    ['1975', 'YMD', null],
    ['', 'YMD', null],
  ] as const)('"%s" in the order %s is %s', (text, order, date) => {
    expect(readCatalogueDate(text, order)).toEqual({ ok: true, value: date });
  });

  it.each(['31.02.2024', '45521', 'soon', '2024-13-01', '99/99/9999'])('"%s" is refused', (text) => {
    expect(readCatalogueDate(text, 'DMY').ok).toBe(false);
  });

  it('say by a number over twelve which of them is the day', () => {
    expect(guessDateOrder(['01/02/2024', '12/31/2023'])).toBe('MDY');
    expect(guessDateOrder(['01/02/2024', '31/12/2023'])).toBe('DMY');
    expect(guessDateOrder(['01/02/2024'])).toBe('DMY');
    expect(guessDateOrder(['2024-02-01', ''])).toBe('YMD');
  });
});
