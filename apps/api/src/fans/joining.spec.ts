import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { graphql } from '@lynkify/contract';
import { aCapture, eventIdAt, seedTenant, ship, type Tenant } from '../testing/audience.js';
import { startTestApi, type TestApi } from '../testing/test-api.js';
import { asker, unique, type Asker } from '../testing/world.js';

const ConfirmOptIn = graphql(`mutation ConfirmOptIn($input: OptInAnswerInput!) { confirmOptIn(input: $input) { artistName artistHandle userErrors { code path } } }`);
const UnsubscribeByLink = graphql(`mutation UnsubscribeByLink($input: OptInAnswerInput!) { unsubscribeByLink(input: $input) { artistName artistHandle userErrors { code path } } }`);

interface StoredFan {
  id: string;
  name: string;
  country: string | null;
  source_path: string;
  verified_at: Date | null;
  unsubscribed_at: Date | null;
}

describe('joining', () => {
  let api: TestApi;
  let renderer: Asker;
  beforeAll(async () => {
    api = await startTestApi();
    renderer = asker(api, { authorization: `Bearer ${api.environment.rendererKey}` });
  });
  afterAll(() => api.stop());

  const someone = () => `${unique()}@example.org`;
  const confirm = async (token: string) => (await renderer.run(ConfirmOptIn, { input: { token } })).confirmOptIn;
  const unsubscribe = async (token: string) => (await renderer.run(UnsubscribeByLink, { input: { token } })).unsubscribeByLink;
  const fanOf = async (tenant: Tenant, email: string) => (await api.sql<StoredFan>('select * from fans where workspace_id = $1 and email_key = lower($2)', [tenant.workspaceId, email]))[0];
  const ledger = async (tenant: Tenant) => (await api.sql<{ line: string }>(`select action || ' by ' || method as line from consents where workspace_id = $1 order by at, id`, [tenant.workspaceId])).map(({ line }) => line);
  const ordered = async (tenant: Tenant) => (await api.sql<{ mail_count: number }>('select mail_count from opt_ins where workspace_id = $1 order by requested_at, id', [tenant.workspaceId])).map((row) => row.mail_count);
  const mailTokens = async (email: string) => {
    const mail = await api.mailbox.take(email);
    const token = (name: string) => mail.links.find((link) => link.startsWith(`${api.environment.publicPagesUrl}/${name}/`))?.split('/').at(-1) ?? '';
    return { mail, confirmToken: token('confirm'), unsubscribeToken: token('unsubscribe') };
  };
  /** As if the last mail had gone out eleven minutes ago. */
  const letTimePass = (tenant: Tenant) => api.sql(`update opt_ins set mail_ordered_at = mail_ordered_at - interval '11 minutes' where workspace_id = $1`, [tenant.workspaceId]);

  it('leads from the form over the mail to a verified fan, with every step in the ledger', async () => {
    const tenant = await seedTenant(api, { name: 'Some Artist' });
    const email = someone();
    const capture = aCapture(tenant, email, { name: '  A   Fan ', country: 'DE', channel: 'instagram-bio' });
    await ship(api, [capture]);
    expect(await fanOf(tenant, email)).toMatchObject({ name: 'A Fan', country: 'DE', verified_at: null });

    const { mail, confirmToken, unsubscribeToken } = await mailTokens(email);
    expect(mail.subject).toBe('Please confirm: news from Some Artist');
    expect(mail.text).toContain(`“${capture.consentText}”`);
    expect(mail.text).toContain(`${api.environment.publicPagesUrl}${capture.path}`);
    expect(String(mail.headers.get('from') && JSON.stringify(mail.headers.get('from')))).toContain('Some Artist via Lynkify');
    expect(JSON.stringify([...mail.headers])).toContain(`${api.environment.publicPagesUrl}/unsubscribe/${unsubscribeToken}`);
    expect(JSON.stringify([...mail.headers])).toContain('One-Click');

    for (let time = 0; time < 2; time += 1) expect(await confirm(confirmToken)).toEqual({ artistName: 'Some Artist', artistHandle: tenant.handle, userErrors: [] });
    expect((await fanOf(tenant, email))?.verified_at).toBeInstanceOf(Date);
    expect(await ledger(tenant)).toEqual(['given by form', 'confirmed by confirmation-link']);

    for (let time = 0; time < 2; time += 1) expect(await unsubscribe(unsubscribeToken)).toMatchObject({ artistName: 'Some Artist', userErrors: [] });
    expect((await fanOf(tenant, email))?.unsubscribed_at).toBeInstanceOf(Date);
    expect(await ledger(tenant)).toEqual(['given by form', 'confirmed by confirmation-link', 'withdrawn by unsubscribe-link']);
  });

  it('asks in the language of the page that the fan joined on, and in English where it is none of ours', async () => {
    const tenant = await seedTenant(api, { name: 'Some Artist' });
    const mails = new Map<string, { subject: string; html: string; text: string }>();
    for (const locale of ['de', 'ar', 'ja', 'sv']) {
      const email = someone();
      await ship(api, [aCapture(tenant, email, { locale })]);
      mails.set(locale, await api.mailbox.take(email));
    }

    expect(mails.get('de')?.subject).toBe('Bitte bestätigen: Neues von Some Artist');
    expect(mails.get('de')?.html).toContain('<html lang="de" dir="ltr">');
    expect(mails.get('de')?.text).toContain('Wenn du das nicht warst');
    // The whole runs from the right, with a name set apart that runs the other way. A subject has no such marks: nobody's name may turn it.
    expect(mails.get('ar')?.subject).toBe('يرجى التأكيد: أخبار Some Artist');
    expect(mails.get('ar')?.text).toContain('ليتمكن \u2068Some Artist\u2069 من مراسلتك');
    expect(mails.get('ar')?.html).toMatch(/<html lang="ar" dir="rtl">.*<table role="presentation" class="paper" lang="ar" dir="rtl"/su);
    expect(mails.get('ja')?.subject).toBe('登録のご確認：Some Artistからのお知らせ');
    expect(mails.get('sv')?.subject).toBe('Please confirm: news from Some Artist');
  });

  it('writes down when a mail program unsubscribed by itself, at once or by the durable road', async () => {
    for (const road of ['at once', 'durable'] as const) {
      const tenant = await seedTenant(api);
      const email = someone();
      await ship(api, [aCapture(tenant, email)]);
      const { confirmToken, unsubscribeToken } = await mailTokens(email);
      await confirm(confirmToken);
      if (road === 'at once') await renderer.run(UnsubscribeByLink, { input: { token: unsubscribeToken, oneClick: true } });
      else await ship(api, [{ kind: 'unsubscribe', id: eventIdAt(Date.now()), at: new Date().toISOString(), token: unsubscribeToken, oneClick: true }]);
      expect((await ledger(tenant)).at(-1)).toBe('withdrawn by one-click');
    }
  });

  it('makes one fan, one record and one mail of a capture that is delivered five times at once', async () => {
    const tenant = await seedTenant(api);
    const email = someone();
    const batch = [aCapture(tenant, email)];
    await Promise.all(Array.from({ length: 5 }, () => ship(api, batch)));
    expect([await ledger(tenant), await ordered(tenant)]).toEqual([['given by form'], [1]]);
    await api.mailbox.take(email);
    expect(api.mailbox.mails.filter((mail) => mail.to.includes(email))).toHaveLength(1);
  });

  it('survives many fans joining in overlapping batches in other orders', async () => {
    const tenant = await seedTenant(api);
    const captures = Array.from({ length: 30 }, () => aCapture(tenant, someone()));
    await Promise.all([ship(api, captures), ship(api, [...captures].reverse()), ship(api, captures.slice(10)), ship(api, captures.slice(0, 20).reverse())]);
    const [counted] = await api.sql<{ fans: string; consents: string; events: string; mails: string }>(`select (select count(*) from fans where workspace_id = $1) as fans, (select count(*) from consents where workspace_id = $1) as consents,
         (select count(*) from events where workspace_id = $1 and fan_id is not null) as events, (select sum(mail_count) from opt_ins where workspace_id = $1) as mails`,
      [tenant.workspaceId],
    );
    expect(counted).toEqual({ fans: '30', consents: '30', events: '30', mails: '30' });
  });

  it('keeps the event but asks nobody when the box was not ticked or no person was behind it', async () => {
    const tenant = await seedTenant(api);
    await ship(api, [aCapture(tenant, someone(), { consented: false }), aCapture(tenant, someone(), { audience: 'bot', visitor: null })]);
    const [counted] = await api.sql(`select (select count(*) from fans where workspace_id = $1) as fans, (select count(*) from events where workspace_id = $1) as events`, [tenant.workspaceId]);
    expect(counted).toEqual({ fans: '0', events: '2' });
    expect(await ledger(tenant)).toEqual([]);
  });

  it('asks who joined from a scanner\'s network to confirm like everyone, and counts nothing of it among people', async () => {
    const tenant = await seedTenant(api);
    await ship(api, [aCapture(tenant, someone(), { audience: 'scanner', visitor: null })]);
    expect(await ledger(tenant)).toEqual(['given by form']);
    expect(await ordered(tenant)).toEqual([1]);
    expect(await api.sql('select kind, audience, count::int as count from hourly_counts where workspace_id = $1', [tenant.workspaceId])).toEqual([{ kind: 'capture', audience: 'scanner', count: 1 }]);
  });

  it('keeps the first source of a fan who joins again and fills only what was empty', async () => {
    const tenant = await seedTenant(api);
    const email = someone();
    await ship(api, [aCapture(tenant, email, { path: '/first', country: 'FR' })]);
    await ship(api, [aCapture(tenant, email.toUpperCase(), { path: '/second', country: 'DE', name: 'Late Name' })]);
    expect(await fanOf(tenant, email)).toMatchObject({ source_path: '/first', country: 'FR', name: 'Late Name' });
    expect(await ledger(tenant)).toEqual(['given by form', 'given by form']);
  });

  it('sends one mail in ten minutes and three in all for one request', async () => {
    const tenant = await seedTenant(api);
    const email = someone();
    await ship(api, [aCapture(tenant, email)]);
    await ship(api, [aCapture(tenant, email)]);
    expect(await ordered(tenant)).toEqual([1]);
    for (let more = 0; more < 3; more += 1) {
      await letTimePass(tenant);
      await ship(api, [aCapture(tenant, email)]);
    }
    expect(await ordered(tenant)).toEqual([3]);
  });

  it('sends one address no more than five mails a day, over all workspaces', async () => {
    const email = someone();
    const tenants = await Promise.all(Array.from({ length: 7 }, () => seedTenant(api)));
    await Promise.all(tenants.map((tenant) => ship(api, [aCapture(tenant, email)])));
    const counts = await Promise.all(tenants.map((tenant) => ordered(tenant)));
    expect(counts.flat().reduce((sum, count) => sum + count, 0)).toBe(5);
  });

  it('asks again about other words, and not again whom it has the answer of', async () => {
    const tenant = await seedTenant(api);
    const email = someone();
    await ship(api, [aCapture(tenant, email)]);
    const { confirmToken } = await mailTokens(email);
    await letTimePass(tenant);
    await ship(api, [aCapture(tenant, email, { consentText: 'Some Artist may send me news and offers by email.', formVersion: 2 })]);
    expect(await ordered(tenant)).toEqual([1, 1]);
    await confirm(confirmToken);
    await letTimePass(tenant);
    await ship(api, [aCapture(tenant, email)]);
    expect(await ordered(tenant)).toEqual([1, 1]);
  });

  it('asks a fan who left and comes back, and only the new confirmation lets mail go out again', async () => {
    const tenant = await seedTenant(api);
    const email = someone();
    await ship(api, [aCapture(tenant, email)]);
    const first = await mailTokens(email);
    await confirm(first.confirmToken);
    await unsubscribe(first.unsubscribeToken);
    await letTimePass(tenant);
    await ship(api, [aCapture(tenant, email)]);
    const second = await mailTokens(email);

    await confirm(first.confirmToken);
    expect((await fanOf(tenant, email))?.unsubscribed_at).toBeInstanceOf(Date);
    await confirm(second.confirmToken);
    expect((await fanOf(tenant, email))?.unsubscribed_at).toBeNull();
  });

  it('refuses a confirmation link that is changed, cut, of another kind, or older than seven days', async () => {
    const tenant = await seedTenant(api);
    const email = someone();
    await ship(api, [aCapture(tenant, email)]);
    const { confirmToken, unsubscribeToken } = await mailTokens(email);
    const changed = `${confirmToken.slice(0, 30)}${confirmToken[30] === 'A' ? 'B' : 'A'}${confirmToken.slice(31)}`;
    for (const token of [changed, confirmToken.slice(0, -4), `${confirmToken}AAAA`, unsubscribeToken, '', 'not a token']) {
      expect(await confirm(token)).toEqual({ artistName: null, artistHandle: null, userErrors: [{ code: 'TOKEN_INVALID', path: ['token'] }] });
    }
    await api.sql(`update opt_ins set expires_at = now() - interval '1 minute' where workspace_id = $1`, [tenant.workspaceId]);
    expect(await confirm(confirmToken)).toMatchObject({ userErrors: [{ code: 'TOKEN_EXPIRED' }] });
    expect((await fanOf(tenant, email))?.verified_at).toBeNull();
  });

  it('lets nobody but the renderer answer for a fan', async () => {
    await expect(asker(api, {}).run(ConfirmOptIn, { input: { token: 'x' } })).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
  });

  it('closes the request with an unsubscription, so that the link in the inbox brings nobody back', async () => {
    const tenant = await seedTenant(api);
    const email = someone();
    await ship(api, [aCapture(tenant, email)]);
    const { confirmToken, unsubscribeToken } = await mailTokens(email);
    await unsubscribe(unsubscribeToken);
    expect(await confirm(confirmToken)).toMatchObject({ userErrors: [{ code: 'TOKEN_EXPIRED' }] });
  });

  it('takes answers from the spool as of the moment they were given, however late and often they come', async () => {
    const tenant = await seedTenant(api);
    const email = someone();
    await ship(api, [aCapture(tenant, email)]);
    const { confirmToken, unsubscribeToken } = await mailTokens(email);
    const at = (ms: number) => ({ id: eventIdAt(ms), at: new Date(ms).toISOString() });
    const now = Date.now();
    const left = { kind: 'unsubscribe' as const, ...at(now - 60_000), token: unsubscribeToken };
    const confirmed = { kind: 'confirm' as const, ...at(now), token: confirmToken };

    const receipt = await ship(api, [confirmed, { ...confirmed, ...at(now + 1), token: 'AAAA' }]);
    expect(receipt).toMatchObject({ stored: 1, rejected: [{ line: 2, reason: 'TOKEN_INVALID' }] });
    expect((await fanOf(tenant, email))?.verified_at?.getTime()).toBe(now);
    await ship(api, [left]);
    expect((await fanOf(tenant, email))?.unsubscribed_at).toBeNull();
    await ship(api, [{ ...left, ...at(Date.now()) }, confirmed]);
    expect((await fanOf(tenant, email))?.unsubscribed_at).toBeInstanceOf(Date);
  });
});
