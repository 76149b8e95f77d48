import { randomUUID } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { handleLength, sharedUrl, slugLength } from '@lynkify/domain';
import jsQr from 'jsqr';
import sharp from 'sharp';
import { qrPng, qrSvg } from './draw-qr.js';
import { isDark, qrSymbol, quietZone } from './qr-symbol.js';
import { pixelsOf, readQrSize } from './qr-size.js';

const longest = sharedUrl(`https://links.example.com/${'long-handle-'.repeat(9).slice(0, handleLength.max - 1)}x/${'words-of-a-title-'.repeat(9).slice(0, slugLength.max - 1)}x`, 'youtube-description');
const addresses = { 'a short form': 'https://example.com/s/bcdfghj', 'a usual address': 'https://example.com/lady-gaga/abracadabra?via=qr', 'the longest address': longest };
/** A sleeve with edges, letters' shapes and all colours: what disturbs a decoder the most. */
const sleeve = Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" width="640" height="640"><linearGradient id="a" x2="1" y2="1"><stop stop-color="#101020"/><stop offset=".5" stop-color="#e5482d"/><stop offset="1" stop-color="#fff3c4"/></linearGradient><rect width="640" height="640" fill="url(#a)"/>${Array.from({ length: 24 }, (_, index) => `<circle cx="${(index * 197) % 640}" cy="${(index * 131) % 640}" r="${20 + ((index * 17) % 60)}" fill="${index % 2 ? '#000' : '#fff'}"/>`).join('')}</svg>`);

describe('a code', () => {
  let folder: string;
  let artwork: string;
  let small: Buffer;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'lynkify-test-qr-'));
    artwork = join(folder, '640.jpeg');
    small = await sharp(sleeve).resize(320).jpeg().toBuffer();
    await writeFile(artwork, await sharp(sleeve).jpeg().toBuffer());
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  /** A PNG from disk: other readers may be closed in this process. */
  const kept = async (png: Buffer) => {
    const file = join(folder, `${randomUUID()}.png`);
    await writeFile(file, png);
    return file;
  };

  /** What an independent decoder reads in a picture. */
  async function read(png: Buffer): Promise<string | undefined> {
    const { data, info } = await sharp(await kept(png)).ensureAlpha().raw().toBuffer({ resolveWithObject: true });
    return jsQr.default(new Uint8ClampedArray(data), info.width, info.height)?.data;
  }

  const cases = Object.entries(addresses).flatMap(([name, url]) => [true, false].map((hole) => ({ name, url, hole, how: hole ? 'with the artwork' : 'without' })));

  it.each(cases)('of $name, $how, is read back off two centimetres, from both files, at 150 dpi and finer', async ({ url, hole }) => {
    const symbol = qrSymbol(url, { hole });
    const seen: Record<string, string | undefined> = {};
    for (const size of [{ millimetres: 20, dpi: 150 }, { millimetres: 20, dpi: 300 }, { millimetres: 50, dpi: 300 }]) seen[`png ${JSON.stringify(size)}`] = await read(await qrPng(symbol, size, hole ? artwork : null));
    // A press or a scanner brings its own grid: shades where modules meet.
    const svg = Buffer.from(qrSvg(symbol, 20, url, hole ? small : null));
    for (const dpi of [150, 300]) seen[`svg ${dpi}`] = await read(await sharp(svg, { density: dpi }).resize(pixelsOf({ millimetres: 20, dpi })).png().toBuffer());

    expect(seen).toEqual(Object.fromEntries(Object.keys(seen).map((each) => [each, url])));
  });

  it('keeps four modules of white around and covers no more than the errors that it can bear', () => {
    for (const url of Object.values(addresses)) {
      const symbol = qrSymbol(url, { hole: true });
      const { side, hole, modules } = symbol;
      for (let at = 0; at < side; at += 1) for (let edge = 0; edge < quietZone; edge += 1) expect([isDark(symbol, at, edge), isDark(symbol, edge, at), isDark(symbol, at, side - 1 - edge)]).toEqual([false, false, false]);
      expect(((hole?.side ?? 0) / modules.length) ** 2).toBeLessThan(0.05);
    }
  });

  it('is as large as was asked for, and says so in the file', async () => {
    const png = await qrPng(qrSymbol(addresses['a usual address'], { hole: false }), { millimetres: 50, dpi: 300 }, null);
    const at = png.indexOf('pHYs');

    expect(await sharp(await kept(png)).metadata()).toMatchObject({ width: 591, height: 591, density: 300 });
    expect([png.readUInt32BE(at + 4), png.readUInt32BE(at + 8), png[at + 12]]).toEqual([11_811, 11_811, 1]);
  });
});

describe('a size', () => {
  it('is two centimetres at 300 dpi where nothing is said', () => expect(readQrSize({})).toEqual({ ok: true, value: { millimetres: 20, dpi: 300 } }));

  it.each([[{ mm: '14' }], [{ mm: '20.5' }], [{ mm: '-20' }], [{ px: '99999' }], [{ px: '1000', mm: '20' }], [{ mm: '500', dpi: '1200' }], [{ dpi: 'x' }]])('that nobody can print is refused: %j', (typed) => {
    expect(readQrSize(typed)).toMatchObject({ ok: false, errors: [{ code: 'SIZE_INVALID' }] });
  });
});
