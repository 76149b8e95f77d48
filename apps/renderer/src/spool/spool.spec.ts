import { mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import type { CaptureEvent } from '@lynkify/domain';
import { createLog } from '../log.js';
import { Seal } from './seal.js';
import { CursorFile, listSegments, mendSegments, readCursor, segmentPath } from './segments.js';
import { Spool } from './spool.js';

const log = createLog('silent');
const folder = () => mkdtempSync(join(tmpdir(), 'lynkify-spool-'));
const written = (spool: Spool, line: string) => new Promise<Error | null>((done) => spool.append('click', line, done));

describe('the spool', () => {
  it('has an event in its file before it is acknowledged', async () => {
    const directory = folder();
    const spool = new Spool({ directory, log });

    await written(spool, '{"id":1}');

    expect(readFileSync(segmentPath(directory, 1), 'utf8')).toBe('{"id":1}\n');
    spool.close();
  });

  it('writes what one turn of the loop brought at once, in order', async () => {
    const directory = folder();
    const spool = new Spool({ directory, log });
    const path = segmentPath(directory, 1);
    const expected = Array.from({ length: 100 }, (_, index) => `${index}\n`).join('');
    const seen: string[] = [];

    await Promise.all(Array.from({ length: 100 }, (_, index) => written(spool, String(index)).then(() => seen.push(readFileSync(path, 'utf8')))));

    // Already the first one that was told found all of them there.
    expect(new Set(seen)).toEqual(new Set([expected]));
    spool.close();
  });

  it('takes lines of any script and length in one turn', async () => {
    const directory = folder();
    const spool = new Spool({ directory, log });
    const lines = ['𝔏𝔞𝔡𝔶', 'x'.repeat(200_000), 'Beyoncé', '東京'.repeat(30_000)];

    await Promise.all(lines.map((line) => written(spool, line)));

    expect(readFileSync(segmentPath(directory, 1), 'utf8')).toBe(lines.map((line) => `${line}\n`).join(''));
    spool.close();
  });

  it('begins a new segment when one is full, and one after each start', async () => {
    const directory = folder();
    const spool = new Spool({ directory, log, segmentBytes: 10 });
    for (const line of ['aaaaaaaaaa', 'bbbbbbbbbb', 'c']) await written(spool, line);
    spool.close();

    const next = new Spool({ directory, log });
    await written(next, 'd');
    next.close();

    expect(listSegments(directory).map((number) => readFileSync(segmentPath(directory, number), 'utf8').trim())).toEqual(['aaaaaaaaaa', 'bbbbbbbbbb', 'c', 'd']);
  });

  it('never gives a number again that was shipped and deleted', () => {
    const directory = folder();
    const cursor = new CursorFile(directory);
    cursor.write({ segment: 56, offset: 1_000_000, events: 1, bytes: 1_000_000 });
    cursor.write({ segment: 57, offset: 1, events: 2, bytes: 1_000_001 });
    cursor.close();

    expect(new Spool({ directory, log }).firstSegment).toBe(58);
  });

  it('writes at its end what a stop finds waiting', () => {
    const directory = folder();
    const spool = new Spool({ directory, log });
    spool.append('click', 'late', () => undefined);

    spool.close();

    expect(readFileSync(segmentPath(directory, 1), 'utf8')).toBe('late\n');
  });
});

/** Takes every write; nothing can be synced to it. */
const cannotSync = '/dev/null';
/** Has no room. */
const full = '/dev/full';

async function comesTrue(holds: () => boolean): Promise<void> {
  for (const end = Date.now() + 5_000; !holds(); await new Promise((turn) => setImmediate(turn))) {
    if (Date.now() > end) throw new Error('it never came true');
  }
}

describe('a spool whose disk fails', () => {
  it('tells only those that were not written, counts them by kind, and goes on once it can', async () => {
    const directory = folder();
    const spool = new Spool({ directory, log });
    symlinkSync(full, segmentPath(directory, 1));
    const append = (kind: 'visit' | 'click' | 'capture') => new Promise<Error | null>((told) => spool.append(kind, '{}', told));

    const told = await Promise.all([append('visit'), append('click'), append('click'), append('capture')]);

    expect(told.map((error) => (error as NodeJS.ErrnoException | null)?.code)).toEqual(['ENOSPC', 'ENOSPC', 'ENOSPC', 'ENOSPC']);
    expect(spool.lostByKind).toMatchObject({ visit: 1, click: 2, capture: 1, confirm: 0, unsubscribe: 0 });
    expect(spool.lost).toBe(4);
    expect(spool.broken).toBe(true);
    rmSync(segmentPath(directory, 1));
    expect(await written(spool, 'again')).toBeNull();
    expect(spool).toMatchObject({ broken: false, lost: 4, writtenEvents: 1 });
    // Tried again and again, it left one file.
    expect(listSegments(directory)).toEqual([1]);
    spool.close();
  });

  it('remembers what was lost after a restart', async () => {
    const directory = folder();
    const before = new Spool({ directory, log });
    symlinkSync(full, segmentPath(directory, 1));
    await written(before, 'lost');

    const after = new Spool({ directory, log });

    // Nothing was closed in between: as after kill -9.
    expect(after.lost).toBe(1);
    expect(await written(after, 'kept')).toBeNull();
    expect(after.broken).toBe(false);
    before.close();
    after.close();
  });

  it('is no success where the sync was asked for, and what follows goes elsewhere', async () => {
    const directory = folder();
    const spool = new Spool({ directory, log, sync: 'always' });
    symlinkSync(cannotSync, segmentPath(directory, 1));

    const first = await written(spool, 'first');
    const brokenThen = spool.broken;
    const second = await written(spool, 'second');

    expect(first).not.toBeNull();
    expect(brokenThen).toBe(true);
    expect(second).toBeNull();
    expect(spool).toMatchObject({ broken: false, unsynced: 1, lost: 0 });
    expect(readFileSync(segmentPath(directory, 2), 'utf8')).toBe('second\n');
    spool.close();
  });

  it('shows in the background what could not be synced', async () => {
    const directory = folder();
    const spool = new Spool({ directory, log });
    symlinkSync(cannotSync, segmentPath(directory, 1));

    const told = await Promise.all([written(spool, 'one'), written(spool, 'two')]);

    expect(told).toEqual([null, null]);
    await comesTrue(() => spool.broken);
    expect(spool.unsynced).toBe(2);
    spool.close();
  });
});

describe('a spool that syncs always', () => {
  it('tells everyone of a group once, in the order of its writes, over many groups', async () => {
    const directory = folder();
    const spool = new Spool({ directory, log, sync: 'always', segmentBytes: 2_000 });
    const order: number[] = [];

    await Promise.all(Array.from({ length: 500 }, async (_, index) => {
      // Spread over turns of the loop, so that groups overlap with syncs.
      for (let turns = 0; turns < index % 7; turns += 1) await new Promise((turn) => setImmediate(turn));
      expect(await written(spool, String(index))).toBeNull();
      order.push(index);
    }));

    const lines = listSegments(directory).flatMap((number) => readFileSync(segmentPath(directory, number), 'utf8').trim().split('\n')).map(Number);
    expect(order).toHaveLength(500);
    expect(lines).toEqual(order);
    spool.close();
  });
});

describe('a segment', () => {
  it.each([
    ['{"a":1}\n{"b":2}\n', '{"a":1}\n{"b":2}\n'],
    ['{"a":1}\n{"b":', '{"a":1}\n'],
    ['{"a":', ''],
    ['', ''],
    [`${'x'.repeat(200_000)}\n${'y'.repeat(150_000)}`, `${'x'.repeat(200_000)}\n`],
  ])('is cut behind its last whole line (%#)', (before, after) => {
    const directory = folder();
    writeFileSync(segmentPath(directory, 1), before);

    const cut = mendSegments(directory);

    expect(cut).toBe(before.length - after.length);
    expect(readFileSync(segmentPath(directory, 1), 'utf8')).toBe(after);
  });

  it('is found among whatever else lies there', () => {
    const directory = folder();
    for (const file of ['lock', 'cursor.json', 'refused.ndjson', 'x.ndjson']) writeFileSync(join(directory, file), 'junk');
    writeFileSync(segmentPath(directory, 12), '');

    expect(listSegments(directory)).toEqual([12]);
    expect(readCursor(directory)).toEqual({ segment: 0, offset: 0, events: 0, bytes: 0 });
    expect(readdirSync(directory)).toHaveLength(5);
  });
});

describe('a seal', () => {
  const event = { kind: 'capture', id: '0193a5c0-0000-7000-8000-000000000009', email: 'fan@example.com' } as CaptureEvent;

  it('opens to what was sealed, and shows nothing of it', () => {
    const line = new Seal('a key').close(event);

    expect(line).not.toContain('fan@example.com');
    expect(JSON.parse(new Seal('a key').open(line))).toEqual(event);
  });

  it('does not open with another key, nor when a byte or the id was changed', () => {
    const line = new Seal('a key').close(event);
    const changed = JSON.parse(line) as { box: string; id: string };

    expect(() => new Seal('another').open(line)).toThrow();
    expect(() => new Seal('a key').open(JSON.stringify({ ...changed, id: 'x' }))).toThrow();
    expect(() => new Seal('a key').open(JSON.stringify({ ...changed, box: `A${changed.box.slice(1)}A` }))).toThrow();
  });
});
