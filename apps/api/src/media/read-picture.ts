import { open } from 'node:fs/promises';
import { cpus } from 'node:os';
import type { PictureFormat } from '@lynkify/domain';
import sharp, { type Sharp } from 'sharp';
import { rgbaToThumbHash } from 'thumbhash';
import { RequestError } from '../request-error.js';
import { dominantColours } from './dominant-colours.js';

/** Limits of an upload. */
export const uploadLimits = { bytes: 20 * 1024 * 1024, side: 6_000, leastSide: 96 } as const;
/** Widths that are made, as far as the original has them. */
export const pictureWidths = [96, 320, 640, 960, 1280] as const;
/** The one size of a picture that we draw for sharing a page. */
export const sharePictureSize = { width: 1200, height: 630 } as const;
/** A page is 60 KB on a phone, text and all: 30 KB for a picture of 640 pixels, 15 KB for one of 320. */
const bytesPerPixelOfWidth = 47;
export const pictureFormats: readonly PictureFormat[] = ['avif', 'webp', 'jpeg'];

// One picture is decoded by one thread; how many at once is decided in MediaService.
sharp.concurrency(1);
sharp.cache(false);
// Of libvips' many readers only those of the three formats can be reached, whatever a file pretends to be. Uploads are read
// from files: the reader of SVG in memory is for what we draw ourselves.
sharp.block({ operation: ['VipsForeignLoad'] });
sharp.unblock({ operation: ['VipsForeignLoadJpegFile', 'VipsForeignLoadPngFile', 'VipsForeignLoadWebpFile', 'VipsForeignLoadSvgBuffer'] });

/** Pictures that may be worked on at once. */
export const picturesAtOnce = Math.min(2, cpus().length);

export const notAPicture = () => new RequestError('NOT_A_PICTURE', 415, 'This is not a JPEG, PNG or WebP picture. Export it as one of these and try again.');
export const svgRefused = () => new RequestError('SVG_REFUSED', 415, 'SVG files can hold programs and are not taken. Export the picture as PNG and try again.');
/** A body that is no multipart, or ends before its end. */
export const incompleteUpload = () => new RequestError('NOT_A_PICTURE', 400, 'The upload is not complete. Send it again as multipart/form-data with the picture in the field “file”.');
const brokenPicture = () => new RequestError('BROKEN_PICTURE', 422, 'The picture is damaged or not complete. Export it again and upload the new file.');
const tooManyPixels = (width: number, height: number) =>
  new RequestError('TOO_MANY_PIXELS', 422, `The picture has ${width} × ${height} pixels; at most ${uploadLimits.side} on each side are taken. Make it smaller; 3000 × 3000 is plenty.`);
const tooSmall = (width: number, height: number) =>
  new RequestError('TOO_SMALL', 422, `The picture has ${width} × ${height} pixels; at least ${uploadLimits.leastSide} on each side are needed, better 1500.`);

/** What was made of an upload. Files are not yet written. */
export interface ReadPicture {
  width: number;
  height: number;
  colours: [string, string];
  thumbHash: string;
  /** Encodes one size at a time, so that never all of them are in memory. */
  encode: () => AsyncGenerator<{ width: number; format: PictureFormat; bytes: Buffer }>;
  widths: number[];
}

type Source = 'jpeg' | 'png' | 'webp';

/**
 * Decodes an upload and nothing but its pixels: turned upright, in sRGB, without metadata, the first frame of an animation.
 * @throws RequestError NOT_A_PICTURE, SVG_REFUSED, TOO_MANY_PIXELS, TOO_SMALL or BROKEN_PICTURE
 */
export async function readPicture(file: string): Promise<ReadPicture> {
  const source = await sniff(file);
  const { width, height } = await measure(file, source);
  const base = await decode(file);
  const raw = { width: base.info.width, height: base.info.height, channels: 3 as const };
  const pixels = (): Sharp => sharp(base.data, { raw });
  const widths = pictureWidths.filter((each) => each <= raw.width);

  const small = await pixels().resize(64, 64, { fit: 'fill' }).raw().toBuffer();
  const thumb = await pixels().resize(100, 100, { fit: 'inside' }).ensureAlpha().raw().toBuffer({ resolveWithObject: true });
  return {
    width,
    height,
    widths,
    colours: dominantColours(small),
    thumbHash: Buffer.from(rgbaToThumbHash(thumb.info.width, thumb.info.height, thumb.data)).toString('base64'),
    async *encode() {
      for (const wide of widths) {
        const sized = wide === raw.width ? base.data : await pixels().resize(wide).raw().toBuffer();
        const size = { ...raw, width: wide, height: sized.length / wide / 3 };
        for (const format of pictureFormats) yield { width: wide, format, bytes: await encodeAs(sharp(sized, { raw: size }), format, wide) };
      }
    },
  };
}

/**
 * A picture as a small square, as WebP, without keeping anything.
 * @param side in pixels
 * @throws RequestError like `readPicture`
 */
export async function readThumbnail(file: string, side: number): Promise<Buffer> {
  await measure(file, await sniff(file));
  const small = sharp(file, { failOn: 'error', limitInputPixels: uploadLimits.side ** 2, sequentialRead: true, pages: 1 }).timeout({ seconds: 10 });
  return orBroken(small.autoOrient().resize(side, side, { fit: 'cover' }).webp({ quality: 80 }).toBuffer());
}

async function encodeAs(picture: Sharp, format: PictureFormat, width: number): Promise<Buffer> {
  switch (format) {
    case 'avif':
      // Effort 2 is within a few percent of the default's size at a fraction of its time.
      return withinBytes(width, { best: 55, least: 28, steepness: 0.055 }, (quality) => picture.clone().avif({ quality, effort: 2, chromaSubsampling: '4:2:0' }).toBuffer());
    case 'webp':
      return withinBytes(width, { best: 80, least: 42, steepness: 0.022 }, (quality) => picture.clone().webp({ quality, effort: 3 }).toBuffer());
    case 'jpeg':
      return picture.jpeg({ quality: 82, progressive: true }).toBuffer();
  }
}

/**
 * The best quality that keeps to the bytes of its width, in at most three tries: the busier a picture is, the less its
 * losses show. `steepness` is how much of a format's bytes a step of its quality takes.
 */
async function withinBytes(width: number, { best, least, steepness }: { best: number; least: number; steepness: number }, encode: (quality: number) => Promise<Buffer>): Promise<Buffer> {
  const most = bytesPerPixelOfWidth * width;
  let quality = best;
  let bytes = await encode(quality);
  for (let tries = 1; tries < 3 && bytes.length > most && quality > least; tries += 1) {
    quality = tries === 2 ? least : Math.max(least, Math.floor(quality - Math.log(bytes.length / most) / steepness));
    bytes = await encode(quality);
  }
  return bytes;
}

/** The format by the first bytes of the file: neither its name nor the type that the sender claims count. */
async function sniff(file: string): Promise<Source> {
  const handle = await open(file, 'r');
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(4_096), 0, 4_096, 0);
    const head = buffer.subarray(0, bytesRead);
    if (head[0] === 0xff && head[1] === 0xd8 && head[2] === 0xff) return 'jpeg';
    if (head.subarray(0, 8).equals(Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]))) return 'png';
    if (head.toString('latin1', 0, 4) === 'RIFF' && head.toString('latin1', 8, 12) === 'WEBP') return 'webp';
    if (/^\uFEFF?\s*<(?:\?xml|!doctype svg|!--|svg)[\s\S]*/i.test(head.toString('utf8')) && /<svg|<!doctype svg/i.test(head.toString('utf8'))) throw svgRefused();
    throw notAPicture();
  } finally {
    await handle.close();
  }
}

/** Size of the picture as a person sees it, from its header alone: nothing is decoded before it is known to be small enough. */
async function measure(file: string, source: Source): Promise<{ width: number; height: number }> {
  const metadata = await orBroken(sharp(file, { limitInputPixels: false }).metadata());
  const { format, width = 0, height = 0, orientation = 1 } = metadata;
  if (format !== source) throw notAPicture();
  if (width > uploadLimits.side || height > uploadLimits.side) throw tooManyPixels(width, height);
  if (width < uploadLimits.leastSide || height < uploadLimits.leastSide) throw tooSmall(width, height);
  return orientation >= 5 ? { width: height, height: width } : { width, height };
}

function decode(file: string) {
  const widest = pictureWidths.at(-1);
  return orBroken(
    sharp(file, { failOn: 'error', limitInputPixels: uploadLimits.side ** 2, sequentialRead: true, pages: 1 })
      .timeout({ seconds: 20 })
      .autoOrient()
      .resize({ width: widest, withoutEnlargement: true })
      .flatten({ background: '#ffffff' })
      .toColourspace('srgb')
      .removeAlpha()
      .raw()
      .toBuffer({ resolveWithObject: true }),
  );
}

/** What libvips cannot read is the upload's fault, never ours to be masked. */
async function orBroken<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (cause) {
    throw Object.assign(brokenPicture(), { cause });
  }
}
