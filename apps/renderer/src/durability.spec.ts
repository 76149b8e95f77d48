import { appendFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { bioPage, smartLink } from '../testing/documents.js';
import { createWorld, RendererProcess, type World } from '../testing/renderer-process.js';

let world: World;
beforeEach(async () => { world = await createWorld(); });
afterEach(() => world.close());

const allHeld = () => world.renderer.askUntil('/healthz', ({ text }) => text.includes('"allHeld":true'));
const click = (path: string, id: string) => world.renderer.ask(`${path}/go/spotify`, { headers: { referer: `https://${id}.example/` } });
/** Of a click whose program was killed: no answer. @throws what has another reason */
function cutOff(error: unknown): null {
  const code = typeof error === 'object' && error !== null && 'code' in error ? error.code : null;
  if (code === 'ECONNRESET' || code === 'ECONNREFUSED' || code === 'EPIPE') return null;
  throw error;
}
/** Clicks that arrived, told apart by the referrer that each was made with. */
const arrived = () => new Set(world.api.ofKind('click').map(({ referrerHost }) => referrerHost));

describe('while the API is away', () => {
  it('pages and clicks go on, and every event arrives afterwards', async () => {
    world.api.publish('/lady-gaga/away', smartLink('away'));
    await world.renderer.askUntil('/lady-gaga/away', ({ status }) => status === 200);
    await world.api.stop();

    const page = await world.renderer.ask('/lady-gaga/away');
    const clicks = await Promise.all(Array.from({ length: 50 }, (_, index) => click('/lady-gaga/away', `away-${index}`)));
    const waiting = await world.renderer.health();
    await world.api.start();

    expect(page.status).toBe(200);
    expect(clicks.every(({ status, headers }) => status === 302 && headers.location === 'https://open.spotify.com/album/10FLjwfpbxLmW8c25Xyc2N')).toBe(true);
    expect(waiting.spool.pendingEvents).toBeGreaterThanOrEqual(51);
    expect(waiting.spool.pendingBytes).toBeGreaterThan(0);
    await world.api.until('all clicks arrived', () => arrived().size === 50);
    await world.renderer.askUntil('/healthz', ({ text }) => text.includes('"pendingEvents":0'));
  });

  it('a restart serves every page, also those that nobody visited yet', async () => {
    world.api.publish('/gaga-kept', bioPage('gaga-kept'));
    world.api.publish('/lady-gaga/visited', smartLink('visited'));
    world.api.publish('/lady-gaga/unvisited', smartLink('unvisited'));
    await world.restart();
    await allHeld();
    await world.api.stop();
    await world.renderer.end('SIGKILL');

    const renderer = await world.restart();
    const paths = ['/gaga-kept', '/lady-gaga/visited', '/lady-gaga/unvisited'];
    const replies = await Promise.all(paths.map((path) => renderer.ask(path)));
    const home = await renderer.ask('/');

    expect(replies.map(({ status }) => status)).toEqual([200, 200, 200]);
    expect(home.text).toContain('href="/gaga-kept"');
    expect((await renderer.ask('/readyz')).status).toBe(200);
  });

  it('an address that was never held says to come back, in style', async () => {
    await world.api.stop();

    const { status, headers, text } = await world.renderer.ask('/never-held');

    expect(status).toBe(503);
    expect(headers['retry-after']).toBe('5');
    expect(text).toContain('reach this page right now');
    await world.api.start();
    await world.renderer.askUntil('/never-held', (reply) => reply.status === 404);
  });

  it('what changed meanwhile is there once it is back', async () => {
    world.api.publish('/lady-gaga/meanwhile', smartLink('meanwhile'));
    world.api.publish('/lady-gaga/deleted', smartLink('deleted'));
    await world.renderer.askUntil('/lady-gaga/meanwhile', ({ status }) => status === 200);
    await world.renderer.askUntil('/lady-gaga/deleted', ({ status }) => status === 200);
    await world.api.stop();
    const edited = smartLink('meanwhile');
    edited.release.title = 'Abracadabra';
    world.api.publish('/lady-gaga/meanwhile', edited);
    world.api.pages.delete('/lady-gaga/deleted');

    await world.api.start();

    await world.renderer.askUntil('/lady-gaga/meanwhile', ({ text }) => text.includes('Abracadabra'));
    await world.renderer.askUntil('/lady-gaga/deleted', ({ status }) => status === 404);
  });
});

describe('an acknowledged click', () => {
  it('survives kill -9 in the middle of it all, and is counted once', async () => {
    world.api.publish('/lady-gaga/killed', smartLink('killed'));
    await world.renderer.askUntil('/lady-gaga/killed', ({ status }) => status === 200);
    const acknowledged = new Set<string>();
    const crowd = async (round: number) => {
      const clicks = Array.from({ length: 400 }, async (_, index) => {
        const id = `round-${round}-${index}`;
        const reply = await click('/lady-gaga/killed', id).catch(cutOff);
        if (reply?.status === 302) acknowledged.add(`${id}.example`);
        // Dies under load: some clicks are answered, some are written, some are on their way.
        if (index === 200) await world.renderer.end('SIGKILL');
      });
      await Promise.all(clicks);
    };

    // The API takes them, then cannot, then takes them without being able to say so.
    for (const [round, verdict] of (['store', 'fail', 'store-and-fail'] as const).entries()) {
      world.api.intake = () => verdict;
      await crowd(round);
      await world.restart();
    }
    world.api.intake = () => 'store';

    expect(acknowledged.size).toBeGreaterThan(100);
    await world.api.until('every acknowledged click arrived', () => [...acknowledged].every((host) => arrived().has(host)), 20_000);
    expect(world.api.ofKind('click').length).toBe(arrived().size);
  });

  it('is sent again when the API stored it and could not say so, under the same id', async () => {
    world.api.publish('/lady-gaga/twice', smartLink('twice'));
    let refusals = 2;
    world.api.intake = () => (refusals-- > 0 ? 'store-and-fail' : 'store');

    await click('/lady-gaga/twice', 'once');

    await world.renderer.askUntil('/healthz', ({ text }) => text.includes('"pendingEvents":0'));
    expect(world.api.linesTaken).toBe(3);
    expect(world.api.ofKind('click')).toHaveLength(1);
  });

  it('arrives although another event of its batch can never be taken, and that one is put aside', async () => {
    world.api.publish('/lady-gaga/poison', smartLink('poison'));
    await world.renderer.askUntil('/lady-gaga/poison', ({ status }) => status === 200);
    await world.api.stop();
    await Promise.all(['one', 'poison', 'two'].map((id) => click('/lady-gaga/poison', id)));
    world.api.intake = (lines) => (lines.some((line) => line.includes('poison.example')) ? 'refuse' : 'store');

    await world.api.start();

    await world.api.until('the others arrived', () => arrived().has('one.example') && arrived().has('two.example'));
    await world.renderer.askUntil('/healthz', ({ text }) => text.includes('"pendingEvents":0'));
    expect(readdirSync(world.folders.spool)).toContain('refused.ndjson');
  });
});

describe('the spool', () => {
  it('loses nothing before a line that a crash left unfinished', async () => {
    world.api.publish('/lady-gaga/torn', smartLink('torn'));
    await world.renderer.askUntil('/lady-gaga/torn', ({ status }) => status === 200);
    await world.api.stop();
    for (const id of ['first', 'second']) await click('/lady-gaga/torn', id);
    await world.renderer.end('SIGKILL');
    const segment = readdirSync(world.folders.spool).filter((file) => /^\d+\.ndjson$/u.test(file)).sort().at(-1) ?? '';
    appendFileSync(join(world.folders.spool, segment), '{"kind":"click","id":"half');

    await world.restart();
    await click('/lady-gaga/torn', 'third');
    await world.api.start();

    await world.api.until('all three arrived', () => ['first.example', 'second.example', 'third.example'].every((host) => arrived().has(host)));
  });

  it('belongs to one renderer', async () => {
    await expect(RendererProcess.start(world.api.url, world.folders)).rejects.toThrow(/in use by another renderer \(process \d+/u);
  });

  it('is taken over from a renderer that was stopped, and a stop ends with 0', async () => {
    world.api.publish('/lady-gaga/stopped', smartLink('stopped'));
    await world.renderer.askUntil('/lady-gaga/stopped', ({ status }) => status === 200);
    await world.api.stop();
    await click('/lady-gaga/stopped', 'before');

    const code = await world.renderer.end('SIGTERM');
    await world.restart();
    await world.api.start();

    expect(code).toBe(0);
    await world.api.until('the click arrived', () => arrived().has('before.example'));
  });

  it('keeps no segment that was shipped', async () => {
    world.api.publish('/lady-gaga/shipped', smartLink('shipped'));
    for (const round of ['a', 'b', 'c']) {
      await click('/lady-gaga/shipped', round);
      await world.api.until('the click arrived', () => arrived().has(`${round}.example`));
      await world.restart();
    }
    await click('/lady-gaga/shipped', 'last');

    await world.api.until('the last arrived', () => arrived().has('last.example'));
    expect(readdirSync(world.folders.spool).filter((file) => /^\d+\.ndjson$/u.test(file)).length).toBeLessThanOrEqual(2);
  });
});
