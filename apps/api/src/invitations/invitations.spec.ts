import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { graphql } from '@lynkify/contract';
import request from 'supertest';
import { startTestApi, type TestApi } from '../testing/test-api.js';
import { seedUser, seedWorkspace, unique, worldPassword } from '../testing/world.js';

const Invite = graphql(`
  mutation Invite($input: InviteMemberInput!) {
    inviteMember(input: $input) { invitation { id email role invitedBy { id } expiresAt } userErrors { code path } }
  }
`);
const Invitations = graphql(`query Invitations { workspace { invitations { id email role } } }`);
const Preview = graphql(`query Preview($token: String!) { invitation(token: $token) { workspaceName email role expiresAt } }`);
const Accept = graphql(`mutation Accept($input: AcceptInvitationInput!) { acceptInvitation(input: $input) { workspace { id role } userErrors { code path } } }`);
const Revoke = graphql(`mutation Revoke($input: RevokeInvitationInput!) { revokeInvitation(input: $input) { workspace { invitations { id } } userErrors { code } } }`);
const SignUp = graphql(`mutation SignUp($input: SignUpInput!) { signUp(input: $input) { accepted userErrors { code path } } }`);

describe('invitations', () => {
  let api: TestApi;
  beforeAll(async () => {
    api = await startTestApi();
  });
  afterAll(() => api.stop());

  const tokenOf = async (email: string) => new URL((await api.mailbox.take(email)).links[0] ?? '').searchParams.get('token') ?? '';

  it('invites by mail, shows the holder of the link what it leads to, and lets them in', async () => {
    const world = await seedWorkspace(api, { kind: 'label' });
    const guest = await seedUser(api);
    const { inviteMember } = await world.owner.run(Invite, { input: { email: guest.email.toUpperCase(), role: 'EDITOR' } });
    expect(inviteMember).toEqual({ invitation: { id: expect.any(String), email: expect.any(String), role: 'EDITOR', invitedBy: { id: world.owner.userId }, expiresAt: expect.any(String) }, userErrors: [] });

    const sent = (await world.owner.run(Invitations)).workspace.invitations[0]?.email ?? '';
    const mail = await api.mailbox.take(sent);
    expect(mail.subject).toBe('Join A workspace on Lynkify');
    expect(mail.text).toContain('A member invites you to work on A workspace as an editor.');
    const token = new URL(mail.links[0] ?? '').searchParams.get('token') ?? '';
    expect(await world.anonymous.run(Preview, { token })).toEqual({ invitation: { workspaceName: 'A workspace', email: sent, role: 'EDITOR', expiresAt: expect.any(String) } });

    expect((await guest.run(Accept, { input: { token } })).acceptInvitation).toEqual({ workspace: { id: world.workspaceId, role: 'EDITOR' }, userErrors: [] });
    expect((await world.owner.run(Invitations)).workspace.invitations).toEqual([]);
    expect(await world.anonymous.run(Preview, { token })).toEqual({ invitation: null });
    expect((await guest.run(Accept, { input: { token } })).acceptInvitation.userErrors).toEqual([{ code: 'INVITATION_INVALID', path: ['token'] }]);
  });

  it('lets only the invited address in, even with the link in hand', async () => {
    const world = await seedWorkspace(api);
    const email = `${unique()}@example.com`;
    await world.owner.run(Invite, { input: { email, role: 'VIEWER' } });
    const token = await tokenOf(email);
    const other = await seedUser(api);
    expect((await other.run(Accept, { input: { token } })).acceptInvitation).toEqual({ workspace: null, userErrors: [{ code: 'INVITATION_OTHER_EMAIL', path: ['token'] }] });
    await expect(world.anonymous.run(Accept, { input: { token } })).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
  });

  it('makes a sign-up with the link a confirmed member at once', async () => {
    const world = await seedWorkspace(api);
    const email = `${unique()}@example.com`;
    await world.owner.run(Invite, { input: { email, role: 'ADMIN' } });
    const invitationToken = await tokenOf(email);
    expect((await world.anonymous.run(SignUp, { input: { email, password: worldPassword, name: 'A guest', invitationToken } })).signUp).toEqual({ accepted: true, userErrors: [] });
    const answer = await request(api.url)
      .post('/graphql')
      .send({ query: 'mutation ($input: SignInInput!) { signIn(input: $input) { me { memberships { role workspace { id } } } userErrors { code } } }', variables: { input: { email, password: worldPassword } } });
    expect(answer.body.data.signIn).toEqual({ me: { memberships: [{ role: 'ADMIN', workspace: { id: world.workspaceId } }] }, userErrors: [] });
  });

  it('confirms no other address than the invited one', async () => {
    const world = await seedWorkspace(api);
    const email = `${unique()}@example.com`;
    await world.owner.run(Invite, { input: { email, role: 'ADMIN' } });
    const invitationToken = await tokenOf(email);
    const elsewhere = { email: `${unique()}@example.com`, password: worldPassword, name: 'N', invitationToken };
    expect((await world.anonymous.run(SignUp, { input: elsewhere })).signUp).toEqual({ accepted: false, userErrors: [{ code: 'INVITATION_INVALID', path: ['invitationToken'] }] });
    expect(await api.sql('select 1 from users where email = $1', [elsewhere.email])).toEqual([]);
  });

  it('replaces an invitation that is sent again, and only the last link works', async () => {
    const world = await seedWorkspace(api);
    const guest = await seedUser(api);
    await world.owner.run(Invite, { input: { email: guest.email, role: 'VIEWER' } });
    const first = await tokenOf(guest.email);
    await world.owner.run(Invite, { input: { email: guest.email, role: 'EDITOR' } });
    const second = await tokenOf(guest.email);
    expect((await world.owner.run(Invitations)).workspace.invitations).toEqual([{ id: expect.any(String), email: guest.email, role: 'EDITOR' }]);
    expect((await world.anonymous.run(Preview, { token: first })).invitation).toBeNull();
    expect((await guest.run(Accept, { input: { token: second } })).acceptInvitation.workspace?.role).toBe('EDITOR');
  });

  it('keeps one open invitation when an address is invited many times at once', async () => {
    const world = await seedWorkspace(api);
    const email = `${unique()}@example.com`;
    const answers = await Promise.all(Array.from({ length: 5 }, () => world.owner.run(Invite, { input: { email, role: 'VIEWER' } })));
    expect(answers.flatMap((answer) => answer.inviteMember.userErrors)).toEqual([]);
    expect((await world.owner.run(Invitations)).workspace.invitations).toHaveLength(1);
  });

  it('says so when whoever is invited is a member already', async () => {
    const world = await seedWorkspace(api);
    const member = await world.member('viewer');
    expect((await world.owner.run(Invite, { input: { email: member.email, role: 'ADMIN' } })).inviteMember).toEqual({ invitation: null, userErrors: [{ code: 'INVITED_ALREADY_MEMBER', path: ['email'] }] });
    expect((await world.owner.run(Invite, { input: { email: 'nowhere', role: 'ADMIN' } })).inviteMember.userErrors).toEqual([{ code: 'EMAIL_INVALID', path: ['email'] }]);
  });

  it('ends a link that is taken back or older than seven days', async () => {
    const world = await seedWorkspace(api);
    const guest = await seedUser(api);
    const { inviteMember } = await world.owner.run(Invite, { input: { email: guest.email, role: 'VIEWER' } });
    const revoked = await tokenOf(guest.email);
    expect((await world.owner.run(Revoke, { input: { invitationId: inviteMember.invitation?.id ?? '' } })).revokeInvitation).toEqual({ workspace: { invitations: [] }, userErrors: [] });
    expect((await guest.run(Accept, { input: { token: revoked } })).acceptInvitation.userErrors[0]?.code).toBe('INVITATION_INVALID');

    await world.owner.run(Invite, { input: { email: guest.email, role: 'VIEWER' } });
    const old = await tokenOf(guest.email);
    const [lifetime] = await api.sql(`update invitations set expires_at = now() - interval '1 second' where workspace_id = $1 returning round(extract(epoch from (old.expires_at - created_at)) / 86400) as days`, [world.workspaceId]);
    expect(lifetime).toEqual({ days: '7' });
    expect((await guest.run(Accept, { input: { token: old } })).acceptInvitation.userErrors[0]?.code).toBe('INVITATION_INVALID');
  });

  it('lets only owners invite owners, and nobody take back what is not theirs', async () => {
    const world = await seedWorkspace(api);
    const stranger = await seedWorkspace(api);
    const admin = await world.member('admin');
    const email = `${unique()}@example.com`;
    await expect(admin.run(Invite, { input: { email, role: 'OWNER' } })).rejects.toMatchObject({ code: 'FORBIDDEN' });
    const { inviteMember } = await world.owner.run(Invite, { input: { email, role: 'OWNER' } });
    await expect(stranger.owner.run(Revoke, { input: { invitationId: inviteMember.invitation?.id ?? '' } })).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });
});
