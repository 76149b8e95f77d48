import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Scope } from '@lynkify/domain';
import request from 'supertest';
import { aCapture, ship, tenantOf } from '../testing/audience.js';
import { startTestApi, type TestApi } from '../testing/test-api.js';
import { seedWorkspace, unique, type World } from '../testing/world.js';

describe('what a key reaches through other things', () => {
  let api: TestApi;
  let world: World;
  let email: string;
  beforeAll(async () => {
    api = await startTestApi();
    world = await seedWorkspace(api);
    email = `${unique()}@example.com`;
    await ship(api, [aCapture(await tenantOf(world), email)]);
    expect(await api.sql('select 1 from fans where workspace_id = $1', [world.workspaceId])).toHaveLength(1);
  });
  afterAll(() => api.stop());

  const range = '(from: "2026-01-01", to: "2026-01-31")';
  it.each<[string, Scope[], string]>([
    ['the numbers of a release', ['releases:read'], `{ releases { nodes { numbers${range} { visits } } } }`],
    ['the numbers of an artist', ['artists:read'], `{ workspace { artists { numbers${range} { visits } } } }`],
    ['the numbers of the first screen', ['releases:read', 'fans:read'], '{ home { thisWeek { visits } } }'],
    ['fans through the first screen', ['releases:read', 'numbers:read'], '{ home { newestFans { email } } }'],
    ['the release that a fan came by', ['fans:read'], '{ fans { nodes { source { release { title } } } } }'],
    ['the artist that a fan came by', ['fans:read'], '{ fans { nodes { source { artist { name } } } } }'],
    ['the artists of the workspace', ['releases:read'], '{ workspace { artists { name } } }'],
    ['the artist of a release', ['releases:read'], '{ releases { nodes { artist { name } } } }'],
    ['the releases of an artist', ['artists:read'], '{ workspace { artists { releases { nodes { title } } } } }'],
    ['the members of the workspace', ['artists:read', 'releases:read', 'fans:read'], '{ workspace { members { user { email } } } }'],
    ['the invitations of the workspace', ['artists:read'], '{ workspace { invitations { email } } }'],
    ['the keys of the workspace', ['artists:read'], '{ workspace { apiKeys { hint } } }'],
  ])('is not %s without the scope for it', async (_, held, query) => {
    const key = await world.apiKey(held);
    const { body, text } = await request(api.url).post('/graphql').set(key.headers).send({ query });
    expect(body.errors?.[0]?.extensions.code).toBe('FORBIDDEN');
    expect(text).not.toContain(email);
    expect(text).not.toContain(world.owner.email);
  });

  it('is nothing without the scope to export fans, in a file', async () => {
    const key = await world.apiKey(['fans:read', 'fans:write']);
    const { status, text } = await request(api.url).get('/v1/fans.csv').set(key.headers);
    expect({ status, told: text.includes(email) }).toEqual({ status: 403, told: false });
  });
});
