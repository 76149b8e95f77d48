import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import request from 'supertest';
import { startTestApi, type TestApi } from '../testing/test-api.js';

describe('health', () => {
  let api: TestApi;
  beforeAll(async () => {
    api = await startTestApi();
  });
  afterAll(() => api.stop());

  it('says that the process lives and that the database answers', async () => {
    await request(api.url).get('/healthz').expect(200, { status: 'ok' });
    await request(api.url).get('/readyz').expect(200, { status: 'ready', database: 'answers' });
  });

  it('answers an unknown route with a code, a message and the request id', async () => {
    const { body, headers } = await request(api.url).get('/nowhere').set('x-request-id', 'a-known-request-id').expect(404);
    expect(body).toMatchObject({ code: 'NOT_FOUND', requestId: 'a-known-request-id' });
    expect(headers['x-request-id']).toBe('a-known-request-id');
  });

  it('answers an address that cannot be decoded in the same shape', async () => {
    const { body, headers } = await request(api.url).post('/v1/releases/%ff/publish').set('x-request-id', 'a-known-request-id').expect(400);
    expect(body).toEqual({ code: 'BAD_USER_INPUT', message: expect.any(String), requestId: 'a-known-request-id' });
    expect(headers['x-request-id']).toBe('a-known-request-id');
  });

  it('answers what fails before GraphQL begins in the shape of GraphQL', async () => {
    const { body } = await request(api.url).post('/graphql').set('authorization', 'Bearer lyk_live_x').set('content-type', 'application/json').send({ query: '{ me { user { id } } }' }).expect(401);
    expect(body).toEqual({ errors: [{ message: expect.stringContaining('no valid key'), extensions: { code: 'UNAUTHENTICATED', requestId: expect.any(String) } }] });
  });
});
