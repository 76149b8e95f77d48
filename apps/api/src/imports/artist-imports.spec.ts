import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readFragment } from '@lynkify/contract';
import { gs1CheckDigit } from '@lynkify/domain';
import { musicServices, startInternet, until, type Internet, type MusicServices, type StandInRelease } from '@lynkify/testing';
import { ended, importCsv, ImportFields, importOf, linesOf, PreviewArtistImport, rowsOf, StartArtistImport } from '../testing/imports.js';
import { startTestApi, type TestApi } from '../testing/test-api.js';
import { seedWorkspace, type World } from '../testing/world.js';

/** So many releases of one artist on one platform, each with a barcode of its own. */
function releasesOf(artist: string, count: number, url: (index: number) => string): StandInRelease[] {
  return Array.from({ length: count }, (_, index) => {
    const digits = `6024${String(index).padStart(7, '0')}`;
    const tracks = [{ title: `Recording ${index + 1}`, isrc: `USUM7${String(index).padStart(7, '0')}`, durationMs: 180_000 }];
    return { title: `Release ${index + 1}`, artist, type: 'single', releaseDate: '2024-08-16', upc: `${digits}${gs1CheckDigit(digits)}`, label: 'Interscope', tracks, urls: [url(index)], mbid: null };
  });
}

describe('every release of an artist', () => {
  let internet: Internet;
  let services: MusicServices;
  let api: TestApi;
  beforeAll(async () => {
    internet = await startInternet();
    services = musicServices(internet, [
      ...releasesOf('Queen', 45, (index) => `https://www.deezer.com/album/${629_000_000 + index}`),
      ...releasesOf('Dreamcatcher', 120, (index) => `https://music.apple.com/us/album/release/${1_700_000_000 + index}`),
    ]);
    api = await startTestApi({ ...internet.settings });
  });
  afterAll(async () => {
    await api.stop();
    await internet.stop();
  });

  const start = async (world: World, url: string) => {
    const { startArtistImport } = await world.owner.run(StartArtistImport, { input: { artistId: (await world.artist()).id, url } });
    return { ...startArtistImport, import: readFragment(ImportFields, startArtistImport.import) };
  };
  const countOf = async ({ workspaceId }: World) => (await api.sql<{ count: number }>('select count(*)::int as count from releases where workspace_id = $1', [workspaceId]))[0]?.count;

  it('comes from three pages, the service asking for a pause half-way, and again without a change', async () => {
    const world = await seedWorkspace(api);
    const { import: begun } = await start(world, services.artistPage('deezer', 'Queen'));
    const id = begun?.id ?? '';
    expect(begun).toMatchObject({ status: 'READING', kind: 'ARTIST' });
    await until(async () => (await importOf(world.owner, id)).counts.total >= 20, 30_000);
    services.fault('deezer', 'limited');
    await until(async () => (await importOf(world.owner, id)).retryAt !== null, 30_000);
    expect(await importOf(world.owner, id)).toMatchObject({ status: 'READING', foundName: 'Queen', message: expect.stringMatching(/Deezer .* It goes on by itself\./) });
    expect(await countOf(world)).toBe(0);

    services.fault('deezer', null);
    await later();
    expect(await ended(world, id)).toMatchObject({ status: 'FINISHED', counts: { total: 45, created: 45 } });
    const [release] = await api.sql(
      `select title, upc, label, release_date::text as date, (select url from destinations d where d.release_id = r.id and method = 'import') as url, (select isrc from tracks t where t.release_id = r.id) as isrc from releases r where workspace_id = $1 and title = 'Release 45'`,
      [world.workspaceId],
    );
    expect(release).toMatchObject({ title: 'Release 45', upc: expect.stringMatching(/^60240000044\d$/), label: 'Interscope', date: '2024-08-16', url: 'https://www.deezer.com/album/629000044' });
    await until(async () => (await api.sql('select 1 from matches where workspace_id = $1', [world.workspaceId])).length === 45, 20_000);
  }, 90_000);

  /** Time goes by: nobody has to wait for the end of a pause any more. */
  async function later(): Promise<void> {
    services.rest();
    await api.sql('delete from service_turns');
    await api.sql('update imports set retry_at = now()');
    await api.sql(`update graphile_worker._private_jobs set run_at = now() where locked_at is null`);
  }

  it('is told before anything is made of it, with what is there already', async () => {
    const world = await seedWorkspace(api);
    const artist = await world.artist();
    const [known] = releasesOf('Dreamcatcher', 1, () => '');
    await importCsv(api, world, `title,link,upc\nRelease 1,https://music.apple.com/us/album/release/1700000000,${known?.upc}`, { artistId: artist.id });
    const { previewArtistImport } = await world.owner.run(PreviewArtistImport, { input: { url: services.artistPage('apple-music', 'Dreamcatcher'), artistId: artist.id } });
    expect(previewArtistImport.userErrors).toEqual([]);
    expect(previewArtistImport.preview).toMatchObject({ name: 'Dreamcatcher', service: expect.any(String), hasMore: false });
    const listed = previewArtistImport.preview?.releases ?? [];
    expect(listed).toHaveLength(120);
    expect(listed.filter(({ release }) => release !== null).map(({ title }) => title)).toEqual(['Release 1']);
    expect(await countOf(world)).toBe(1);

    await later();
    const { import: begun } = await start(world, services.artistPage('apple-music', 'Dreamcatcher'));
    expect((await ended(world, begun?.id ?? '')).counts).toMatchObject({ total: 120, created: 119 });
    expect(await countOf(world)).toBe(120);
    await api.sql('update matches set finished_at = now() where workspace_id = $1', [world.workspaceId]);
    const settled = async () => (await api.sql(`select 1 from graphile_worker.jobs where task_identifier like 'import%'`)).length === 0;
    await until(settled, 30_000);
    await later();
    const before = await rowsOf(api, world);
    const { import: again } = await start(world, services.artistPage('apple-music', 'Dreamcatcher'));
    expect((await ended(world, again?.id ?? '')).counts).toMatchObject({ total: 120, unchanged: 120 });
    expect(await linesOf(world.owner, again?.id ?? '', 'UNCHANGED')).toHaveLength(120);
    expect((await rowsOf(api, world)).filter((row) => row.startsWith('releases')).length).toBe(before.filter((row) => row.startsWith('releases')).length);
  }, 90_000);

  it('says in words what is no artist’s page, and who is not there', async () => {
    const world = await seedWorkspace(api);
    for (const [url, code] of [
      ['https://open.spotify.com/album/10FLjwfpbxLmW8c25Xyc2N', 'ARTIST_PAGE_UNKNOWN'],
      ['nonsense', 'ARTIST_PAGE_UNKNOWN'],
      ['https://open.spotify.com/artist/1HY2Jd0NmPuamShAr6KMms', 'ARTIST_PAGE_UNKNOWN'],
    ] as const) {
      expect((await start(world, url)).userErrors).toMatchObject([{ code }]);
    }
    const { import: begun } = await start(world, 'https://www.deezer.com/artist/1');
    expect(await ended(world, begun?.id ?? '')).toMatchObject({ status: 'FAILED', message: expect.stringContaining('no such artist') });
    const { previewArtistImport } = await world.owner.run(PreviewArtistImport, { input: { url: 'https://www.deezer.com/artist/1' } });
    expect(previewArtistImport).toMatchObject({ preview: null, userErrors: [{ code: 'ARTIST_NOT_FOUND' }] });
  }, 60_000);
});
