import { accept, refuse, type Result } from './result.js';

export type UpcRefusal = 'UPC_EMPTY' | 'UPC_INVALID' | 'UPC_LENGTH' | 'UPC_CHECK_DIGIT';
export type IsrcRefusal = 'ISRC_EMPTY' | 'ISRC_LENGTH' | 'ISRC_INVALID';

/** A release's barcode (GTIN-12, -13 or -14). */
export interface Upc {
  /** The digits as they were written, without spaces and hyphens: services want different zero padding back. */
  code: string;
  /** For comparing: leading zeros stripped, since services write one barcode with 12, 13 or 14 digits. */
  key: string;
}

/** The last digit that makes the digits before it a valid GTIN (GS1 General Specifications, section 7.9). */
export function gs1CheckDigit(digitsBefore: string): number {
  let sum = 0;
  for (let index = 0; index < digitsBefore.length; index += 1) {
    const fromRight = digitsBefore.length - index;
    sum += Number(digitsBefore.charAt(index)) * (fromRight % 2 === 1 ? 3 : 1);
  }
  return (10 - (sum % 10)) % 10;
}

/** A UPC, EAN or GTIN as it was typed or pasted, its check digit verified. */
export function parseUpc(text: string): Result<Upc, UpcRefusal> {
  const path = ['upc'];
  const code = text.normalize('NFKC').replace(/^\s*(?:upc|ean|gtin)\s*[:#]?/iu, '').replace(/[\s\p{Pd}]/gu, '');
  if (code === '') return refuse('UPC_EMPTY', path, 'Enter the 12 or 13 digits under the barcode, or leave the field out.');
  if (!/^[0-9]+$/u.test(code)) return refuse('UPC_INVALID', path, 'A UPC has only digits.');
  if (code.length === 11 || code.length === 10) {
    return refuse('UPC_LENGTH', path, `This has ${code.length} digits, a UPC has 12 or 13. Spreadsheets drop zeros at the start: put them back.`);
  }
  if (code.length < 12 || code.length > 14) return refuse('UPC_LENGTH', path, `This has ${code.length} digits, a UPC has 12, 13 or 14.`);
  const expected = gs1CheckDigit(code.slice(0, -1));
  if (/^0+$/u.test(code)) return refuse('UPC_INVALID', path, 'Only zeros is not a barcode.');
  if (Number(code.at(-1)) !== expected) {
    return refuse('UPC_CHECK_DIGIT', path, `The last digit should be ${expected} for these numbers. Check for a mistyped or missing digit.`);
  }
  return accept({ code, key: upcKey(code) });
}

/** The form in which two barcodes are compared. Expects digits. */
export function upcKey(code: string): string {
  return code.replace(/^0+/u, '');
}

/**
 * A recording's code in the twelve characters of ISO 3901: two letters, three letters or digits of the registrant, two
 * digits of the year, five of the recording. An ISRC has no check digit.
 */
export function parseIsrc(text: string): Result<string, IsrcRefusal> {
  const path = ['isrc'];
  const typed = text.normalize('NFKC').toUpperCase().replace(/[\s\p{Pd}.]/gu, '');
  const code = typed.replace(/^ISRC:?/u, '');
  if (code === '') return refuse('ISRC_EMPTY', path, 'Enter the 12 characters of the ISRC, or leave the field out.');
  if (code.length !== 12) return refuse('ISRC_LENGTH', path, `This has ${code.length} characters, an ISRC has 12, like GB-FFP-03-00052.`);
  if (/^[A-Z]{2}[A-Z0-9]{3}[0-9]{7}$/u.test(code)) return accept(code);
  if (!/^[A-Z]{2}/u.test(code)) return refuse('ISRC_INVALID', path, 'An ISRC starts with two letters, like GB or QZ.');
  if (/[O]/u.test(code.slice(5))) return refuse('ISRC_INVALID', path, 'The last seven characters are digits. Check for a letter O in place of a zero.');
  return refuse('ISRC_INVALID', path, 'An ISRC is two letters, three letters or digits, then seven digits, like GB-FFP-03-00052.');
}

/** An ISRC as people read it: `GB-FFP-03-00052`. Expects what `parseIsrc` accepted. */
export function formatIsrc(code: string): string {
  return `${code.slice(0, 2)}-${code.slice(2, 5)}-${code.slice(5, 7)}-${code.slice(7)}`;
}
