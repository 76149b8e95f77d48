import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { graphql } from '@lynkify/contract';
import type { SmartLinkDocument } from '@lynkify/domain';
import sharp from 'sharp';
import request from 'supertest';
import { newArtist, newRelease, pageAt, publish, PublishBioPage, UpdateRelease } from '../testing/catalogue.js';
import { startTestApi, type TestApi } from '../testing/test-api.js';
import { seedWorkspace, unique, type World } from '../testing/world.js';
import { drawSharePicture } from './draw-share-picture.js';
import { fontsFor, withoutPictures } from './glyphs.js';

const colours = { panel: '#f3ece0', text: '#191714', quiet: '#6b6458', accent: '#e5482d' };

describe('the letters of a picture', () => {
  it.each(['Abracadabra', 'Żółć ďábel Ñandú', 'Кино — Группа крови', 'Ευδαιμονία', '宇多田ヒカル「初恋」', '아이유', 'فيروز', 'नमस्ते'])('%s are all there', (text) => expect(fontsFor(text, 700)).not.toBeNull());

  it.each(['ထူးအိမ်သင်', 'ႠႡႢ', 'አስቴር', 'A song ထူး'])('%s are left out rather than drawn as boxes', (text) => expect(fontsFor(text, 700)).toBeNull());

  it('leave pictures out of a title', () => expect(withoutPictures('Hot 🔥 girl 👩‍👩‍👧 summer ☀️ 🇩🇪')).toBe('Hot girl summer'));
});

describe('a picture', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'lynkify-test-share-'));
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  /** Share of pixels that are clearly darker than the ground, by column of twelfths: where something is written. */
  async function written(picture: Buffer): Promise<number[]> {
    const file = join(folder, `${unique()}.jpeg`);
    await writeFile(file, picture);
    const { data, info } = await sharp(file).greyscale().raw().toBuffer({ resolveWithObject: true });
    const dark = Array.from({ length: 12 }, () => 0);
    data.forEach((value, index) => {
      if (value < 120) dark[Math.floor((index % info.width) / 100)] = (dark[Math.floor((index % info.width) / 100)] ?? 0) + 1;
    });
    expect([info.width, info.height]).toEqual([1_200, 630]);
    return dark.map((count) => count / (100 * 630));
  }

  it('is 1200 by 630 and wraps and shrinks a title until it fits, with a margin around', async () => {
    const short = await written(await drawSharePicture({ title: 'Mayhem', artist: 'Lady Gaga', artwork: null, colours }));
    const long = await written(await drawSharePicture({ title: 'The Rise and Fall of Ziggy Stardust and the Spiders from Mars, told again and again and again until nobody listens '.repeat(3), artist: 'David Bowie', artwork: null, colours }));
    const word = await written(await drawSharePicture({ title: 'Donaudampfschifffahrtsgesellschaftskapitänsmütze', artist: 'A', artwork: null, colours }));

    for (const columns of [short, long, word]) expect(columns.at(-1)).toBeLessThan(0.02);
    for (const columns of [short, long, word]) expect(Math.max(...columns)).toBeGreaterThan(0.01);
    expect(long.filter((share) => share > 0.01).length).toBeGreaterThan(8);
  });

  it('runs from the right for a title that does', async () => {
    const columns = await written(await drawSharePicture({ title: 'فيروز', artist: null, artwork: null, colours }));
    const half = (from: number) => columns.slice(from, from + 6).reduce((sum, share) => sum + share, 0);

    expect(half(6)).toBeGreaterThan(half(0) * 3);
  });

  it('shows the artwork alone where there are no letters for its title', async () => {
    const columns = await written(await drawSharePicture({ title: 'ထူးအိမ်သင်', artist: null, artwork: null, colours }));

    expect(Math.max(...columns)).toBe(0);
  });
});

const RenameArtist = graphql(`mutation RenameForPicture($input: UpdateArtistInput!) { updateArtist(input: $input) { artist { name } userErrors { code } } }`);

describe('the picture of a page', () => {
  let api: TestApi;
  let world: World;
  beforeAll(async () => {
    api = await startTestApi();
    world = await seedWorkspace(api);
  });
  afterAll(() => api.stop());

  /** Until what was ordered is drawn. */
  async function settled(): Promise<void> {
    for (;;) {
      const [row] = await api.sql<{ count: string }>(`select count(*) from graphile_worker.jobs where task_identifier = 'draw-share-picture' and attempts < max_attempts`);
      if (row?.count === '0') return;
    }
  }

  async function published(fields: { title?: string } = {}) {
    const { id: artistId, handle } = await newArtist(world, unique());
    const release = await newRelease(world, { artistId, ...fields });
    await publish(world.owner, release.id);
    const path = `/${handle}/${release.slug}`;
    return { artistId, handle, path, release, page: async () => (await pageAt(world, path)) as SmartLinkDocument };
  }

  it('is drawn after publishing, which does not wait for it, and served', async () => {
    const { page } = await published();
    await settled();
    const { sharePicture } = await page();

    expect(sharePicture).toMatchObject({ width: 1_200, height: 630 });
    const { body, headers } = await request(api.url).get(`/media/${sharePicture?.id ?? ''}/1200.jpeg`).expect(200);
    expect(headers['content-type']).toBe('image/jpeg');
    expect((body as Buffer).length).toBeLessThan(200_000);
  });

  it('is the same as long as the page shows the same, and another when its title changes', async () => {
    const { page, release } = await published();
    await settled();
    const first = (await page()).sharePicture?.id;
    await publish(world.owner, release.id);
    const second = (await page()).sharePicture?.id;
    await world.owner.run(UpdateRelease, { input: { releaseId: release.id, version: release.version, title: 'Another song' } });
    await publish(world.owner, release.id);
    await settled();

    expect(second).toBe(first);
    expect((await page()).sharePicture?.id).not.toBe(first);
  });

  it('follows the artist’s name, on all of their pages', async () => {
    const { page, artistId, handle } = await published();
    await world.owner.run(PublishBioPage, { input: { artistId } });
    await settled();
    const before = [(await page()).sharePicture?.id, ((await pageAt(world, `/${handle}`)) as SmartLinkDocument).sharePicture?.id];
    await world.owner.run(RenameArtist, { input: { artistId, name: 'A name of today' } });
    await settled();
    const after = [(await page()).sharePicture?.id, ((await pageAt(world, `/${handle}`)) as SmartLinkDocument).sharePicture?.id];

    expect(new Set([...before, ...after]).size).toBe(4);
  });
});
