import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import request from 'supertest';
import { startTestApi, type TestApi } from '../testing/test-api.js';
import { unique, worldPassword } from '../testing/world.js';

const signUp = `mutation ($input: SignUpInput!) { signUp(input: $input) { accepted userErrors { code } } }`;
const signIn = `mutation ($input: SignInInput!) { signIn(input: $input) { me { user { name } } userErrors { code } } }`;
const confirmEmail = `mutation ($input: ConfirmEmailInput!) { confirmEmail(input: $input) { me { user { name } } userErrors { code } } }`;
const requestReset = `mutation ($input: RequestPasswordResetInput!) { requestPasswordReset(input: $input) { accepted } }`;
const resetPassword = `mutation ($input: ResetPasswordInput!) { resetPassword(input: $input) { me { user { name } } userErrors { code } } }`;

describe('several people signing up with one address', () => {
  let api: TestApi;
  beforeAll(async () => {
    api = await startTestApi({ TRUST_PROXY: 'true' });
  });
  afterAll(() => api.stop());

  let networks = 0;
  const send = async (query: string, input: object) => {
    networks += 1;
    const { body } = await request(api.url).post('/graphql').set('x-forwarded-for', `203.0.113.${networks}`).send({ query, variables: { input } });
    return Object.values<{ me: unknown; userErrors: { code: string }[] }>(body.data)[0]!;
  };
  const attackers = 'a password of an attacker';
  const tokenOf = (links: readonly string[]) => new URL(links[0] ?? '').searchParams.get('token');
  /** Signs up and gives the token of the mail that follows. */
  const apply = async (email: string, password: string, name: string) => {
    await send(signUp, { email, password, name });
    return tokenOf((await api.mailbox.take(email)).links);
  };
  const canSignIn = async (email: string, password: string) => (await send(signIn, { email, password })).me !== null;

  it.each(['before', 'after'])('gives who follows their own link their own password, though somebody else signed up %s them', async (when) => {
    const email = `${unique()}@example.com`;
    if (when === 'before') await apply(email, attackers, 'Attacker');
    const mine = await apply(email, worldPassword, 'Owner');
    if (when === 'after') await apply(email, attackers, 'Attacker');

    expect((await send(confirmEmail, { token: mine })).me).toEqual({ user: { name: 'Owner' } });
    expect(await canSignIn(email, worldPassword)).toBe(true);
    expect(await canSignIn(email, attackers)).toBe(false);
  });

  it('takes no other link once one is confirmed', async () => {
    const email = `${unique()}@example.com`;
    const theirs = await apply(email, attackers, 'Attacker');
    const mine = await apply(email, worldPassword, 'Owner');
    await send(confirmEmail, { token: mine });
    expect((await send(confirmEmail, { token: theirs })).userErrors[0]?.code).toBe('TOKEN_INVALID');
    expect(await canSignIn(email, attackers)).toBe(false);
  });

  it('takes no link of a sign-up once the owner chose a password by mail', async () => {
    const email = `${unique()}@example.com`;
    const theirs = await apply(email, attackers, 'Attacker');
    await send(requestReset, { email });
    await send(resetPassword, { token: tokenOf((await api.mailbox.take(email)).links), password: worldPassword });
    expect((await send(confirmEmail, { token: theirs })).userErrors[0]?.code).toBe('TOKEN_INVALID');
    expect(await canSignIn(email, worldPassword)).toBe(true);
    expect(await canSignIn(email, attackers)).toBe(false);
  });

  it('lets one of two links win when both are followed at once', async () => {
    const email = `${unique()}@example.com`;
    const tokens = [await apply(email, worldPassword, 'One'), await apply(email, 'eleven pears in a boat', 'Two')];
    const answers = await Promise.all(tokens.map((token) => send(confirmEmail, { token })));
    expect(answers.filter((answer) => answer.me)).toHaveLength(1);
    const winner = answers.findIndex((answer) => answer.me);
    expect(await canSignIn(email, worldPassword)).toBe(winner === 0);
    expect(await canSignIn(email, 'eleven pears in a boat')).toBe(winner === 1);
  });

  it('warns in the mail when the address was entered before', async () => {
    const email = `${unique()}@example.com`;
    await send(signUp, { email, password: worldPassword, name: 'N' });
    expect((await api.mailbox.take(email)).text).not.toContain('more than once');
    await send(signUp, { email, password: worldPassword, name: 'N' });
    expect((await api.mailbox.take(email)).text).toContain('This address was entered more than once.');
  });
});
