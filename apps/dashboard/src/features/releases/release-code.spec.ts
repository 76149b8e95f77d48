import { describe, expect, it } from '@jest/globals';
import { readReleaseCode } from './release-code.js';

describe('a code in place of a link', () => {
  it('is a UPC or an ISRC, however it is written', () => {
    expect(readReleaseCode(' 602475093060 ')).toEqual({ ok: true, words: 'UPC 602475093060' });
    expect(readReleaseCode('UPC 0 602475-093060')).toEqual({ ok: true, words: 'UPC 0602475093060' });
    expect(readReleaseCode('us-um7-24-09273')).toEqual({ ok: true, words: 'ISRC USUM72409273' });
  });

  it('that has a mistake says which', () => {
    expect(readReleaseCode('602475093061')).toEqual({ ok: false, message: expect.stringContaining('last digit should be 0') });
  });

  it('is no link and no line of several', () => {
    expect(readReleaseCode('https://open.spotify.com/album/10FLjwfpbxLmW8c25Xyc2N')).toBeNull();
    expect(readReleaseCode('602475093060\n602475093060')).toBeNull();
    expect(readReleaseCode('')).toBeNull();
  });
});
