import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { pino } from 'pino';
import { smartLink } from '../../testing/documents.js';
import { RendererProcess } from '../../testing/renderer-process.js';
import { rendererKey, StandInApi } from '../../testing/stand-in-api.js';
import { SaltAgreement } from './salt-agreement.js';
import { VisitorSalts } from './visitor-salts.js';

describe('renderers of one instance', () => {
  let api: StandInApi;
  let stops: (() => unknown)[];
  beforeEach(async () => {
    api = await new StandInApi().start();
    stops = [() => api.stop()];
  });
  afterEach(async () => {
    for (const stop of stops.reverse()) await stop();
  });

  const lines: string[] = [];
  const log = pino({ level: 'trace' }, new Writable({ write: (chunk, _, done) => { lines.push(String(chunk)); done(); } }));
  const folder = () => mkdtempSync(join(tmpdir(), 'lynkify-salt-'));

  async function start(directory = folder()) {
    const salts = new VisitorSalts(directory, log);
    const agreement = new SaltAgreement({ apiUrl: api.url, rendererKey, salts, log });
    stops.push(() => agreement.stop());
    await agreement.start(5_000);
    return { directory, agreement, visitor: (inDays = 0) => salts.visitorOf('192.0.2.1', 'agent', Date.now() + inDays * 86_400_000) };
  }

  it('see the same visitor in the same address and agent today, and tomorrow another one that is the same for both', async () => {
    const [one, other] = await Promise.all([start(), start()]);

    expect(one.visitor()).toBe(other.visitor());
    expect(one.visitor(1)).toBe(other.visitor(1));
    expect(one.visitor(1)).not.toBe(one.visitor());
  });

  it('need no API for the next midnight', async () => {
    const [one, other] = [await start(), await start()];
    await api.stop();

    expect(one.visitor(1)).toBe(other.visitor(1));
    expect((await start(one.directory)).visitor(1)).toBe(one.visitor(1));
  });

  it('count under a salt of their own as long as they never heard of the other\'s, and under the same one from then on', async () => {
    await api.stop();
    const [one, other] = [await start(), await start()];
    expect(one.visitor()).not.toBe(other.visitor());

    await api.start();
    expect([await one.agreement.askNow(), await other.agreement.askNow()]).toEqual([true, true]);

    expect(one.visitor()).toBe(other.visitor());
  });

  it('bring back what the API lost', async () => {
    const one = await start();
    const before = [one.visitor(), new Map(api.salts)];
    api.salts.clear();
    await one.agreement.askNow();

    expect([one.visitor(), new Map(api.salts)]).toEqual(before);
    expect((await start()).visitor()).toBe(before[0]);
  });

  it('say nothing of a salt in their logs', async () => {
    const one = await start();
    await api.stop();
    await one.agreement.askNow();

    expect(lines.join('')).toContain('could not be agreed on');
    for (const salt of api.salts.values()) expect(lines.join('')).not.toContain(salt);
  });

  it('count one visitor who comes to two of them as one', async () => {
    const page = smartLink('two-renderers');
    api.publish('/lady-gaga/two-renderers', page);
    const renderers = await Promise.all([1, 2].map(() => RendererProcess.start(api.url, { spool: folder(), cache: folder() })));
    stops.push(() => Promise.all(renderers.map((renderer) => renderer.end())));

    for (const renderer of renderers) expect((await renderer.ask('/lady-gaga/two-renderers')).status).toBe(200);
    await api.until('both visits arrive', () => api.ofKind('visit').length === 2);

    const visitors = api.ofKind('visit').map(({ visitor }) => visitor);
    expect(visitors[0]).toMatch(/^[\w-]{22}$/u);
    expect(new Set(visitors).size).toBe(1);
    const said = JSON.stringify(renderers.map(({ log: told }) => told));
    for (const secret of [...api.salts.values(), '127.0.0.1']) expect(said).not.toContain(secret);
  });
});
