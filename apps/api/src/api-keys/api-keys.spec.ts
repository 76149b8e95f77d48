import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { graphql } from '@lynkify/contract';
import request from 'supertest';
import { startTestApi, type TestApi } from '../testing/test-api.js';
import { asker, seedWorkspace, type World } from '../testing/world.js';
import { ApiKeysService } from './api-keys.service.js';
import { isKeyText, newKey } from './key-text.js';

const Create = graphql(`
  mutation Create($input: CreateApiKeyInput!) {
    createApiKey(input: $input) { apiKey { id name hint scopes expiresAt revokedAt lastUsedAt createdBy { id } } key userErrors { code path } }
  }
`);
const Revoke = graphql(`mutation Revoke($input: RevokeApiKeyInput!) { revokeApiKey(input: $input) { apiKey { revokedAt } userErrors { code } } }`);
const Keys = graphql(`query Keys { workspace { apiKeys { id hint lastUsedAt revokedAt createdBy { id } } } }`);
const Standing = graphql(`query Standing { workspace { id role } }`);
const Members = graphql(`query Members { workspace { members { role } } }`);
const Remove = graphql(`mutation Remove($input: RemoveMemberInput!) { removeMember(input: $input) { userErrors { code } } }`);
const ChangeRole = graphql(`mutation ChangeRole($input: ChangeMemberRoleInput!) { changeMemberRole(input: $input) { userErrors { code } } }`);

describe('the text of a key', () => {
  it('has the prefix, 30 random digits and 6 of their checksum', () => {
    const key = newKey();
    expect(key).toMatch(/^lyk_live_[0-9A-Za-z]{36}$/);
    expect(isKeyText(key)).toBe(true);
    expect(newKey()).not.toBe(key);
  });

  it('tells a mistyped key from a real one', () => {
    const key = newKey();
    for (let place = 'lyk_live_'.length; place < key.length; place += 1) {
      const other = key[place] === 'a' ? 'b' : 'a';
      expect(isKeyText(`${key.slice(0, place)}${other}${key.slice(place + 1)}`)).toBe(false);
    }
    for (const text of ['', 'lyk_live_', key.slice(1), `${key}0`, key.replace('live', 'test')]) expect(isKeyText(text)).toBe(false);
  });
});

describe('API keys', () => {
  let api: TestApi;
  beforeAll(async () => {
    api = await startTestApi();
  });
  afterAll(() => api.stop());

  const script = (key: string | null | undefined) => asker(api, { authorization: `Bearer ${key}` });
  const create = async (world: World, scopes: string[]) => (await world.owner.run(Create, { input: { name: 'Nightly script', scopes } })).createApiKey;

  it('makes a key that is shown once, stored hashed, and stands in its workspace', async () => {
    const world = await seedWorkspace(api);
    const { apiKey, key } = await create(world, ['releases:write', 'releases:read', 'releases:read']);
    expect(apiKey).toEqual({ id: expect.any(String), name: 'Nightly script', hint: key?.slice(-4), scopes: ['releases:write', 'releases:read'], expiresAt: null, revokedAt: null, lastUsedAt: null, createdBy: { id: world.owner.userId } });
    expect(await script(key).run(Standing)).toEqual({ workspace: { id: world.workspaceId, role: null } });
    const [row] = await api.sql<{ text: string }>('select k::text as text from api_keys k where id = $1', [apiKey?.id]);
    expect(row?.text).not.toContain(key);
  });

  it('lets a key do what its scopes say and nothing else', async () => {
    const world = await seedWorkspace(api);
    const { key } = await create(world, ['releases:read']);
    await expect(script(key).run(Members)).rejects.toMatchObject({ code: 'FORBIDDEN' });
    await expect(script(key).run(Keys)).rejects.toMatchObject({ code: 'FORBIDDEN' });
    await expect(script(key).run(Create, { input: { name: 'Child', scopes: ['releases:read'] } })).rejects.toMatchObject({ code: 'FORBIDDEN' });
  });

  it('stays in its workspace whatever the header says, and counts more than a cookie', async () => {
    const world = await seedWorkspace(api);
    const other = await seedWorkspace(api);
    const { key } = await create(world, ['releases:read']);
    const both = asker(api, { ...other.owner.headers, authorization: `Bearer ${key}` });
    expect(await both.run(Standing)).toEqual({ workspace: { id: world.workspaceId, role: null } });
  });

  it('refuses scopes that there are not, that the maker does not hold, and an end in the past', async () => {
    const world = await seedWorkspace(api);
    const admin = await world.member('admin');
    const errors = async (input: { name: string; scopes: string[]; expiresAt?: string }) => (await admin.run(Create, { input })).createApiKey.userErrors;
    expect(await errors({ name: 'K', scopes: [] })).toEqual([{ code: 'SCOPES_EMPTY', path: ['scopes'] }]);
    expect(await errors({ name: 'K', scopes: ['releases:read', 'members:own'] })).toEqual([{ code: 'SCOPE_UNKNOWN', path: ['scopes'] }]);
    expect(await errors({ name: ' ', scopes: ['releases:read'], expiresAt: '2020-01-01T00:00:00Z' })).toEqual([{ code: 'TEXT_EMPTY', path: ['name'] }, { code: 'EXPIRY_PAST', path: ['expiresAt'] }]);
  });

  it('ends a key at once when it is revoked', async () => {
    const world = await seedWorkspace(api);
    const { apiKey, key } = await create(world, ['releases:read']);
    await script(key).run(Standing);
    const { revokeApiKey } = await world.owner.run(Revoke, { input: { apiKeyId: apiKey?.id ?? '' } });
    expect(revokeApiKey).toEqual({ apiKey: { revokedAt: expect.any(String) }, userErrors: [] });
    await expect(script(key).run(Standing)).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
    expect((await world.owner.run(Revoke, { input: { apiKeyId: apiKey?.id ?? '' } })).revokeApiKey).toEqual(revokeApiKey);
  });

  it('ends a key when its time has come', async () => {
    const world = await seedWorkspace(api);
    const inAnHour = new Date(Date.now() + 3_600_000).toISOString();
    const { createApiKey } = await world.owner.run(Create, { input: { name: 'K', scopes: ['releases:read'], expiresAt: inAnHour } });
    expect(createApiKey.apiKey?.expiresAt).toBe(inAnHour);
    await script(createApiKey.key).run(Standing);
    await api.sql(`update api_keys set expires_at = now() - interval '1 second' where id = $1`, [createApiKey.apiKey?.id]);
    await expect(script(createApiKey.key).run(Standing)).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
  });

  it('remembers when a key was last used, to the minute', async () => {
    const world = await seedWorkspace(api);
    const { apiKey, key } = await create(world, ['releases:read']);
    const lastUsed = async () => (await world.owner.run(Keys)).workspace.apiKeys.find(({ id }) => id === apiKey?.id)?.lastUsedAt;
    expect(await lastUsed()).toBeNull();
    await script(key).run(Standing);
    const first = await lastUsed();
    expect(first).not.toBeNull();
    await script(key).run(Standing);
    expect(await lastUsed()).toBe(first);
    await api.sql(`update api_keys set last_used_at = last_used_at - interval '2 minutes' where id = $1`, [apiKey?.id]);
    await script(key).run(Standing);
    expect(new Date((await lastUsed()) ?? 0).getTime()).toBeGreaterThanOrEqual(new Date(first ?? 0).getTime());
  });

  it('takes from a key what its maker may do no more, and ends it when they leave', async () => {
    const world = await seedWorkspace(api);
    const admin = await world.member('admin');
    const { createApiKey } = await admin.run(Create, { input: { name: 'K', scopes: ['artists:read', 'fans:export'] } });
    const keys = script(createApiKey.key);
    const scopes = async () => (await api.app.get(ApiKeysService).identify(createApiKey.key ?? ''))?.scopes;
    expect(await scopes()).toEqual(['artists:read', 'fans:export']);
    await world.owner.run(ChangeRole, { input: { userId: admin.userId, role: 'VIEWER' } });
    await keys.run(Standing);
    expect(await scopes()).toEqual(['artists:read']);
    await world.owner.run(Remove, { input: { userId: admin.userId } });
    await expect(keys.run(Standing)).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
    expect((await world.owner.run(Keys)).workspace.apiKeys).toEqual([expect.objectContaining({ revokedAt: expect.any(String), createdBy: null })]);
  });

  it('refuses a key in the address, where it would end in logs', async () => {
    const world = await seedWorkspace(api);
    const { key } = await create(world, ['releases:read']);
    const { body } = await request(api.url).post(`/graphql?access_token=${key}`).send({ query: '{ workspace { id } }', access_token: key });
    expect(body.errors[0].extensions.code).toBe('UNAUTHENTICATED');
  });

  it('says plainly that an unknown key is not valid', async () => {
    for (const text of [newKey(), 'lyk_live_mistyped', 'x']) await expect(script(text).run(Standing)).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
  });

  it('treats a key of another workspace as one that does not exist', async () => {
    const world = await seedWorkspace(api);
    const stranger = await seedWorkspace(api);
    const { apiKey } = await create(stranger, ['releases:read']);
    await expect(world.owner.run(Revoke, { input: { apiKeyId: apiKey?.id ?? '' } })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    expect((await world.owner.run(Keys)).workspace.apiKeys).toEqual([]);
  });
});
