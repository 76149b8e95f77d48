import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { graphql } from '@lynkify/contract';
import request from 'supertest';
import { newArtist, pageAt, twoLinks } from '../testing/catalogue.js';
import { startTestApi, type TestApi } from '../testing/test-api.js';
import { seedWorkspace, unique } from '../testing/world.js';

describe('REST for releases', () => {
  let api: TestApi;
  beforeAll(async () => {
    api = await startTestApi();
  });
  afterAll(() => api.stop());

  it('makes and publishes a release with a key alone', async () => {
    const world = await seedWorkspace(api);
    const { handle } = await newArtist(world, unique());
    const key = await world.apiKey(['releases:write', 'pages:publish']);
    const { body } = await request(api.url).post('/v1/releases').set('authorization', `Bearer ${key.key}`).send({ title: 'Zebra', type: 'single', links: twoLinks.split('\n') }).expect(201);
    expect(body).toMatchObject({ release: { title: 'Zebra', slug: 'zebra', status: 'draft', url: `http://localhost:4200/${handle}/zebra` }, links: [{ status: 'recognised', platform: 'spotify' }, { status: 'recognised', platform: 'deezer' }] });
    const published = await request(api.url).post(`/v1/releases/${body.release.id}/publish`).set('authorization', `Bearer ${key.key}`).expect(200);
    expect(published.body.release.status).toBe('published');
    expect(await pageAt(world, `/${handle}/zebra`)).toMatchObject({ kind: 'smart-link', destinations: [{ platform: 'spotify' }, { platform: 'deezer' }] });
  });

  it('says when a platform is offered, by its name', async () => {
    const world = await seedWorkspace(api);
    await newArtist(world, unique());
    const key = await world.apiKey(['releases:read', 'releases:write']);
    const send = (method: 'post' | 'patch', path: string, body: object) => request(api.url)[method](path).set('authorization', `Bearer ${key.key}`).send(body);
    const { body } = await send('post', '/v1/releases', { title: 'Zebra', links: twoLinks }).expect(201);
    const path = `/v1/releases/${body.release.id}/destinations/deezer`;
    await send('patch', path, { offered: false, offeredFrom: '2031-01-01T10:00' }).expect(200);
    expect((await send('patch', path, { offeredUntil: '2030-01-01T10:00' }).expect(422)).body).toMatchObject({ code: 'WINDOW_BACKWARDS', fields: { offeredUntil: expect.any(String) } });
    await send('patch', path.replace('deezer', 'tidal'), { offered: false }).expect(404);
    const { release } = await world.owner.run(graphql(`query Offers($id: ID!) { release(id: $id) { destinations { platform offered offeredFrom } } }`), { id: body.release.id });
    expect(release?.destinations[1]).toEqual({ platform: 'deezer', offered: false, offeredFrom: '2031-01-01T10:00' });
  });

  it('says what is wrong by field, and whose release it is to be when there are several artists', async () => {
    const world = await seedWorkspace(api, { kind: 'label' });
    const [one] = [await newArtist(world, unique()), await newArtist(world, unique())];
    const key = await world.apiKey(['releases:write', 'pages:publish']);
    const post = (path: string, body: object) => request(api.url).post(path).set('authorization', `Bearer ${key.key}`).send(body);
    expect((await post('/v1/releases', { title: 'Zebra' }).expect(422)).body).toMatchObject({ code: 'ARTIST_MISSING', fields: { artistId: expect.any(String) } });
    expect((await post('/v1/releases', { artistId: one?.id, title: 'Zebra', upc: '123' }).expect(422)).body).toMatchObject({ code: 'UPC_LENGTH', requestId: expect.any(String), fields: { upc: expect.any(String) } });
    expect((await post('/v1/releases', { artistId: one?.id, type: 'opera' }).expect(400)).body).toMatchObject({ code: 'BAD_USER_INPUT', fields: { type: expect.any(String) } });
    const { body } = await post('/v1/releases', { artistId: one?.id, title: 'Zebra' }).expect(201);
    expect((await post(`/v1/releases/${body.release.id}/publish`, {}).expect(422)).body).toMatchObject({ code: 'NO_DESTINATIONS' });
    await post('/v1/releases/no-id/publish', {}).expect(404);
  });

  it('is closed to keys without the scope and to nobody', async () => {
    const world = await seedWorkspace(api);
    const key = await world.apiKey(['releases:read']);
    await request(api.url).post('/v1/releases').set('authorization', `Bearer ${key.key}`).send({ title: 'Zebra' }).expect(403);
    await request(api.url).post('/v1/releases').send({ title: 'Zebra' }).expect(401);
  });
});
