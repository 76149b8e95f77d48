import { closeSync, constants, existsSync, ftruncateSync, openSync, renameSync, writeSync } from 'node:fs';
import { type Logger, reasonOf } from '../log.js';
import { segmentPath } from './segments.js';

export interface SegmentWriterOptions {
  directory: string;
  log: Logger;
  /** A segment past this size gets no more lines. */
  segmentBytes: number;
  /** Nor does one past this age, in milliseconds, so that what was shipped can be deleted. */
  segmentAge: number;
  /** Number of the last segment that was ever there. */
  last: number;
  onOpened: () => void;
  /** A file gets no more lines; whoever syncs it closes it. */
  onRetired: (file: number) => void;
}

/** What became of some lines. */
export interface Appended {
  /** Bytes of whole lines that are in the file now. */
  bytes: number;
  file: number | null;
  /** Why the rest is not. */
  error: Error | null;
}

/** Appends whole lines to one segment after another, and leaves no half line behind whatever the disk does. */
export class SegmentWriter {
  /** Why the last write failed. */
  failure: Error | null = null;
  private file: number | null = null;
  private number: number;
  private bytes = 0;
  private openedAt = 0;

  constructor(private readonly options: SegmentWriterOptions) {
    this.number = options.last;
  }

  append(lines: Buffer, length: number): Appended {
    let wrote = 0;
    try {
      const file = this.current();
      while (wrote < length) wrote += writeSync(file, lines, wrote, length - wrote);
      this.bytes += length;
      this.failure = null;
      return { bytes: length, file, error: null };
    } catch (error) {
      if (!this.failure) this.options.log.error({ reason: reasonOf(error) }, 'the spool cannot be written: events are being lost');
      this.failure = error as NodeJS.ErrnoException;
      const { file } = this;
      const whole = wrote === 0 ? 0 : lines.lastIndexOf(0x0a, wrote - 1) + 1;
      this.bytes += whole;
      if (whole < wrote) this.cutBack();
      // The shipper may delete a segment only when another one follows it, and only that makes room.
      this.letGo();
      return { bytes: whole, file, error: this.failure };
    }
  }

  /** This file's lines may not have reached the disk: what follows goes into another. */
  abandon(files: readonly number[]): void {
    if (this.file !== null && files.includes(this.file)) this.letGo();
  }

  /** Segments that somebody else wrote and nobody writes to any more follow what was written here so far. */
  takeIn(paths: readonly string[]): void {
    // The shipper takes a segment that another one follows as complete.
    this.letGo();
    // An empty one that is there already may be open at the shipper: nothing may take its place.
    if (existsSync(segmentPath(this.options.directory, this.number + 1))) this.number += 1;
    for (const path of paths) {
      renameSync(path, segmentPath(this.options.directory, this.number + 1));
      this.number += 1;
    }
    this.options.onOpened();
  }

  /** What a full disk took of a line. The shipper takes whole lines only, so it stays out even where it cannot be cut. */
  private cutBack(): void {
    if (this.file === null) return;
    try {
      ftruncateSync(this.file, this.bytes);
    } catch (error) {
      this.options.log.warn({ reason: reasonOf(error) }, 'the segment could not be cut back');
    }
  }

  private current(): number {
    const now = performance.now();
    const { directory, segmentBytes, segmentAge } = this.options;
    if (this.file !== null && (this.bytes >= segmentBytes || now - this.openedAt >= segmentAge)) this.letGo();
    if (this.file === null) {
      const { O_APPEND, O_CREAT, O_WRONLY } = constants;
      this.file = openSync(segmentPath(directory, this.number + 1), O_APPEND | O_CREAT | O_WRONLY, 0o600);
      this.number += 1;
      this.bytes = 0;
      this.openedAt = now;
      this.options.onOpened();
    }
    return this.file;
  }

  private letGo(): void {
    const { file } = this;
    if (file === null) return;
    this.file = null;
    if (this.bytes > 0) {
      this.options.onRetired(file);
      return;
    }
    // An empty one is opened again: a full disk would otherwise gather them.
    closeSync(file);
    this.number -= 1;
  }
}
