import type { Picture, SharePicture } from '@lynkify/domain';
import { rgbaToDataURL, thumbHashToRGBA } from 'thumbhash';
import type { PageHead, PictureView } from './page-view.js';

const placeholderSide = 8;

/** A picture's address in one size. */
function pictureUrl(picture: Picture, width: number, format: string, mediaUrl: string): string {
  return `${mediaUrl}/media/${encodeURIComponent(picture.id)}/${width}.${format}`;
}

/**
 * The ThumbHash as an 8 × 8 picture in a data address of some 450 bytes, which the browser smooths when it scales it up.
 * Null when the hash cannot be read: a placeholder is never worth a broken page.
 */
export function placeholderOf(thumbHash: string): string | null {
  const pixels = pixelsOf(thumbHash);
  return pixels && rgbaToDataURL(placeholderSide, placeholderSide, pixels);
}

/** The least and the most of each channel in the placeholder: between them lies every colour that scaling it up or blurring it makes. */
export function channelBounds(thumbHash: string): [string, string] | null {
  const pixels = pixelsOf(thumbHash);
  if (!pixels) return null;
  const bound = (pick: (...values: number[]) => number) => `#${[0, 1, 2].map((channel) => pick(...pixels.filter((_, at) => at % 4 === channel)).toString(16).padStart(2, '0')).join('')}`;
  return [bound(Math.min), bound(Math.max)];
}

function pixelsOf(thumbHash: string): Uint8Array | null {
  if (!/^[A-Za-z0-9+/]{7,40}={0,2}$/u.test(thumbHash)) return null;
  const bytes = Uint8Array.from(atob(thumbHash), (character) => character.charCodeAt(0));
  if (bytes.length < 5) return null;
  const { w, h, rgba } = thumbHashToRGBA(bytes);
  if (w < 1 || h < 1) return null;
  const small = new Uint8Array(placeholderSide * placeholderSide * 4);
  for (let y = 0; y < placeholderSide; y += 1) {
    for (let x = 0; x < placeholderSide; x += 1) {
      const from = (Math.floor(((y + 0.5) * h) / placeholderSide) * w + Math.floor(((x + 0.5) * w) / placeholderSide)) * 4;
      small.set([rgba[from] ?? 0, rgba[from + 1] ?? 0, rgba[from + 2] ?? 0, 255], (y * placeholderSide + x) * 4);
    }
  }
  return small;
}

/** What an element needs to show a picture up to `most` pixels wide, or null when no size of it exists. */
export function pictureView(picture: Picture | null, mediaUrl: string, most: number, withPlaceholder = false): PictureView | null {
  if (!picture) return null;
  const kept = picture.widths.filter((width) => width <= most);
  const widths = kept.length > 0 ? kept : picture.widths.slice(0, 1);
  const middle = widths.find((width) => width >= 640) ?? widths.at(-1);
  if (middle === undefined) return null;
  const modern = picture.formats.filter((format) => format !== 'jpeg');
  return {
    sources: modern.map((format) => ({
      type: `image/${format}`,
      srcSet: widths.map((width) => `${pictureUrl(picture, width, format, mediaUrl)} ${width}w`).join(','),
    })),
    src: pictureUrl(picture, middle, picture.formats.includes('jpeg') ? 'jpeg' : (modern[0] ?? 'jpeg'), mediaUrl),
    width: picture.width,
    height: picture.height,
    alt: picture.alt,
    placeholder: withPlaceholder ? placeholderOf(picture.thumbHash) : null,
  };
}

/** The picture of a link preview: absolute and JPEG, which is all that every messenger and network reads. */
export function sharingPicture(picture: Picture | null, origin: string, alt: string): PageHead['image'] {
  if (!picture?.formats.includes('jpeg')) return null;
  const width = picture.widths.filter((each) => each <= 1280).at(-1);
  if (width === undefined) return null;
  return { url: pictureUrl(picture, width, 'jpeg', origin), width, height: Math.round((width * picture.height) / picture.width), alt: picture.alt || alt };
}

/** The picture of a page's link preview: the one that was drawn for that, else the artwork or portrait. */
export function headPicture(drawn: SharePicture | null | undefined, picture: Picture | null, origin: string, alt: string): PageHead['image'] {
  if (!drawn) return sharingPicture(picture, origin, alt);
  return { url: `${origin}/media/${encodeURIComponent(drawn.id)}/${drawn.width}.jpeg`, width: drawn.width, height: drawn.height, alt };
}
