import { appendFileSync, existsSync, rmSync, statSync } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import { join } from 'node:path';
import type { IngestReceipt } from '@lynkify/domain';
import { reasonOf } from '../log.js';
import { type Seal, sealedStart } from '../spool/seal.js';
import { type Cursor, CursorFile, listSegments, readCursor, segmentPath } from '../spool/segments.js';

export interface ShipperOptions {
  directory: string;
  apiUrl: string;
  rendererKey: string;
  seal: Seal;
  /** Waits until there may be something to ship. */
  waitForEvents: () => Promise<void>;
  /** Waits a moment for more to come. */
  gather: () => Promise<void>;
  /** Waits before another try; ends early when the API came back. */
  waitBeforeRetry: (milliseconds: number) => Promise<void>;
  /** Called after every batch that the API took. */
  onShipped: (events: number, bytes: number) => void;
  onProblem: (level: 'warn' | 'error', reason: string) => void;
  stopped: () => boolean;
}

/** A line as it stands in the spool, and the event's JSON. */
interface Line {
  spooled: string;
  json: string;
}

interface Batch {
  lines: string[];
  bytes: number;
  end: Cursor;
}

/** The API takes 2,000 lines or 4 MB at once. */
const batchLines = 2_000;
const readBytes = 1_048_576;
const refusedBytes = 64 * 1_048_576;

/**
 * Carries the spool to the API: reads whole lines, posts them in batches, moves the cursor once they were taken, and
 * deletes segments that are done with. Killed anywhere, it ships the batch again, and the store keeps each id once.
 */
export class Shipper {
  private cursor: Cursor;
  private readonly cursorFile: CursorFile;
  private reading: { segment: number; file: FileHandle } | null = null;
  private readonly block = Buffer.allocUnsafe(readBytes);
  private failures = 0;

  constructor(private readonly options: ShipperOptions) {
    this.cursor = readCursor(options.directory);
    this.cursorFile = new CursorFile(options.directory);
  }

  async run(): Promise<void> {
    while (!this.options.stopped()) {
      const batch = await this.nextBatch();
      if (!batch) {
        await this.options.waitForEvents();
        continue;
      }
      await this.shipUntilTaken(batch);
      // The first event leaves at once; while more keep coming, a few larger batches cost everyone less than many small ones.
      if (batch.lines.length < batchLines / 4) await this.options.gather();
    }
    await this.reading?.file.close();
    this.cursorFile.close();
  }

  /** Events and bytes that wait in segments before this one. */
  async countBacklog(before: number): Promise<{ events: number; bytes: number }> {
    const found = { events: 0, bytes: 0 };
    for (const segment of this.segments().filter((number) => number < before)) {
      let offset = segment === this.cursor.segment ? this.cursor.offset : 0;
      for (;;) {
        const block = await this.read(segment, offset);
        if (block.length === 0) break;
        for (let at = block.indexOf(10); at !== -1; at = block.indexOf(10, at + 1)) found.events += 1;
        found.bytes += block.length;
        offset += block.length;
      }
    }
    return found;
  }

  private segments(): number[] {
    return listSegments(this.options.directory).filter((number) => number >= this.cursor.segment);
  }

  private async nextBatch(): Promise<Batch | null> {
    for (;;) {
      // Listed before reading: a segment is complete only if a later one was there before its end was seen.
      const segments = this.segments();
      const segment = segments[0];
      if (segment === undefined) return null;
      if (segment !== this.cursor.segment) this.moveTo({ segment, offset: 0 });
      const batch = await this.readBatch();
      if (batch) return batch;
      const next = segments[1];
      if (next === undefined) return null;
      this.moveTo({ segment: next, offset: 0 });
      rmSync(segmentPath(this.options.directory, segment), { force: true });
    }
  }

  private moveTo(cursor: Cursor): void {
    this.cursorFile.write(cursor);
    this.cursor = cursor;
  }

  /** What a segment holds from here on, up to a block. Valid until the next call. */
  private async read(segment: number, offset: number): Promise<Buffer> {
    if (this.reading?.segment !== segment) {
      await this.reading?.file.close();
      this.reading = null;
      this.reading = { segment, file: await open(segmentPath(this.options.directory, segment), 'r') };
    }
    const { bytesRead } = await this.reading.file.read(this.block, 0, readBytes, offset);
    return this.block.subarray(0, bytesRead);
  }

  private async readBatch(): Promise<Batch | null> {
    const { segment, offset } = this.cursor;
    const block = await this.read(segment, offset);
    const lines: string[] = [];
    let from = 0;
    while (lines.length < batchLines) {
      const end = block.indexOf(10, from);
      if (end === -1) break;
      lines.push(block.toString('utf8', from, end));
      from = end + 1;
    }
    // No line of ours is this long: it is damage, and waiting for its end would stop everything behind it.
    if (from === 0 && block.length === readBytes) from = block.length;
    return from === 0 ? null : { lines, bytes: from, end: { segment, offset: offset + from } };
  }

  private async shipUntilTaken(batch: Batch): Promise<void> {
    const lines = batch.lines.map((line) => this.openLine(line)).filter((line) => line !== null);
    while (!(await this.ship(lines))) {
      if (this.options.stopped()) return;
      const longest = Math.min(15_000, 200 * 2 ** Math.min(this.failures, 10));
      // Many renderers must not come back in step.
      await this.options.waitBeforeRetry(longest / 2 + Math.random() * (longest / 2));
      if (this.options.stopped()) return;
    }
    this.failures = 0;
    this.moveTo(batch.end);
    this.options.onShipped(batch.lines.length, batch.bytes);
  }

  private openLine(spooled: string): Line | null {
    if (!spooled.startsWith(sealedStart)) return { spooled, json: spooled };
    try {
      return { spooled, json: this.options.seal.open(spooled) };
    } catch (error) {
      this.putAside([spooled], `cannot be opened, was SPOOL_KEY changed? ${reasonOf(error)}`);
      return null;
    }
  }

  /** Whether the API has these lines now, or never will. */
  private async ship(lines: readonly Line[]): Promise<boolean> {
    if (lines.length === 0) return true;
    try {
      const response = await fetch(`${this.options.apiUrl}/internal/events`, {
        method: 'POST',
        headers: { 'content-type': 'application/x-ndjson', authorization: `Bearer ${this.options.rendererKey}` },
        body: lines.map((line) => `${line.json}\n`).join(''),
        signal: AbortSignal.timeout(20_000),
      });
      if (response.ok) {
        this.noteRejected((await response.json()) as IngestReceipt, lines.length);
        return true;
      }
      await response.body?.cancel();
      // These say that the API does not want this very batch; everything else may pass.
      if (![400, 413, 422].includes(response.status)) {
        this.fail(`the API answered ${response.status}`);
        return false;
      }
      if (lines.length > 1) {
        const middle = Math.ceil(lines.length / 2);
        return (await this.ship(lines.slice(0, middle))) && (await this.ship(lines.slice(middle)));
      }
      this.putAside(lines.map((line) => line.spooled), `refused with ${response.status}`);
      return true;
    } catch (error) {
      this.fail(reasonOf(error));
      return false;
    }
  }

  private noteRejected({ rejected }: IngestReceipt, events: number): void {
    if (!Array.isArray(rejected) || rejected.length === 0) return;
    const reasons = new Map<string, number>();
    for (const { reason } of rejected) reasons.set(reason, (reasons.get(reason) ?? 0) + 1);
    for (const [reason, count] of reasons) this.options.onProblem('warn', `${count} of ${events} events were rejected: ${reason}`);
  }

  private fail(reason: string): void {
    // The first and then ever rarer: an hour without the API is a few lines of log.
    if (this.failures === 0 || Number.isInteger(Math.log2(this.failures))) this.options.onProblem('warn', `events wait in the spool: ${reason}`);
    this.failures += 1;
  }

  /** What can never be shipped is kept for a person to look at, within a bound. */
  private putAside(lines: readonly string[], reason: string): void {
    const path = join(this.options.directory, 'refused.ndjson');
    this.options.onProblem('error', `${lines.length} events were put aside in refused.ndjson: ${reason}`);
    if (existsSync(path) && statSync(path).size > refusedBytes) return;
    appendFileSync(path, lines.map((line) => `${line}\n`).join(''), { mode: 0o600 });
  }
}
