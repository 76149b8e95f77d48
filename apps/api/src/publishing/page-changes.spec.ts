import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Client } from 'pg';
import request from 'supertest';
import { ChangeHandle, newArtist, newRelease, publish } from '../testing/catalogue.js';
import { startTestApi, type TestApi } from '../testing/test-api.js';
import { seedWorkspace, unique, type World } from '../testing/world.js';

/** A renderer that reads the change feed. */
async function connect(api: TestApi, world: World) {
  const stop = new AbortController();
  const response = await fetch(`${api.url}/internal/pages/changes`, { headers: world.renderer.headers, signal: stop.signal });
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
  if (!reader) throw new Error('the feed has no body');
  let text = '';
  /** The next event; null when the feed ends. */
  const next = async (): Promise<{ event: string; data: { path?: string; version: string; host?: string } } | null> => {
    for (;;) {
      const end = text.indexOf('\n\n');
      if (end !== -1) {
        const block = text.slice(0, end);
        text = text.slice(end + 2);
        const found = /^event: (\w+)\ndata: (.+)$/.exec(block);
        if (found) return { event: found[1] ?? '', data: JSON.parse(found[2] ?? '') };
        continue;
      }
      const { done, value } = await reader.read();
      if (done) return null;
      text += value;
    }
  };
  return { response, next, close: () => stop.abort() };
}

describe('the feed of page changes', () => {
  let api: TestApi;
  beforeAll(async () => {
    api = await startTestApi();
  });
  afterAll(() => api.stop());

  it('is for renderers alone', async () => {
    const world = await seedWorkspace(api);
    await request(api.url).get('/internal/pages/changes').expect(401);
    await request(api.url).get('/internal/pages/changes').set(world.owner.headers).expect(403);
  });

  it('begins with the highest version and tells a publishing within a second', async () => {
    const world = await seedWorkspace(api);
    const { id: artistId, handle } = await newArtist(world, unique());
    const first = await newRelease(world, { artistId, slug: 'first' });
    await publish(world.owner, first.id);
    const feed = await connect(api, world);
    expect(feed.response.headers.get('content-type')).toMatch(/^text\/event-stream/);
    const hello = await feed.next();
    expect(hello).toEqual({ event: 'hello', data: { version: expect.stringMatching(/^\d+$/) } });

    const started = performance.now();
    await publish(world.owner, first.id);
    const versionOf = (event: typeof hello) => BigInt(event?.data.version ?? 0);
    let change = await feed.next();
    // What was told before the greeting may be told again after it.
    while (change && versionOf(change) <= versionOf(hello)) change = await feed.next();
    expect(performance.now() - started).toBeLessThan(1_000);
    expect(change).toEqual({ event: 'change', data: { host: '', path: `/${handle}/first`, version: expect.stringMatching(/^\d+$/) } });
    feed.close();
  });

  it('tells of every address that a change of handle touches', async () => {
    const world = await seedWorkspace(api);
    const { id: artistId, handle } = await newArtist(world, unique());
    await publish(world.owner, (await newRelease(world, { artistId, slug: 'song' })).id);
    const feed = await connect(api, world);
    await feed.next();
    const moved = `${unique()}-b`;
    await world.owner.run(ChangeHandle, { input: { artistId, handle: moved } });
    const paths = new Set<string | undefined>();
    while (paths.size < 2) paths.add((await feed.next())?.data.path);
    expect([...paths].sort()).toEqual([`/${handle}/song`, `/${moved}/song`].sort());
    feed.close();
  });

  it('does not keep the program from stopping', async () => {
    const stopping = await startTestApi();
    const feed = await connect(stopping, await seedWorkspace(stopping));
    await feed.next();
    const ended = feed.next();
    await stopping.stop();
    expect(await ended).toBeNull();
  });

  it('ends when Postgres is lost, so that renderers ask for everything anew, and is back by itself', async () => {
    const world = await seedWorkspace(api);
    const { id: artistId } = await newArtist(world, unique());
    const { id } = await newRelease(world, { artistId });
    const feed = await connect(api, world);
    await feed.next();
    const admin = new Client({ connectionString: api.database.ownerUrl });
    await admin.connect();
    await admin.query(`select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and application_name = 'lynkify-page-changes'`);
    expect(await feed.next()).toBeNull();

    let again = await connect(api, world);
    while (again.response.status === 503) {
      // The answer says when to come back; asking is what a renderer does too.
      expect(again.response.headers.get('retry-after')).not.toBeNull();
      again = await connect(api, world);
    }
    await admin.end();
    expect((await again.next())?.event).toBe('hello');
    await publish(world.owner, id);
    expect((await again.next())?.event).toBe('change');
    again.close();
  });
});
