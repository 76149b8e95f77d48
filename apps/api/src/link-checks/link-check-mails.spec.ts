import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { graphql } from '@lynkify/contract';
import { type Internet, startInternet, until } from '@lynkify/testing';
import request from 'supertest';
import { linkActs, signLink } from '../mail/signed-link.js';
import { startTestApi, type TestApi } from '../testing/test-api.js';
import { ownHost, publishWatched, type WatchedRelease } from '../testing/watched.js';
import { seedWorkspace, type World } from '../testing/world.js';

const UpdateWorkspace = graphql(`mutation LinkCheckMails($input: UpdateWorkspaceInput!) { updateWorkspace(input: $input) { workspace { linkCheckMails } userErrors { code } } }`);
const UpdateMembership = graphql(`mutation OwnLinkCheckMails($input: UpdateMembershipInput!) { updateMembership(input: $input) { me { memberships { linkCheckMails workspace { id linkCheckMails } } } userErrors { code } } }`);
const Memberships = graphql(`query OwnLinkCheckMailsNow { me { memberships { linkCheckMails workspace { id linkCheckMails } } } }`);
const Check = graphql(`mutation CheckForMail($input: CheckDestinationInput!) { checkDestination(input: $input) { userErrors { code } } }`);

describe('the mail about links that died', () => {
  let internet: Internet;
  let api: TestApi;
  beforeAll(async () => {
    internet = await startInternet();
    api = await startTestApi(internet.settings);
  });
  afterAll(async () => {
    await api.stop();
    await internet.stop();
  });

  interface Shop {
    release: WatchedRelease;
    answers: (answer: { status: number; headers?: Record<string, string> }) => void;
  }
  const openShop = async (world: World): Promise<Shop> => {
    const host = ownHost();
    let answer: { status: number; headers?: Record<string, string> } = { status: 200 };
    internet.site(host, ({ url }) => (url.pathname === '/lp' ? answer : { status: 200 }));
    return { release: await publishWatched(api, world, { official_store: `https://${host}/lp` }), answers: (next) => (answer = next) };
  };
  const look = async ({ release }: Shop, hours: number, world: World) => {
    await release.hoursPass(hours);
    const { id: destinationId } = await release.destination('official_store');
    await api.sql(`update destinations set next_check_at = now() + interval '1 day' where release_id = $1`, [release.id]);
    await world.owner.run(Check, { input: { destinationId } });
  };
  const dies = async (shop: Shop, world: World) => {
    shop.answers({ status: 404 });
    await look(shop, 1, world);
    await look(shop, 7, world);
    expect(await shop.release.states()).toEqual({ official_store: 'GONE' });
  };
  const digests = (world: World) => api.sql<{ run_at: Date }>(`select run_at from graphile_worker._private_jobs where key = $1`, [`link-checks.digest:${world.workspaceId}`]);
  /** The morning comes now. @returns how many mails were ordered, once all of them are sent */
  const morning = async (world: World) => {
    const before = api.mailbox.mails.length;
    await api.sql(`update graphile_worker._private_jobs set run_at = now() where key = $1`, [`link-checks.digest:${world.workspaceId}`]);
    await api.sql(`select graphile_worker.add_job('jobs-take-up-again')`);
    await until(async () => (await digests(world)).length === 0, 15_000);
    await until(async () => (await api.sql(`select 1 from graphile_worker.jobs where task_identifier = 'link-checks.mail'`)).length === 0, 15_000);
    return api.mailbox.mails.length - before;
  };

  it('comes to owners and admins the next morning of the workspace, one for all that happened', async () => {
    const world = await seedWorkspace(api);
    await api.sql(`update workspaces set time_zone = 'Asia/Tokyo' where id = $1`, [world.workspaceId]);
    const [admin] = [await world.member('admin'), await world.member('editor'), await world.member('viewer')];
    const [first, second] = [await openShop(world), await openShop(world)];
    await dies(first, world);
    second.answers({ status: 301, headers: { location: 'https://moved-shop.example.com/lp' } });
    internet.site('moved-shop.example.com', () => ({}));
    await look(second, 1, world);

    const [ordered, ...others] = await digests(world);
    expect(others).toEqual([]);
    expect(new Intl.DateTimeFormat('en-GB', { timeZone: 'Asia/Tokyo', hour: '2-digit', minute: '2-digit' }).format(ordered?.run_at)).toBe('09:00');
    expect((ordered?.run_at.getTime() ?? 0) - Date.now()).toBeLessThanOrEqual(86_400_000);
    expect(ordered?.run_at.getTime()).toBeGreaterThan(Date.now());

    expect(await morning(world)).toBe(2);
    const mail = await api.mailbox.take(world.owner.email);
    expect(mail).toMatchObject({ to: [world.owner.email], subject: 'A link leads nowhere (A workspace)' });
    expect(mail.text).toContain('on Official store: there is nothing any more');
    expect(mail.text).toContain('on Official store: has moved to another address');
    expect(mail.text).toContain('because you are an owner or admin of A workspace');
    expect(mail.links).toEqual(expect.arrayContaining([`${api.environment.publicApiUrl}/links`, `${api.environment.publicApiUrl}/settings/workspace`]));
    expect((await api.mailbox.take(admin.email)).subject).toBe(mail.subject);
  });

  it('tells nothing twice, and tells anew what died again', async () => {
    const world = await seedWorkspace(api);
    const [first, second] = [await openShop(world), await openShop(world)];
    await dies(first, world);
    expect(await morning(world)).toBe(1);
    await api.mailbox.take(world.owner.email);
    await look(first, 24, world);
    expect(await digests(world)).toEqual([]);

    await dies(second, world);
    expect(await morning(world)).toBe(1);
    expect((await api.mailbox.take(world.owner.email)).text.match(/there is nothing any more/gu)).toHaveLength(1);

    first.answers({ status: 200 });
    await look(first, 24, world);
    await dies(first, world);
    expect(await morning(world)).toBe(1);
    expect((await api.mailbox.take(world.owner.email)).text.match(/there is nothing any more/gu)).toHaveLength(1);
  });

  it('does not come when everything works again by then', async () => {
    const world = await seedWorkspace(api);
    const shop = await openShop(world);
    await dies(shop, world);
    shop.answers({ status: 200 });
    await look(shop, 1, world);
    expect(await morning(world)).toBe(0);
  });

  it('can be switched off, and begins with what is new when it is switched on', async () => {
    const world = await seedWorkspace(api);
    const [first, second] = [await openShop(world), await openShop(world)];
    expect((await world.owner.run(UpdateWorkspace, { input: { linkCheckMails: false } })).updateWorkspace).toEqual({ workspace: { linkCheckMails: false }, userErrors: [] });
    await dies(first, world);
    expect(await morning(world)).toBe(0);
    await world.owner.run(UpdateWorkspace, { input: { linkCheckMails: true } });
    await dies(second, world);
    expect(await morning(world)).toBe(1);
    expect((await api.mailbox.take(world.owner.email)).text.match(/there is nothing any more/gu)).toHaveLength(1);
  });

  it('is stopped for one member by its link or the mail program’s button, and comes again when they want it', async () => {
    const world = await seedWorkspace(api);
    const admin = await world.member('admin');
    const [first, second, third] = [await openShop(world), await openShop(world), await openShop(world)];
    await dies(first, world);
    expect(await morning(world)).toBe(2);
    const mail = await api.mailbox.take(world.owner.email);
    const link = mail.links.find((url) => url.startsWith(`${api.environment.publicApiUrl}/unsubscribe/`)) ?? '';
    expect(mail.headers.get('list')).toMatchObject({ unsubscribe: { url: link }, 'unsubscribe-post': { name: 'List-Unsubscribe=One-Click' } });
    const path = new URL(link).pathname;
    const wanted = async () => (await world.owner.run(Memberships)).me?.memberships;

    const opened = await request(api.url).get(path).expect(200);
    expect(opened.headers).toMatchObject({ 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' });
    expect(opened.text).toContain('links of A workspace die or move');
    expect(opened.text).toContain(`<form method="post" action="${path}"><button>`);
    expect(await wanted()).toEqual([{ linkCheckMails: true, workspace: { id: world.workspaceId, linkCheckMails: true } }]);

    const pressed = await request(api.url).post(path).type('form').send({ 'List-Unsubscribe': 'One-Click' }).expect(200);
    expect(pressed.headers['set-cookie']).toBeUndefined();
    expect(pressed.text).toContain('You get no more of these mails');
    await request(api.url).post(path).field('List-Unsubscribe', 'One-Click').expect(200);
    expect(await wanted()).toMatchObject([{ linkCheckMails: false }]);
    await dies(second, world);
    expect(await morning(world)).toBe(1);
    await api.mailbox.take(admin.email);

    expect((await world.owner.run(UpdateMembership, { input: { workspaceId: world.workspaceId, linkCheckMails: true } })).updateMembership).toEqual({ me: { memberships: [{ linkCheckMails: true, workspace: { id: world.workspaceId, linkCheckMails: true } }] }, userErrors: [] });
    await admin.run(UpdateMembership, { input: { workspaceId: world.workspaceId, linkCheckMails: false } });
    await dies(third, world);
    expect(await morning(world)).toBe(1);
    expect((await api.mailbox.take(world.owner.email)).text.match(/there is nothing any more/gu)).toHaveLength(1);
  });

  it('is not sent to who stopped it between its order and its turn', async () => {
    const world = await seedWorkspace(api);
    await dies(await openShop(world), world);
    const [digest] = await api.sql<{ reported_at: Date }>(`update destinations set reported_at = now() where workspace_id = $1 and problem_since is not null returning reported_at`, [world.workspaceId]);
    await request(api.url).post(`/unsubscribe/${signLink(linkActs.stopLinkCheckMails, [world.workspaceId, world.owner.userId], api.environment.linkKey)}`).expect(200);
    const before = api.mailbox.mails.length;
    await api.sql(`select graphile_worker.add_job('link-checks.mail', $1)`, [JSON.stringify({ workspaceId: world.workspaceId, userId: world.owner.userId, reportedAt: digest?.reported_at.toISOString() })]);
    await until(async () => (await api.sql(`select 1 from graphile_worker.jobs where task_identifier = 'link-checks.mail'`)).length === 0, 15_000);
    expect(api.mailbox.mails.length).toBe(before);
  });

  it('is stopped by no link but its own, and by no member for another', async () => {
    const [world, other] = [await seedWorkspace(api), await seedWorkspace(api)];
    const member = [world.workspaceId, world.owner.userId];
    const { linkKey } = api.environment;
    const own = signLink(linkActs.stopLinkCheckMails, member, linkKey);
    const changed = `${own.startsWith('A') ? 'B' : 'A'}${own.slice(1)}`;
    for (const token of [signLink(linkActs.stopLinkCheckMails, member, 'another-key-of-the-tests-0123456789ab'), signLink(linkActs.unsubscribeFan, [...member, member[0] ?? ''], linkKey), signLink(linkActs.confirmOptIn, member, linkKey), changed, 'x', `${own}=`]) {
      expect((await request(api.url).get(`/unsubscribe/${token}`).expect(404)).text).toContain('This link does not work');
      await request(api.url).post(`/unsubscribe/${token}`).expect(404);
    }
    await expect(other.owner.run(UpdateMembership, { input: { workspaceId: world.workspaceId, linkCheckMails: false } })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    expect((await world.owner.run(Memberships)).me?.memberships).toMatchObject([{ linkCheckMails: true }]);
  });

  it('holds no address in the job that sends it', async () => {
    const world = await seedWorkspace(api);
    await dies(await openShop(world), world);
    const jobs = await api.sql<{ payload: unknown }>(`select payload from graphile_worker._private_jobs where key = $1`, [`link-checks.digest:${world.workspaceId}`]);
    expect(jobs).toEqual([{ payload: { workspaceId: world.workspaceId } }]);
  });
});
