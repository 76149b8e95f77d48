import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import request from 'supertest';
import { startTestApi, type TestApi } from '../testing/test-api.js';
import { seedWorkspace, type Person } from '../testing/world.js';

describe('limits of a GraphQL request', () => {
  let api: TestApi;
  let owner: Person;
  beforeAll(async () => {
    api = await startTestApi();
    ({ owner } = await seedWorkspace(api));
  });
  afterAll(() => api.stop());

  const ask = (body: string | object) => request(api.url).post('/graphql').set(owner.headers).set('content-type', 'application/json').send(body);
  const messageOf = async (query: string): Promise<string> => (await ask({ query })).body.errors?.[0]?.message ?? '';

  it('refuse what nests too deep', async () => {
    const nested = (depth: number): string => (depth === 0 ? 'id' : `artist { releases(first: 1) { nodes { ${nested(depth - 1)} } } }`);
    expect(await messageOf(`{ releases(first: 1) { nodes { ${nested(4)} } } }`)).toMatch(/depth/i);
    expect(await messageOf(`{ releases(first: 1) { nodes { ${nested(1)} } } }`)).toBe('');
  });

  it('refuse the same field under many names', async () => {
    const aliases = (count: number) => `{ ${Array.from({ length: count }, (_, index) => `a${index}: me { user { id } }`).join(' ')} }`;
    expect(await messageOf(aliases(31))).toMatch(/aliases/i);
    expect(await messageOf(aliases(10))).toBe('');
  });

  it('refuse a document of too many words while reading it', async () => {
    const { status, body } = await ask({ query: `{ ${'me { user { id } } '.repeat(500)} }` });
    expect(status).toBe(400);
    expect(body.errors[0].message).toMatch(/token/i);
  });

  it('refuse what would cost too much', async () => {
    const wide = Array.from({ length: 25 }, (_, index) => `a${index}: workspace { members { user { id email name } role } artists { releases(first: 200) { nodes { id title slug destinations { id url } tracks { id title } } } } }`).join(' ');
    expect(await messageOf(`{ ${wide} }`)).toMatch(/cost|token/i);
  });

  it('refuse several operations in one request', async () => {
    const { status } = await ask([{ query: '{ me { user { id } } }' }, { query: '{ me { user { id } } }' }]);
    expect(status).toBe(400);
  });

  it('refuse a body of more than a megabyte', async () => {
    const { status, body } = await ask({ query: '{ me { user { id } } }', variables: { padding: 'x'.repeat(1024 * 1024) } });
    expect(status).toBe(413);
    expect(body.errors[0].extensions).toMatchObject({ code: 'TOO_LARGE', requestId: expect.any(String) });
  });

  it('let tools read the schema', async () => {
    const { body } = await ask({ query: '{ __schema { queryType { name } types { name fields { name type { ofType { ofType { ofType { name } } } } } } } }' });
    expect(body.data.__schema.queryType.name).toBe('Query');
  });

  it('never stand in the way of what a screen asks', async () => {
    expect(await messageOf('{ me { user { id name } sessions { id device } memberships { role workspace { id name } } } workspace { members { user { name } role } invitations { email } apiKeys { name createdBy { name } } } }')).toBe('');
  });
});

describe('errors of a GraphQL request', () => {
  let api: TestApi;
  beforeAll(async () => {
    api = await startTestApi();
  });
  afterAll(() => api.stop());

  it('tell the caller what is theirs to mend, with the request id', async () => {
    const { body } = await request(api.url).post('/graphql').set('x-request-id', 'my-own-request-id').send({ query: '{ nothingLikeIt }' });
    expect(body.errors[0].message).toContain('nothingLikeIt');
    expect(body.errors[0].extensions).toEqual({ code: 'GRAPHQL_VALIDATION_FAILED', requestId: 'my-own-request-id' });
  });

  it('tell by the field what is wrong with an input', async () => {
    const { owner } = await seedWorkspace(api);
    const { body } = await request(api.url).post('/graphql').set(owner.headers).send({ query: 'mutation { endSession(input: { sessionId: "x" }) { userErrors { code } } }' });
    expect(body.errors[0].extensions).toMatchObject({ code: 'BAD_USER_INPUT', fields: { sessionId: 'This is no id of a session.' } });
  });

  it('hide what went wrong inside and name the request instead', async () => {
    const { owner } = await seedWorkspace(api);
    await api.sql('alter table sessions rename column device to device_renamed_by_a_test');
    const { body, text } = await request(api.url).post('/graphql').set('x-request-id', 'a-failing-request').send({ query: 'mutation ($input: SignInInput!) { signIn(input: $input) { me { user { id } } } }', variables: { input: { email: owner.email, password: 'nine lemons under a bridge' } } });
    expect(body.errors[0]).toMatchObject({ message: 'Something went wrong on our side. Quote the request id when you write to us.', extensions: { code: 'INTERNAL_SERVER_ERROR', requestId: 'a-failing-request' } });
    expect(text).not.toMatch(/device|column|sessions|stack/);
  });
});
