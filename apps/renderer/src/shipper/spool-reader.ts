import { rmSync } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import { type Cursor, listSegments, segmentPath } from '../spool/segments.js';

/** Whole lines of one segment, and where the spool goes on behind them. */
export interface Batch {
  lines: string[];
  end: Pick<Cursor, 'segment' | 'offset'>;
  bytes: number;
}

/** The API takes 2,000 lines or 4 MB at once. */
const batchLines = 2_000;
const blockBytes = 1_048_576;

/** Reads a spool from a place on, a block at a time however much waits, and deletes segments that are done with. */
export class SpoolReader {
  private segment: number;
  private offset: number;
  /** Segments after this one that were seen. */
  private following: number[] = [];
  private open: { segment: number; file: FileHandle } | null = null;
  private readonly block = Buffer.allocUnsafe(blockBytes);

  constructor(
    private readonly directory: string,
    from: Pick<Cursor, 'segment' | 'offset'>,
  ) {
    this.segment = from.segment;
    this.offset = from.offset;
  }

  /** What comes next, the same again until `advance` is called; null when there is nothing yet. */
  async next(): Promise<Batch | null> {
    for (;;) {
      const batch = await this.batch();
      if (batch) return batch;
      // Looked for before this one's end is looked at again: only then is it complete.
      if (this.following.length === 0) {
        this.following = listSegments(this.directory).filter((number) => number > this.segment);
        if (this.following.length === 0) return null;
        continue;
      }
      const done = this.segment;
      this.segment = this.following.shift() ?? done;
      this.offset = 0;
      rmSync(segmentPath(this.directory, done), { force: true });
    }
  }

  advance({ segment, offset }: Batch['end']): void {
    this.segment = segment;
    this.offset = offset;
  }

  /**
   * Events and bytes that wait in segments before this one. Less than none when those after it were begun: the shipper
   * of a renderer that died ships for a moment what the next one writes.
   */
  async countBefore(before: number): Promise<{ events: number; bytes: number }> {
    const found = { events: 0, bytes: 0 };
    for (const segment of listSegments(this.directory)) {
      const waits = segment >= this.segment && segment < before;
      if (!waits && !(segment >= before && segment <= this.segment)) continue;
      const [from, to] = waits ? [segment === this.segment ? this.offset : 0, Number.POSITIVE_INFINITY] : [0, segment === this.segment ? this.offset : Number.POSITIVE_INFINITY];
      const { events, bytes } = await this.count(segment, from, to);
      found.events += waits ? events : -events;
      found.bytes += waits ? bytes : -bytes;
    }
    return found;
  }

  private async count(segment: number, from: number, to: number): Promise<{ events: number; bytes: number }> {
    const found = { events: 0, bytes: 0 };
    for (let offset = from; offset < to; ) {
      const block = (await this.read(segment, offset)).subarray(0, Math.min(blockBytes, to - offset));
      if (block.length === 0) break;
      for (let at = block.indexOf(0x0a); at !== -1; at = block.indexOf(0x0a, at + 1)) found.events += 1;
      found.bytes += block.length;
      offset += block.length;
    }
    return found;
  }

  async close(): Promise<void> {
    await this.open?.file.close();
    this.open = null;
  }

  private async batch(): Promise<Batch | null> {
    const block = await this.read(this.segment, this.offset);
    const lines: string[] = [];
    let from = 0;
    while (lines.length < batchLines) {
      const end = block.indexOf(0x0a, from);
      if (end === -1) break;
      lines.push(block.toString('utf8', from, end));
      from = end + 1;
    }
    // No line of ours is this long: it is damage, and waiting for its end would stop everything behind it.
    if (from === 0 && block.length === blockBytes) from = block.length;
    return from === 0 ? null : { lines, bytes: from, end: { segment: this.segment, offset: this.offset + from } };
  }

  /** What a segment holds from here on, up to a block. Valid until the next call. */
  private async read(segment: number, offset: number): Promise<Buffer> {
    if (this.open?.segment !== segment) {
      await this.close();
      try {
        this.open = { segment, file: await open(segmentPath(this.directory, segment), 'r') };
      } catch (error) {
        // The very beginning, or deleted before the cursor could be moved.
        if ((error as NodeJS.ErrnoException).code === 'ENOENT') return this.block.subarray(0, 0);
        throw error;
      }
    }
    const { bytesRead } = await this.open.file.read(this.block, 0, blockBytes, offset);
    return this.block.subarray(0, bytesRead);
  }
}
