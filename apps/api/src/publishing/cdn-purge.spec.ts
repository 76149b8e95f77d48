import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ChangeHandle, newArtist, newRelease, publish } from '../testing/catalogue.js';
import { startTestApi, type TestApi } from '../testing/test-api.js';
import { seedWorkspace, unique } from '../testing/world.js';

interface Call {
  method: string;
  url: string;
  headers: IncomingHttpHeaders;
  body: string;
}

/** A CDN's purging interface on loopback. */
async function startCdn(answer: (call: number) => { status: number; body: string }) {
  const calls: Call[] = [];
  const waiting = new Set<() => void>();
  const server = createServer((request, response) => {
    let body = '';
    request.setEncoding('utf8').on('data', (part) => (body += String(part))).on('end', () => {
      const { status, body: said } = answer(calls.length);
      calls.push({ method: request.method ?? '', url: request.url ?? '', headers: request.headers, body });
      response.writeHead(status, { 'content-type': 'application/json' }).end(said);
      for (const look of [...waiting]) look();
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    calls,
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    /** Waits until so many calls came. */
    until: (holds: (calls: readonly Call[]) => boolean) => new Promise<void>((done) => {
      const look = () => {
        if (!holds(calls)) return;
        waiting.delete(look);
        done();
      };
      waiting.add(look);
      look();
    }),
    stop: () => new Promise((stopped) => {
      server.closeAllConnections();
      server.close(stopped);
    }),
  };
}

const styles = [
  { style: 'fastly', path: '/service/abc/purge', said: '{"p":"1"}', keysOf: ({ headers }: Call) => String(headers['surrogate-key']).split(' '), method: 'POST', key: ['fastly-key', 'token-of-the-tests'] },
  { style: 'cloudflare', path: '/client/v4/zones/abc/purge_cache', said: '{"success":true,"errors":[]}', keysOf: ({ body }: Call) => (JSON.parse(body) as { tags: string[] }).tags, method: 'POST', key: ['authorization', 'Bearer token-of-the-tests'] },
  { style: 'varnish', path: '/', said: '', keysOf: ({ headers }: Call) => String(headers.xkey).split(' '), method: 'PURGE', key: ['authorization', 'Bearer token-of-the-tests'] },
] as const;

describe.each(styles)('a CDN that is told as $style is', ({ style, path, said, keysOf, method, key: [header, token] }) => {
  let cdn: Awaited<ReturnType<typeof startCdn>>;
  let api: TestApi;
  beforeAll(async () => {
    // The first call goes wrong.
    cdn = await startCdn((call) => (call === 0 ? { status: 503, body: '' } : { status: 200, body: said }));
    api = await startTestApi({ CDN_PURGE_URL: `${cdn.url}${path}`, CDN_PURGE_STYLE: style, CDN_PURGE_TOKEN: 'token-of-the-tests' });
  });
  afterAll(async () => {
    await api.stop();
    await cdn.stop();
  });

  it('lets go of every page that a publishing changes, and is told again when it failed or heard too early', async () => {
    const world = await seedWorkspace(api);
    const { id: artistId, handle } = await newArtist(world, unique());
    const { id } = await newRelease(world, { artistId, slug: 'first' });

    await publish(world.owner, id);

    const own = (call: Call) => keysOf(call).includes(`p:/${handle}/first`);
    await cdn.until((calls) => calls.filter(own).length >= 3);
    for (const call of cdn.calls.filter(own)) expect(call).toMatchObject({ method, url: path, headers: { [header]: token } });
  });

  it('lets go of all addresses that a change of handle touches', async () => {
    const world = await seedWorkspace(api);
    const { id: artistId, handle } = await newArtist(world, unique());
    for (const slug of ['one', 'two']) await publish(world.owner, (await newRelease(world, { artistId, slug })).id);
    const moved = `${unique()}-b`;

    await world.owner.run(ChangeHandle, { input: { artistId, handle: moved } });

    const expected = [handle, moved].flatMap((each) => [`p:/${each}/one`, `p:/${each}/two`]);
    await cdn.until((calls) => expected.every((key) => calls.some((call) => keysOf(call).includes(key) && keysOf(call).length > 1)));
  });
});

describe('without a CDN', () => {
  it('a publishing orders no purge', async () => {
    const api = await startTestApi();
    const world = await seedWorkspace(api);
    const { id: artistId } = await newArtist(world, unique());
    await publish(world.owner, (await newRelease(world, { artistId })).id);

    expect(await api.sql(`select 1 from graphile_worker.jobs where task_identifier = 'purge-cdn'`)).toEqual([]);
    await api.stop();
  });
});
