import { type Logger, reasonOf } from '../log.js';
import { type EventKind, type LossCounts, Losses } from './losses.js';
import { SegmentWriter } from './segment-writer.js';
import { listSegments, mendSegments, readCursor } from './segments.js';
import { Syncer } from './syncer.js';

/** Called once the event is kept (null), or could not be (the reason). */
export type Written = (error: Error | null) => void;

/** What an answer waits for: the write, which survives the death of this process; or the sync, which survives a power cut. */
export type SpoolSync = 'background' | 'always';

export interface SpoolOptions {
  directory: string;
  log: Logger;
  sync?: SpoolSync;
  segmentBytes?: number;
  segmentAge?: number;
}

/** In the background: what a power cut may cost, in milliseconds, and one sync. */
const syncEvery = 50;
const usualTurn = 65_536;

/**
 * The append-only journal between a fan's request and the API. All events of one turn of the event loop are written in
 * one call, and only then are their requests answered: an acknowledged event survives `kill -9`. A sync follows in the
 * background; or, where that is asked for, the answers wait for the one that covers them.
 */
export class Spool {
  writtenEvents = 0;
  writtenBytes = 0;
  /** Of other folders, taken over in this run. */
  readonly takenIn = { events: 0, bytes: 0 };
  /** Number of the first segment of this run: what is in earlier ones was found at the start. */
  readonly firstSegment: number;

  private readonly log: Logger;
  private readonly sync: SpoolSync;
  private readonly losses: Losses;
  private readonly syncer: Syncer;
  private readonly writer: SegmentWriter;
  private text = '';
  private kinds: EventKind[] = [];
  private waiting: Written[] = [];
  private buffer = Buffer.allocUnsafeSlow(usualTurn);

  /** Mends what a crash left and begins a new segment at the first event. */
  constructor({ directory, log, sync = 'background', segmentBytes = 8 * 1024 * 1024, segmentAge = 60_000 }: SpoolOptions) {
    this.log = log;
    this.sync = sync;
    const cut = mendSegments(directory);
    if (cut > 0) log.warn({ cutBytes: cut }, 'cut an unfinished line at the end of the spool');
    this.losses = new Losses(directory);
    // The cursor too: a number that was shipped and deleted must not come again.
    const last = Math.max(listSegments(directory).at(-1) ?? 0, readCursor(directory).segment);
    this.firstSegment = last + 1;
    this.syncer = new Syncer(directory, sync === 'always' ? 0 : syncEvery, log, (files) => this.writer.abandon(files));
    this.writer = new SegmentWriter({
      directory, log, segmentBytes, segmentAge, last,
      onOpened: () => this.syncer.opened(),
      onRetired: (file) => this.syncer.retire(file),
    });
  }

  /** Events that could not be written, as long as this folder has been there. */
  get lost(): number {
    return this.losses.total;
  }

  get lostByKind(): Readonly<LossCounts> {
    return this.losses.counts;
  }

  /** Events of this run that are written and that the disk did not confirm. */
  get unsynced(): number {
    return this.syncer.unsynced;
  }

  /** The last write or sync failed. */
  get broken(): boolean {
    return this.writer.failure !== null || this.syncer.failing;
  }

  /** What came to lie here in this run. */
  get arrived(): { events: number; bytes: number } {
    return { events: this.writtenEvents + this.takenIn.events, bytes: this.writtenBytes + this.takenIn.bytes };
  }

  /** Takes over whole segments of a folder that nobody writes to any more, with so much in them. */
  takeIn(paths: readonly string[], { events, bytes }: { events: number; bytes: number }): void {
    this.writer.takeIn(paths);
    this.takenIn.events += events;
    this.takenIn.bytes += bytes;
  }

  /** Takes one line of JSON without its line end. */
  append(kind: EventKind, line: string, written: Written): void {
    // The check phase: every request that this turn of the loop has read is in.
    if (this.waiting.length === 0) setImmediate(this.writeTurn);
    this.text += `${line}\n`;
    this.kinds.push(kind);
    this.waiting.push(written);
  }

  /** Writes what waits and brings it to the disk. Its files are closed with the process. */
  close(): void {
    this.writeTurn();
    this.syncer.close();
    this.losses.settle();
    if (!this.losses.saved) this.log.error({ ...this.lostByKind }, 'how many events were lost could not be noted, the next start will not know of these');
    this.losses.close();
  }

  private readonly writeTurn = (): void => {
    const { text, kinds, waiting } = this;
    if (waiting.length === 0) return;
    this.text = '';
    this.kinds = [];
    this.waiting = [];

    const length = this.encode(text);
    const wasFailing = this.writer.failure !== null;
    const { bytes, file, error } = this.writer.append(this.buffer, length);
    if (error) this.lose(bytes, file, kinds, waiting, error);
    else this.keep(bytes, file, waiting);
    if (wasFailing && !error) {
      this.losses.settle();
      this.log.info({ lost: this.lost }, 'the spool can be written again');
    }
  };

  private encode(text: string): number {
    // No character takes more than three bytes for each of its units.
    if (text.length * 3 > this.buffer.length) this.buffer = Buffer.allocUnsafeSlow(text.length * 3);
    return this.buffer.write(text, 'utf8');
  }

  private keep(bytes: number, file: number | null, waiting: readonly Written[]): void {
    if (file === null || waiting.length === 0) return;
    this.writtenEvents += waiting.length;
    this.writtenBytes += bytes;
    if (this.sync === 'always') {
      this.syncer.wrote(file, waiting.length, (error) => this.tell(waiting, error));
    } else {
      this.syncer.wrote(file, waiting.length, null);
      this.tell(waiting, null);
    }
  }

  /** The disk took some of the lines: those are kept like any other. */
  private lose(bytes: number, file: number | null, kinds: readonly EventKind[], waiting: readonly Written[], error: Error): void {
    let kept = 0;
    for (let at = this.buffer.indexOf(0x0a); at !== -1 && at < bytes; at = this.buffer.indexOf(0x0a, at + 1)) kept += 1;
    this.keep(bytes, file, waiting.slice(0, kept));
    this.losses.add(kinds.slice(kept));
    this.tell(waiting.slice(kept), error);
  }

  private tell(waiting: readonly Written[], error: Error | null): void {
    for (const written of waiting) {
      try {
        written(error);
      } catch (thrown) {
        this.log.error({ reason: reasonOf(thrown) }, 'a request could not be answered after its event was written');
      }
    }
  }
}
