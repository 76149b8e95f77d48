import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { graphql } from '@lynkify/contract';
import { Client } from 'pg';
import { aCapture, seedFans, ship, tenantOf } from '../testing/audience.js';
import { startTestApi, type TestApi } from '../testing/test-api.js';
import { seedWorkspace, unique, type World } from '../testing/world.js';
import { fanCondition } from './fan-filter.js';
import { fansQuery } from './fans-list.service.js';

const Fans = graphql(`query Fans($first: Int!, $after: String, $filter: FanFilter) {
  fans(first: $first, after: $after, filter: $filter) { nodes { id email name } pageInfo { endCursor hasNextPage } totalCount }
}`);
const Facets = graphql(`query Facets($filter: FanFilter) {
  fanFacets(filter: $filter) { countries { value count } channels { value count } releases { release { title } count } verified unverified }
}`);
const FanPage = graphql(`query FanPage($id: ID!) {
  fan(id: $id) {
    email name country locale joinedAt verifiedAt unsubscribedAt
    source { label path channel referrerHost campaign artist { name } release { title } }
    consents { action purpose controllerName wording wordingHash formVersion path locale method networkHash }
    history { kind label path channel }
  }
}`);
const UpdateFan = graphql(`mutation UpdateFan($input: UpdateFanInput!) { updateFan(input: $input) { fan { name } userErrors { code path } } }`);
const Resend = graphql(`mutation Resend($input: ResendConfirmationInput!) { resendConfirmation(input: $input) { fan { id } userErrors { code } } }`);
const Unsubscribe = graphql(`mutation Unsubscribe($input: UnsubscribeFanInput!) { unsubscribeFan(input: $input) { fan { unsubscribedAt consents { action method } } userErrors { code } } }`);
const DeleteFan = graphql(`mutation DeleteFan($input: DeleteFanInput!) { deleteFan(input: $input) { deletedFanId userErrors { code } } }`);
const ConfirmOptIn = graphql(`mutation ConfirmFan($input: OptInAnswerInput!) { confirmOptIn(input: $input) { userErrors { code } } }`);

describe('fans', () => {
  let api: TestApi;
  beforeAll(async () => {
    api = await startTestApi();
  });
  afterAll(() => api.stop());

  const onlyFan = async (world: World) => {
    const { fans } = await world.owner.run(Fans, { first: 1 });
    const fan = fans.nodes[0];
    if (!fan) throw new Error('there is no fan');
    return fan;
  };
  const confirmByMail = async (world: World, email: string) => {
    const mail = await api.mailbox.take(email);
    const token = mail.links.find((link) => link.includes('/confirm/'))?.split('/').at(-1) ?? '';
    return world.renderer.run(ConfirmOptIn, { input: { token } });
  };
  /** The mail is in the fan's hands before its sending is written down. */
  const mailNoted = async (world: World) => {
    const deadline = Date.now() + 10_000;
    for (let noted = false; !noted; await new Promise((again) => setTimeout(again, 20))) {
      if (Date.now() > deadline) throw new Error('no mail was noted within 10 s');
      const [row] = await api.sql<{ noted: boolean }>(`select exists (select from opt_ins where workspace_id = $1 and mailed_at <> '{}') as noted`, [world.workspaceId]);
      noted = row?.noted === true;
    }
  };

  it('are listed newest first, page after page, each once', async () => {
    const world = await seedWorkspace(api);
    await seedFans(api, await tenantOf(world), 25);
    const seen: string[] = [];
    let after: string | null = null;
    do {
      const { fans }: { fans: { nodes: { email: string }[]; pageInfo: { endCursor: string | null; hasNextPage: boolean }; totalCount: number } } = await world.owner.run(Fans, { first: 10, after });
      expect(fans.totalCount).toBe(25);
      seen.push(...fans.nodes.map((fan) => fan.email));
      after = fans.pageInfo.hasNextPage ? fans.pageInfo.endCursor : null;
    } while (after);
    expect(seen).toEqual(Array.from({ length: 25 }, (_, index) => `fan${index + 1}@example.org`));
  });

  it.each([
    ['a part of the email in any case', { search: 'AN12@' }, 1],
    ['a part of the name', { search: 'fan 1' }, 11],
    ['signs that mean something to SQL as themselves', { search: '%' }, 0],
    ['the confirmed', { verified: true }, 5],
    ['the unconfirmed', { verified: false }, 15],
    ['the unsubscribed', { unsubscribed: true }, 0],
    ['a country', { country: 'de' }, 6],
    ['a channel', { channel: 'qr' }, 10],
    ['a day in the time zone of the workspace', { joinedFrom: '2026-06-01', joinedTo: '2026-06-01' }, 20],
    ['several at once', { verified: true, country: 'DE' }, 1],
    ['an id that is none', { releaseId: 'x' }, 0],
  ])('are found by %s', async (_, filter, count) => {
    const world = await seedWorkspace(api);
    await seedFans(api, await tenantOf(world), 20);
    const { fans } = await world.owner.run(Fans, { first: 50, filter });
    expect([fans.nodes.length, fans.totalCount]).toEqual([count, count]);
  });

  it('join on days of the workspace’s own zone', async () => {
    const world = await seedWorkspace(api);
    const tenant = await tenantOf(world);
    await api.sql(`update workspaces set time_zone = 'Pacific/Auckland' where id = $1`, [world.workspaceId]);
    await seedFans(api, tenant, 2);
    const on = async (day: string) => (await world.owner.run(Fans, { first: 5, filter: { joinedFrom: day, joinedTo: day } })).fans.totalCount;
    // 11:59 and 11:58 UTC are just before midnight there.
    expect([await on('2026-06-01'), await on('2026-06-02')]).toEqual([2, 0]);
    await api.sql(`update fans set joined_at = '2026-06-01 12:00Z' where workspace_id = $1`, [world.workspaceId]);
    expect([await on('2026-06-01'), await on('2026-06-02')]).toEqual([0, 2]);
  });

  it('are counted by country, channel, release and confirmation', async () => {
    const world = await seedWorkspace(api);
    const tenant = await tenantOf(world);
    await seedFans(api, tenant, 12);
    const { fanFacets } = await world.owner.run(Facets, {});
    expect(fanFacets).toEqual({
      countries: [{ value: 'DE', count: 4 }, { value: 'FR', count: 4 }, { value: null, count: 4 }],
      channels: [{ value: 'email', count: 6 }, { value: 'qr', count: 6 }],
      releases: [{ release: { title: tenant.title }, count: 6 }, { release: null, count: 6 }],
      verified: 3,
      unverified: 9,
    });
  });

  it('show where they came from, what they agreed to and what happened', async () => {
    const world = await seedWorkspace(api);
    const tenant = await tenantOf(world);
    const email = `${unique()}@example.org`;
    const capture = aCapture(tenant, email, { channel: 'instagram-bio', referrerHost: 'l.instagram.com', utm: { campaign: 'spring' }, country: 'DE' });
    await ship(api, [capture]);
    await confirmByMail(world, email);
    const { id } = await onlyFan(world);
    await mailNoted(world);
    const { fan } = await world.owner.run(FanPage, { id });
    expect(fan).toMatchObject({
      email,
      country: 'DE',
      locale: 'en',
      joinedAt: capture.at,
      unsubscribedAt: null,
      source: { label: `Smart link of ${tenant.title} · Instagram bio`, path: capture.path, channel: 'instagram-bio', referrerHost: 'l.instagram.com', campaign: 'spring', artist: { name: tenant.artistName }, release: { title: tenant.title } },
      consents: [
        { action: 'given', purpose: 'news-by-email', controllerName: tenant.artistName, wording: capture.consentText, formVersion: 1, path: capture.path, locale: 'en', method: 'form', networkHash: capture.network },
        { action: 'confirmed', method: 'confirmation-link', wording: capture.consentText },
      ],
    });
    expect(fan?.consents[0]?.wordingHash).toMatch(/^[0-9a-f]{64}$/);
    expect(fan?.history.map(({ kind }) => kind)).toEqual(['capture', 'mail', 'confirmed']);
    expect(fan?.history[0]).toMatchObject({ path: capture.path, channel: 'instagram-bio', label: `Joined. Smart link of ${tenant.title}` });
  });

  it('can be renamed, unsubscribed by hand and asked again only within the limits', async () => {
    const world = await seedWorkspace(api);
    const email = `${unique()}@example.org`;
    await ship(api, [aCapture(await tenantOf(world), email)]);
    const { id: fanId } = await onlyFan(world);
    const resend = async () => (await world.owner.run(Resend, { input: { fanId } })).resendConfirmation.userErrors.map(({ code }) => code);
    const letTimePass = () => api.sql(`update opt_ins set mail_ordered_at = mail_ordered_at - interval '11 minutes' where workspace_id = $1`, [world.workspaceId]);

    expect((await world.owner.run(UpdateFan, { input: { fanId, name: ' New  Name ' } })).updateFan).toEqual({ fan: { name: 'New Name' }, userErrors: [] });
    expect((await world.owner.run(UpdateFan, { input: { fanId, name: 'x'.repeat(201) } })).updateFan).toEqual({ fan: null, userErrors: [{ code: 'TEXT_TOO_LONG', path: ['name'] }] });

    expect(await resend()).toEqual(['TOO_SOON']);
    for (const answer of [[], [], ['RESEND_LIMIT']]) {
      await letTimePass();
      expect(await resend()).toEqual(answer);
    }
    await confirmByMail(world, email);
    expect(await resend()).toEqual(['ALREADY_VERIFIED']);

    const { unsubscribeFan } = await world.owner.run(Unsubscribe, { input: { fanId } });
    expect(unsubscribeFan.fan?.unsubscribedAt).not.toBeNull();
    expect(unsubscribeFan.fan?.consents.at(-1)).toEqual({ action: 'withdrawn', method: 'member' });
    expect(await resend()).toEqual(['UNSUBSCRIBED']);
  });

  it('leave no address anywhere when they are erased, and their events are still counted', async () => {
    const world = await seedWorkspace(api);
    const email = `${unique()}@example.org`;
    const capture = aCapture(await tenantOf(world), email);
    await ship(api, [capture]);
    const { id: fanId } = await onlyFan(world);
    expect((await world.owner.run(DeleteFan, { input: { fanId } })).deleteFan).toEqual({ deletedFanId: fanId, userErrors: [] });

    const tables = await api.sql<{ name: string }>(`select format('%I.%I', schemaname, tablename) as name from pg_tables where schemaname in ('public', 'graphile_worker')`);
    for (const { name } of tables) expect([name, await api.sql(`select 1 from ${name} t where t::text like $1`, [`%${email.split('@')[0]}%`])]).toEqual([name, []]);
    const [kept] = await api.sql(`select (select count(*) from events where workspace_id = $1) as events, (select count(*) from consents where workspace_id = $1) as consents`, [world.workspaceId]);
    expect(kept).toEqual({ events: '1', consents: '1' });

    await ship(api, [capture]);
    expect((await world.owner.run(Fans, { first: 5 })).fans.totalCount).toBe(0);
    await expect(world.owner.run(DeleteFan, { input: { fanId } })).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it('of another workspace look as if there were none', async () => {
    const [mine, theirs] = [await seedWorkspace(api), await seedWorkspace(api)];
    await seedFans(api, await tenantOf(theirs), 1);
    const { id: fanId } = await onlyFan(theirs);
    expect((await mine.owner.run(FanPage, { id: fanId })).fan).toBeNull();
    expect((await mine.owner.run(Fans, { first: 5 })).fans.totalCount).toBe(0);
    const { owner } = mine;
    const input = { fanId };
    for (const attempt of [() => owner.run(UpdateFan, { input: { fanId, name: 'Mine' } }), () => owner.run(Unsubscribe, { input }), () => owner.run(DeleteFan, { input }), () => owner.run(Resend, { input })]) {
      await expect(attempt()).rejects.toMatchObject({ code: 'NOT_FOUND' });
    }
  });

  it('are read by viewers and by keys with the scope, and changed by neither', async () => {
    const world = await seedWorkspace(api);
    await seedFans(api, await tenantOf(world), 1);
    const { id: fanId } = await onlyFan(world);
    const key = await world.apiKey(['fans:read']);
    for (const asker of [await world.member('viewer'), key]) {
      expect((await asker.run(Fans, { first: 1 })).fans.totalCount).toBe(1);
      await expect(asker.run(UpdateFan, { input: { fanId, name: 'No' } })).rejects.toMatchObject({ code: 'FORBIDDEN' });
    }
    await expect(key.run(FanPage, { id: fanId })).rejects.toMatchObject({ code: 'FORBIDDEN' });
    await expect((await world.apiKey(['numbers:read'])).run(Fans, { first: 1 })).rejects.toMatchObject({ code: 'FORBIDDEN' });
    await expect(world.anonymous.run(Fans, { first: 1 })).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
  });

  it('are read along their index at ten thousand, searched or not, without sorting', async () => {
    const [world, other] = [await seedWorkspace(api), await seedWorkspace(api)];
    await seedFans(api, await tenantOf(world), 10_000);
    await seedFans(api, await tenantOf(other), 10_000);
    await api.sql('vacuum analyze fans');
    const client = new Client({ connectionString: api.database.appUrl });
    await client.connect();
    try {
      await client.query(`select set_config('app.workspace', $1, false)`, [world.workspaceId]);
      for (const filter of [null, { search: 'n 77' }, { verified: true }]) {
        const { sql, values } = fansQuery(fanCondition(world.workspaceId, filter), ['2026-05-30T00:00:00.000Z', '00000000-0000-0000-0000-000000000000'], 51);
        const plan = (await client.query<{ 'QUERY PLAN': string }>(`explain ${sql}`, values)).rows.map((row) => row['QUERY PLAN']).join('\n');
        expect(plan).toContain('fans_joined_idx');
        expect(plan).not.toMatch(/Sort|Seq Scan on fans/);
      }
    } finally {
      await client.end();
    }
  });
});
