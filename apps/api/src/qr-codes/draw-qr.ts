import sharp from 'sharp';
import { isDark, type QrSymbol } from './qr-symbol.js';
import { pixelsOf, type QrSize } from './qr-size.js';

/** Ink that is as good as black for cameras and presses. */
const ink = '#000000';

/** White modules around the picture, on each side. */
const edge = 0.5;

/** A symbol as SVG of this many millimetres; modules are runs of squares. @param artwork a small JPEG for the middle */
export function qrSvg(symbol: QrSymbol, millimetres: number, title: string, artwork: Buffer | null): string {
  const { side, hole } = symbol;
  const runs: string[] = [];
  for (let y = 0; y < side; y += 1) {
    for (let x = 0; x < side; x += 1) {
      if (!isDark(symbol, x, y)) continue;
      const from = x;
      while (isDark(symbol, x + 1, y)) x += 1;
      const wide = x - from + 1;
      runs.push(`M${from} ${y}h${wide}v1h-${wide}z`);
    }
  }
  const picture = artwork && hole
    ? `<image x="${hole.at + edge}" y="${hole.at + edge}" width="${hole.side - 2 * edge}" height="${hole.side - 2 * edge}" preserveAspectRatio="xMidYMid slice" href="data:image/jpeg;base64,${artwork.toString('base64')}"/>`
    : '';
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${millimetres}mm" height="${millimetres}mm" viewBox="0 0 ${side} ${side}" role="img"><title>${escapeXml(title)}</title><path fill="#ffffff" d="M0 0h${side}v${side}h-${side}z"/><path fill="${ink}" shape-rendering="crispEdges" d="${runs.join('')}"/>${picture}</svg>`;
}

/**
 * A symbol as PNG of exactly this size, which stands in the file (pHYs). Every edge is on a whole pixel: where the size is no
 * multiple of the modules, some are a pixel wider, and none is grey.
 * @param artwork path of a JPEG for the middle
 */
export async function qrPng(symbol: QrSymbol, size: QrSize, artwork: string | null): Promise<Buffer> {
  const pixels = pixelsOf(size);
  const at = (module: number) => Math.round((module * pixels) / symbol.side);
  const grey = Buffer.alloc(pixels * pixels, 255);
  for (let y = 0; y < symbol.side; y += 1) {
    for (let x = 0; x < symbol.side; x += 1) {
      if (!isDark(symbol, x, y)) continue;
      for (let row = at(y); row < at(y + 1); row += 1) grey.fill(0, row * pixels + at(x), row * pixels + at(x + 1));
    }
  }
  const drawn = sharp(grey, { raw: { width: pixels, height: pixels, channels: 1 } });
  const density = 'dpi' in size ? size.dpi : 72;
  const { hole } = symbol;
  if (!artwork || !hole) return drawn.png({ compressionLevel: 9 }).withMetadata({ density }).toBuffer();
  const [from, to] = [at(hole.at + edge), at(hole.at + hole.side - edge)];
  const { data, info } = await sharp(artwork).resize(to - from, to - from, { fit: 'cover' }).toColourspace('srgb').removeAlpha().raw().toBuffer({ resolveWithObject: true });
  return drawn.toColourspace('srgb').composite([{ input: data, raw: { width: info.width, height: info.height, channels: 3 }, left: from, top: from }]).png({ compressionLevel: 9 }).withMetadata({ density }).toBuffer();
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

function escapeXml(text: string): string {
  return text.replace(/[&<>"']/gu, (character) => entities[character] ?? '');
}
