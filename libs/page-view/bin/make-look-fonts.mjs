// Makes the fonts of the looks from the packages that have them: the letters of the pages' languages, the weight that titles
// have, and what a system font has to be scaled to so that nothing moves when they come. Run after one of the packages changed:
// node libs/page-view/bin/make-look-fonts.mjs
import { createHash } from 'node:crypto';
import { copyFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { convert } from 'fontverter';
import subsetFont from 'subset-font';

const require = createRequire(import.meta.url);
const folder = new URL('../src/looks/fonts/', import.meta.url);

/** Set in titles alone, so that one weight is enough: a whole variable font is twice the bytes. */
const fonts = {
  condensed: { of: 'oswald', family: 'Oswald', weight: 600 },
  serif: { of: 'newsreader', family: 'Newsreader', weight: 500 },
  round: { of: 'nunito', family: 'Nunito', weight: 800 },
  mono: { of: 'jetbrains-mono', family: 'JetBrains Mono', weight: 500 },
  grotesque: { of: 'bricolage-grotesque', family: 'Bricolage Grotesque', weight: 700 },
};

const range = (from, to) => Array.from({ length: to - from + 1 }, (_, at) => String.fromCodePoint(from + at)).join('');
const letters = {
  latin: range(0x20, 0x7e) + range(0xa0, 0xff) + 'Œœ–—‘’‚“”„†•…‹›€™',
  'latin-ext': range(0x100, 0x151) + range(0x154, 0x17f) + 'ȘșȚțẞ',
};

/** Mean width of letters as often as English, German and French have them, in parts of the em. */
const prose = 'the quick music of our night is out now die neue musik ist da la musique est ici an album to listen to and share with friends';

function measures(sfnt) {
  const view = new DataView(sfnt.buffer, sfnt.byteOffset, sfnt.byteLength);
  const tables = new Map(Array.from({ length: view.getUint16(4) }, (_, at) => [sfnt.toString('latin1', 12 + at * 16, 16 + at * 16), view.getUint32(20 + at * 16)]));
  const em = view.getUint16(tables.get('head') + 18);
  const hhea = tables.get('hhea');
  const metrics = view.getUint16(hhea + 34);
  const cmap = tables.get('cmap');
  const subtable = Array.from({ length: view.getUint16(cmap + 2) }, (_, at) => cmap + view.getUint32(cmap + 8 + at * 8)).find((at) => view.getUint16(at) === 4);
  const segments = view.getUint16(subtable + 6) / 2;
  const glyphOf = (code) => {
    for (let at = 0; at < segments; at += 1) {
      const end = view.getUint16(subtable + 14 + at * 2);
      if (code > end) continue;
      const start = view.getUint16(subtable + 16 + segments * 2 + at * 2);
      if (code < start) return 0;
      const offsetAt = subtable + 16 + segments * 6 + at * 2;
      const offset = view.getUint16(offsetAt);
      const delta = view.getInt16(subtable + 16 + segments * 4 + at * 2);
      return offset === 0 ? (code + delta) & 0xffff : view.getUint16(offsetAt + offset + (code - start) * 2);
    }
    return 0;
  };
  const width = [...prose].reduce((sum, letter) => sum + view.getUint16(tables.get('hmtx') + Math.min(glyphOf(letter.codePointAt(0)), metrics - 1) * 4), 0) / prose.length / em;
  return { ascent: view.getInt16(hhea + 4) / em, descent: -view.getInt16(hhea + 6) / em, width };
}

/** Arial's, of which Roboto, Helvetica and Liberation Sans are within a hundredth. */
const arial = Object.fromEntries([[' ', 569], ...[...'abcdefghijklmnopqrstuvwxyz'].map((letter, at) => [letter, [1139, 1139, 1024, 1139, 1139, 569, 1139, 1139, 455, 455, 1024, 455, 1706, 1139, 1139, 1139, 1139, 682, 1024, 569, 1139, 1024, 1479, 1024, 1024, 1024][at]])]);
const systemWidth = [...prose].reduce((sum, letter) => sum + arial[letter], 0) / prose.length / 2048;

rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });
const entries = [];
for (const [id, { of, family, weight }] of Object.entries(fonts)) {
  const files = {};
  let sizes = null;
  for (const [script, text] of Object.entries(letters)) {
    const source = readFileSync(require.resolve(`@fontsource-variable/${of}/files/${of}-${script}-wght-normal.woff2`));
    const woff2 = await subsetFont(source, text, { targetFormat: 'woff2', noLayoutClosure: true, variationAxes: { wght: weight } });
    const name = `${id}${script === 'latin' ? '' : '-ext'}.${createHash('sha256').update(woff2).digest('hex').slice(0, 10)}.woff2`;
    writeFileSync(new URL(name, folder), woff2);
    files[script] = name;
    if (script === 'latin') sizes = measures(Buffer.from(await convert(woff2, 'truetype')));
    console.log(name, woff2.length);
  }
  // The licence (OFL 1.1) goes with the font.
  copyFileSync(require.resolve(`@fontsource-variable/${of}/LICENSE`), new URL(`${id}.LICENSE`, folder));
  const scale = sizes.width / systemWidth;
  const percent = (share) => Math.round(share * 1000) / 10;
  entries.push(`  ${id}: { family: '${family}', latin: '${files.latin}', latinExtended: '${files['latin-ext']}', weight: ${weight}, scale: ${percent(scale)}, ascent: ${percent(sizes.ascent / scale)}, descent: ${percent(sizes.descent / scale)} },`);
}
writeFileSync(new URL('../src/looks/font-files.ts', import.meta.url), `/** Written by bin/make-look-fonts.mjs. Scale, ascent and descent are what a system font is set to in percent, to take the same room. */
export const fontFiles = {
${entries.join('\n')}
} as const;
`);
