import sharp from 'sharp';
import satori, { type SatoriOptions } from 'satori';
import { sharePictureSize } from '../media/read-picture.js';
import { fontsFor, withoutPictures, type FontFile } from './glyphs.js';

/** What is drawn, in which colours (`#rrggbb`). */
export interface Drawing {
  title: string;
  artist: string | null;
  /** Path of the artwork's or portrait's JPEG. */
  artwork: string | null;
  colours: { panel: string; text: string; quiet: string; accent: string };
}

type Node = Parameters<typeof satori>[0];
type Style = Record<string, string | number>;

const { width, height } = sharePictureSize;
/** Of the type beside the picture, or across where there is none. */
const margin = 64;
/** Sizes of a title, the largest first: the first that fits is taken. */
const titleSizes = [104, 88, 76, 64, 54, 46, 40] as const;
const lineHeight = 1.16;
/** What stands below the last line, so that no descender is cut: of the size. */
const below = 0.16;

/** The picture that stands for a page: the artwork as a sleeve, as high as the picture, title and artist beside it. */
export async function drawSharePicture({ title, artist, artwork, colours }: Drawing): Promise<Buffer> {
  const left = artwork === null ? 0 : height;
  const room = { width: width - left - 2 * margin, height: height - 2 * margin };
  const svg = await type({ title: lettered(title, 700), artist: artist === null ? null : lettered(artist, 400), room, colours });
  const ground = sharp({ create: { width, height, channels: 3, background: colours.panel } });
  const layers = [{ input: Buffer.from(svg), left: left + margin, top: margin }];
  if (artwork !== null) {
    const { data, info } = await sharp(artwork).resize(height, height, { fit: 'cover' }).toColourspace('srgb').removeAlpha().raw().toBuffer({ resolveWithObject: true });
    return ground.composite([{ input: data, raw: { width: info.width, height: info.height, channels: 3 }, left: 0, top: 0 }, ...layers]).jpeg({ quality: 86, progressive: true, chromaSubsampling: '4:4:4' }).toBuffer();
  }
  return ground.composite(layers).jpeg({ quality: 88, progressive: true, chromaSubsampling: '4:4:4' }).toBuffer();
}

interface Lettered {
  text: string;
  fonts: FontFile[];
}

/** A text with the fonts that draw it; null where they cannot, or nothing is left of it. */
function lettered(text: string, weight: 400 | 700): Lettered | null {
  const drawable = withoutPictures(text).normalize('NFC');
  const fonts = drawable === '' ? null : fontsFor(drawable, weight);
  return fonts && { text: drawable, fonts };
}

const node = (type: string, style: Style, children: Node | Node[] | string, more: Record<string, unknown> = {}): Node => ({ type, key: null, props: { ...more, style, children } }) as Node;

/** Title and artist as outlines, set as large as their room allows. */
async function type({ title, artist, room, colours }: { title: Lettered | null; artist: Lettered | null; room: { width: number; height: number }; colours: Drawing['colours'] }): Promise<string> {
  const fonts = [...(title?.fonts ?? []), ...(artist?.fonts ?? [])];
  const bar = node('div', { width: 56, height: 8, backgroundColor: colours.accent }, []);
  const artistLine = (text: Lettered) => paragraph(text, { fontSize: 36, lineHeight: 1.3, color: colours.quiet, marginTop: 14, paddingBottom: 6, maxHeight: 36 * 1.3 * 2 + 6 }, 2);
  const spare = 8 + 40 + (artist ? 36 * 1.3 * (artist.text.length * 20 > room.width ? 2 : 1) + 20 : 0);
  const most = room.height - spare;
  const size = title ? await fitting(title, { width: room.width, height: most }) : 0;
  const words = [
    ...(title ? [paragraph(title, { fontSize: size, lineHeight, color: colours.text, letterSpacing: isLatin(title.text) ? -0.02 * size : 0, maxHeight: most, paddingBottom: below * size }, Math.floor((most - below * size) / (size * lineHeight)))] : []),
    ...(artist ? [artistLine(artist)] : []),
  ];
  const whole = node('div', { display: 'flex', flexDirection: 'column', justifyContent: 'space-between', width: '100%', height: '100%', direction: directionOf(title?.text ?? artist?.text ?? '') }, [bar, node('div', { display: 'flex', flexDirection: 'column' }, words)]);
  return satori(whole, { ...room, fonts: used(fonts) });
}

function paragraph({ text, fonts }: Lettered, style: Style, lines: number): Node {
  const [first] = fonts;
  return node('div', { display: 'block', width: '100%', overflow: 'hidden', wordBreak: 'break-word', lineClamp: Math.max(1, lines), fontFamily: [...fonts].sort((one, other) => Number(other.name.startsWith('noto')) - Number(one.name.startsWith('noto'))).map(({ name }) => `'${name}'`).join(', '), fontWeight: first?.weight ?? 400, direction: directionOf(text), textAlign: 'start', ...style }, text, { lang: languageOf(text) });
}

/** The largest size at which a title fits, and no word of it is broken; the smallest where none does, and it is cut. */
async function fitting(title: Lettered, room: { width: number; height: number }): Promise<number> {
  const longest = Math.max(...title.text.split(/[\s\u3000-\u9fff]+/u).map((word) => [...word].length));
  for (const size of titleSizes) {
    if (longest * size * 0.58 > room.width && size !== titleSizes.at(-1)) continue;
    const svg = await satori(node('div', { display: 'flex', width: '100%' }, [paragraph(title, { fontSize: size, lineHeight, letterSpacing: isLatin(title.text) ? -0.02 * size : 0, paddingBottom: below * size }, 99)]), { width: room.width, fonts: used(title.fonts) });
    if (Number(/height="([\d.]+)"/u.exec(svg)?.[1] ?? Infinity) <= room.height) return size;
  }
  return titleSizes.at(-1) ?? 40;
}

/** Each font once. Where a text has no letters of its weight the other weight stands for both. */
function used(files: readonly FontFile[]): SatoriOptions['fonts'] {
  return [...new Map(files.map((file) => [`${file.name} ${file.weight}`, { name: file.name, weight: file.weight, style: 'normal' as const, data: file.data }])).values()];
}

const directionOf = (text: string): 'ltr' | 'rtl' => (/^[^\p{L}]*[\p{Script=Arabic}\p{Script=Hebrew}]/u.test(text) ? 'rtl' : 'ltr');
const isLatin = (text: string): boolean => !/[\p{Script=Arabic}\p{Script=Hangul}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Devanagari}]/u.test(text);
const languageOf = (text: string): string | undefined => (/[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}]/u.test(text) ? 'ja-JP' : /\p{Script=Hangul}/u.test(text) ? 'ko-KR' : /\p{Script=Arabic}/u.test(text) ? 'ar-AR' : undefined);
