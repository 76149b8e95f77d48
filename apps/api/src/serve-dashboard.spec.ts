import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import request from 'supertest';
import { startTestApi, type TestApi } from './testing/test-api.js';

describe('the dashboard’s files', () => {
  let api: TestApi;
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'lynkify-test-dashboard-'));
    await mkdir(join(folder, 'dashboard', 'assets'), { recursive: true });
    await writeFile(join(folder, 'secret.txt'), 'outside');
    await writeFile(join(folder, 'dashboard', 'index.html'), '<!doctype html><title>Dashboard</title>');
    await writeFile(join(folder, 'dashboard', 'favicon.svg'), '<svg xmlns="http://www.w3.org/2000/svg"/>');
    await writeFile(join(folder, 'dashboard', 'assets', 'main-0a1b2c3d.js'), 'export {};');
    api = await startTestApi({ DASHBOARD_DIR: join(folder, 'dashboard') });
  });
  afterAll(async () => {
    await api.stop();
    await rm(folder, { recursive: true });
  });

  const open = (path: string) => request(api.url).get(path).set('accept', 'text/html,application/xhtml+xml,*/*;q=0.8');

  it('begin with index.html, which is asked for each time', async () => {
    const { text, headers } = await open('/').expect(200);
    expect(text).toContain('<title>Dashboard</title>');
    expect(headers).toMatchObject({ 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-cache', etag: expect.any(String) });
    expect(headers['content-security-policy']).toContain("script-src 'self'");
    await open('/').set('if-none-match', headers.etag ?? '').expect(304);
    // Whatever asks whether something is here: curl, a monitor.
    await request(api.url).get('/').set('accept', '*/*').expect(200);
  });

  it('answer every screen with index.html, also on a first visit', async () => {
    for (const path of ['/releases/01890000-0000-7000-8000-000000000000', '/confirm-email?token=abc', '/settings/members']) {
      expect((await open(path).expect(200)).text).toContain('<title>Dashboard</title>');
    }
    await request(api.url).head('/sign-in').set('accept', 'text/html').expect(200);
  });

  it('are kept for ever where their name holds a hash of their content', async () => {
    const { headers } = await request(api.url).get('/assets/main-0a1b2c3d.js').expect(200);
    expect(headers).toMatchObject({ 'content-type': 'application/javascript; charset=utf-8', 'cache-control': 'public, max-age=31536000, immutable' });
    expect((await request(api.url).get('/favicon.svg').expect(200)).headers['cache-control']).toBe('no-cache');
  });

  it('do not hide that something is not there', async () => {
    for (const path of ['/assets/main-older.js', '/v1/nowhere', '/internal/nowhere', '/media/nowhere']) {
      const { body } = await open(path).expect(404);
      expect(body).toMatchObject({ code: 'NOT_FOUND', requestId: expect.any(String) });
    }
    await request(api.url).get('/nowhere.json').set('accept', 'application/json').expect(404);
    await request(api.url).post('/nowhere').expect(404);
  });

  it('stand beside the API and do not cover it', async () => {
    await request(api.url).get('/healthz').set('accept', 'text/html').expect(200, { status: 'ok' });
    const { body } = await request(api.url).post('/graphql').send({ query: '{ me { user { id } } }' });
    expect(body).toEqual({ data: { me: null } });
  });

  it('are all that can be reached of the disk', async () => {
    for (const path of ['/../secret.txt', '/%2e%2e/secret.txt', '/..%2fsecret.txt', '/assets/..%2f..%2fsecret.txt', '/%00', '/%', '/%e0%a4%a']) {
      const { text } = await request(api.url).get(path);
      expect(text).not.toContain('outside');
    }
  });

  it('need neither a database nor who is asking', async () => {
    await api.sql('alter table sessions rename to sessions_renamed_by_a_test');
    await request(api.url).get('/').set('accept', 'text/html').set('cookie', 'lynkify_session=anything').expect(200);
    await request(api.url).get('/healthz').set('cookie', 'lynkify_session=anything').expect(200);
  });
});
