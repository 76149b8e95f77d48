import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import request from 'supertest';
import { aCapture, seedFans, ship, tenantOf } from '../testing/audience.js';
import { startTestApi, type TestApi } from '../testing/test-api.js';
import { seedWorkspace, unique } from '../testing/world.js';

describe('the export of fans', () => {
  let api: TestApi;
  beforeAll(async () => {
    api = await startTestApi();
  });
  afterAll(() => api.stop());

  const download = (headers: Readonly<Record<string, string>>, query = '') => request(api.url).get(`/v1/fans.csv${query}`).set({ ...headers });
  const lines = (text: string) => text.replace(/^\uFEFF/, '').trimEnd().split('\r\n');

  it('streams ten thousand fans, the newest first, as a dated file', async () => {
    const world = await seedWorkspace(api);
    await seedFans(api, await tenantOf(world), 10_000);
    const response = await download(world.owner.headers).expect(200).expect('content-type', 'text/csv; charset=utf-8').expect('cache-control', 'no-store');
    expect(response.headers['content-disposition']).toMatch(/^attachment; filename="fans-\d{4}-\d{2}-\d{2}\.csv"$/);
    expect(response.headers['transfer-encoding']).toBe('chunked');
    const rows = lines(response.text);
    expect(rows).toHaveLength(10_001);
    expect(rows[0]).toBe('email,name,country,city,joined,verified,unsubscribed,source,channel,referrer,campaign,consent wording');
    expect(rows.slice(1).map((row) => row.split(',')[0])).toEqual(Array.from({ length: 10_000 }, (_, index) => `fan${index + 1}@example.org`));
  });

  it('tells the source and the exact wording of each fan', async () => {
    const world = await seedWorkspace(api);
    const tenant = await tenantOf(world);
    const capture = aCapture(tenant, `${unique()}@example.org`, { name: 'Ünïcode, "quoted"', channel: 'qr', referrerHost: 'example.com', utm: { campaign: 'spring' }, country: 'DE', city: 'Köln', consentText: 'Yes, "news" please' });
    await ship(api, [capture]);
    const [, row] = lines((await download(world.owner.headers)).text);
    expect(row).toBe(`${capture.email},"Ünïcode, ""quoted""",DE,Köln,${capture.at},,,Smart link of ${tenant.title} · QR code,qr,example.com,spring,"Yes, ""news"" please"`);
  });

  it('lets no cell be run as a formula', async () => {
    const world = await seedWorkspace(api);
    const tenant = await tenantOf(world);
    await seedFans(api, tenant, 6);
    const hostile = ['=1+1', '+1', '-1', '@SUM(A1)', '\tx', '\rx'];
    await api.sql(`update fans set name = ($2::text[])[replace(name, 'Fan ', '')::int], city = '=HYPERLINK("https://example.com")' where workspace_id = $1`, [world.workspaceId, hostile]);
    await api.sql(`update releases set title = '=cmd' where workspace_id = $1`, [world.workspaceId]);
    const { text } = await download(world.owner.headers);
    for (const name of hostile) expect(text).toMatch(new RegExp(`,"?'${name.replace(/[+()]/g, '\\$&')}"?,`));
    expect(text).toContain(`,"'=HYPERLINK(""https://example.com"")",`);
    expect(text).not.toMatch(/(^|,)"?[=+\-@\t\r](?!\n)/m);
  });

  it('holds what the filter says and nothing else', async () => {
    const world = await seedWorkspace(api);
    await seedFans(api, await tenantOf(world), 20);
    const count = async (query: string) => lines((await download(world.owner.headers, query).expect(200)).text).length - 1;
    expect([await count('?verified=true'), await count('?search=FAN12%40&country=DE'), await count('?channel=qr'), await count('')]).toEqual([5, 1, 10, 20]);
    const { body } = await download(world.owner.headers, '?verified=maybe&joinedFrom=2026-02-30&contry=DE').expect(400);
    expect(Object.keys(body.fields).sort()).toEqual(['contry', 'joinedFrom', 'verified']);
  });

  it('is for admins, owners and keys with the scope, of their own workspace', async () => {
    const world = await seedWorkspace(api);
    await seedFans(api, await tenantOf(world), 3);
    await download({}).expect(401);
    await download((await world.member('editor')).headers).expect(403);
    await download((await world.apiKey(['fans:read'])).headers).expect(403);
    for (const asker of [await world.member('admin'), await world.apiKey(['fans:export'])]) expect(lines((await download(asker.headers).expect(200)).text)).toHaveLength(4);
    expect(lines((await download((await seedWorkspace(api)).owner.headers).expect(200)).text)).toHaveLength(1);
  });

  it('is a plain link for a browser: the address names the workspace, of those that the member is in', async () => {
    const [first, second, foreign] = [await seedWorkspace(api), await seedWorkspace(api), await seedWorkspace(api)];
    await seedFans(api, await tenantOf(first), 1);
    await seedFans(api, await tenantOf(second), 3);
    await api.sql(`insert into members (workspace_id, user_id, role) values ($1, $2, 'admin')`, [second.workspaceId, first.owner.userId]);
    const { 'lynkify-workspace': _header, ...cookieOnly } = first.owner.headers;
    for (const [world, fans] of [[first, 1], [second, 3]] as const) {
      expect(lines((await download(cookieOnly, `?workspace=${world.workspaceId}`).expect(200)).text)).toHaveLength(1 + fans);
    }
    await download(cookieOnly, `?workspace=${foreign.workspaceId}`).expect(403);
  });
});
