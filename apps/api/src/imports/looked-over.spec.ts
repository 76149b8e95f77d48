import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { graphql, readFragment } from '@lynkify/contract';
import { musicServices, startInternet, type Internet, type MusicServices, type StandInRelease } from '@lynkify/testing';
import { ChangeImportMapping, ConfirmImport, ended, ImportFields, linesOf, PreviewArtistImport, StartArtistImport, uploadCsv } from '../testing/imports.js';
import { startTestApi, type TestApi } from '../testing/test-api.js';
import { seedWorkspace, unique, type World } from '../testing/world.js';

const LookOver = graphql(`
  query LookOver($id: ID!) {
    import(id: $id) { firstRows check { wrong unknownArtists lines { number title message } } }
  }
`);

const single = (title: string, place: number): StandInRelease => ({
  title, artist: 'Queen', type: 'single', releaseDate: '2024-08-16', upc: `60240000000${place}0`, label: 'EMI',
  tracks: [{ title, isrc: `GBUM7000000${place}`, durationMs: 180_000 }], urls: [`https://www.deezer.com/album/62900000${place}`], mbid: null,
});

describe('what is brought in is looked over first', () => {
  let internet: Internet;
  let services: MusicServices;
  let api: TestApi;
  beforeAll(async () => {
    internet = await startInternet();
    services = musicServices(internet, [single('Innuendo', 1), single('Headlong', 2), single('Breakthru', 3)]);
    api = await startTestApi({ ...internet.settings });
  });
  afterAll(async () => {
    await api.stop();
    await internet.stop();
  });

  const upload = async (world: World, file: string) => String((await uploadCsv(api, world.owner, file, { start: 'false' }).expect(201)).body.import.id);
  const lookOver = async (world: World, id: string) => {
    const { import: found } = await world.owner.run(LookOver, { id });
    if (!found) throw new Error('there is no such import');
    return found;
  };

  it('a file shows its cells and which lines would be refused, and makes nothing of it', async () => {
    const world = await seedWorkspace(api);
    await world.artist();
    const id = await upload(world, 'Title,UPC,Date,Shelf\nInnuendo,00602475093060,2024-08-16,A1\n,,,A2\nHeadlong,602475093061,31.02.2024,A3\nBreakthru,,,A4');
    const { firstRows, check } = await lookOver(world, id);
    expect(firstRows).toEqual([['Innuendo', '00602475093060', '2024-08-16', 'A1'], ['', '', '', 'A2'], ['Headlong', '602475093061', '31.02.2024', 'A3']]);
    expect(check).toMatchObject({ wrong: 2, unknownArtists: [], lines: [{ number: 3, title: '' }, { number: 4, title: 'Headlong' }] });
    expect(await api.sql('select 1 from releases where workspace_id = $1', [world.workspaceId])).toEqual([]);

    await world.owner.run(ConfirmImport, { input: { importId: id } });
    expect(await ended(world, id)).toMatchObject({ counts: { created: 2, refused: 2 } });
    // What was foretold is what happened, word for word.
    expect((await linesOf(world.owner, id, 'REFUSED')).map(({ number, message }) => ({ number, message }))).toEqual(check?.lines.map(({ number, message }) => ({ number, message })));
    expect((await lookOver(world, id)).check).toBeNull();
  });

  it('artists that nobody has are named: wrong until they may be added', async () => {
    const world = await seedWorkspace(api);
    const known = await world.artist();
    const [first, second] = [`Somebody ${unique()}`, `Somebody ${unique()}`];
    const { name } = (await api.sql<{ name: string }>('select name from artists where id = $1', [known.id]))[0] ?? { name: '' };
    const id = await upload(world, `Artist,Title\n${name},Innuendo\n${first},Headlong\n${second},Breakthru\n${first},Delilah\n,Hitman`);
    expect((await lookOver(world, id)).check).toMatchObject({ wrong: 4, unknownArtists: [first, second] });
    await world.owner.run(ChangeImportMapping, { input: { importId: id, createArtists: true } });
    expect((await lookOver(world, id)).check).toMatchObject({ wrong: 1, unknownArtists: [first, second], lines: [{ number: 6, message: 'This line names no artist.' }] });
    await world.owner.run(ChangeImportMapping, { input: { importId: id, artistId: known.id } });
    expect((await lookOver(world, id)).check).toEqual({ wrong: 0, unknownArtists: [], lines: [] });
  });

  it('releases of an artist’s page can be left out', async () => {
    const world = await seedWorkspace(api);
    const { id: artistId } = await world.artist();
    const url = services.artistPage('deezer', 'Queen');
    const { previewArtistImport } = await world.owner.run(PreviewArtistImport, { input: { url, artistId } });
    const left = previewArtistImport.preview?.releases.find(({ title }) => title === 'Headlong')?.url;
    expect(left).toContain('deezer.com');
    const { startArtistImport } = await world.owner.run(StartArtistImport, { input: { artistId, url, except: [left ?? ''] } });
    const begun = readFragment(ImportFields, startArtistImport.import);
    if (!begun) throw new Error('no import was started');
    expect((await ended(world, begun.id)).counts).toMatchObject({ total: 2, created: 2 });
    expect((await linesOf(world.owner, begun.id)).map(({ title }) => title).sort()).toEqual(['Breakthru', 'Innuendo']);
  });
});
