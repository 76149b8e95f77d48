import { isUtf8 } from 'node:buffer';
import { accept, refuse, type Result } from '@lynkify/domain';
import iconv from 'iconv-lite';

/** The encodings that spreadsheets write. */
export type TextEncoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';

/** A file's text, and what it was written in. */
export interface DecodedText {
  text: string;
  encoding: TextEncoding;
}

const utf8Mark = Buffer.from([0xef, 0xbb, 0xbf]);

/**
 * The text of a file: by its byte order mark, else UTF-16 where every other byte is nothing, else UTF-8 where all of it is,
 * else what Windows writes in the West. Nothing tells the last from its relatives; who sees wrong letters saves as UTF-8.
 */
export function decodeText(bytes: Buffer): Result<DecodedText, 'FILE_EMPTY' | 'NOT_CSV'> {
  if (bytes.length === 0) return refuse('FILE_EMPTY', ['file'], 'The file is empty.');
  const known = fileKind(bytes);
  if (known !== null) return refuse('NOT_CSV', ['file'], `This is ${known}, not a CSV file. Open it in your spreadsheet program and choose “Save as”, “CSV UTF-8”.`);
  if (bytes.subarray(0, 3).equals(utf8Mark)) return accept({ text: bytes.toString('utf8', 3), encoding: 'utf-8' });
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return accept({ text: iconv.decode(bytes.subarray(2), 'utf-16le'), encoding: 'utf-16le' });
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return accept({ text: iconv.decode(bytes.subarray(2), 'utf-16be'), encoding: 'utf-16be' });
  const wide = withoutMark(bytes);
  if (wide !== null) return accept({ text: iconv.decode(bytes, wide), encoding: wide });
  if (isUtf8(bytes)) return accept({ text: bytes.toString('utf8'), encoding: 'utf-8' });
  return accept({ text: iconv.decode(bytes, 'windows-1252'), encoding: 'windows-1252' });
}

/** UTF-16 that does not say so: of letters, digits and signs of the West one byte of two is nothing, always the same one. */
function withoutMark(bytes: Buffer): 'utf-16le' | 'utf-16be' | null {
  const looked = bytes.subarray(0, Math.min(bytes.length, 4_096) & ~1);
  let even = 0;
  let odd = 0;
  for (let index = 0; index < looked.length; index += 2) {
    if (looked[index] === 0) even += 1;
    if (looked[index + 1] === 0) odd += 1;
  }
  const most = looked.length * 0.35;
  if (odd > most && even === 0) return 'utf-16le';
  if (even > most && odd === 0) return 'utf-16be';
  return null;
}

/** What a file is that people take for a CSV, by its first bytes. */
function fileKind(bytes: Buffer): string | null {
  const head = bytes.toString('latin1', 0, 8);
  if (head.startsWith('PK\u0003\u0004')) return 'an Excel, Numbers or other zipped file';
  if (head.startsWith('\u00d0\u00cf\u0011\u00e0')) return 'an old Excel file';
  if (head.startsWith('%PDF')) return 'a PDF';
  if (head.startsWith('\u001f\u008b')) return 'a compressed file';
  if (head.startsWith('\u0089PNG') || head.startsWith('\u00ff\u00d8\u00ff')) return 'a picture';
  return null;
}
