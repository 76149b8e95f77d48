import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { cleanLines, cleanText, codePoints, parseName, parseTitle } from './text.js';

describe('cleanText', () => {
  it.each([
    ['  Die  With\tA\nSmile ', 'Die With A Smile'],
    ['Bjo\u0308rk', 'Björk'],
    ['abc\u202Etxt.exe', 'abctxt.exe'],
    ['\u2066x\u2069', 'x'],
    ['a\u200Bb\uFEFF', 'ab'],
    ['a\u0000\u0007b\u0085c', 'ab c'],
    ['a\uD800b', 'ab'],
    ['👩‍🎤', '👩‍🎤'],
    ['می‌خواهم', 'می‌خواهم'],
    ['\u3000全角\u00a0', '全角'],
  ])('makes of %j %j', (text, expected) => expect(cleanText(text)).toBe(expected));

  it('changes nothing a second time', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect(cleanText(cleanText(text))).toBe(cleanText(text));
      expect(cleanLines(cleanLines(text))).toBe(cleanLines(text));
    }), { numRuns: 500 });
  });

  it('keeps paragraphs in longer texts', () => {
    expect(cleanLines(' one \r\n\r\n\r\n\r\n two\u202E \rthree ')).toBe('one\n\ntwo\nthree');
  });
});

describe('titles and names', () => {
  it('counts what people see as characters, not UTF-16 units', () => {
    expect(codePoints('🎸🎸')).toBe(2);
    expect(parseTitle('🎸'.repeat(200))).toMatchObject({ ok: true });
    expect(parseTitle('🎸'.repeat(201))).toMatchObject({ ok: false, errors: [{ code: 'TEXT_TOO_LONG', path: ['title'] }] });
  });

  it('refuses what is empty to the eye', () => {
    for (const text of ['', '   ', '\u200B\u202E', '\n']) expect(parseName(text)).toMatchObject({ ok: false, errors: [{ code: 'TEXT_EMPTY', path: ['name'] }] });
  });

  it('takes titles as they are', () => {
    for (const title of ['666', '‘Til We Meet Again (Live)', '#123 成長', 'Nightmare·Escape The ERA - EP', 'Endtroducing.....']) expect(parseTitle(title)).toEqual({ ok: true, value: title });
  });
});
