import { describe, expect, it } from '@jest/globals';
import { lineTexts, readLine, type LineTexts } from './catalogue-line.js';

const line = (texts: Partial<LineTexts>) => readLine({ title: 'Zebra', artist: '', type: '', date: '', upc: '', isrc: '', track: '', label: '', slug: '', links: [], ...texts }, 'DMY');
const value = (texts: Partial<LineTexts>) => {
  const read = line(texts);
  return read.ok ? read.value : read.errors.map(({ code }) => code);
};

describe('a line of a catalogue', () => {
  it('is read whole, its links in canonical form', () => {
    const texts = lineTexts(
      ['Die With A Smile', 'Lady Gaga & Bruno Mars', 'Single', '16.08.2024', '00602475093060', 'US-UM7-24-09273', 'Interscope', 'https://open.spotify.com/album/10FLjwfpbxLmW8c25Xyc2N?si=x | https://www.deezer.com/de/album/629506181', 'ignored'],
      ['title', 'artist', 'type', 'date', 'upc', 'isrc', 'label', 'link', 'ignored'],
    );
    expect(readLine(texts, 'DMY')).toEqual({
      ok: true,
      value: {
        title: 'Die With A Smile', artist: 'Lady Gaga & Bruno Mars', type: 'single', releaseDate: '2024-08-16', upc: '00602475093060', label: 'Interscope', slug: null,
        links: ['https://open.spotify.com/album/10FLjwfpbxLmW8c25Xyc2N', 'https://www.deezer.com/album/629506181'],
        tracks: [{ title: 'Die With A Smile', isrc: 'USUM72409273', durationMs: null }], wholeTrackList: false, notes: [],
      },
    });
  });

  it.each([
    ['602475093060', '602475093060'],
    ['602475093060.0', '602475093060'],
    ["'0602475093060", '0602475093060'],
    ['36000291452', '036000291452'],
  ])('takes the UPC %s as spreadsheets leave it', (upc, read) => {
    expect(value({ upc })).toMatchObject({ upc: read });
  });

  it('is refused, with every reason, when its key or its date cannot be trusted', () => {
    expect(value({ upc: '6,02475E+11' })).toEqual(['UPC_INVALID']);
    expect(value({ title: '', upc: '602475093061', date: '31.02.2024', isrc: 'nonsense', slug: 'Ü' })).toEqual(['TEXT_EMPTY', 'DATE_INVALID', 'UPC_CHECK_DIGIT', 'SLUG_INVALID', 'ISRC_LENGTH']);
  });

  it('leaves out links that are none, and says so', () => {
    const read = value({ links: ['javascript:alert(1)', 'https://open.spotify.com/artist/1HY2Jd0NmPuamShAr6KMms', 'https://tidal.com/album/381265361', 'http://10.0.0.1/x'] });
    expect(read).toMatchObject({ links: ['https://tidal.com/album/381265361'], notes: [expect.stringContaining('javascript'), expect.stringContaining('artist page'), expect.stringContaining('10.0.0.1')] });
  });

  it('knows which recording an ISRC is of, or leaves it out', () => {
    expect(value({ type: 'album', isrc: 'USUM72409273' })).toMatchObject({ tracks: [], notes: [expect.stringContaining('ISRC')] });
    expect(value({ type: 'album', isrc: 'USUM72409273', track: 'One' })).toMatchObject({ tracks: [{ title: 'One', isrc: 'USUM72409273' }], notes: [] });
  });
});
