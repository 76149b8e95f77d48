import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { graphql } from '@lynkify/contract';
import { startTestApi, type TestApi } from '../testing/test-api.js';
import { asker, seedUser, seedWorkspace } from '../testing/world.js';

const CreateWorkspace = graphql(`
  mutation CreateWorkspace($input: CreateWorkspaceInput!) {
    createWorkspace(input: $input) { workspace { id name kind timeZone role members { user { id } role } } userErrors { code path } }
  }
`);
const UpdateWorkspace = graphql(`mutation UpdateWorkspace($input: UpdateWorkspaceInput!) { updateWorkspace(input: $input) { workspace { name timeZone } userErrors { code path } } }`);
const Standing = graphql(`query Standing { workspace { id role } }`);
const Memberships = graphql(`query Memberships { me { memberships { role workspace { id name kind } } } }`);
const Members = graphql(`query Members { workspace { members { user { id email } role } } }`);
const ChangeRole = graphql(`mutation ChangeRole($input: ChangeMemberRoleInput!) { changeMemberRole(input: $input) { workspace { members { user { id } role } } userErrors { code } } }`);
const Remove = graphql(`mutation Remove($input: RemoveMemberInput!) { removeMember(input: $input) { workspace { members { user { id } } } userErrors { code } } }`);
const Leave = graphql(`mutation Leave($input: LeaveWorkspaceInput!) { leaveWorkspace(input: $input) { me { memberships { workspace { id } } } userErrors { code } } }`);

describe('workspaces and their members', () => {
  let api: TestApi;
  beforeAll(async () => {
    api = await startTestApi();
  });
  afterAll(() => api.stop());

  it('makes a workspace that its maker owns and stands in for the rest of the answer', async () => {
    const person = await seedUser(api);
    const { createWorkspace } = await person.run(CreateWorkspace, { input: { name: ' A  label ', kind: 'LABEL', timeZone: 'europe/berlin' } });
    expect(createWorkspace).toEqual({
      workspace: { id: expect.any(String), name: 'A label', kind: 'LABEL', timeZone: 'Europe/Berlin', role: 'OWNER', members: [{ user: { id: person.userId }, role: 'OWNER' }] },
      userErrors: [],
    });
    expect((await person.run(Memberships)).me?.memberships).toEqual([{ role: 'OWNER', workspace: { id: createWorkspace.workspace?.id, name: 'A label', kind: 'LABEL' } }]);
  });

  it('says by the field what is wrong with a workspace', async () => {
    const person = await seedUser(api);
    const { createWorkspace } = await person.run(CreateWorkspace, { input: { name: ' ', kind: 'ARTIST', timeZone: 'Mars/Olympus' } });
    expect(createWorkspace).toEqual({ workspace: null, userErrors: [{ code: 'TEXT_EMPTY', path: ['name'] }, { code: 'TIME_ZONE_INVALID', path: ['timeZone'] }] });
  });

  it('changes what is given and leaves the rest', async () => {
    const world = await seedWorkspace(api);
    expect((await world.owner.run(UpdateWorkspace, { input: { timeZone: 'Asia/Tokyo' } })).updateWorkspace).toEqual({ workspace: { name: 'A workspace', timeZone: 'Asia/Tokyo' }, userErrors: [] });
    expect((await world.owner.run(UpdateWorkspace, { input: { name: 'Another' } })).updateWorkspace.workspace).toEqual({ name: 'Another', timeZone: 'Asia/Tokyo' });
    expect((await world.owner.run(UpdateWorkspace, { input: { name: ' ' } })).updateWorkspace.userErrors).toEqual([{ code: 'TEXT_EMPTY', path: ['name'] }]);
  });

  it('stands in the workspace that the header names, or else in the oldest', async () => {
    const world = await seedWorkspace(api);
    const second = await world.owner.run(CreateWorkspace, { input: { name: 'Second', kind: 'ARTIST' } });
    const secondId = second.createWorkspace.workspace?.id ?? '';
    const cookie = world.owner.headers.cookie ?? '';
    expect((await asker(api, { cookie }).run(Standing)).workspace.id).toBe(world.workspaceId);
    expect((await asker(api, { cookie, 'lynkify-workspace': secondId }).run(Standing)).workspace.id).toBe(secondId);
  });

  it('lets nobody into a workspace by naming it', async () => {
    const world = await seedWorkspace(api);
    const stranger = await seedWorkspace(api);
    const cookie = stranger.owner.headers.cookie ?? '';
    for (const named of [world.workspaceId, 'nonsense', "'; drop table members; --"]) {
      await expect(asker(api, { cookie, 'lynkify-workspace': named }).run(Standing)).rejects.toMatchObject({ code: 'FORBIDDEN' });
    }
  });

  it('lists members to every member, the longest first', async () => {
    const world = await seedWorkspace(api);
    const viewer = await world.member('viewer');
    expect((await viewer.run(Members)).workspace.members).toEqual([
      { user: { id: world.owner.userId, email: world.owner.email }, role: 'OWNER' },
      { user: { id: viewer.userId, email: viewer.email }, role: 'VIEWER' },
    ]);
  });

  it('changes a role, which holds from the next request on', async () => {
    const world = await seedWorkspace(api);
    const member = await world.member('viewer');
    await expect(member.run(UpdateWorkspace, { input: { name: 'Mine' } })).rejects.toMatchObject({ code: 'FORBIDDEN' });
    expect((await world.owner.run(ChangeRole, { input: { userId: member.userId, role: 'ADMIN' } })).changeMemberRole.userErrors).toEqual([]);
    expect((await member.run(UpdateWorkspace, { input: { name: 'Ours' } })).updateWorkspace.workspace?.name).toBe('Ours');
  });

  it('lets an admin make and unmake anybody but owners', async () => {
    const world = await seedWorkspace(api);
    const admin = await world.member('admin');
    const editor = await world.member('editor');
    expect((await admin.run(ChangeRole, { input: { userId: editor.userId, role: 'ADMIN' } })).changeMemberRole.userErrors).toEqual([]);
    await expect(admin.run(ChangeRole, { input: { userId: editor.userId, role: 'OWNER' } })).rejects.toMatchObject({ code: 'FORBIDDEN' });
    await expect(admin.run(ChangeRole, { input: { userId: admin.userId, role: 'OWNER' } })).rejects.toMatchObject({ code: 'FORBIDDEN' });
    await expect(admin.run(ChangeRole, { input: { userId: world.owner.userId, role: 'VIEWER' } })).rejects.toMatchObject({ code: 'FORBIDDEN' });
    await expect(admin.run(Remove, { input: { userId: world.owner.userId } })).rejects.toMatchObject({ code: 'FORBIDDEN' });
    expect((await admin.run(Remove, { input: { userId: editor.userId } })).removeMember.userErrors).toEqual([]);
  });

  it('keeps the last owner', async () => {
    const world = await seedWorkspace(api);
    const { userId } = world.owner;
    expect((await world.owner.run(ChangeRole, { input: { userId, role: 'ADMIN' } })).changeMemberRole).toEqual({ workspace: null, userErrors: [{ code: 'LAST_OWNER' }] });
    expect((await world.owner.run(Remove, { input: { userId } })).removeMember.userErrors).toEqual([{ code: 'LAST_OWNER' }]);
    expect((await world.owner.run(Leave, { input: { workspaceId: world.workspaceId } })).leaveWorkspace).toEqual({ me: null, userErrors: [{ code: 'LAST_OWNER' }] });
  });

  it('keeps an owner also when all of them go at the same moment', async () => {
    const world = await seedWorkspace(api);
    const owners = [world.owner, await world.member('owner'), await world.member('owner'), await world.member('owner')];
    const codes = await Promise.all(
      owners.map(async (owner, index) =>
        index % 2 === 0
          ? (await owner.run(Leave, { input: { workspaceId: world.workspaceId } })).leaveWorkspace.userErrors[0]?.code
          : (await owner.run(ChangeRole, { input: { userId: owner.userId, role: 'VIEWER' } })).changeMemberRole.userErrors[0]?.code,
      ),
    );
    expect(codes.filter((code) => code === 'LAST_OWNER')).toHaveLength(1);
    expect(await api.sql(`select 1 from members where workspace_id = $1 and role = 'owner'`, [world.workspaceId])).toHaveLength(1);
  });

  it('shows whoever was removed nothing from the next request on', async () => {
    const world = await seedWorkspace(api);
    const member = await world.member('editor');
    expect((await world.owner.run(Remove, { input: { userId: member.userId } })).removeMember.workspace?.members).toEqual([{ user: { id: world.owner.userId } }]);
    await expect(member.run(Standing)).rejects.toMatchObject({ code: 'FORBIDDEN' });
    expect((await member.run(Memberships)).me?.memberships).toEqual([]);
  });

  it('treats a member of another workspace as one that does not exist', async () => {
    const world = await seedWorkspace(api);
    const stranger = await seedWorkspace(api);
    await expect(world.owner.run(Remove, { input: { userId: stranger.owner.userId } })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(world.owner.run(ChangeRole, { input: { userId: stranger.owner.userId, role: 'VIEWER' } })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(world.owner.run(Leave, { input: { workspaceId: stranger.workspaceId } })).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });
});
