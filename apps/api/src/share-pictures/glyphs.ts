import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { inflateSync } from 'node:zlib';

const require = createRequire(import.meta.url);

/** A file of a font package: one part of its letters in one weight. */
export interface FontFile {
  /** Name in the drawing. */
  name: string;
  weight: 400 | 700;
  data: Buffer;
}

/** Packages by the order in which they are asked for a letter; those of one weight are drawn in it alone. */
const packages = [
  { name: 'noto-sans', weights: [400, 700] },
  { name: 'noto-sans-arabic', weights: [400, 700] },
  { name: 'kosugi-maru', weights: [400] },
  { name: 'do-hyeon', weights: [400] },
] as const;

interface Part {
  file: string;
  name: string;
  weight: 400 | 700;
  ranges: readonly (readonly [from: number, to: number])[];
  loaded: { data: Buffer; letters: (codePoint: number) => boolean } | null;
}

/** Every part of every font: which letters it may have stands in the package, which it has in the part itself. */
const parts: Part[] = packages.flatMap(({ name, weights }) => {
  const folder = dirname(require.resolve(`@fontsource/${name}/package.json`));
  const ranges = JSON.parse(readFileSync(join(folder, 'unicode.json'), 'utf8')) as Record<string, string>;
  return Object.entries(ranges).flatMap(([part, text]) =>
    weights.map((weight): Part => ({ file: join(folder, 'files', `${name}-${part.replace(/[[\]]/gu, '')}-${weight}-normal.woff`), name: `${name} ${part}`, weight, ranges: readRanges(text), loaded: null })),
  );
});

function readRanges(text: string): [number, number][] {
  return text.split(',').map((range) => {
    const [from = '', to = from] = range.trim().replace(/^U\+/u, '').split('-');
    return [Number.parseInt(from, 16), Number.parseInt(to, 16)];
  });
}

/** What is joined to letters or says how they run, and is drawn as nothing where a font does not know it. */
const silent = /^[\p{Cf}\p{Variation_Selector}\s]$/u;

/** A text without what no font of text draws: pictures and the signs that belong to them. */
export function withoutPictures(text: string): string {
  return text.replace(/(?:\p{Extended_Pictographic}[\u{fe0e}\u{fe0f}\u{20e3}\u{200d}\p{Emoji_Modifier}]*)+|\p{Regional_Indicator}|[\u{fe0e}\u{fe0f}\u{20e3}]|\p{Emoji_Modifier}/gu, '').replace(/\s+/gu, ' ').trim();
}

/** The parts of fonts that a text is drawn with, or null where they lack a letter of it: boxes are worse than nothing. */
export function fontsFor(text: string, weight: 400 | 700): FontFile[] | null {
  const used = new Map<string, FontFile>();
  for (const letter of text.normalize('NFC')) {
    const codePoint = letter.codePointAt(0) ?? 0;
    const part = partWith(codePoint, weight);
    if (part) used.set(part.file, { name: part.name, weight: part.weight, data: load(part).data });
    else if (!silent.test(letter)) return null;
  }
  return [...used.values()];
}

function partWith(codePoint: number, weight: 400 | 700): Part | undefined {
  const may = parts.filter(({ ranges }) => ranges.some(([from, to]) => codePoint >= from && codePoint <= to)).filter((part) => load(part).letters(codePoint));
  return may.find((part) => part.weight === weight) ?? may[0];
}

function load(part: Part): NonNullable<Part['loaded']> {
  if (!part.loaded) {
    const data = readFileSync(part.file);
    part.loaded = { data, letters: lettersOf(data) };
  }
  return part.loaded;
}

/**
 * Which letters a WOFF 1.0 file has (https://www.w3.org/TR/WOFF/), by the Unicode table of its `cmap`, format 4 or 12
 * (https://learn.microsoft.com/typography/opentype/spec/cmap).
 */
function lettersOf(file: Buffer): (codePoint: number) => boolean {
  for (let entry = 44; entry < 44 + file.readUInt16BE(12) * 20; entry += 20) {
    if (file.toString('latin1', entry, entry + 4) !== 'cmap') continue;
    const [offset, packed, length] = [file.readUInt32BE(entry + 4), file.readUInt32BE(entry + 8), file.readUInt32BE(entry + 12)];
    const bytes = file.subarray(offset, offset + packed);
    return readCmap(packed < length ? inflateSync(bytes) : bytes);
  }
  return () => false;
}

function readCmap(cmap: Buffer): (codePoint: number) => boolean {
  const ranges: [number, number][] = [];
  for (let record = 4; record < 4 + cmap.readUInt16BE(2) * 8; record += 8) {
    const at = cmap.readUInt32BE(record + 4);
    const format = cmap.readUInt16BE(at);
    if (format === 12) {
      for (let group = 0; group < cmap.readUInt32BE(at + 12); group += 1) ranges.push([cmap.readUInt32BE(at + 16 + group * 12), cmap.readUInt32BE(at + 20 + group * 12)]);
    } else if (format === 4) {
      const segments = cmap.readUInt16BE(at + 6);
      for (let segment = 0; segment < segments; segment += 2) ranges.push([cmap.readUInt16BE(at + 16 + segments + segment), Math.min(cmap.readUInt16BE(at + 14 + segment), 0xfffe)]);
    }
  }
  return (codePoint) => ranges.some(([from, to]) => codePoint >= from && codePoint <= to);
}
