import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import request from 'supertest';
import { AddDestinations, PublishRelease, UnpublishRelease, UpdateRelease } from '../testing/catalogue.js';
import { startTestApi, type TestApi } from '../testing/test-api.js';
import { seedWorkspace, type Asker, type World } from '../testing/world.js';

const ofRelease = 'query ($id: ID!) { release(id: $id) { title publishedDocument } }';
const ofArtist = 'query ($id: ID!) { artist(id: $id) { bioPage { headline publishedDocument } } }';
const publishBioPage = 'mutation ($id: ID!) { publishBioPage(input: { artistId: $id }) { userErrors { code } } }';
const updateBioPage = 'mutation ($id: ID!, $headline: String) { updateBioPage(input: { artistId: $id, headline: $headline }) { userErrors { code } } }';

describe('what the public sees now', () => {
  let api: TestApi;
  beforeAll(async () => {
    api = await startTestApi();
  });
  afterAll(() => api.stop());

  const ask = async (asker: Asker, query: string, variables: object) => (await request(api.url).post('/graphql').set(asker.headers).send({ query, variables })).body;
  const shown = async (world: World, releaseId: string) => (await ask(world.owner, ofRelease, { id: releaseId })).data.release;
  const seedRelease = async (world: World) => {
    const [release] = await world.releases(1);
    const releaseId = release?.id ?? '';
    await world.owner.run(AddDestinations, { input: { releaseId, text: 'https://open.spotify.com/album/4aawyAB9vmqN3uQ7FjRGTy' } });
    return releaseId;
  };

  it('is nothing of a draft, the published smart link whatever was saved since, and nothing once it is taken back', async () => {
    const world = await seedWorkspace(api);
    const releaseId = await seedRelease(world);
    const { title } = await shown(world, releaseId);
    expect((await shown(world, releaseId)).publishedDocument).toBeNull();

    await world.owner.run(PublishRelease, { input: { releaseId } });
    await world.owner.run(UpdateRelease, { input: { releaseId, title: 'Saved and not published' } });
    expect(await shown(world, releaseId)).toMatchObject({ title: 'Saved and not published', publishedDocument: { kind: 'smart-link', release: { id: releaseId, title } } });

    await world.owner.run(UnpublishRelease, { input: { releaseId } });
    expect((await shown(world, releaseId)).publishedDocument).toBeNull();
  });

  it('is the published bio page, and nothing before', async () => {
    const world = await seedWorkspace(api);
    const { id } = await world.artist();
    const { owner } = world;
    await ask(owner, updateBioPage, { id, headline: 'First words' });
    expect((await ask(owner, ofArtist, { id })).data.artist.bioPage).toEqual({ headline: 'First words', publishedDocument: null });
    await ask(owner, publishBioPage, { id });
    await ask(owner, updateBioPage, { id, headline: 'Other words' });
    expect((await ask(owner, ofArtist, { id })).data.artist.bioPage).toMatchObject({ headline: 'Other words', publishedDocument: { kind: 'bio-page', headline: 'First words' } });
  });

  it('is for members and keys that may read it, not for other workspaces or nobody', async () => {
    const world = await seedWorkspace(api);
    const releaseId = await seedRelease(world);
    await world.owner.run(PublishRelease, { input: { releaseId } });
    const codeFor = async (asker: Asker) => {
      const { data, errors } = await ask(asker, ofRelease, { id: releaseId });
      return data?.release?.publishedDocument ? 'seen' : (errors?.[0]?.extensions.code ?? 'nothing');
    };
    expect(await codeFor(await world.member('viewer'))).toBe('seen');
    expect(await codeFor(await world.apiKey(['releases:read']))).toBe('seen');
    expect(await codeFor(await world.apiKey(['artists:read', 'releases:write', 'pages:publish']))).toBe('FORBIDDEN');
    expect(await codeFor((await seedWorkspace(api)).owner)).toBe('nothing');
    expect(await codeFor(world.anonymous)).toBe('UNAUTHENTICATED');
    expect(await codeFor(world.renderer)).toBe('FORBIDDEN');
  });
});
