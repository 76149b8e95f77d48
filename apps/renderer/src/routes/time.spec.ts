import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { bioPage, smartLink } from '../../testing/documents.js';
import { createWorld, type World } from '../../testing/renderer-process.js';

let world: World;
beforeAll(async () => { world = await createWorld(); });
afterAll(() => world.close());

const day = 86_400_000;

/** A release that comes out so many milliseconds after the machine's now. */
function upcoming(slug: string, left: number) {
  const document = smartLink(slug);
  const out = new Date(Date.now() + left);
  document.release.releasedAt = out.toISOString();
  document.release.releaseDate = out.toISOString().slice(0, 10);
  return { document, out: out.getTime() };
}

describe('a page, as its clock goes on', () => {
  it('counts down and comes out, for who asks whether it changed as well', async () => {
    const path = '/lady-gaga/counted-down';
    const { document, out } = upcoming('counted-down', 10 * day);
    world.api.publish(path, document);
    const at = async (moment: number, etag?: string) => {
      await world.renderer.moveClock(moment - Date.now());
      return world.renderer.ask(path, etag === undefined ? {} : { headers: { 'if-none-match': etag } });
    };

    const first = await at(out - 9.5 * day);
    const etag = String(first.headers.etag);
    const sameDay = await at(out - 9.4 * day, etag);
    const nextDay = await at(out - 8.5 * day, etag);
    const before = await at(out - 3_000);
    const known = await at(out - 2_000, String(before.headers.etag));
    const after = await at(out + 1, String(before.headers.etag));
    await world.renderer.moveClock(0);

    expect(first.text).toContain('in 10 days');
    expect(sameDay.status).toBe(304);
    expect(nextDay.status).toBe(200);
    expect(nextDay.text).toContain('in 9 days');
    expect(before.text).toContain('Out on');
    expect(known.status).toBe(304);
    expect(after.status).toBe(200);
    expect(after.text).not.toContain('Out on');
    expect(after.headers.etag).not.toBe(before.headers.etag);
  });

  it('comes out for a thousand who wait at the moment, without any of them getting what was', async () => {
    const path = '/lady-gaga/awaited';
    const { document, out } = upcoming('awaited', 5 * day);
    world.api.publish(path, document);
    await world.renderer.moveClock(out - 4_000 - Date.now());
    await world.renderer.ask(path);
    await world.renderer.moveClock(out - Date.now());

    const crowd = await Promise.all(Array.from({ length: 1_000 }, () => world.renderer.ask(path)));
    await world.renderer.moveClock(0);

    expect(new Set(crowd.map(({ status }) => status))).toEqual(new Set([200]));
    expect(crowd.filter(({ text }) => text.includes('Out on'))).toHaveLength(0);
  });

  it('shows the next release of an artist first from its moment on', async () => {
    const { release, artwork } = smartLink('next');
    const out = Date.now() + 3 * day;
    const card = { id: release.id, slug: 'next', title: 'Abracadabra', artistCredit: 'Lady Gaga', type: 'single' as const, artwork, releasedAt: new Date(out).toISOString() };
    world.api.publish('/gaga-next', bioPage('gaga-next', { releases: [card, { ...card, id: 'r0', slug: 'before', title: 'Poker Face', releasedAt: '2008-09-23T00:00:00.000Z' }], sections: [{ id: 's', type: 'featured-release', releaseId: null }] }));

    await world.renderer.moveClock(out - 1_500 - Date.now());
    const before = await world.renderer.ask('/gaga-next');
    await world.renderer.moveClock(out + 1 - Date.now());
    const after = await world.renderer.ask('/gaga-next', { headers: { 'if-none-match': String(before.headers.etag) } });
    await world.renderer.moveClock(0);

    expect(after.status).toBe(200);
    expect(after.text).not.toBe(before.text);
  });
});
