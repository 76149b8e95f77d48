import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { crc32, deflateSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { graphql } from '@lynkify/contract';
import sharp from 'sharp';
import request from 'supertest';
import { newArtist, newRelease, pageAt, publish, UpdateRelease } from '../testing/catalogue.js';
import { startTestApi, type TestApi } from '../testing/test-api.js';
import { seedWorkspace, unique, type Asker, type World } from '../testing/world.js';

const red = { r: 220, g: 40, b: 30 };

/** A picture of one colour, or left half and right half of two. */
const picture = (width: number, height: number, left = red, right = left) =>
  sharp({ create: { width, height, channels: 3, background: right } }).composite([{ input: { create: { width: Math.ceil(width / 2), height, channels: 3, background: left } }, left: 0, top: 0 }]);

/** A PNG written by hand, so that it can lie. */
function handmadePng(width: number, height: number, data: Buffer): Buffer {
  const chunk = (type: string, body: Buffer) => {
    const named = Buffer.concat([Buffer.from(type, 'latin1'), body]);
    const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)];
    length.writeUInt32BE(body.length);
    check.writeUInt32BE(crc32(named));
    return Buffer.concat([length, named, check]);
  };
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 2, 0, 0, 0], 8);
  return Buffer.concat([Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]), chunk('IHDR', header), chunk('IDAT', deflateSync(data)), chunk('IEND', Buffer.alloc(0))]);
}

describe('pictures', () => {
  let api: TestApi;
  let world: World;
  let folder: string;
  beforeAll(async () => {
    api = await startTestApi();
    world = await seedWorkspace(api);
    folder = await mkdtemp(join(tmpdir(), 'lynkify-test-pictures-'));
  });
  afterAll(async () => {
    await api.stop();
    await rm(folder, { recursive: true, force: true });
  });

  const upload = (who: Asker, bytes: Buffer, filename = 'cover.jpg', contentType = 'image/jpeg') => request(api.url).post('/v1/media').set(who.headers).attach('file', bytes, { filename, contentType });
  /** What a served file is, read from disk: other readers are closed in this process. */
  const looksLike = async (body: Buffer) => {
    const file = join(folder, unique());
    await writeFile(file, body);
    return sharp(file).metadata();
  };

  it.each([
    ['ends before its first part', 'multipart/form-data; boundary=x', '--x\r\nbad'],
    ['is no multipart at all', 'multipart/form-data; boundary=x', 'garbage'],
    ['names no boundary', 'multipart/form-data', '--x--'],
    ['ends in the middle of the file', 'multipart/form-data; boundary=x', '--x\r\ncontent-disposition: form-data; name="file"; filename="a.png"\r\ncontent-type: image/png\r\n\r\n\x89PNG'],
  ])('are asked for again when the upload %s', async (_, contentType, sent) => {
    const { status, body } = await request(api.url).post('/v1/media').set(world.owner.headers).set('content-type', contentType).send(sent);
    expect({ status, code: body.code }).toEqual({ status: 400, code: 'NOT_A_PICTURE' });
  });

  it('are coded so that a page with a busy one stays small on a phone', async () => {
    const busy = await sharp({ create: { width: 700, height: 700, channels: 3, background: red, noise: { type: 'gaussian', mean: 128, sigma: 90 } } }).blur(2.4).jpeg({ quality: 95 }).toBuffer();
    const { body } = await upload(world.owner, busy).expect(201);
    for (const [width, most] of [[320, 15_040], [640, 30_080]] as const) {
      for (const format of ['avif', 'webp']) {
        const { body: file } = await request(api.url).get(`/media/${body.id}/${width}.${format}`).buffer(true).expect(200);
        expect(file.length).toBeLessThanOrEqual(most);
      }
    }
  });

  it('are kept in every size and format that pages use, with two colours and a ThumbHash', async () => {
    const { body } = await upload(world.owner, await picture(1000, 500, red, { r: 20, g: 40, b: 160 }).jpeg().toBuffer()).expect(201);
    expect(body).toMatchObject({ width: 1000, height: 500, widths: [96, 320, 640, 960], formats: ['avif', 'webp', 'jpeg'], url: `http://localhost:4000/media/${body.id}/640.jpeg` });
    expect(Buffer.from(body.thumbHash, 'base64').length).toBeGreaterThan(4);
    const near = (hex: string, { r, g, b }: typeof red) => [1, 3, 5].every((at, index) => Math.abs(parseInt(hex.slice(at, at + 2), 16) - ([r, g, b][index] ?? 0)) < 25);
    expect(body.colours.some((colour: string) => near(colour, red))).toBe(true);
    expect(body.colours.some((colour: string) => near(colour, { r: 20, g: 40, b: 160 }))).toBe(true);

    for (const width of body.widths) {
      const jpeg = await request(api.url).get(`/media/${body.id}/${width}.jpeg`).expect(200).expect('content-type', 'image/jpeg');
      expect(await looksLike(jpeg.body)).toMatchObject({ format: 'jpeg', width, height: Math.round(width / 2) });
      const webp = await request(api.url).get(`/media/${body.id}/${width}.webp`).expect(200).expect('content-type', 'image/webp');
      expect(await looksLike(webp.body)).toMatchObject({ format: 'webp', width });
      const avif = await request(api.url).get(`/media/${body.id}/${width}.avif`).expect(200).expect('content-type', 'image/avif');
      expect(avif.body.subarray(4, 12).toString('latin1')).toBe('ftypavif');
    }
  });

  it('are served for good, and not again to who has them', async () => {
    const { body } = await upload(world.owner, await picture(120, 120).png().toBuffer(), 'a.png', 'image/png').expect(201);
    const { headers } = await request(api.url).get(`/media/${body.id}/96.webp`).expect(200).expect('cache-control', 'public, max-age=31536000, immutable').expect('x-content-type-options', 'nosniff');
    await request(api.url).head(`/media/${body.id}/96.webp`).expect(200).expect('content-length', headers['content-length'] ?? '');
    await request(api.url).get(`/media/${body.id}/96.webp`).set('if-none-match', headers.etag ?? '').expect(304);
    for (const nothing of ['320.webp', '97.webp', '96.png', '96.webp.bak', '..%2f..%2fetc%2fpasswd']) expect([nothing, (await request(api.url).get(`/media/${body.id}/${nothing}`)).status]).toEqual([nothing, 404]);
    await request(api.url).get(`/media/${world.workspaceId}/96.webp`).expect(404);
    await request(api.url).get('/media/..%2f..%2f/96.webp').expect(404);
  });

  it('are turned upright and lose what they say of their maker', async () => {
    const upright = await picture(400, 200).withExif({ IFD0: { Artist: 'Somebody', Orientation: '6' } }).withMetadata({ orientation: 6 }).jpeg().toBuffer();
    const { body } = await upload(world.owner, upright).expect(201);
    expect(body).toMatchObject({ width: 200, height: 400, widths: [96] });
    const served = await request(api.url).get(`/media/${body.id}/96.jpeg`).expect(200);
    const metadata = await looksLike(served.body);
    expect(metadata).toMatchObject({ width: 96, height: 192, space: 'srgb' });
    expect(metadata.exif).toBeUndefined();
    expect(metadata.orientation).toBeUndefined();
  });

  it('of one file are one picture, also when they come at the same moment', async () => {
    const bytes = await picture(200, 200, { r: 1, g: 2, b: 3 }).webp().toBuffer();
    const answers = await Promise.all([upload(world.owner, bytes, 'a.webp', 'image/webp'), upload(world.owner, bytes, 'b.webp', 'image/webp')]);
    expect(answers.map(({ status }) => status)).toEqual([201, 201]);
    const later = await upload(world.owner, bytes).expect(201);
    expect(new Set([...answers, later].map(({ body }) => body.id)).size).toBe(1);
    const other = await seedWorkspace(api);
    expect((await upload(other.owner, bytes).expect(201)).body.id).not.toBe(later.body.id);
  });

  it('that move are kept as their first frame', async () => {
    const frames = Buffer.concat([Buffer.alloc(100 * 100 * 3, 200), Buffer.alloc(100 * 100 * 3, 10)]);
    const moving = await sharp(frames, { raw: { width: 100, height: 200, channels: 3, pageHeight: 100 } }).webp({ loop: 0, delay: [100, 100] }).toBuffer();
    const { body } = await upload(world.owner, moving, 'moving.webp', 'image/webp').expect(201);
    expect(body).toMatchObject({ width: 100, height: 100, colours: [expect.stringMatching(/^#c[0-9a-f]c[0-9a-f]c[0-9a-f]$/), expect.any(String)] });
  });

  const svg = '<?xml version="1.0"?>\n<svg xmlns="http://www.w3.org/2000/svg" width="300" height="300"><script>alert(1)</script></svg>';
  const hostile: [string, () => Promise<Buffer> | Buffer, number, string][] = [
    ['an SVG', () => Buffer.from(svg), 415, 'SVG_REFUSED'],
    ['an SVG behind a comment', () => Buffer.from(`  <!-- not a picture -->\n<svg/>`), 415, 'SVG_REFUSED'],
    ['a text', () => Buffer.from('GIF87a or so'), 415, 'NOT_A_PICTURE'],
    ['nothing', () => Buffer.alloc(0), 415, 'NOT_A_PICTURE'],
    ['a GIF', () => picture(200, 200).gif().toBuffer(), 415, 'NOT_A_PICTURE'],
    ['a web page that begins like a JPEG', () => Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0]), Buffer.from('<html><script>alert(1)</script></html>')]), 422, 'BROKEN_PICTURE'],
    ['a JPEG that ends in the middle', async () => (await picture(800, 800).jpeg().toBuffer()).subarray(0, 3_000), 422, 'BROKEN_PICTURE'],
    ['a picture of one pixel by a hundred thousand', () => handmadePng(1, 100_000, Buffer.alloc(400_000)), 422, 'TOO_MANY_PIXELS'],
    ['a bomb of 30,000 by 30,000 pixels', () => handmadePng(30_000, 30_000, Buffer.alloc(1_000_000)), 422, 'TOO_MANY_PIXELS'],
    ['a PNG whose pixels are not there', () => handmadePng(500, 500, Buffer.alloc(100)), 422, 'BROKEN_PICTURE'],
    ['a picture too small to be one', () => picture(20, 20).png().toBuffer(), 422, 'TOO_SMALL'],
    ['a file of 21 MB', () => Buffer.alloc(21 * 1024 * 1024, 0xff), 413, 'TOO_LARGE'],
  ];
  it.each(hostile)('are not made of %s, whatever it is called', async (_what, make, status, code) => {
    const { body } = await upload(world.owner, await make(), 'cover.png', 'image/png').expect(status);
    expect(body).toMatchObject({ code, message: expect.stringMatching(/\.$/), requestId: expect.any(String) });
    expect(await readdir(join(api.environment.mediaDir, 'tmp'))).toEqual([]);
  });

  it('are decoded no further than their header says', async () => {
    const bomb = handmadePng(100, 100, Buffer.alloc(200 * 1024 * 1024));
    const before = process.memoryUsage().rss;
    const { status } = await upload(world.owner, bomb, 'bomb.png', 'image/png');
    expect([201, 422]).toContain(status);
    expect(process.memoryUsage().rss - before).toBeLessThan(150 * 1024 * 1024);
  });

  it('are uploaded by editors and by keys with the scope alone, from our own pages alone', async () => {
    const bytes = await picture(100, 100).png().toBuffer();
    await upload(await world.member('viewer'), bytes).expect(403);
    await upload(world.anonymous, bytes).expect(401);
    await upload(await world.apiKey(['releases:write']), bytes).expect(403);
    await upload(await world.apiKey(['media:write']), bytes).expect(201);
    await upload({ ...world.owner, headers: { ...world.owner.headers, origin: 'https://elsewhere.example.com' } }, bytes).expect(403);
    await request(api.url).post('/v1/media').set(world.owner.headers).send({ file: 'x' }).expect(415);
  });

  it('become a release’s artwork and stand on its page', async () => {
    const { body } = await upload(world.owner, await picture(700, 700).png().toBuffer()).expect(201);
    const { id: artistId, handle } = await newArtist(world, unique());
    const { id, slug } = await newRelease(world, { artistId });
    const { updateRelease } = await world.owner.run(UpdateRelease, { input: { releaseId: id, artworkId: body.id, artworkAlt: 'A red square' } });
    expect(updateRelease.release?.artwork).toEqual({ id: body.id, alt: 'A red square' });
    await publish(world.owner, id);
    const { id: pictureId, width, height, widths, formats, colours, thumbHash } = body;
    expect(await pageAt(world, `/${handle}/${slug}`)).toMatchObject({ artwork: { id: pictureId, width, height, widths, formats, colours, thumbHash, alt: 'A red square' } });
    const { release } = await world.owner.run(graphql(`query Artwork($id: ID!) { release(id: $id) { artwork { small: url(width: 100) large: url(width: 5000) } } }`), { id });
    expect(release?.artwork).toEqual({ small: `http://localhost:4000/media/${pictureId}/320.jpeg`, large: `http://localhost:4000/media/${pictureId}/640.jpeg` });
    const other = await seedWorkspace(api);
    const { id: theirs } = await newRelease(other, { artistId: (await newArtist(other, unique())).id });
    expect((await other.owner.run(UpdateRelease, { input: { releaseId: theirs, artworkId: pictureId } })).updateRelease.userErrors).toEqual([{ code: 'ARTWORK_NOT_FOUND', path: ['artworkId'] }]);
  });
});
