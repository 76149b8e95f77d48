import { closeSync, fdatasync, fdatasyncSync, fsync, openSync } from 'node:fs';
import { promisify } from 'node:util';
import { type Logger, reasonOf } from '../log.js';

/** Called once what was written is on the disk (null), or nobody knows whether it is (the reason). */
type Synced = (error: Error | null) => void;

const sync = { data: promisify(fdatasync), all: promisify(fsync) };

/**
 * Brings what was written to the disk in groups: one sync at a time, each covering everything written until it began. The
 * next begins when the one before has ended, and not sooner than `every` milliseconds after its beginning; so a power cut
 * can cost what was written in that time and one sync more.
 */
export class Syncer {
  /** Events that were written and whose sync failed. They may be shipped all the same. */
  unsynced = 0;
  /** The last sync failed. */
  failing = false;

  private readonly directory: number;
  private directoryChanged = false;
  private readonly dirty = new Set<number>();
  private readonly retired = new Set<number>();
  private events = 0;
  private waiting: Synced[] = [];
  private running = false;
  private timer: NodeJS.Timeout | null = null;
  private nextAt = 0;

  constructor(
    directory: string,
    private readonly every: number,
    private readonly log: Logger,
    /** A file whose sync failed gets no more lines: the system forgets the failure once it has told it. */
    private readonly onFailure: (files: readonly number[]) => void,
  ) {
    this.directory = openSync(directory, 'r');
  }

  /** A new file counts as there only once its name is on the disk too. */
  opened(): void {
    this.directoryChanged = true;
  }

  wrote(file: number, events: number, synced: Synced | null): void {
    this.dirty.add(file);
    this.events += events;
    if (synced) this.waiting.push(synced);
    if (this.running || this.timer !== null) return;
    const wait = this.nextAt - performance.now();
    if (wait <= 0) void this.run();
    else this.timer = setTimeout(() => void this.run(), Math.ceil(wait)).unref();
  }

  /** Closes a file that gets no more lines, once they are on the disk. */
  retire(file: number): void {
    this.retired.add(file);
    this.wrote(file, 0, null);
  }

  /** Brings everything to the disk before it returns, as well as that goes. */
  close(): void {
    if (this.timer) clearTimeout(this.timer);
    let failure: Error | null = null;
    for (const file of this.dirty) {
      try {
        fdatasyncSync(file);
      } catch (error) {
        failure = toError(error);
        this.log.error({ reason: reasonOf(error) }, 'the spool could not be synced');
      }
    }
    this.dirty.clear();
    const { waiting } = this;
    this.waiting = [];
    for (const synced of waiting) synced(failure);
  }

  private async run(): Promise<void> {
    this.timer = null;
    this.running = true;
    this.nextAt = performance.now() + this.every;
    const files = [...this.dirty];
    const { waiting, events, directoryChanged } = this;
    this.dirty.clear();
    this.waiting = [];
    this.events = 0;
    this.directoryChanged = false;

    const failure = await this.syncAll(files, directoryChanged);
    if (failure) {
      this.unsynced += events;
      this.directoryChanged ||= directoryChanged;
      this.log.error({ reason: reasonOf(failure), events }, 'the spool could not be synced');
      this.onFailure(files);
    }
    this.failing = failure !== null;
    this.running = false;
    this.closeRetired(files);
    for (const synced of waiting) synced(failure);
    // Whoever was answered may have brought more; what came during the sync has waited long enough.
    const [file] = this.dirty;
    if (file !== undefined) this.wrote(file, 0, null);
  }

  private async syncAll(files: readonly number[], directoryChanged: boolean): Promise<Error | null> {
    const results = await Promise.allSettled([...files.map((file) => sync.data(file)), ...(directoryChanged ? [sync.all(this.directory)] : [])]);
    const failed = results.find((result) => result.status === 'rejected');
    return failed ? toError(failed.reason) : null;
  }

  private closeRetired(synced: readonly number[]): void {
    for (const file of synced) {
      if (!this.dirty.has(file) && this.retired.delete(file)) closeSync(file);
    }
  }
}

function toError(error: unknown): Error {
  return error instanceof Error ? error : new Error(String(error));
}
