import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { segmentPath } from '../spool/segments.js';
import { SpoolReader } from './spool-reader.js';

describe('what waits in a spool', () => {
  let directory: string;
  beforeEach(() => {
    directory = mkdtempSync(join(tmpdir(), 'lynkify-reader-'));
    for (const [number, lines] of [[1, 'a\nb\nc\n'], [2, 'd\ne\n'], [3, 'f\ng\nh\n']] as const) writeFileSync(segmentPath(directory, number), lines);
  });
  afterEach(() => rmSync(directory, { recursive: true, force: true }));

  const waits = (segment: number, offset: number, before: number) => new SpoolReader(directory, { segment, offset }).countBefore(before);

  it('is counted from where it was shipped to, up to where this run began', async () => {
    expect(await waits(0, 0, 3)).toEqual({ events: 5, bytes: 10 });
    expect(await waits(1, 4, 3)).toEqual({ events: 3, bytes: 6 });
    expect(await waits(2, 4, 3)).toEqual({ events: 0, bytes: 0 });
  });

  it('is less than none by what a shipper of before has shipped of this run', async () => {
    expect(await waits(3, 0, 3)).toEqual({ events: 0, bytes: 0 });
    expect(await waits(3, 4, 3)).toEqual({ events: -2, bytes: -4 });
    expect(await waits(3, 2, 2)).toEqual({ events: -3, bytes: -6 });
  });
});
