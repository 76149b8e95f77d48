import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readdirSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';
import { bioPage, smartLink, workspaceId } from '../../testing/documents.js';
import { createLog } from '../log.js';
import { PageDisk } from './page-disk.js';
import type { PageRecord } from './page-record.js';
import { end } from './page-rows.js';

const log = createLog('silent');
const place = () => mkdtempSync(join(tmpdir(), 'lynkify-pages-'));
const open = (folder: string, bytes = 1e9) => PageDisk.open(folder, bytes, log);
const record = (path: string, version: number, document: PageRecord['document'] = smartLink('x')): PageRecord => ({ path, version, publishedAt: '2026-11-20T08:00:00.000Z', document });

async function listed<T>(pages: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = [];
  for await (const page of pages) all.push(page);
  return all;
}

describe('the pages on disk', () => {
  it('are there after a restart in their last version', async () => {
    const folder = place();
    const first = await open(folder);
    await first.put(record('/a', 1, bioPage('a')), true);
    await first.put(record('/b', 2), true);
    await first.put(record('/a', 3, bioPage('a', { headline: 'newer\twith a tab\nand a line' })), true);
    await first.close();

    const second = await open(folder);

    expect(second.count).toBe(2);
    expect(await second.read('/a')).toMatchObject({ version: 3, publishedAt: '2026-11-20T08:00:00.000Z', document: { headline: 'newer\twith a tab\nand a line' } });
    expect(await second.newestArtists(10)).toMatchObject([{ handle: 'a' }]);
    expect(await listed(second.between('', end))).toEqual([{ path: '/a', version: 3 }, { path: '/b', version: 2 }]);
    await second.close();
  });

  it('never go back to an older version', async () => {
    const disk = await open(place());
    await disk.put(record('/a', 7), true);
    await disk.put(record('/a', 6, bioPage('a')), true);

    expect(await disk.version('/a')).toBe(7);
    expect((await disk.read('/a'))?.document.kind).toBe('smart-link');
    await disk.close();
  });

  it('are known before they are written', async () => {
    const disk = await open(place());

    const writing = Promise.all([disk.put(record('/a', 1), true), disk.put(record('/a', 2), true), disk.remove('/b')]);
    const [version, page, none] = await Promise.all([disk.version('/a'), disk.read('/a'), disk.read('/b')]);
    await writing;

    expect([version, page?.version, none]).toEqual([2, 2, null]);
    await disk.close();
  });

  it('stay gone once they were removed', async () => {
    const folder = place();
    const first = await open(folder);
    await first.put(record('/a', 1, bioPage('a')), true);
    await first.remove('/a');
    await first.close();

    const second = await open(folder);

    expect(await second.read('/a')).toBeNull();
    expect(await second.newestArtists(10)).toEqual([]);
    expect([second.count, second.bytes]).toEqual([0, 0]);
    await second.close();
  });

  it('list what visitors see in order, and the artists that were published last', async () => {
    const disk = await open(place());
    const bio = (handle: string, publishedAt: string): PageRecord => ({ ...record(`/${handle}`, 1, bioPage(handle)), publishedAt });
    await Promise.all([bio('one', '2026-01-01T00:00:00.000Z'), bio('two', '2026-03-01T00:00:00.000Z'), bio('three', '2026-02-01T00:00:00.000Z')].map((page) => disk.put(page, false)));
    await disk.put(record('/one/old', 5, { kind: 'redirect', workspaceId, to: '/one' }), false);
    await disk.put(record('/one/song', 6), false);

    expect((await listed(disk.shown())).map(({ path }) => path)).toEqual(['/one', '/one/song', '/three', '/two']);
    expect((await listed(disk.shown('/one/song', '/two'))).map(({ path }) => path)).toEqual(['/one/song', '/three']);
    expect((await disk.newestArtists(2)).map(({ handle }) => handle)).toEqual(['two', 'three']);
    await disk.close();
  });

  it('end where the disk was said to end; what is asked for takes the place of what is not', async () => {
    const disk = await open(place(), 12_000);
    for (let number = 0; number < 20; number += 1) await disk.put(record(`/page-${number}`, number + 1), false);
    const before = disk.count;
    for (const number of [40, 41, 42]) await disk.put(record(`/page-${number}`, number), true);

    expect(before).toBeGreaterThan(3);
    expect(before).toBeLessThan(15);
    expect(disk.bytes).toBeLessThanOrEqual(12_000);
    for (const number of [40, 41, 42]) expect(await disk.version(`/page-${number}`)).toBe(number);
    // What it says of itself is what is there.
    expect((await listed(disk.between('', end))).length).toBe(disk.count);
    await disk.close();
  });
});

describe('a store that is damaged', () => {
  it.each([
    ['a manifest that is none', (folder: string) => writeFileSync(join(folder, readdirSync(folder).find((file) => file.startsWith('MANIFEST')) ?? ''), 'nothing of ours')],
    ['a manifest that is cut', (folder: string) => truncateSync(join(folder, readdirSync(folder).find((file) => file.startsWith('MANIFEST')) ?? ''), 10)],
  ])('by %s is put aside and begun anew', async (_, damage) => {
    const folder = place();
    const first = await open(folder);
    await first.put(record('/a', 1), true);
    await first.close();
    damage(join(folder, 'pages'));

    const second = await open(folder);
    await second.put(record('/b', 2), true);

    expect(await second.version('/a')).toBeNull();
    expect(await second.version('/b')).toBe(2);
    expect(existsSync(join(folder, 'pages.damaged'))).toBe(true);
    await second.close();
  });

  it('in a table is noticed by who reads it, put aside, and the rest told', async () => {
    const folder = place();
    const first = await open(folder);
    for (let number = 0; number < 3_000; number += 1) void first.put(record(`/page-${number}`, 1), false);
    await first.close();
    // Once closed and opened, what was written lies in tables.
    await (await open(folder)).close();
    const store = join(folder, 'pages');
    for (const table of readdirSync(store).filter((file) => file.endsWith('.ldb'))) writeFileSync(join(store, table), Buffer.alloc(100_000, 7));

    let told = 0;
    const second = await open(folder);
    second.onReplaced = () => { told += 1; };
    const pages = await Promise.all(Array.from({ length: 50 }, (__, number) => second.read(`/page-${number}`)));
    await second.put(record('/page-1', 9), true);

    expect(pages.every((page) => page === null)).toBe(true);
    expect(told).toBeLessThanOrEqual(1);
    expect((await second.read('/page-1'))?.version).toBe(9);
    expect(second.count).toBe(1);
    await second.close();
  });
});

describe('kill -9 in the middle of writing', () => {
  it('leaves every page whole or not there, and what was said to be written is there', async () => {
    const folder = place();
    const loader = new URL('../../../../libs/testing/typescript-loader.mjs', import.meta.url).href;
    for (let round = 0; round < 3; round += 1) {
      const child = spawn(process.execPath, ['--conditions=@lynkify/source', '--import', loader, fileURLToPath(new URL('../../testing/page-writer.ts', import.meta.url)), folder, String(round)], { stdio: ['ignore', 'pipe', 'inherit', 'ipc'] });
      if (!child.stdout) throw new Error('The writer has no output.');
      let written = 0;
      for await (const line of createInterface(child.stdout)) {
        written = Number(line);
        if (written >= 300) break;
      }
      child.kill('SIGKILL');
      await once(child, 'exit');

      expect(written).toBeGreaterThanOrEqual(300);
      const disk = await open(folder);
      const pages = await listed(disk.between('', end));
      expect(pages.length).toBe(disk.count);
      for (let number = 0; number < written; number += 1) expect((await disk.version(`/round-${round}/page-${number}`))).toBe(number + 1);
      for (const { path } of pages) expect(await disk.read(path)).toMatchObject({ path, document: { release: { description: path } } });
      await disk.close();
    }
    rmSync(folder, { recursive: true, force: true });
  });
});
