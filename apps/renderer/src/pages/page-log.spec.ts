import { appendFileSync, mkdtempSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { bioPage, smartLink, workspaceId } from '../../testing/documents.js';
import { createLog } from '../log.js';
import { PageLog } from './page-log.js';
import type { PageRecord } from './page-record.js';

const log = createLog('silent');
const place = () => join(mkdtempSync(join(tmpdir(), 'lynkify-pages-')), 'pages.log');
const open = (path: string, bytes = 1e9) => PageLog.open(path, bytes, log);
const record = (path: string, version: number, document: PageRecord['document'] = smartLink('x')): PageRecord => ({ path, version, publishedAt: '2026-11-20T08:00:00.000Z', document });

describe('the pages on disk', () => {
  it('are there after a restart in their last version', async () => {
    const path = place();
    const first = await open(path);
    first.put(record('/a', 1, bioPage('a')), 5);
    first.put(record('/b', 2), 5);
    first.put(record('/a', 3, bioPage('a', { headline: 'newer\twith a tab\nand a line' })), 5);
    await first.close();

    const second = await open(path);

    expect(second.count).toBe(2);
    expect((await second.read('/a'))?.document).toMatchObject({ headline: 'newer\twith a tab\nand a line' });
    expect([...second.summaries()].find(([address]) => address === '/a')?.[1]).toMatchObject({ version: 3, kind: 'bio-page', artist: { handle: 'a' } });
    expect(second.checkedAt('/a')).toBe(0);
    await second.close();
  });

  it('stay gone once they were removed', async () => {
    const path = place();
    const first = await open(path);
    first.put(record('/a', 1), 5);
    first.remove('/a');
    await first.close();

    const second = await open(path);

    expect(await second.read('/a')).toBeNull();
    await second.close();
  });

  it('survive an unfinished and a damaged line', async () => {
    const path = place();
    const first = await open(path);
    first.put(record('/a', 1), 5);
    await first.close();
    appendFileSync(path, 'no line of ours\n{"path":"/b","summary":{"ver');

    const second = await open(path);
    second.put(record('/c', 2), 5);
    await second.close();
    const third = await open(path);

    expect(third.paths()).toEqual(['/a', '/c']);
    expect((await third.read('/c'))?.version).toBe(2);
    await third.close();
  });

  it('are rewritten when most of the file is old versions, without losing what comes meanwhile', async () => {
    const path = place();
    const pages = await open(path);
    const long = (text: string) => bioPage('a', { headline: text.repeat(100_000) });
    pages.put(record('/kept', 1, long('k')), 5);
    pages.put(record('/leaving', 2, long('l')), 5);

    for (let version = 3; version < 300; version += 1) pages.put(record('/busy', version, long(String(version % 10))), 5);
    pages.remove('/leaving');
    pages.put(record('/kept', 1_000, { kind: 'redirect', workspaceId, to: '/busy' }), 5);
    for (let reads = 0; reads < 50; reads += 1) expect((await pages.read('/busy'))?.version).toBe(299);
    await pages.close();
    const again = await open(path);

    expect(statSync(path).size).toBeLessThan(20_000_000);
    expect(again.paths().sort()).toEqual(['/busy', '/kept']);
    expect((await again.read('/kept'))?.document.kind).toBe('redirect');
    expect((await again.read('/busy'))?.version).toBe(299);
    await again.close();
  });

  it('end where the disk was said to end', async () => {
    const pages = await open(place(), 6_000);
    for (let number = 0; number < 20; number += 1) pages.put(record(`/page-${number}`, number), 5);

    expect(pages.count).toBeGreaterThan(1);
    expect(pages.count).toBeLessThan(10);
    await pages.close();
  });
});
