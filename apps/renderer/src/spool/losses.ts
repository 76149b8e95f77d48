import { closeSync, constants, openSync, readFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import type { SpooledEvent } from '@lynkify/domain';

export type EventKind = SpooledEvent['kind'];
export type LossCounts = Record<EventKind, number>;

const none: Readonly<LossCounts> = { visit: 0, click: 0, capture: 0, reminder: 0, confirm: 0, unsubscribe: 0, 'confirm-reminder': 0, 'cancel-reminder': 0 };
const size = 256;

/**
 * How many events could not be written, ever, in this folder. The count lies in a file that has its full size from the
 * start and is written over in place: that works on a full disk too, and survives `kill -9`.
 */
export class Losses {
  readonly counts: LossCounts;
  private file: number | null = null;
  /** Whether the file says the same as memory. */
  saved = true;

  constructor(private readonly directory: string) {
    this.counts = readCounts(this.path);
    this.save();
  }

  get total(): number {
    return Object.values(this.counts).reduce((sum, count) => sum + count, 0);
  }

  add(kinds: readonly EventKind[]): void {
    for (const kind of kinds) this.counts[kind] += 1;
    this.save();
  }

  /** To be called once the disk takes writes again: what could not be saved until then is now. */
  settle(): void {
    if (!this.saved) this.save();
  }

  close(): void {
    if (this.file !== null) closeSync(this.file);
    this.file = null;
  }

  private get path(): string {
    return join(this.directory, 'lost.json');
  }

  private save(): void {
    try {
      this.file ??= openSync(this.path, constants.O_RDWR | constants.O_CREAT, 0o600);
      writeSync(this.file, JSON.stringify(this.counts).padEnd(size), 0);
      this.saved = true;
    } catch {
      // Whatever keeps the events from being written may keep this from being saved; memory counts on.
      this.saved = false;
    }
  }
}

/** The counts in such a file; of nothing when there is none. */
export function readCounts(path: string): LossCounts {
  const counts = { ...none };
  try {
    const read: unknown = JSON.parse(readFileSync(path, 'utf8'));
    const entries = new Map(typeof read === 'object' && read !== null ? Object.entries(read) : []);
    for (const kind of Object.keys(none) as EventKind[]) counts[kind] = Number(entries.get(kind)) || 0;
  } catch (error) {
    if (!(error instanceof SyntaxError) && (error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  }
  return counts;
}
