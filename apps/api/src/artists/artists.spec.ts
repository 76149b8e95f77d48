import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { graphql } from '@lynkify/contract';
import { ChangeHandle, CreateArtist, newArtist, newRelease, pageAt, publish, PublishBioPage } from '../testing/catalogue.js';
import { startTestApi, type TestApi } from '../testing/test-api.js';
import { seedWorkspace, unique } from '../testing/world.js';

const ArtistById = graphql(`query ArtistById($id: ID!) { artist(id: $id) { id name handle formerHandles publicUrl bioPage { status sections { type visible settings } } } }`);
const UpdateArtist = graphql(`mutation UpdateArtist($input: UpdateArtistInput!) { updateArtist(input: $input) { artist { name } userErrors { code path } } }`);
const SetReleaseTheme = graphql(`mutation SetReleaseTheme($input: UpdateArtistInput!) { updateArtist(input: $input) { artist { releaseTheme { look font background weight buttons accent ground } } userErrors { code path } } }`);
const ThemeOfRelease = graphql(`query ThemeOfRelease($id: ID!) { release(id: $id) { theme { look font accent } } }`);
const Availability = graphql(`query Availability($handle: String!) { handleAvailability(handle: $handle) { handle available code suggestion } }`);

describe('artists', () => {
  let api: TestApi;
  beforeAll(async () => {
    api = await startTestApi();
  });
  afterAll(() => api.stop());

  it('come with a bio page whose signup names them in its wording', async () => {
    const world = await seedWorkspace(api);
    const { id, handle } = await newArtist(world, unique(), 'Die Ärzte');
    const { artist } = await world.owner.run(ArtistById, { id });
    expect(artist).toMatchObject({ name: 'Die Ärzte', handle, formerHandles: [], publicUrl: `http://localhost:4200/${handle}`, bioPage: { status: 'DRAFT' } });
    expect(artist?.bioPage.sections.map(({ type }) => type)).toEqual(['featured-release', 'socials', 'links', 'signup']);
    expect(artist?.bioPage.sections[3]?.settings).toMatchObject({ capture: { title: 'Get the next one first', consentText: expect.stringContaining('Die Ärzte') } });
  });

  it('have a look of their own for new releases, which later ones start with and earlier ones keep out of', async () => {
    const world = await seedWorkspace(api);
    const { id } = await newArtist(world, unique(), 'Die Ärzte');
    const before = await newRelease(world, { artistId: id });
    const set = async (releaseTheme: { look?: 'POSTER' | 'TAPE'; accent?: string; font?: 'SERIF' } | null) => (await world.owner.run(SetReleaseTheme, { input: { artistId: id, releaseTheme } })).updateArtist;

    expect(await set({ accent: 'red' })).toEqual({ artist: null, userErrors: [{ code: 'THEME_INVALID', path: ['releaseTheme', 'accent'] }] });
    expect((await set({ look: 'POSTER', accent: '#112233' })).artist?.releaseTheme).toEqual({ look: 'POSTER', font: 'CONDENSED', background: 'COLOUR', weight: 'SOLID', buttons: 'square', accent: '#112233', ground: null });
    const after = await newRelease(world, { artistId: id });
    const themeOf = async (releaseId: string) => (await world.owner.run(ThemeOfRelease, { id: releaseId })).release?.theme;
    expect(await themeOf(after.id)).toMatchObject({ look: 'POSTER', font: 'CONDENSED', accent: '#112233' });
    expect(await themeOf(before.id)).toMatchObject({ look: 'SLEEVE', accent: null });
    // Another look brings its own; what is chosen with it stays.
    expect((await set({ look: 'TAPE', font: 'SERIF' })).artist?.releaseTheme).toMatchObject({ look: 'TAPE', font: 'SERIF', background: 'FRAME', accent: '#112233' });

    expect((await set(null)).artist?.releaseTheme).toBeNull();
    expect(await themeOf((await newRelease(world, { artistId: id })).id)).toMatchObject({ look: 'SLEEVE', accent: null });
  });

  it.each([
    ['HANDLE_RESERVED', 'admin'],
    ['HANDLE_INVALID', 'two words'],
    ['HANDLE_TOO_SHORT', 'a'],
  ])('refuse a handle with %s', async (code, handle) => {
    const world = await seedWorkspace(api);
    const { createArtist } = await world.owner.run(CreateArtist, { input: { name: 'Somebody', handle } });
    expect(createArtist).toEqual({ artist: null, userErrors: [{ code, path: ['handle'] }] });
  });

  it('refuse a handle that another workspace holds or that looks like it, and leave nothing of the try', async () => {
    const [first, second] = [await seedWorkspace(api), await seedWorkspace(api)];
    const taken = `${unique()}-o`;
    await newArtist(first, taken);
    const same = await second.owner.run(CreateArtist, { input: { name: 'Somebody', handle: taken } });
    expect(same.createArtist.userErrors).toEqual([{ code: 'HANDLE_TAKEN', path: ['handle'] }]);
    const alike = await second.owner.run(CreateArtist, { input: { name: 'Somebody', handle: taken.replace('-o', '0') } });
    expect(alike.createArtist.userErrors).toEqual([{ code: 'HANDLE_LOOKALIKE', path: ['handle'] }]);
    const { workspace } = await second.owner.run(graphql(`query Roster { workspace { artists { id } } }`));
    expect(workspace.artists).toEqual([]);
  });

  it('give a handle to exactly one of many who want it at the same moment', async () => {
    const worlds = await Promise.all([1, 2, 3, 4].map(() => seedWorkspace(api)));
    const handle = unique();
    const outcomes = await Promise.all(worlds.map((world) => world.owner.run(CreateArtist, { input: { name: 'Somebody', handle } })));
    expect(outcomes.filter(({ createArtist }) => createArtist.artist)).toHaveLength(1);
    expect(outcomes.flatMap(({ createArtist }) => createArtist.userErrors.map(({ code }) => code))).toEqual(['HANDLE_TAKEN', 'HANDLE_TAKEN', 'HANDLE_TAKEN']);
  });

  it('say whether a handle can be had and offer one that can', async () => {
    const world = await seedWorkspace(api);
    const handle = unique();
    expect((await world.owner.run(Availability, { handle: `@${handle}` })).handleAvailability).toEqual({ handle, available: true, code: null, suggestion: null });
    await newArtist(world, handle);
    const { handleAvailability } = await (await seedWorkspace(api)).owner.run(Availability, { handle });
    expect(handleAvailability).toMatchObject({ available: false, code: 'HANDLE_TAKEN', suggestion: expect.stringMatching(new RegExp(handle)) });
    const { handleAvailability: offered } = await world.owner.run(Availability, { handle: handleAvailability.suggestion ?? '' });
    expect(offered.available).toBe(true);
    const named = await world.owner.run(Availability, { handle: 'Sigur Rós!' });
    expect(named.handleAvailability).toMatchObject({ available: false, code: 'HANDLE_INVALID', suggestion: expect.stringContaining('sigur-ros') });
    await expect(world.anonymous.run(Availability, { handle })).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
  });

  it('move with all their pages to a new handle, and every former address leads straight to the new one', async () => {
    const world = await seedWorkspace(api);
    const [a, b, c] = [`${unique()}-a`, `${unique()}-b`, `${unique()}-c`];
    const artist = await newArtist(world, a);
    const release = await newRelease(world, { artistId: artist.id, slug: 'song' });
    await publish(world.owner, release.id);
    await world.owner.run(PublishBioPage, { input: { artistId: artist.id } });

    for (const handle of [b, c]) await world.owner.run(ChangeHandle, { input: { artistId: artist.id, handle } });
    expect(await pageAt(world, `/${c}/song`)).toMatchObject({ kind: 'smart-link', artist: { handle: c } });
    expect(await pageAt(world, `/${c}`)).toMatchObject({ kind: 'bio-page', artist: { handle: c } });
    for (const former of [a, b]) {
      expect(await pageAt(world, `/${former}`)).toMatchObject({ kind: 'redirect', to: `/${c}` });
      expect(await pageAt(world, `/${former}/song`)).toMatchObject({ kind: 'redirect', to: `/${c}/song` });
    }
    const { artist: moved } = await world.owner.run(ArtistById, { id: artist.id });
    expect(moved?.formerHandles).toEqual([b, a]);
  });

  it('can take their own former handle back, and nobody else ever can', async () => {
    const [world, other] = [await seedWorkspace(api), await seedWorkspace(api)];
    const [a, b] = [`${unique()}-a`, `${unique()}-b`];
    const artist = await newArtist(world, a);
    await publish(world.owner, (await newRelease(world, { artistId: artist.id, slug: 'song' })).id);
    await world.owner.run(ChangeHandle, { input: { artistId: artist.id, handle: b } });
    const stolen = await other.owner.run(CreateArtist, { input: { name: 'Somebody', handle: a } });
    expect(stolen.createArtist.userErrors).toEqual([{ code: 'HANDLE_TAKEN', path: ['handle'] }]);

    const { changeHandle } = await world.owner.run(ChangeHandle, { input: { artistId: artist.id, handle: a } });
    expect(changeHandle).toMatchObject({ artist: { handle: a, formerHandles: [b] }, userErrors: [] });
    expect(await pageAt(world, `/${a}/song`)).toMatchObject({ kind: 'smart-link', artist: { handle: a } });
    expect(await pageAt(world, `/${b}/song`)).toMatchObject({ kind: 'redirect', to: `/${a}/song` });
  });

  it('show a new name on their published pages at once, in credits that were nothing but the name', async () => {
    const world = await seedWorkspace(api);
    const artist = await newArtist(world, unique(), 'The Old Name');
    await publish(world.owner, (await newRelease(world, { artistId: artist.id, slug: 'song' })).id);
    await world.owner.run(UpdateArtist, { input: { artistId: artist.id, name: 'The New Name' } });
    expect(await pageAt(world, `/${artist.handle}/song`)).toMatchObject({ artist: { name: 'The New Name' }, release: { artistCredit: 'The New Name' } });
  });

  it('of another workspace look as if they did not exist', async () => {
    const [world, other] = [await seedWorkspace(api), await seedWorkspace(api)];
    const { id } = await newArtist(world, unique());
    expect(await other.owner.run(ArtistById, { id })).toEqual({ artist: null });
    await expect(other.owner.run(UpdateArtist, { input: { artistId: id, name: 'Mine' } })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(other.owner.run(ChangeHandle, { input: { artistId: id, handle: unique() } })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(world.owner.run(UpdateArtist, { input: { artistId: 'no-id', name: 'Mine' } })).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it('are not made by who may only look', async () => {
    const world = await seedWorkspace(api);
    const viewer = await world.member('viewer');
    await expect(viewer.run(CreateArtist, { input: { name: 'Somebody', handle: unique() } })).rejects.toMatchObject({ code: 'FORBIDDEN' });
  });
});
