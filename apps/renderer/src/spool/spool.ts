import { closeSync, constants, fdatasync, fdatasyncSync, ftruncateSync, openSync, writeSync } from 'node:fs';
import { type Logger, reasonOf } from '../log.js';
import { listSegments, mendSegments, readCursor, segmentPath } from './segments.js';

/** Called once the event is written (null), or could not be (the reason). */
export type Written = (error: Error | null) => void;

export interface SpoolOptions {
  directory: string;
  log: Logger;
  /** A segment past this size gets no more lines. */
  segmentBytes?: number;
  /** Nor does one past this age, in milliseconds, so that what was shipped can be deleted. */
  segmentAge?: number;
  /** Called after each write. */
  onWrite?: () => void;
}

/** Between two syncs, in milliseconds: each costs some requests, and a power cut may cost this much more of them. */
const breath = 5;

/**
 * The append-only journal between a fan's request and the API. All events of one turn of the event loop are written in
 * one call, and only then are their requests answered: an acknowledged event survives `kill -9`. Reaching the disk
 * itself is left to a sync that runs all the time in the background, since waiting for it would halve what a core serves.
 */
export class Spool {
  /** Events since the start that could not be written. */
  lost = 0;
  writtenEvents = 0;
  writtenBytes = 0;
  /** Number of the first segment of this run: what is in earlier ones was found at the start. */
  readonly firstSegment: number;

  private readonly options: Required<SpoolOptions>;
  private lines: string[] = [];
  private waiting: Written[] = [];
  private scheduled = false;
  private file: number | null = null;
  private fileNumber: number;
  private fileBytes = 0;
  private fileOpenedAt = 0;
  private failing = false;
  /** Files with writes that no sync has covered yet; the one being synced; those to be closed once they are clean. */
  private readonly dirty = new Set<number>();
  private syncing: number | null = null;
  private readonly retired = new Set<number>();
  private pause: NodeJS.Timeout | null = null;

  /** Mends what a crash left and begins a new segment at the first event. */
  constructor(options: SpoolOptions) {
    this.options = { segmentBytes: 8 * 1024 * 1024, segmentAge: 60_000, onWrite: () => undefined, ...options };
    const cut = mendSegments(options.directory);
    if (cut > 0) options.log.warn({ cutBytes: cut }, 'cut an unfinished line at the end of the spool');
    // The cursor too: a number that was shipped and deleted must not come again.
    this.fileNumber = Math.max(listSegments(options.directory).at(-1) ?? 0, readCursor(options.directory).segment);
    this.firstSegment = this.fileNumber + 1;
  }

  /** The last write failed. */
  get broken(): boolean {
    return this.failing;
  }

  /** Takes one line of JSON without its line end. */
  append(line: string, written: Written): void {
    this.lines.push(line);
    this.waiting.push(written);
    if (this.scheduled) return;
    this.scheduled = true;
    // The check phase: every request that this turn of the loop has read is in.
    setImmediate(this.writeTurn);
  }

  /** Writes what waits and brings it to the disk. Its files are closed with the process. */
  close(): void {
    if (this.scheduled) this.writeTurn();
    if (this.pause) clearTimeout(this.pause);
    if (this.file !== null) this.dirty.add(this.file);
    this.file = null;
    for (const file of this.dirty) {
      try {
        fdatasyncSync(file);
      } catch (error) {
        this.options.log.error({ reason: reasonOf(error) }, 'the spool could not be synced');
      }
    }
    this.dirty.clear();
  }

  private readonly writeTurn = (): void => {
    this.scheduled = false;
    if (this.lines.length === 0) return;
    const { lines, waiting } = this;
    this.lines = [];
    this.waiting = [];
    const bytes = Buffer.from(`${lines.join('\n')}\n`);
    const error = this.writeAll(bytes);
    if (error === null) {
      this.writtenEvents += lines.length;
      this.writtenBytes += bytes.length;
      this.sync();
      this.options.onWrite();
    } else {
      this.lost += lines.length;
    }
    for (const written of waiting) written(error);
  };

  private writeAll(bytes: Buffer): Error | null {
    let wrote = 0;
    try {
      const file = this.openFile();
      while (wrote < bytes.length) wrote += writeSync(file, bytes, wrote, bytes.length - wrote);
      this.fileBytes += bytes.length;
      if (this.failing) {
        this.failing = false;
        this.options.log.info({ lost: this.lost }, 'the spool can be written again');
      }
      return null;
    } catch (error) {
      if (!this.failing) this.options.log.error({ reason: reasonOf(error) }, 'the spool cannot be written: events are being lost');
      this.failing = true;
      if (wrote > 0) this.takeBack();
      return error instanceof Error ? error : new Error(String(error));
    }
  }

  /**
   * A full disk may have taken half a line, and the next must not be glued to it. The shipper may also have read past
   * this point already, so that segment gets no more lines.
   */
  private takeBack(): void {
    if (this.file === null) return;
    try {
      ftruncateSync(this.file, this.fileBytes);
    } catch (error) {
      this.options.log.warn({ reason: reasonOf(error) }, 'the segment could not be cut back');
    }
    this.letGo();
  }

  private openFile(): number {
    const now = Date.now();
    const { directory, segmentBytes, segmentAge } = this.options;
    const full = this.fileBytes >= segmentBytes || now - this.fileOpenedAt >= segmentAge;
    // A segment without lines is kept: a full disk would otherwise gather empty files.
    if (full && this.fileBytes > 0) this.letGo();
    if (this.file === null) {
      const { O_APPEND, O_CREAT, O_WRONLY } = constants;
      this.file = openSync(segmentPath(directory, this.fileNumber + 1), O_APPEND | O_CREAT | O_WRONLY, 0o600);
      this.fileNumber += 1;
      this.fileBytes = 0;
      this.fileOpenedAt = now;
    }
    return this.file;
  }

  private letGo(): void {
    if (this.file === null) return;
    const file = this.file;
    this.file = null;
    this.fileBytes = 0;
    if (this.syncing === file || this.dirty.has(file)) this.retired.add(file);
    else closeSync(file);
  }

  private sync(): void {
    if (this.file !== null) this.dirty.add(this.file);
    this.syncNext();
  }

  private readonly syncNext = (): void => {
    if (this.syncing !== null || this.pause !== null) return;
    const [file] = this.dirty;
    if (file === undefined) return;
    this.dirty.delete(file);
    this.syncing = file;
    fdatasync(file, (error) => {
      this.syncing = null;
      if (error) this.options.log.error({ reason: reasonOf(error) }, 'the spool could not be synced');
      if (!this.dirty.has(file) && this.retired.delete(file)) closeSync(file);
      this.pause = setTimeout(() => {
        this.pause = null;
        this.syncNext();
      }, breath).unref();
    });
  };
}
