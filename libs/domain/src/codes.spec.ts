import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { formatIsrc, gs1CheckDigit, parseIsrc, parseUpc } from './codes.js';

describe('parseUpc', () => {
  it.each(['00602475093060', '00602455070951', '7320470230022', '5056688837945', '4099885580871', '602435689845', '602508937361', '00602508687051', '5099749994324', '00602537518357', '724384960650'])(
    'accepts %s of a real release', (code) => expect(parseUpc(code)).toEqual({ ok: true, value: { code, key: code.replace(/^0+/, '') } }));

  it('compares one barcode that is written with 12, 13 and 14 digits as the same', () => {
    const keys = ['602475093060', '0602475093060', '00602475093060', ' 6 02475 09306 0 ', '602475-093060', 'UPC: 602475093060'].map((text) => {
      const parsed = parseUpc(text);
      return parsed.ok ? parsed.value.key : null;
    });
    expect(new Set(keys)).toEqual(new Set(['602475093060']));
  });

  it.each([
    ['602475093067', 'UPC_CHECK_DIGIT', 'The last digit should be 0'],
    ['', 'UPC_EMPTY', 'barcode'],
    ['60247509306', 'UPC_LENGTH', 'Spreadsheets drop zeros'],
    ['6024750', 'UPC_LENGTH', '7 digits'],
    ['602475093060602475', 'UPC_LENGTH', '18 digits'],
    ['60247509306O', 'UPC_INVALID', 'only digits'],
    ['6.02475E+11', 'UPC_INVALID', 'only digits'],
    ['000000000000', 'UPC_INVALID', 'zeros'],
  ])('refuses %j with %s', (text, code, message) => {
    expect(parseUpc(text)).toEqual({ ok: false, errors: [{ code, path: ['upc'], message: expect.stringContaining(message) }] });
  });

  const body = fc.stringMatching(/^[1-9][0-9]{10,12}$/);

  it('accepts every code that ends in its check digit', () => {
    fc.assert(fc.property(body, (digits) => {
      const code = `${digits}${gs1CheckDigit(digits)}`;
      expect(parseUpc(code)).toEqual({ ok: true, value: { code, key: code } });
    }));
  });

  it('finds every single mistyped digit', () => {
    fc.assert(fc.property(body, fc.nat(), fc.integer({ min: 1, max: 9 }), (digits, where, by) => {
      const code = `${digits}${gs1CheckDigit(digits)}`;
      const index = where % code.length;
      const wrong = code.slice(0, index) + String((Number(code.charAt(index)) + by) % 10) + code.slice(index + 1);
      expect(parseUpc(wrong).ok).toBe(false);
    }));
  });

  it('never throws', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => void parseUpc(text)));
  });
});

describe('parseIsrc', () => {
  it.each(['USUM72409273', 'SE3AB2410001', 'GBFFP0300052', 'GBAHT0500593'])('accepts %s of a real recording', (code) => expect(parseIsrc(code)).toEqual({ ok: true, value: code }));

  it.each(['GB-FFP-03-00052', 'gb ffp 03 00052', 'ISRC GBFFP0300052', 'isrc: gb–ffp–03–00052'])('reads %s as the same code', (text) => {
    expect(parseIsrc(text)).toEqual({ ok: true, value: 'GBFFP0300052' });
  });

  it.each([
    ['', 'ISRC_EMPTY', 'leave the field out'],
    ['GBFFP030005', 'ISRC_LENGTH', '11 characters'],
    ['GBFFP03000522', 'ISRC_LENGTH', '13 characters'],
    ['12FFP0300052', 'ISRC_INVALID', 'two letters'],
    ['GBFFPO300052', 'ISRC_INVALID', 'letter O'],
    ['GBFFP03000X2', 'ISRC_INVALID', 'seven digits'],
  ])('refuses %j with %s', (text, code, message) => {
    expect(parseIsrc(text)).toEqual({ ok: false, errors: [{ code, path: ['isrc'], message: expect.stringContaining(message) }] });
  });

  it('reads back what it prints', () => {
    fc.assert(fc.property(fc.stringMatching(/^[A-Z]{2}[A-Z0-9]{3}[0-9]{7}$/), (code) => {
      fc.pre(!code.startsWith('ISRC'));
      expect(parseIsrc(formatIsrc(code))).toEqual({ ok: true, value: code });
    }));
  });
});
