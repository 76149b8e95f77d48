import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { graphql } from '@lynkify/contract';
import { startTestApi, type TestApi } from './test-api.js';
import { seedWorkspace } from './world.js';

const WhoAmI = graphql(`query WhoAmI { me { user { id } memberships { role workspace { id } } } workspace { id role } }`);

describe('a seeded world', () => {
  let api: TestApi;
  beforeAll(async () => {
    api = await startTestApi();
  });
  afterAll(() => api.stop());

  it('has an owner who stands in its workspace', async () => {
    const world = await seedWorkspace(api);
    expect(await world.owner.run(WhoAmI)).toEqual({
      me: { user: { id: world.owner.userId }, memberships: [{ role: 'OWNER', workspace: { id: world.workspaceId } }] },
      workspace: { id: world.workspaceId, role: 'OWNER' },
    });
  });

  it('has members of every role, scripts with keys, and nobody', async () => {
    const world = await seedWorkspace(api);
    const editor = await world.member('editor');
    const script = await world.apiKey(['artists:read']);
    const Role = graphql(`query Role { workspace { id role } }`);
    expect(await editor.run(Role)).toEqual({ workspace: { id: world.workspaceId, role: 'EDITOR' } });
    expect(await script.run(Role)).toEqual({ workspace: { id: world.workspaceId, role: null } });
    await expect(world.anonymous.run(Role)).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
  });

  it('has an artist and as many releases as are asked for', async () => {
    const world = await seedWorkspace(api);
    expect(await world.releases(2)).toHaveLength(2);
    expect(await world.artist()).toEqual(await world.artist());
  });
});
