import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import request from 'supertest';
import { startTestApi, type TestApi } from '../testing/test-api.js';
import { seedWorkspace } from '../testing/world.js';

const rename = { query: 'mutation ($input: UpdateProfileInput!) { updateProfile(input: $input) { userErrors { code } } }', variables: { input: { name: 'Renamed by another site' } } };

describe('requests that another site makes in the name of who is signed in', () => {
  let api: TestApi;
  beforeAll(async () => {
    api = await startTestApi();
  });
  afterAll(() => api.stop());

  const nameOf = async (userId: string) => (await api.sql('select name from users where id = $1', [userId]))[0]?.name;

  it('are refused as the forms that a browser sends without asking first', async () => {
    const { owner } = await seedWorkspace(api);
    const { cookie = '' } = owner.headers;
    const form = new URLSearchParams({ query: rename.query, variables: JSON.stringify(rename.variables) }).toString();
    for (const [type, body] of [['application/x-www-form-urlencoded', form], ['text/plain', JSON.stringify(rename)], ['multipart/form-data; boundary=x', `--x\r\ncontent-disposition: form-data; name="query"\r\n\r\n${rename.query}\r\n--x--`]] as const) {
      const { status } = await request(api.url).post('/graphql').set('cookie', cookie).set('content-type', type).send(body);
      expect({ type, refused: status >= 400 && status < 500 }).toEqual({ type, refused: true });
    }
    expect(await nameOf(owner.userId)).toBe('A member');
  });

  it('are refused as a link or a picture', async () => {
    const { owner } = await seedWorkspace(api);
    const { status } = await request(api.url).get('/graphql').query({ query: rename.query, variables: JSON.stringify(rename.variables) }).set('cookie', owner.headers.cookie ?? '');
    expect(status).toBeGreaterThanOrEqual(400);
    expect(await nameOf(owner.userId)).toBe('A member');
  });

  it('are refused when the browser says that they come from elsewhere', async () => {
    const { owner } = await seedWorkspace(api);
    for (const origin of ['https://evil.example', 'null', 'http://localhost:4200', 'http://localhost:4000.evil.example']) {
      const { status, body } = await request(api.url).post('/graphql').set('cookie', owner.headers.cookie ?? '').set('origin', origin).send(rename);
      expect({ origin, status, code: body.errors[0].extensions.code }).toEqual({ origin, status: 403, code: 'FORBIDDEN' });
    }
    expect(await nameOf(owner.userId)).toBe('A member');
    const { body } = await request(api.url).post('/graphql').set(owner.headers).send(rename);
    expect(body.data.updateProfile.userErrors).toEqual([]);
  });

  it('are refused outside of GraphQL when the browser does not say where they come from', async () => {
    const { owner } = await seedWorkspace(api);
    const { cookie = '' } = owner.headers;
    await request(api.url).post('/v1/releases').set('cookie', cookie).send({}).expect(403);
    await request(api.url).post('/v1/media').set('cookie', cookie).attach('file', Buffer.from('x'), 'x.png').expect(403);
    const { status } = await request(api.url).post('/v1/releases').set(owner.headers).send({});
    expect(status).not.toBe(403);
  });

  it('read nothing: no other origin is allowed to see an answer', async () => {
    const { owner } = await seedWorkspace(api);
    const { headers } = await request(api.url).options('/graphql').set('origin', 'https://evil.example').set('access-control-request-method', 'POST').set('cookie', owner.headers.cookie ?? '');
    expect(headers['access-control-allow-origin']).toBeUndefined();
  });

  it('cannot run or frame anything on our origin', async () => {
    const { headers } = await request(api.url).get('/healthz');
    const policy = String(headers['content-security-policy']);
    expect(policy).toContain("script-src 'self';");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toMatch(/script-src[^;]*unsafe/);
    expect(headers['x-content-type-options']).toBe('nosniff');
  });

  it('gets a cookie that only TLS carries, to this host alone, when the instance is served over TLS', async () => {
    const secure = await startTestApi({ PUBLIC_API_URL: 'https://app.example.com' });
    try {
      const { body, headers } = await request(secure.url).post('/graphql').set('cookie', '__Host-lynkify_session=x').set('origin', 'https://app.example.com').send({ query: 'mutation { signOut { signedOut } }' });
      expect(body.data.signOut.signedOut).toBe(true);
      expect([headers['set-cookie']].flat()[0]).toMatch(/^__Host-lynkify_session=; Max-Age=0; Path=\/; Expires=Thu, 01 Jan 1970 00:00:00 GMT; HttpOnly; Secure; SameSite=Lax$/);
      expect(headers['strict-transport-security']).toBeDefined();
    } finally {
      await secure.stop();
    }
  });
});
