import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import request from 'supertest';
import { startTestApi, type TestApi } from '../testing/test-api.js';
import { seedUser, unique, worldPassword } from '../testing/world.js';

const signUp = `mutation ($input: SignUpInput!) { signUp(input: $input) { accepted userErrors { code path message } } }`;
const signIn = `mutation ($input: SignInInput!) { signIn(input: $input) { me { user { id } } userErrors { code path message } } }`;
const requestReset = `mutation ($input: RequestPasswordResetInput!) { requestPasswordReset(input: $input) { accepted userErrors { code path message } } }`;

describe('what can be found out and tried without being signed in', () => {
  let api: TestApi;
  beforeAll(async () => {
    api = await startTestApi({ TRUST_PROXY: 'true' });
  });
  afterAll(() => api.stop());

  let networks = 0;
  const newNetwork = () => `203.0.113.${(networks += 1)}`;
  const send = (query: string, input: object, address = newNetwork()) => request(api.url).post('/graphql').set('x-forwarded-for', address).send({ query, variables: { input } });
  /** All of an answer that could tell two apart. */
  const seen = ({ status, text, headers }: request.Response) => ({ status, text, headers: { ...headers, date: '', 'x-request-id': '' } });
  const codeOf = (answer: request.Response): string | undefined => Object.values<{ userErrors: { code: string }[] }>(answer.body.data)[0]?.userErrors[0]?.code;

  it('answers a sign-up alike for known and unknown addresses, and tells the owner by mail', async () => {
    const known = await seedUser(api);
    const unknown = `${unique()}@example.com`;
    const answers = [await send(signUp, { email: known.email, password: worldPassword, name: 'N' }), await send(signUp, { email: unknown, password: worldPassword, name: 'N' })];
    expect(seen(answers[0]!)).toEqual(seen(answers[1]!));
    expect(answers[0]!.body.data.signUp.accepted).toBe(true);
    const told = await api.mailbox.take(known.email);
    expect(told.subject).toBe('You already have an account');
    expect(told.links).toEqual(['http://localhost:4000/sign-in', 'http://localhost:4000/forgot-password']);
    expect((await api.mailbox.take(unknown)).subject).toBe('Confirm your email address');
  });

  it('changes nothing about an account that somebody signs up for again', async () => {
    const known = await seedUser(api);
    await send(signUp, { email: known.email, password: 'a password of an attacker', name: 'Another name' });
    expect((await send(signIn, { email: known.email, password: 'a password of an attacker' })).body.data.signIn.me).toBeNull();
    expect((await send(signIn, { email: known.email, password: worldPassword })).body.data.signIn.me.user.id).toBe(known.userId);
  });

  it('answers whoever signs in with what they just signed up with alike, whether the address had an account before or not', async () => {
    const known = await seedUser(api);
    const typed = 'a password of an attacker';
    const confirmedSince = `${unique()}@example.com`;
    const answers: request.Response[] = [];
    for (const email of [known.email, `${unique()}@example.com`, confirmedSince]) {
      await send(signUp, { email, password: typed, name: 'N' });
      if (email === confirmedSince) await api.sql('update users set email_confirmed_at = now(), password_hash = (select password_hash from users where id = $2) where email = $1', [email, known.userId]);
      answers.push(await send(signIn, { email, password: typed }));
    }
    expect(answers.map(codeOf)).toEqual(['EMAIL_UNCONFIRMED', 'EMAIL_UNCONFIRMED', 'EMAIL_UNCONFIRMED']);
    for (const answer of answers) expect(seen(answer)).toEqual(seen(answers[0]!));
    expect((await api.mailbox.take(known.email)).subject).toBe('You already have an account');
    expect((await api.mailbox.take(known.email)).subject).toBe('You already have an account');
  });

  it('lets nobody clear the tries at an account by signing up for it', async () => {
    const known = await seedUser(api);
    const typed = 'a password of an attacker';
    await send(signUp, { email: known.email, password: typed, name: 'N' });
    const codes: (string | undefined)[] = [];
    for (let attempt = 0; attempt < 12; attempt += 1) codes.push(codeOf(await send(signIn, { email: known.email, password: attempt % 4 === 3 ? typed : 'a guess' })));
    expect(codes.slice(-2)).toEqual(['TOO_MANY_TRIES', 'TOO_MANY_TRIES']);
  });

  it('answers a wrong password and an unknown address alike', async () => {
    const known = await seedUser(api);
    const wrong = await send(signIn, { email: known.email, password: 'not the password' });
    const unknown = await send(signIn, { email: `${unique()}@example.com`, password: 'not the password' });
    const noAddress = await send(signIn, { email: 'not even an address', password: 'not the password' });
    expect(seen(wrong)).toEqual(seen(unknown));
    expect(seen(noAddress)).toEqual(seen(unknown));
    expect(codeOf(wrong)).toBe('SIGN_IN_FAILED');
  });

  it('answers a forgotten password alike for known and unknown addresses', async () => {
    const known = await seedUser(api);
    expect(seen(await send(requestReset, { email: known.email }))).toEqual(seen(await send(requestReset, { email: `${unique()}@example.com` })));
    expect((await api.mailbox.take(known.email)).subject).toBe('Choose a new password');
  });

  it('spends the work of a password on an unknown address too', async () => {
    const known = await seedUser(api);
    const time = async (email: string) => {
      const start = performance.now();
      await send(signIn, { email, password: 'not the password' });
      return performance.now() - start;
    };
    // The shortest of several is what the work itself costs; without it an unknown address answers in a tenth of the time.
    const times = { known: [] as number[], unknown: [] as number[] };
    for (let round = 0; round < 7; round += 1) {
      times.known.push(await time(known.email));
      times.unknown.push(await time(`${unique()}@example.com`));
    }
    const [knownMs, unknownMs] = [Math.min(...times.known), Math.min(...times.unknown)];
    expect(unknownMs).toBeGreaterThan(knownMs / 2);
    expect(knownMs).toBeGreaterThan(unknownMs / 2);
  });

  it('lets an account be tried ten times in a quarter of an hour, also all at once and from everywhere', async () => {
    const known = await seedUser(api);
    const unknown = `${unique()}@example.com`;
    const tryAll = (email: string) => Promise.all(Array.from({ length: 25 }, () => send(signIn, { email, password: 'not the password' })));
    const codes = (await tryAll(known.email)).map(codeOf);
    expect(codes.filter((code) => code === 'SIGN_IN_FAILED')).toHaveLength(10);
    expect(codes.filter((code) => code === 'TOO_MANY_TRIES')).toHaveLength(15);
    expect((await tryAll(unknown)).map(codeOf).sort()).toEqual(codes.sort());

    const limited = await send(signIn, { email: known.email, password: worldPassword });
    expect(limited.body.data.signIn.userErrors).toEqual([{ code: 'TOO_MANY_TRIES', path: [], message: 'That was tried too often. Try again in 15 minutes.' }]);
    expect(seen(limited)).toEqual(seen(await send(signIn, { email: unknown, password: worldPassword })));
  });

  it('counts only failures against an account', async () => {
    const known = await seedUser(api);
    for (let round = 0; round < 2; round += 1) {
      for (let attempt = 0; attempt < 6; attempt += 1) expect(codeOf(await send(signIn, { email: known.email, password: 'not the password' }))).toBe('SIGN_IN_FAILED');
      expect(codeOf(await send(signIn, { email: known.email, password: worldPassword }))).toBeUndefined();
    }
  });

  it('lets one network try fifty times, whatever accounts it tries, and counts a /64 of IPv6 as one', async () => {
    const attempts = await Promise.all(Array.from({ length: 54 }, (_, index) => send(signIn, { email: `${unique()}@example.com`, password: 'x' }, `2001:db8:1:2::${(index + 1).toString(16)}`)));
    expect(attempts.filter((answer) => codeOf(answer) === 'TOO_MANY_TRIES')).toHaveLength(4);
    expect(codeOf(await send(signIn, { email: `${unique()}@example.com`, password: 'x' }, '2001:db8:1:3::1'))).toBe('SIGN_IN_FAILED');
  });

  it('sends three mails an hour to an address, asked for in whatever way, and refuses alike', async () => {
    const known = await seedUser(api);
    const unknown = `${unique()}@example.com`;
    const ask = async (email: string) => Promise.all([
      send(signUp, { email, password: worldPassword, name: 'N' }),
      send(requestReset, { email }),
      send(requestReset, { email: email.toUpperCase() }),
      send(requestReset, { email }),
      send(signUp, { email, password: worldPassword, name: 'N' }),
    ]);
    const refused = async (email: string) => (await ask(email)).map(codeOf).filter(Boolean);
    expect(await refused(known.email)).toEqual(['TOO_MANY_TRIES', 'TOO_MANY_TRIES']);
    expect(await refused(unknown)).toEqual(['TOO_MANY_TRIES', 'TOO_MANY_TRIES']);
  });

  it('sends twenty mails an hour on behalf of a network', async () => {
    const network = newNetwork();
    const answers = await Promise.all(Array.from({ length: 24 }, () => send(requestReset, { email: `${unique()}@example.com` }, network)));
    expect(answers.map(codeOf).filter((code) => code === 'TOO_MANY_TRIES')).toHaveLength(4);
  });

  it('keeps counters that name no account and no network', async () => {
    const known = await seedUser(api);
    await send(signIn, { email: known.email, password: 'x' }, '192.0.2.77');
    const rows: { key: string }[] = await api.sql('select key from rate_limits');
    expect(rows.length).toBeGreaterThan(0);
    for (const { key } of rows) expect(key).toMatch(/^[a-z-]+:[\w-]{43}$/);
  });
});
