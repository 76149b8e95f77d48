import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readFragment } from '@lynkify/contract';
import { startInternet, until, type Internet } from '@lynkify/testing';
import iconv from 'iconv-lite';
import request from 'supertest';
import { newArtist, newRelease } from '../testing/catalogue.js';
import { CancelImport, ChangeImportMapping, ConfirmImport, ended, importCsv, ImportFields, importOf, linesOf, RunImportAgain, rowsOf, StartCsvImport, uploadCsv } from '../testing/imports.js';
import { startTestApi, type TestApi } from '../testing/test-api.js';
import { seedWorkspace, unique, type World } from '../testing/world.js';

const real = [
  'Title;Artist;Type;Release date;UPC;ISRC;Label;Spotify;Other links',
  'Die With A Smile;Lady Gaga & Bruno Mars;Single;16.08.2024;00602475093060;US-UM7-24-09273;Interscope;https://open.spotify.com/album/10FLjwfpbxLmW8c25Xyc2N;https://www.deezer.com/album/629506181 https://tidal.com/browse/album/381265361',
  'Classic Rock Hits;Various Artists;Compilation;07.01.2023;00602455070951;;;https://open.spotify.com/album/32nryzA6XBCX9ZUspVc1yz;',
  'Made Of Music;Sousou Cissoko & Maher Cissoko;Album;13.04.2018;7320470230022;;;;',
].join('\n');

/** What is kept of the releases of a workspace. */
const catalogueOf = (api: TestApi, { workspaceId }: World) =>
  api.sql<{ title: string; credit: string; type: string; date: string | null; upc: string | null; label: string; links: string[]; isrcs: string[] }>(
    `select title, artist_credit as credit, type, release_date::text as date, upc, label,
       array(select platform || ' ' || method from destinations d where d.release_id = r.id order by position) as links, array(select isrc from tracks t where t.release_id = r.id order by position) as isrcs
     from releases r where workspace_id = $1 order by title`,
    [workspaceId],
  );

describe('a catalogue as CSV', () => {
  let internet: Internet;
  let api: TestApi;
  beforeAll(async () => {
    // No service answers: what comes from a file has to be right without them.
    internet = await startInternet();
    api = await startTestApi({ ...internet.settings });
  });
  afterAll(async () => {
    await api.stop();
    await internet.stop();
  });

  it('becomes releases, line by line, with all that it says', async () => {
    const world = await seedWorkspace(api);
    const artist = await world.artist();
    const done = await importCsv(api, world, real, { artistId: artist.id });
    expect(done).toMatchObject({ status: 'FINISHED', encoding: 'utf-8', delimiter: ';', dateOrder: 'DMY', counts: { total: 3, created: 3, waiting: 0, completed: 0, unchanged: 0, refused: 0 } });
    expect(await catalogueOf(api, world)).toEqual([
      { title: 'Classic Rock Hits', credit: 'Various Artists', type: 'compilation', date: '2023-01-07', upc: '00602455070951', label: '', links: ['spotify import'], isrcs: [] },
      { title: 'Die With A Smile', credit: 'Lady Gaga & Bruno Mars', type: 'single', date: '2024-08-16', upc: '00602475093060', label: 'Interscope', links: ['spotify import', 'deezer import', 'tidal import'], isrcs: ['USUM72409273'] },
      { title: 'Made Of Music', credit: 'Sousou Cissoko & Maher Cissoko', type: 'album', date: '2018-04-13', upc: '7320470230022', label: '', links: [], isrcs: [] },
    ]);
    const [first] = await linesOf(world.owner, done.id);
    expect(first).toMatchObject({ number: 2, outcome: 'CREATED', title: 'Die With A Smile', upc: '00602475093060', release: { slug: 'die-with-a-smile' } });
    // Each is looked up by then.
    await until(async () => (await api.sql('select 1 from matches where workspace_id = $1 and run = 1', [world.workspaceId])).length === 3, 15_000);
  });

  it('changes nothing at all when it comes again, whatever the zeros of its codes, its encoding or its columns', async () => {
    const world = await seedWorkspace(api);
    const artist = await world.artist();
    await importCsv(api, world, real, { artistId: artist.id });
    const before = await rowsOf(api, world);
    const again = [real, iconv.encode(real, 'utf-16le'), Buffer.from(`\ufeff${real}`), real.replaceAll(';00', ';').replace('Type;', 'Kind;').replaceAll(';', '\t')];
    for (const file of again) {
      expect(await importCsv(api, world, file, { artistId: artist.id })).toMatchObject({ status: 'FINISHED', counts: { total: 3, unchanged: 3 } });
      expect(await rowsOf(api, world)).toEqual(before);
    }
  });

  it('completes what is there and writes over nothing', async () => {
    const world = await seedWorkspace(api);
    const artist = await world.artist();
    const { id } = await newRelease(world, { artistId: artist.id, title: 'Die with a smile (typed)', links: 'https://open.spotify.com/album/2noRn2Aes5aoNVsU6iWThc' });
    await api.sql(`update releases set upc = '602475093060', label = 'My label' where id = $1`, [id]);
    const done = await importCsv(api, world, real, { artistId: artist.id });
    expect(done.counts).toMatchObject({ created: 2, completed: 1 });
    const [line] = await linesOf(world.owner, done.id, 'COMPLETED');
    expect(line).toMatchObject({ release: { id, title: 'Die with a smile (typed)' }, message: expect.stringContaining('Spotify has another link already') });
    const [release] = await api.sql('select title, upc, label, release_date::text as date, artist_credit as credit from releases where id = $1', [id]);
    expect(release).toEqual({ title: 'Die with a smile (typed)', upc: '602475093060', label: 'My label', date: '2024-08-16', credit: 'Lady Gaga & Bruno Mars' });
    const urls = await api.sql<{ url: string }>('select url from destinations where release_id = $1 order by position', [id]);
    expect(urls.map(({ url }) => url)).toEqual(['https://open.spotify.com/album/2noRn2Aes5aoNVsU6iWThc', 'https://www.deezer.com/album/629506181', 'https://tidal.com/album/381265361']);
  });

  it('knows a release without a barcode by its links, then by its title, and tells two of one title apart', async () => {
    const world = await seedWorkspace(api);
    const file = ['title,date,link', 'Zebra,2015-01-01,https://tidal.com/album/77646169', 'Zebra,2019-01-01,https://tidal.com/album/77646170', 'Artemis,,', 'artemis,2018-05-10,'].join('\n');
    const first = await importCsv(api, world, file, { artistId: (await world.artist()).id });
    expect(first.counts).toMatchObject({ created: 3, completed: 1 });
    const before = await rowsOf(api, world);
    expect((await importCsv(api, world, file, { artistId: (await world.artist()).id })).counts).toMatchObject({ unchanged: 4 });
    expect(await rowsOf(api, world)).toEqual(before);
  });

  it('gathers the lines of tracks in the release of their barcode', async () => {
    const world = await seedWorkspace(api);
    const file = ['album,track title,isrc,upc,format', 'Made Of Music,Kana,USUM72409273,7320470230022,album', 'Made Of Music,Salya,USUM72409274,7320470230022,album', 'Made Of Music,Kana,USUM72409273,7320470230022,album'].join('\n');
    expect((await importCsv(api, world, file, { artistId: (await world.artist()).id })).counts).toMatchObject({ created: 1, completed: 1, unchanged: 1 });
    expect(await catalogueOf(api, world)).toMatchObject([{ title: 'Made Of Music', type: 'album', isrcs: ['USUM72409273', 'USUM72409274'] }]);
  });

  it('refuses single lines with the reason and takes the others', async () => {
    const world = await seedWorkspace(api);
    const file = ['title,upc,date,slug,link', 'Good,,,,', ',,,,', 'Bad code,602475093061,,,', 'Bad day,,31.02.2024,,', 'Taken,,,good,', 'Null\u0000,,,,', `${'long'.repeat(5_000)},,,,`, 'Also good,,,my-own,javascript:alert(1)'].join('\n');
    const done = await importCsv(api, world, file, { artistId: (await world.artist()).id });
    expect(done.counts).toEqual({ total: 7, waiting: 0, created: 2, completed: 0, unchanged: 0, refused: 5 });
    const refused = await linesOf(world.owner, done.id, 'REFUSED');
    expect(refused.map(({ number, message }) => [number, message])).toEqual([
      [4, expect.stringContaining('last digit should be')],
      [5, expect.stringContaining('no date that exists')],
      [6, expect.stringContaining('“good”')],
      [7, expect.stringContaining('null characters')],
      [8, expect.stringContaining('20,000 characters')],
    ]);
    expect(await linesOf(world.owner, done.id, 'CREATED')).toMatchObject([{ release: { slug: 'good' } }, { release: { slug: 'my-own' }, message: expect.stringContaining('javascript') }]);
  });

  it('finds the artists of a label by handle, name or credit, and adds unknown ones only when asked', async () => {
    const world = await seedWorkspace(api, { kind: 'label' });
    const gaga = await newArtist(world, unique(), 'Lady Gaga');
    const queen = await newArtist(world, unique(), 'Queen');
    const file = ['title,artist', 'One,lady gaga', `Two,${queen.handle}`, 'Three,Lady Gaga & Bruno Mars', 'Four,Dreamcatcher', 'Five,Dreamcatcher', 'Six,'].join('\n');
    const first = await importCsv(api, world, file);
    expect(first.counts).toMatchObject({ created: 3, refused: 3 });
    const owners = () => api.sql<{ title: string; name: string; credit: string }>('select r.title, a.name, r.artist_credit as credit from releases r join artists a on a.id = r.artist_id where r.workspace_id = $1 order by r.created_at', [world.workspaceId]);
    expect(await owners()).toEqual([{ title: 'One', name: gaga.name, credit: '' }, { title: 'Two', name: queen.name, credit: '' }, { title: 'Three', name: gaga.name, credit: 'Lady Gaga & Bruno Mars' }]);
    const second = await importCsv(api, world, file, { createArtists: 'true' });
    expect(second.counts).toMatchObject({ unchanged: 3, created: 2, refused: 1 });
    expect((await owners()).slice(3)).toEqual([{ title: 'Four', name: 'Dreamcatcher', credit: '' }, { title: 'Five', name: 'Dreamcatcher', credit: '' }]);
  });

  it('is looked over before it begins: columns, order of dates, headings', async () => {
    const world = await seedWorkspace(api);
    const artist = await world.artist();
    const text = 'nimi,julkaistu\nZebra,03/04/2015\nArtemis,05/06/2018';
    const { startCsvImport } = await world.owner.run(StartCsvImport, { input: { text, artistId: artist.id } });
    const made = readFragment(ImportFields, startCsvImport.import);
    if (!made) throw new Error('no import was started');
    expect(made).toMatchObject({ status: 'READY', hasHeadings: false, columns: [{ role: 'IGNORED' }, { role: 'DATE' }], counts: { total: 3, waiting: 3 } });
    const { confirmImport: tooEarly } = await world.owner.run(ConfirmImport, { input: { importId: made.id } });
    expect(tooEarly.userErrors).toMatchObject([{ code: 'MAPPING_INVALID' }]);
    const { changeImportMapping } = await world.owner.run(ChangeImportMapping, { input: { importId: made.id, roles: ['TITLE', 'DATE'], hasHeadings: true, dateOrder: 'MDY' } });
    expect(changeImportMapping.import).toMatchObject({ hasHeadings: true, columns: [{ heading: 'nimi', role: 'TITLE' }, { heading: 'julkaistu', role: 'DATE' }], counts: { total: 2 } });
    expect((await world.owner.run(ChangeImportMapping, { input: { importId: made.id, roles: ['TITLE', 'TITLE'] } })).changeImportMapping.userErrors).toMatchObject([{ code: 'MAPPING_INVALID', path: ['roles'] }]);
    await world.owner.run(ConfirmImport, { input: { importId: made.id } });
    await ended(world, made.id);
    expect(await catalogueOf(api, world)).toMatchObject([{ title: 'Artemis', date: '2018-05-06' }, { title: 'Zebra', date: '2015-03-04' }]);
    expect((await world.owner.run(ChangeImportMapping, { input: { importId: made.id, roles: ['TITLE', 'DATE'] } })).changeImportMapping.userErrors).toMatchObject([{ code: 'IMPORT_BEGUN' }]);
  });

  it('stops when it is cancelled, keeps what it made, and goes on when it is told to', async () => {
    const world = await seedWorkspace(api);
    const file = `title\n${Array.from({ length: 120 }, (_, index) => `Release ${index + 1}`).join('\n')}`;
    const { body } = await uploadCsv(api, world.owner, file, { artistId: (await world.artist()).id }).expect(201);
    const { cancelImport } = await world.owner.run(CancelImport, { input: { importId: body.import.id } });
    expect(cancelImport.import).toMatchObject({ status: 'CANCELLED' });
    const made = async () => (await api.sql<{ count: number }>('select count(*)::int as count from releases where workspace_id = $1', [world.workspaceId]))[0]?.count;
    // The line that was in hand is still taken whole.
    await until(async () => (await importOf(world.owner, body.import.id)).counts.created === (await made()), 10_000);
    expect((await importOf(world.owner, body.import.id)).counts.waiting).toBeGreaterThan(0);
    await world.owner.run(RunImportAgain, { input: { importId: body.import.id } });
    expect((await ended(world, body.import.id)).counts).toMatchObject({ created: 120, waiting: 0 });
    expect(await made()).toBe(120);
  });

  it('gives the same releases when two of it run at once', async () => {
    const world = await seedWorkspace(api);
    const artist = await world.artist();
    const file = `title,upc\n${Array.from({ length: 40 }, (_, index) => `Release ${index % 20},`).join('\n')}\n${real.split('\n').slice(1).map((line) => line.split(';')).map((cells) => `${cells[0]},${cells[4]}`).join('\n')}`;
    const uploads = await Promise.all([1, 2, 3].map(() => uploadCsv(api, world.owner, file, { artistId: artist.id }).expect(201)));
    const done = await Promise.all(uploads.map(({ body }) => ended(world, body.import.id)));
    expect(done.reduce((sum, { counts }) => sum + counts.created, 0)).toBe(23);
    expect(await catalogueOf(api, world)).toHaveLength(23);
  });

  it('is reported line by line as a file in which no cell is run as a formula', async () => {
    const world = await seedWorkspace(api);
    const file = ['title,label,upc', '"=HYPERLINK(""https://example.com"")",+1,', '@SUM(A1),-2,123', 'Zebra,\tx,'].join('\n');
    const done = await importCsv(api, world, file, { artistId: (await world.artist()).id });
    const { text, headers } = await request(api.url).get(`/v1/imports/${done.id}.csv`).set(world.owner.headers).expect(200).expect('content-type', 'text/csv; charset=utf-8').expect('cache-control', 'no-store');
    expect(headers['content-disposition']).toBe(`attachment; filename="import-${done.id}.csv"`);
    const rows = text.replace(/^\ufeff/, '').trimEnd().split('\r\n');
    expect(rows[0]).toBe('line,outcome,message,artist,title,type,date,upc,isrc,track,label,slug,links,release');
    expect(rows[1]).toContain(`,"'=HYPERLINK(""https://example.com"")",`);
    expect(rows[1]).toContain(`,'+1,`);
    expect(rows[2]).toMatch(/^3,refused,".*12, 13 or 14.*",,'@SUM\(A1\),,,123,,,'-2,,,$/);
    expect(text).not.toMatch(/(^|,)"?[=+\-@\t\r](?!\n)/m);
    await request(api.url).get(`/v1/imports/${done.id}.csv`).set((await seedWorkspace(api)).owner.headers).expect(404);
    await request(api.url).get(`/v1/imports/${done.id}.csv`).expect(401);
    await request(api.url).get(`/v1/imports/${done.id}`).set(world.owner.headers).expect(404);
  });

  it('is taken from keys and members who may write releases, and from nobody else', async () => {
    const world = await seedWorkspace(api);
    await world.artist();
    await uploadCsv(api, await world.apiKey(['releases:write']), 'title\nZebra').expect(201);
    await uploadCsv(api, await world.apiKey(['releases:read']), 'title\nZebra').expect(403);
    await uploadCsv(api, await world.member('viewer'), 'title\nZebra').expect(403);
    await uploadCsv(api, world.anonymous, 'title\nZebra').expect(401);
    await uploadCsv(api, await world.apiKey(['releases:write']), 'title,artist\nZebra,X', { createArtists: 'true' }).expect(403);
    const foreign = await (await seedWorkspace(api)).artist();
    await uploadCsv(api, world.owner, 'title\nZebra', { artistId: foreign.id }).expect(404);
  });

  it('is refused as a whole, with what to do, when it is no catalogue', async () => {
    const world = await seedWorkspace(api);
    await world.artist();
    const refusal = async (file: string | Buffer, fields = {}) => {
      const { status, body } = await uploadCsv(api, world.owner, file, fields);
      return [status, body.code];
    };
    expect(await refusal(Buffer.from('PK\u0003\u0004workbook'))).toEqual([422, 'NOT_CSV']);
    expect(await refusal('')).toEqual([422, 'FILE_EMPTY']);
    expect(await refusal('title,artist\n')).toEqual([422, 'FILE_EMPTY']);
    expect(await refusal('title\n"never closed\nx')).toEqual([422, 'FILE_BROKEN']);
    expect(await refusal('upc\n602475093060')).toEqual([422, 'MAPPING_INVALID']);
    expect(await refusal(Buffer.alloc(11 * 1024 * 1024, 'a,b\n'))).toEqual([413, 'TOO_LARGE']);
    expect(await refusal('title\nx', { start: 'perhaps' })).toEqual([400, 'BAD_USER_INPUT']);
    await request(api.url).post('/v1/imports').set(world.owner.headers).send({ file: 'x' }).expect(415);
    const label = await seedWorkspace(api, { kind: 'label' });
    expect((await uploadCsv(api, label.owner, 'title\nx').expect(422)).body).toMatchObject({ code: 'ARTIST_MISSING', fields: { artistId: expect.any(String) } });
    const left = await api.sql<{ count: number }>('select count(*)::int as count from imports where workspace_id = any($1)', [[world.workspaceId, label.workspaceId]]);
    expect(left).toEqual([{ count: 0 }]);
  });
});
