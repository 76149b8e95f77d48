import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { graphql } from '@lynkify/contract';
import request from 'supertest';
import { startTestApi, type TestApi } from '../testing/test-api.js';
import { seedUser, unique, worldPassword, type Person } from '../testing/world.js';

const Me = graphql(`query Me { me { user { id email name emailConfirmedAt } } }`);
const Sessions = graphql(`query Sessions { me { sessions { id device current } } }`);
const EndSession = graphql(`mutation EndSession($input: EndSessionInput!) { endSession(input: $input) { me { user { id } } userErrors { code } } }`);
const EndOthers = graphql(`mutation EndOthers { endOtherSessions { me { sessions { current } } } }`);
const UpdateProfile = graphql(`mutation UpdateProfile($input: UpdateProfileInput!) { updateProfile(input: $input) { me { user { name } } userErrors { code path } } }`);
const ChangePassword = graphql(`mutation ChangePassword($input: ChangePasswordInput!) { changePassword(input: $input) { me { user { id } } userErrors { code path } } }`);

const signUp = `mutation ($input: SignUpInput!) { signUp(input: $input) { accepted userErrors { code path } } }`;
const signIn = `mutation ($input: SignInInput!) { signIn(input: $input) { me { user { email } } userErrors { code path } } }`;
const confirmEmail = `mutation ($input: ConfirmEmailInput!) { confirmEmail(input: $input) { me { user { email emailConfirmedAt } sessions { current } } userErrors { code path } } }`;
const requestReset = `mutation ($input: RequestPasswordResetInput!) { requestPasswordReset(input: $input) { accepted userErrors { code } } }`;
const resetPassword = `mutation ($input: ResetPasswordInput!) { resetPassword(input: $input) { me { user { email } } userErrors { code path } } }`;

describe('accounts', () => {
  let api: TestApi;
  beforeAll(async () => {
    api = await startTestApi({ TRUST_PROXY: 'true' });
  });
  afterAll(() => api.stop());

  // A network of its own for each test, so that none uses up another's tries.
  let network = 0;
  beforeEach(() => {
    network += 1;
  });
  /** Like a browser that keeps no cookie by itself. */
  const send = (query: string, input: object, cookie = '') => {
    const post = request(api.url).post('/graphql').set('x-forwarded-for', `198.51.100.${network}`).set('user-agent', 'Mozilla/5.0 (Linux; Android 15) Chrome/140.0 Mobile Safari/537.36');
    if (cookie) void post.set('cookie', cookie);
    return post.send({ query, variables: { input } });
  };
  const cookieOf = (answer: request.Response): string => {
    const [first = ''] = [answer.headers['set-cookie'] ?? []].flat();
    return String(first).split(';')[0] ?? '';
  };
  const tokenIn = (link: string | undefined) => new URL(link ?? '').searchParams.get('token');
  const whoIs = async (cookie: string) => (await request(api.url).post('/graphql').set('cookie', cookie).send({ query: '{ me { user { email } } }' })).body.data.me;
  const signInAs = async ({ email }: Person, password = worldPassword) => cookieOf(await send(signIn, { email, password }));

  it('lets somebody sign up, confirm their address by mail, and be signed in', async () => {
    const email = `${unique()}@example.com`;
    const answer = await send(signUp, { email, password: worldPassword, name: ' A  new\nname ' });
    expect(answer.body.data).toEqual({ signUp: { accepted: true, userErrors: [] } });
    expect(answer.headers['set-cookie']).toBeUndefined();

    const mail = await api.mailbox.take(email);
    expect(mail.subject).toBe('Confirm your email address');
    expect(mail.links[0]).toMatch(/^http:\/\/localhost:4000\/confirm-email\?token=[\w-]{43}$/);
    expect(mail.html).toContain(mail.links[0]);

    const confirmed = await send(confirmEmail, { token: tokenIn(mail.links[0]) });
    expect(confirmed.body.data.confirmEmail).toEqual({ me: { user: { email, emailConfirmedAt: expect.any(String) }, sessions: [{ current: true }] }, userErrors: [] });
    expect(await whoIs(cookieOf(confirmed))).toEqual({ user: { email } });
  });

  it('takes a link of a mail once, however many follow it at the same time', async () => {
    const email = `${unique()}@example.com`;
    await send(signUp, { email, password: worldPassword, name: 'N' });
    const token = tokenIn((await api.mailbox.take(email)).links[0]);
    const answers = await Promise.all(Array.from({ length: 5 }, () => send(confirmEmail, { token })));
    const confirmations = answers.map((answer) => answer.body.data.confirmEmail);
    expect(confirmations.filter((answer) => answer.me)).toHaveLength(1);
    expect(confirmations.filter((answer) => answer.userErrors[0]?.code === 'TOKEN_INVALID')).toHaveLength(4);
  });

  it('voids the link of an earlier mail when the same is sent again', async () => {
    const email = `${unique()}@example.com`;
    await send(signUp, { email, password: worldPassword, name: 'N' });
    const first = tokenIn((await api.mailbox.take(email)).links[0]);
    await send(signIn, { email, password: worldPassword });
    const second = tokenIn((await api.mailbox.take(email)).links[0]);
    expect((await send(confirmEmail, { token: first })).body.data.confirmEmail.userErrors[0].code).toBe('TOKEN_INVALID');
    expect((await send(confirmEmail, { token: second })).body.data.confirmEmail.me).not.toBeNull();
  });

  it('says what is wrong with a sign-up, by the field', async () => {
    const { body } = await send(signUp, { email: 'no address', password: 'short', name: '  ' });
    expect(body.data.signUp).toEqual({
      accepted: false,
      userErrors: [
        { code: 'EMAIL_INVALID', path: ['email'] },
        { code: 'TEXT_EMPTY', path: ['name'] },
        { code: 'PASSWORD_TOO_SHORT', path: ['password'] },
      ],
    });
  });

  it('refuses passwords that are tried first, and the own address', async () => {
    const email = `${unique()}@example.com`;
    const codeFor = async (password: string) => (await send(signUp, { email, password, name: 'N' })).body.data.signUp.userErrors[0]?.code;
    expect(await codeFor('Password123')).toBe('PASSWORD_COMMON');
    expect(await codeFor('zzzzzzzzzzzz')).toBe('PASSWORD_COMMON');
    expect(await codeFor(email.toUpperCase())).toBe('PASSWORD_IS_EMAIL');
    expect(await codeFor('x'.repeat(150) + 'y'.repeat(51))).toBe('PASSWORD_TOO_LONG');
  });

  it('keeps who has not confirmed their address out, and mails the link again after the right password', async () => {
    const email = `${unique()}@example.com`;
    await send(signUp, { email, password: worldPassword, name: 'N' });
    await api.mailbox.take(email);
    const refused = await send(signIn, { email, password: worldPassword });
    expect(refused.body.data.signIn).toEqual({ me: null, userErrors: [{ code: 'EMAIL_UNCONFIRMED', path: ['email'] }] });
    expect(refused.headers['set-cookie']).toBeUndefined();
    expect((await api.mailbox.take(email)).subject).toBe('Confirm your email address');
    expect((await send(signIn, { email, password: 'some other words' })).body.data.signIn.userErrors[0].code).toBe('SIGN_IN_FAILED');
  });

  it('signs in with a cookie that no script can read and no other site can use', async () => {
    const person = await seedUser(api);
    const answer = await send(signIn, { email: person.email.toUpperCase(), password: worldPassword });
    expect(answer.body.data.signIn).toEqual({ me: { user: { email: person.email } }, userErrors: [] });
    const [cookie] = [answer.headers['set-cookie'] ?? []].flat();
    expect(cookie).toMatch(/^lynkify_session=[\w-]{43}; Max-Age=15552000; Path=\/; HttpOnly; SameSite=Lax$/);
    expect(answer.text).not.toContain(cookieOf(answer).split('=')[1]);
  });

  it('ends the session that a browser brings when it signs in again', async () => {
    const person = await seedUser(api);
    const first = await signInAs(person);
    const second = cookieOf(await send(signIn, { email: person.email, password: worldPassword }, first));
    expect(second).not.toBe(first);
    expect(await whoIs(first)).toBeNull();
    expect(await whoIs(second)).toEqual({ user: { email: person.email } });
  });

  it('signs out at once, here and nowhere else', async () => {
    const person = await seedUser(api);
    const cookie = await signInAs(person);
    const answer = await request(api.url).post('/graphql').set('cookie', cookie).send({ query: 'mutation { signOut { signedOut } }' });
    expect(answer.body.data).toEqual({ signOut: { signedOut: true } });
    expect([answer.headers['set-cookie']].flat()[0]).toContain('lynkify_session=;');
    expect(await whoIs(cookie)).toBeNull();
    expect((await person.run(Me)).me?.user.id).toBe(person.userId);
  });

  it('lists sessions by device and ends one of them at once', async () => {
    const person = await seedUser(api);
    const phone = await signInAs(person);
    const { me } = await person.run(Sessions);
    expect(me?.sessions).toEqual(
      expect.arrayContaining([
        { id: expect.any(String), device: 'Chrome on Android', current: false },
        { id: expect.any(String), device: 'Unknown device', current: true },
      ]),
    );
    const phones = me?.sessions.find((session) => !session.current);
    expect(await person.run(EndSession, { input: { sessionId: phones?.id ?? '' } })).toEqual({ endSession: { me: { user: { id: person.userId } }, userErrors: [] } });
    expect(await whoIs(phone)).toBeNull();
    expect((await person.run(EndSession, { input: { sessionId: phones?.id ?? '' } })).endSession.userErrors).toEqual([{ code: 'SESSION_GONE' }]);
  });

  it('cannot end a session of somebody else', async () => {
    const person = await seedUser(api);
    const other = await seedUser(api);
    const theirs = (await other.run(Sessions)).me?.sessions[0]?.id ?? '';
    expect((await person.run(EndSession, { input: { sessionId: theirs } })).endSession.userErrors).toEqual([{ code: 'SESSION_GONE' }]);
    expect((await other.run(Me)).me).not.toBeNull();
  });

  it('ends all other sessions at once', async () => {
    const person = await seedUser(api);
    const cookies = [await signInAs(person), await signInAs(person)];
    expect(await person.run(EndOthers)).toEqual({ endOtherSessions: { me: { sessions: [{ current: true }] } } });
    expect(await Promise.all(cookies.map(whoIs))).toEqual([null, null]);
  });

  it('lets a session end by itself after 30 days without use, and after 180 days in any case', async () => {
    const person = await seedUser(api);
    await api.sql(`update sessions set last_seen_at = now() - interval '2 hours', created_at = now() - interval '170 days' where user_id = $1`, [person.userId]);
    expect((await person.run(Me)).me).not.toBeNull();
    const left = await api.sql(`select round(extract(epoch from expires_at - now()) / 86400) as days, last_seen_at > now() - interval '1 minute' as touched from sessions where user_id = $1`, [person.userId]);
    expect(left).toEqual([{ days: '10', touched: true }]);
    await api.sql(`update sessions set expires_at = now() - interval '1 second' where user_id = $1`, [person.userId]);
    expect((await person.run(Me)).me).toBeNull();
  });

  it('sets a new password by mail, ends every session and says so', async () => {
    const person = await seedUser(api);
    const answer = await send(requestReset, { email: person.email });
    expect(answer.body.data.requestPasswordReset).toEqual({ accepted: true, userErrors: [] });
    const token = tokenIn((await api.mailbox.take(person.email)).links[0]);

    expect((await send(resetPassword, { token, password: person.email })).body.data.resetPassword.userErrors).toEqual([{ code: 'PASSWORD_IS_EMAIL', path: ['password'] }]);
    const done = await send(resetPassword, { token, password: 'eleven pears in a boat' });
    expect(done.body.data.resetPassword).toEqual({ me: { user: { email: person.email } }, userErrors: [] });
    expect(await whoIs(cookieOf(done))).toEqual({ user: { email: person.email } });
    expect((await person.run(Me)).me).toBeNull();
    expect((await api.mailbox.take(person.email)).subject).toBe('Your password was changed');
    expect((await send(resetPassword, { token, password: 'twelve pears in a boat' })).body.data.resetPassword.userErrors[0].code).toBe('TOKEN_INVALID');
    expect((await send(signIn, { email: person.email, password: worldPassword })).body.data.signIn.userErrors[0].code).toBe('SIGN_IN_FAILED');
    expect(await signInAs(person, 'eleven pears in a boat')).not.toBe('');
  });

  it('changes the password of who knows the old one, and ends every other session', async () => {
    const person = await seedUser(api);
    const elsewhere = await signInAs(person);
    const wrong = await person.run(ChangePassword, { input: { currentPassword: 'not this one', newPassword: 'eleven pears in a boat' } });
    expect(wrong.changePassword).toEqual({ me: null, userErrors: [{ code: 'PASSWORD_WRONG', path: ['currentPassword'] }] });
    const short = await person.run(ChangePassword, { input: { currentPassword: worldPassword, newPassword: 'short' } });
    expect(short.changePassword.userErrors).toEqual([{ code: 'PASSWORD_TOO_SHORT', path: ['newPassword'] }]);

    const right = await person.run(ChangePassword, { input: { currentPassword: worldPassword, newPassword: 'eleven pears in a boat' } });
    expect(right.changePassword).toEqual({ me: { user: { id: person.userId } }, userErrors: [] });
    expect(await whoIs(elsewhere)).toBeNull();
    expect((await person.run(Me)).me).not.toBeNull();
    expect((await api.mailbox.take(person.email)).subject).toBe('Your password was changed');
  });

  it('changes the name', async () => {
    const person = await seedUser(api);
    expect(await person.run(UpdateProfile, { input: { name: '  Another   name ' } })).toEqual({ updateProfile: { me: { user: { name: 'Another name' } }, userErrors: [] } });
    expect((await person.run(UpdateProfile, { input: { name: '' } })).updateProfile.userErrors).toEqual([{ code: 'TEXT_EMPTY', path: ['name'] }]);
  });

  it('stores no password, no session and no token that could be used', async () => {
    const person = await seedUser(api);
    const cookie = await signInAs(person);
    const email = `${unique()}@example.com`;
    await send(signUp, { email, password: worldPassword, name: 'N' });
    const token = tokenIn((await api.mailbox.take(email)).links[0]) ?? '';
    const [stored] = await api.sql<{ everything: string }>(
      `select (select string_agg(u::text, ' ') from users u) || (select string_agg(s::text, ' ') from sessions s) || (select string_agg(t::text, ' ') from account_tokens t)
        || (select coalesce(string_agg(j::text, ' '), '') from graphile_worker._private_jobs j) as everything`,
    );
    const everything = stored?.everything ?? '';
    expect(everything).toContain('$argon2id$v=19$m=19456,t=2,p=1$');
    for (const secret of [worldPassword, cookie.split('=')[1] ?? '', token]) {
      expect(everything).not.toContain(secret);
      expect(everything).not.toContain(Buffer.from(secret).toString('hex'));
    }
  });
});
