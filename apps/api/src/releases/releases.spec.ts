import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { graphql } from '@lynkify/contract';
import { AddDestinations, ArchiveRelease, ChangeSlug, CreateRelease, newArtist, newRelease, pageAt, publish, twoLinks, UpdateRelease } from '../testing/catalogue.js';
import { startTestApi, type TestApi } from '../testing/test-api.js';
import { seedWorkspace, unique, type World } from '../testing/world.js';

const ReleaseById = graphql(`query ReleaseById($id: ID!) { release(id: $id) { id title slug formerSlugs artist { id } } }`);
const Releases = graphql(`
  query Releases($first: Int!, $after: String, $search: String, $status: ReleaseStatus, $artistId: ID) {
    releases(first: $first, after: $after, search: $search, status: $status, artistId: $artistId) { nodes { id title } totalCount pageInfo { endCursor hasNextPage hasPreviousPage } }
  }
`);
const SetTracks = graphql(`mutation SetTracks($input: SetTracksInput!) { setTracks(input: $input) { release { version tracks { position title isrc durationMs } } userErrors { code path } } }`);

async function seedArtist(api: TestApi): Promise<{ world: World; artistId: string; handle: string }> {
  const world = await seedWorkspace(api);
  const { id, handle } = await newArtist(world, unique(), 'Dreamcatcher');
  return { world, artistId: id, handle };
}

describe('releases', () => {
  let api: TestApi;
  beforeAll(async () => {
    api = await startTestApi();
  });
  afterAll(() => api.stop());

  it('are made of pasted links, with an address from the title and a form that names the artist', async () => {
    const { world, artistId, handle } = await seedArtist(api);
    const { createRelease } = await world.owner.run(CreateRelease, { input: { artistId, title: 'Nightmare·Escape The ERA - EP', type: 'EP', links: `${twoLinks}\nhttps://open.spotify.com/search/dreamcatcher\nhello` } });
    expect(createRelease.userErrors).toEqual([]);
    expect(createRelease.release).toMatchObject({
      slug: 'nightmare-escape-the-era-ep',
      type: 'EP',
      status: 'DRAFT',
      timeZone: 'UTC',
      publicUrl: `http://localhost:4200/${handle}/nightmare-escape-the-era-ep`,
      capture: { title: 'Get the next one first', consentText: expect.stringContaining('Dreamcatcher'), version: 1, askName: false },
    });
    expect(createRelease.release?.destinations).toMatchObject([
      { platform: 'spotify', platformName: 'Spotify', url: 'https://open.spotify.com/album/10FLjwfpbxLmW8c25Xyc2N', position: 0, method: 'pasted', goUrl: `http://localhost:4200/${handle}/nightmare-escape-the-era-ep/go/spotify` },
      { platform: 'deezer', position: 1 },
    ]);
    expect(createRelease.links.map(({ status }) => status)).toEqual(['RECOGNISED', 'RECOGNISED', 'NOT_UNDERSTOOD', 'NOT_UNDERSTOOD']);
  });

  it('are called “Untitled release” and single until somebody says otherwise; the address goes with the title until it is public', async () => {
    const { world, artistId } = await seedArtist(api);
    const { createRelease } = await world.owner.run(CreateRelease, { input: { artistId, links: twoLinks } });
    expect(createRelease.release).toMatchObject({ title: 'Untitled release', type: 'SINGLE', slug: 'untitled-release' });
    const releaseId = createRelease.release?.id ?? '';
    const { updateRelease } = await world.owner.run(UpdateRelease, { input: { releaseId, title: 'Zebra' } });
    expect(updateRelease.release).toMatchObject({ title: 'Zebra', slug: 'zebra' });
    await publish(world.owner, releaseId);
    const { updateRelease: later } = await world.owner.run(UpdateRelease, { input: { releaseId, title: 'Zebra (Remastered)' } });
    expect(later.release).toMatchObject({ title: 'Zebra (Remastered)', slug: 'zebra' });
  });

  it('of one title get addresses of their own, also when they are made at the same moment', async () => {
    const { world, artistId } = await seedArtist(api);
    const made = await Promise.all([1, 2, 3, 4].map(() => world.owner.run(CreateRelease, { input: { artistId, title: 'Artemis' } })));
    expect(made.map(({ createRelease }) => createRelease.release?.slug).sort()).toEqual(['artemis', 'artemis-2', 'artemis-3', 'artemis-4']);
  });

  it('get a chosen address only once per artist, also when two ask at the same moment', async () => {
    const { world, artistId } = await seedArtist(api);
    const asked = { artistId, title: 'One', slug: 'the-one' };
    const outcomes = await Promise.all([world.owner.run(CreateRelease, { input: asked }), world.owner.run(CreateRelease, { input: asked })]);
    expect(outcomes.map(({ createRelease }) => createRelease.userErrors.map(({ code, path }) => ({ code, path }))).sort()).toEqual([[], [{ code: 'SLUG_TAKEN', path: ['slug'] }]]);
    const another = await newArtist(world, unique());
    const { createRelease } = await world.owner.run(CreateRelease, { input: { ...asked, artistId: another.id } });
    expect(createRelease.release?.slug).toBe('the-one');
  });

  it('keep what is left out of a change, and clear what is null', async () => {
    const { world, artistId } = await seedArtist(api);
    const { id } = await newRelease(world, { artistId });
    const input = { releaseId: id, releaseDate: '2018-05-10', releaseTime: '18:00', timeZone: 'asia/seoul', upc: '0 0602475 09306-0', description: 'Six  tracks.\n\n\n\nAll of them.', artistCredit: 'Dreamcatcher & friends' };
    const { updateRelease: filled } = await world.owner.run(UpdateRelease, { input });
    expect(filled.release).toMatchObject({ releaseDate: '2018-05-10', releaseTime: '18:00', timeZone: 'Asia/Seoul', releasedAt: '2018-05-10T09:00:00.000Z', upc: '00602475093060', description: 'Six tracks.\n\nAll of them.', version: 2 });
    const { updateRelease: kept } = await world.owner.run(UpdateRelease, { input: { releaseId: id, theme: { buttons: 'pill' } } });
    expect(kept.release).toMatchObject({ releaseDate: '2018-05-10', upc: '00602475093060', artistCredit: 'Dreamcatcher & friends', theme: { appearance: 'auto', accent: null, buttons: 'pill', credit: true } });
    const { updateRelease: cleared } = await world.owner.run(UpdateRelease, { input: { releaseId: id, releaseDate: null, releaseTime: null, upc: null, artworkId: null } });
    expect(cleared.release).toMatchObject({ releaseDate: null, releaseTime: null, releasedAt: null, upc: null, artwork: null, timeZone: 'Asia/Seoul' });
  });

  it('do not count a save that changes nothing', async () => {
    const { world, artistId } = await seedArtist(api);
    const { id } = await newRelease(world, { artistId, title: 'Same' });
    const { updateRelease } = await world.owner.run(UpdateRelease, { input: { releaseId: id, title: ' Same ', description: '', theme: { appearance: 'auto' } } });
    expect(updateRelease.release?.version).toBe(1);
  });

  it('name everything that is wrong with a change, by field, and change nothing', async () => {
    const { world, artistId } = await seedArtist(api);
    const { id } = await newRelease(world, { artistId });
    const { updateRelease } = await world.owner.run(UpdateRelease, {
      input: { releaseId: id, title: ' ', upc: '602475093061', timeZone: 'Mars/Olympus', releaseTime: '25:00', theme: { accent: 'red', appearance: 'loud' }, capture: { title: '', consentText: 'Yes', askName: false } },
    });
    expect(updateRelease.release).toBeNull();
    expect(updateRelease.userErrors).toEqual(
      expect.arrayContaining([
        { code: 'TEXT_EMPTY', path: ['title'] },
        { code: 'UPC_CHECK_DIGIT', path: ['upc'] },
        { code: 'TIME_ZONE_INVALID', path: ['timeZone'] },
        { code: 'TIME_INVALID', path: ['releaseTime'] },
        { code: 'THEME_INVALID', path: ['theme', 'accent'] },
        { code: 'THEME_INVALID', path: ['theme', 'appearance'] },
        { code: 'CAPTURE_TITLE_INVALID', path: ['capture', 'title'] },
      ]),
    );
    await expect(world.owner.run(UpdateRelease, { input: { releaseId: id, releaseDate: '2026-02-30' } })).rejects.toMatchObject({ code: 'BAD_USER_INPUT' });
  });

  it('refuse a save that was made from an older version', async () => {
    const { world, artistId } = await seedArtist(api);
    const { id } = await newRelease(world, { artistId });
    await world.owner.run(UpdateRelease, { input: { releaseId: id, version: 1, title: 'First' } });
    const { updateRelease } = await world.owner.run(UpdateRelease, { input: { releaseId: id, version: 1, title: 'Second' } });
    expect(updateRelease).toEqual({ release: null, userErrors: [{ code: 'STALE_VERSION', path: ['version'] }] });
    expect((await world.owner.run(ReleaseById, { id })).release?.title).toBe('First');
  });

  it('let exactly one of two saves of one version through', async () => {
    const { world, artistId } = await seedArtist(api);
    const { id } = await newRelease(world, { artistId });
    const saves = await Promise.all(['Left', 'Right'].map((title) => world.owner.run(UpdateRelease, { input: { releaseId: id, version: 1, title } })));
    expect(saves.map(({ updateRelease }) => updateRelease.userErrors[0]?.code ?? 'saved').sort()).toEqual(['STALE_VERSION', 'saved']);
  });

  it('count the version of their capture form up when its wording changes, and only then', async () => {
    const { world, artistId } = await seedArtist(api);
    const { id } = await newRelease(world, { artistId });
    const form = { title: 'Hear it first', consentText: 'Dreamcatcher may email me about releases.', askName: true };
    const save = async (capture: typeof form) => (await world.owner.run(UpdateRelease, { input: { releaseId: id, capture } })).updateRelease.release?.capture;
    expect(await save(form)).toEqual({ ...form, version: 2 });
    expect(await save(form)).toEqual({ ...form, version: 2 });
    expect(await save({ ...form, consentText: `${form.consentText} Rarely.` })).toMatchObject({ version: 3 });
    const { updateRelease } = await world.owner.run(UpdateRelease, { input: { releaseId: id, removeCapture: true } });
    expect(updateRelease.release?.capture).toBeNull();
  });

  it('take only artwork of their own workspace', async () => {
    const { world, artistId } = await seedArtist(api);
    const { id } = await newRelease(world, { artistId });
    for (const artworkId of ['no-id', world.workspaceId]) {
      const { updateRelease } = await world.owner.run(UpdateRelease, { input: { releaseId: id, artworkId } });
      expect(updateRelease.userErrors).toEqual([{ code: 'ARTWORK_NOT_FOUND', path: ['artworkId'] }]);
    }
  });

  it('redirect from a former address once they were public, until another release is published there', async () => {
    const { world, artistId, handle } = await seedArtist(api);
    const first = await newRelease(world, { artistId, slug: 'song' });
    await publish(world.owner, first.id);
    for (const slug of ['song-two', 'song-three']) await world.owner.run(ChangeSlug, { input: { releaseId: first.id, slug } });
    expect(await pageAt(world, `/${handle}/song-three`)).toMatchObject({ kind: 'smart-link', release: { slug: 'song-three' } });
    for (const former of ['song', 'song-two']) expect(await pageAt(world, `/${handle}/${former}`)).toMatchObject({ kind: 'redirect', to: `/${handle}/song-three` });

    const second = await newRelease(world, { artistId, slug: 'song', title: 'Another song' });
    expect(await pageAt(world, `/${handle}/song`)).toMatchObject({ kind: 'redirect' });
    await publish(world.owner, second.id);
    expect(await pageAt(world, `/${handle}/song`)).toMatchObject({ kind: 'smart-link', release: { id: second.id } });
    expect((await world.owner.run(ReleaseById, { id: first.id })).release?.formerSlugs).toEqual(['song-two']);

    const { changeReleaseSlug } = await world.owner.run(ChangeSlug, { input: { releaseId: first.id, slug: 'song' } });
    expect(changeReleaseSlug.userErrors).toEqual([{ code: 'SLUG_TAKEN', path: ['slug'] }]);
    const { changeReleaseSlug: back } = await world.owner.run(ChangeSlug, { input: { releaseId: first.id, slug: 'song-two' } });
    expect(back).toMatchObject({ release: { slug: 'song-two', formerSlugs: ['song-three'], hasUnpublishedChanges: false } });
    expect(await pageAt(world, `/${handle}/song-two`)).toMatchObject({ kind: 'smart-link' });
  });

  it('leave no redirect behind when they were never public', async () => {
    const { world, artistId, handle } = await seedArtist(api);
    const { id } = await newRelease(world, { artistId, slug: 'draft' });
    await world.owner.run(ChangeSlug, { input: { releaseId: id, slug: 'moved' } });
    expect(await pageAt(world, `/${handle}/draft`)).toBeNull();
    expect((await world.owner.run(ReleaseById, { id })).release?.formerSlugs).toEqual([]);
  });

  it('are listed last saved first, page by page, found by words, and not when archived', async () => {
    const { world, artistId } = await seedArtist(api);
    const ids: string[] = [];
    for (const title of ['Alpha', 'Beta', '100% Gamma', 'Delta']) ids.push((await newRelease(world, { artistId, title })).id);
    await world.owner.run(UpdateRelease, { input: { releaseId: ids[0] ?? '', description: 'Saved last' } });
    await world.owner.run(ArchiveRelease, { input: { releaseId: ids[3] ?? '' } });

    const { releases: one } = await world.owner.run(Releases, { first: 2 });
    expect(one).toMatchObject({ nodes: [{ title: 'Alpha' }, { title: '100% Gamma' }], totalCount: 3, pageInfo: { hasNextPage: true, hasPreviousPage: false } });
    const { releases: two } = await world.owner.run(Releases, { first: 2, after: one.pageInfo.endCursor });
    expect(two).toMatchObject({ nodes: [{ title: 'Beta' }], pageInfo: { hasNextPage: false, hasPreviousPage: true } });
    const titles = async (variables: { search?: string; status?: 'ARCHIVED' }) => (await world.owner.run(Releases, { first: 9, artistId, ...variables })).releases.nodes.map(({ title }) => title);
    expect(await titles({ search: 'bet' })).toEqual(['Beta']);
    expect(await titles({ search: '0%' })).toEqual(['100% Gamma']);
    expect(await titles({ search: 'dreamcatch' })).toHaveLength(3);
    expect(await titles({ status: 'ARCHIVED' })).toEqual(['Delta']);
    await expect(world.owner.run(Releases, { first: 2, after: 'bogus' })).rejects.toMatchObject({ code: 'BAD_USER_INPUT' });
    await expect(world.owner.run(Releases, { first: 201 })).rejects.toMatchObject({ code: 'BAD_USER_INPUT' });
  });

  it('take their tracks as one list, with ISRCs checked', async () => {
    const { world, artistId } = await seedArtist(api);
    const { id } = await newRelease(world, { artistId });
    const { setTracks } = await world.owner.run(SetTracks, { input: { releaseId: id, tracks: [{ title: 'Die With A Smile', isrc: 'us-um7-24-09273', durationMs: 251_667 }, { title: 'Other' }] } });
    expect(setTracks.release).toEqual({ version: 2, tracks: [{ position: 0, title: 'Die With A Smile', isrc: 'USUM72409273', durationMs: 251_667 }, { position: 1, title: 'Other', isrc: null, durationMs: null }] });
    const { setTracks: refused } = await world.owner.run(SetTracks, { input: { releaseId: id, tracks: [{ title: 'Fine' }, { title: '', isrc: '123' }] } });
    expect(refused.userErrors).toEqual([{ code: 'TEXT_EMPTY', path: ['tracks', '1', 'title'] }, { code: 'ISRC_LENGTH', path: ['tracks', '1', 'isrc'] }]);
    const { setTracks: shorter } = await world.owner.run(SetTracks, { input: { releaseId: id, tracks: [{ title: 'Other' }] } });
    expect(shorter.release?.tracks).toHaveLength(1);
  });

  it('of another workspace look as if they did not exist, wherever they are named', async () => {
    const { world, artistId } = await seedArtist(api);
    const { id, destinations } = await newRelease(world, { artistId });
    const { owner: other } = await seedWorkspace(api);
    expect(await other.run(ReleaseById, { id })).toEqual({ release: null });
    expect((await other.run(Releases, { first: 9, artistId })).releases.totalCount).toBe(0);
    const tries = [
      other.run(CreateRelease, { input: { artistId, title: 'Mine' } }),
      other.run(UpdateRelease, { input: { releaseId: id, title: 'Mine' } }),
      other.run(ChangeSlug, { input: { releaseId: id, slug: 'mine' } }),
      other.run(AddDestinations, { input: { releaseId: id, text: twoLinks } }),
      other.run(SetTracks, { input: { releaseId: id, tracks: [] } }),
      other.run(graphql(`mutation RemoveDestination($input: RemoveDestinationInput!) { removeDestination(input: $input) { userErrors { code } } }`), { input: { destinationId: destinations[0]?.id ?? '' } }),
      other.run(graphql(`mutation DeleteRelease($input: DeleteReleaseInput!) { deleteRelease(input: $input) { deletedReleaseId } }`), { input: { releaseId: id } }),
      other.run(graphql(`query Recognise($releaseId: ID) { recogniseLinks(text: "x", releaseId: $releaseId) { status } }`), { releaseId: id }),
    ];
    for (const attempt of tries) await expect(attempt).rejects.toMatchObject({ code: 'NOT_FOUND' });
    expect((await world.owner.run(ReleaseById, { id })).release?.title).toBe('A song');
  });
});
