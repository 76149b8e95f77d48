import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startInternet, type Internet } from '@lynkify/testing';
import sharp from 'sharp';
import request from 'supertest';
import { startTestApi, type TestApi } from '../testing/test-api.js';
import { seedWorkspace, type World } from '../testing/world.js';

describe('pictures of other sites', () => {
  let internet: Internet;
  let api: TestApi;
  let world: World;
  beforeAll(async () => {
    internet = await startInternet();
    api = await startTestApi({ ...internet.settings });
    world = await seedWorkspace(api);
    const cover = await sharp({ create: { width: 600, height: 600, channels: 3, background: '#c0392b' } }).jpeg().toBuffer();
    internet.site('pictures.example.com', ({ url }) => (url.pathname === '/cover.jpg' ? { headers: { 'content-type': 'image/jpeg' }, body: cover } : url.pathname === '/page' ? { body: '<svg onload="alert(1)"/>' } : { status: 404 }));
  });
  afterAll(async () => {
    await api.stop();
    await internet.stop();
  });

  const ask = (url: string) => request(api.url).get('/v1/outside-pictures').query({ url });

  it('are shown small and as ours, whatever they were', async () => {
    const { body, headers } = await ask('https://pictures.example.com/cover.jpg').set(world.owner.headers).responseType('blob').expect(200);
    expect(headers).toMatchObject({ 'content-type': 'image/webp', 'cache-control': 'private, max-age=86400' });
    // Read by hand: in the API's process no reader of buffers is left. Width and height stand in the frame's header (RFC 9649).
    const picture = body as Buffer;
    expect([picture.toString('latin1', 0, 4), picture.toString('latin1', 8, 16), picture.readUInt16LE(26), picture.readUInt16LE(28)]).toEqual(['RIFF', 'WEBPVP8 ', 144, 144]);
  });

  it('are none where there is no picture, a program, or an address inside our own network', async () => {
    await ask('https://pictures.example.com/none.jpg').set(world.owner.headers).expect(404);
    await ask('https://pictures.example.com/page').set(world.owner.headers).expect(404);
    await ask('http://127.0.0.1/cover.jpg').set(world.owner.headers).expect(400);
    await ask('not an address').set(world.owner.headers).expect(400);
  });

  it('are fetched for nobody who is not signed in', async () => {
    const before = internet.requests.length;
    await ask('https://pictures.example.com/cover.jpg').expect(401);
    expect(internet.requests).toHaveLength(before);
  });
});
