import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { graphql } from '@lynkify/contract';
import jsQr from 'jsqr';
import sharp from 'sharp';
import request from 'supertest';
import { newArtist, newRelease, UpdateRelease } from '../testing/catalogue.js';
import { startTestApi, type TestApi } from '../testing/test-api.js';
import { seedWorkspace, unique, type World } from '../testing/world.js';

const Code = graphql(`query CodeOf($input: QrCodeInput!) { qrCode(input: $input) { url svg svgUrl pngUrl(millimetres: 50) } }`);
const Embeds = graphql(`query EmbedsOf($id: ID!) { release(id: $id) { embedCode(size: LOW) artist { embedCode } } }`);

describe('the code of a page', () => {
  let api: TestApi;
  let world: World;
  let folder: string;
  let artistId: string;
  let releaseId: string;
  let page: string;
  let pagesUrl: string;
  beforeAll(async () => {
    api = await startTestApi();
    world = await seedWorkspace(api);
    folder = await mkdtemp(join(tmpdir(), 'lynkify-test-codes-'));
    pagesUrl = api.environment.publicPagesUrl;
    const artist = await newArtist(world, unique());
    const release = await newRelease(world, { artistId: artist.id });
    [artistId, releaseId, page] = [artist.id, release.id, `${pagesUrl}/${artist.handle}/${release.slug}`];
    const sleeve = await sharp({ create: { width: 640, height: 640, channels: 3, background: '#b8412c', noise: { type: 'gaussian', mean: 128, sigma: 60 } } }).jpeg().toBuffer();
    const { body } = await request(api.url).post('/v1/media').set(world.owner.headers).attach('file', sleeve, 'cover.jpg').expect(201);
    await world.owner.run(UpdateRelease, { input: { releaseId, version: release.version, artworkId: (body as { id: string }).id } });
  });
  afterAll(async () => {
    await api.stop();
    await rm(folder, { recursive: true, force: true });
  });

  /** What an independent decoder reads in a file, and its measures. */
  async function read(bytes: Buffer) {
    const file = join(folder, `${unique()}.png`);
    await writeFile(file, bytes);
    const { data, info } = await sharp(file).ensureAlpha().raw().toBuffer({ resolveWithObject: true });
    return { text: jsQr.default(new Uint8ClampedArray(data), info.width, info.height)?.data, width: info.width, density: (await sharp(file).metadata()).density };
  }

  const download = (path: string, headers: Record<string, string> = world.owner.headers) => request(api.url).get(path).set(headers).buffer(true).parse((response, done) => {
    const parts: Buffer[] = [];
    response.on('data', (part: Buffer) => parts.push(part)).on('end', () => done(null, Buffer.concat(parts)));
  });

  it('is downloaded in a size for print, with the artwork in the middle, and leads to the page with its channel', async () => {
    const { body, headers } = await download(`/v1/releases/${releaseId}/qr.png?mm=20&dpi=300`).expect(200);
    const plain = await download(`/v1/releases/${releaseId}/qr.png?mm=20&dpi=300&artwork=false`).expect(200);

    expect(await read(body as Buffer)).toEqual({ text: `${page}?via=qr`, width: 236, density: 300 });
    expect(headers['content-disposition']).toMatch(/^attachment; filename="[a-z0-9-]+-qr\.png"$/u);
    expect((body as Buffer).equals(plain.body as Buffer)).toBe(false);
    expect((await read(plain.body as Buffer)).text).toBe(`${page}?via=qr`);
  });

  it('is drawn as SVG, for a release and an artist, for any channel and any address of ours', async () => {
    const { qrCode } = await world.owner.run(Code, { input: { releaseId, channel: 'live-show' } });
    const short = await world.owner.run(Code, { input: { artistId, url: `${pagesUrl}/s/bcdfghj` } });

    expect(qrCode.url).toBe(`${page}?via=live-show`);
    expect(qrCode.svg).toMatch(/^<svg [^>]*width="20mm"/u);
    expect(qrCode.svg).toContain('data:image/jpeg;base64,');
    expect(short.qrCode.url).toBe(`${pagesUrl}/s/bcdfghj`);
    expect((await read((await download(qrCode.pngUrl.replace(api.environment.publicApiUrl, ''))).body as Buffer)).text).toBe(`${page}?via=live-show`);
    expect(String((await download(short.qrCode.svgUrl.replace(api.environment.publicApiUrl, ''))).body)).toContain(`<title>${pagesUrl}/s/bcdfghj</title>`);
  });

  it.each([['another site', { url: 'https://elsewhere.example/' }], ['no address', { url: 'javascript:alert(1)' }], ['a channel that there is not', { channel: 'nowhere' }]])('is refused for %s', async (_, wish) => {
    await expect(world.owner.run(Code, { input: { releaseId, ...wish } })).rejects.toMatchObject({ code: 'BAD_USER_INPUT' });
  });

  it('is nobody else’s', async () => {
    const stranger = await seedWorkspace(api);

    await download(`/v1/releases/${releaseId}/qr.png`, stranger.owner.headers).expect(404);
    await download(`/v1/artists/${artistId}/qr.svg`, {}).expect(401);
    await download(`/v1/releases/${releaseId}/qr.png?mm=5`).expect(422);
  });

  it('has a card beside it, to be pasted into other sites', async () => {
    const { release } = await world.owner.run(Embeds, { id: releaseId });

    expect(release?.embedCode).toContain(`<iframe src="${page}/embed" width="100%" height="152"`);
    expect(release?.artist.embedCode).toContain('height="352"');
  });
});
