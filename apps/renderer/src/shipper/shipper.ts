import { appendFileSync, existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { reasonOf } from '../log.js';
import { type Seal, sealedStart } from '../spool/seal.js';
import { type Cursor, CursorFile, readCursor } from '../spool/segments.js';
import type { Intake } from './intake.js';
import type { ShipperState } from './messages.js';
import { type Batch, SpoolReader } from './spool-reader.js';

export interface ShipperOptions {
  directory: string;
  intake: Intake;
  seal: Seal;
  /** Waits; ends early when there is reason to try again, and at once when the shipper is to end. */
  pause: (milliseconds: number) => Promise<void>;
  /** `yes`: ship what is there, then end. `now`: end. */
  ending: () => 'no' | 'yes' | 'now';
  onState: (state: ShipperState) => void;
  onProblem: (level: 'warn' | 'error', reason: string) => void;
}

/** A line as it stands in the spool, and the event's JSON. */
interface Line {
  spooled: string;
  json: string;
}

const lookEvery = 50;
const shortestPause = 20;
const longestPause = 1_000;
/** What waits for a database that is back waits for this as well. */
const longestRetry = 4_000;
const longestSilence = 60_000;
const refusedBytes = 64 * 1_048_576;

/**
 * Carries the spool to the API: posts whole lines in batches and moves the cursor once they were taken. Killed anywhere, it
 * ships the batch again, and the store keeps each id once.
 */
export class Shipper {
  private cursor: Cursor;
  private readonly cursorFile: CursorFile;
  private readonly reader: SpoolReader;
  private readonly state: ShipperState;
  private cursorFailing = false;
  /** When the first of the tries failed that have been failing in a row, and when that was last told. */
  private failingSince = 0;
  private toldAt = 0;

  constructor(private readonly options: ShipperOptions) {
    this.cursor = readCursor(options.directory);
    this.cursorFile = new CursorFile(options.directory);
    this.reader = new SpoolReader(options.directory, this.cursor);
    this.state = { shipped: this.shipped(), oldest: null, failures: 0, batches: 0, retries: 0, rejected: 0, refused: 0 };
    // Takes its room on the disk now: later there may be none.
    this.saveCursor();
  }

  countBefore(segment: number): Promise<{ events: number; bytes: number }> {
    return this.reader.countBefore(segment);
  }

  shipped(): ShipperState['shipped'] {
    return { events: this.cursor.events, bytes: this.cursor.bytes };
  }

  async run(): Promise<void> {
    this.tell();
    while (this.options.ending() !== 'now') {
      const batch = await this.reader.next();
      if (!batch) {
        if (this.options.ending() !== 'no') break;
        await this.options.pause(lookEvery);
        continue;
      }
      const began = performance.now();
      if (!(await this.shipUntilTaken(batch))) break;
      // A spool can wait and fans cannot: what takes the batches works for half of the time at the most.
      if (this.options.ending() === 'no') await this.options.pause(Math.min(longestPause, Math.max(shortestPause, performance.now() - began)));
    }
    await this.reader.close();
    this.cursorFile.close();
  }

  private tell(): void {
    this.options.onState({ ...this.state, shipped: this.shipped() });
  }

  /** @returns false when the shipper is to end and the API does not take it */
  private async shipUntilTaken(batch: Batch): Promise<boolean> {
    const lines = batch.lines.map((line) => this.openLine(line)).filter((line) => line !== null);
    this.state.oldest = timeOf(batch.lines[0] ?? '');
    while (!(await this.ship(lines))) {
      this.state.retries += 1;
      this.tell();
      if (this.options.ending() !== 'no') return false;
      const longest = Math.min(longestRetry, 200 * 2 ** Math.min(this.state.failures - 1, 10));
      // Many renderers must not come back in step.
      await this.options.pause(longest / 2 + Math.random() * (longest / 2));
    }
    this.state.failures = 0;
    this.state.batches += 1;
    this.state.oldest = null;
    this.cursor = { ...batch.end, events: this.cursor.events + batch.lines.length, bytes: this.cursor.bytes + batch.bytes };
    this.saveCursor();
    this.reader.advance(batch.end);
    this.tell();
    return true;
  }

  /** A cursor that cannot be written costs a second shipment after a crash, and nothing else. */
  private saveCursor(): void {
    try {
      this.cursorFile.write(this.cursor);
      this.cursorFailing = false;
    } catch (error) {
      if (!this.cursorFailing) this.options.onProblem('error', `how far the spool was shipped could not be noted: ${reasonOf(error)}`);
      this.cursorFailing = true;
    }
  }

  private openLine(spooled: string): Line | null {
    if (!spooled.startsWith(sealedStart)) return { spooled, json: spooled };
    try {
      return { spooled, json: this.options.seal.open(spooled) };
    } catch (error) {
      this.putAside(spooled, `cannot be opened, was SPOOL_KEY changed? ${reasonOf(error)}`);
      return null;
    }
  }

  /** Whether the API has these lines now, or never will. */
  private async ship(lines: readonly Line[]): Promise<boolean> {
    if (lines.length === 0) return true;
    const outcome = await this.options.intake.post(lines.map((line) => line.json));
    if (outcome.kind === 'taken') {
      this.noteRejected(outcome.rejected, lines.length);
      return true;
    }
    if (outcome.kind === 'failed') {
      this.noteFailure(outcome.reason);
      return false;
    }
    const [first] = lines;
    if (first !== undefined && lines.length === 1) {
      this.putAside(first.spooled, `refused with ${outcome.status}`);
      return true;
    }
    const middle = Math.ceil(lines.length / 2);
    return (await this.ship(lines.slice(0, middle))) && (await this.ship(lines.slice(middle)));
  }

  private noteRejected(rejected: readonly { reason: string }[], events: number): void {
    this.state.rejected += rejected.length;
    const reasons = new Map<string, number>();
    for (const { reason } of rejected) reasons.set(reason, (reasons.get(reason) ?? 0) + 1);
    for (const [reason, count] of reasons) this.options.onProblem('warn', `${count} of ${events} events were rejected: ${reason}`);
  }

  private noteFailure(reason: string): void {
    const now = performance.now();
    if (this.state.failures === 0) this.failingSince = now;
    // The first, then ever rarer, and never longer than a minute in silence: whoever looks sees that it goes on.
    if (this.state.failures === 0 || Number.isInteger(Math.log2(this.state.failures)) || now - this.toldAt >= longestSilence) {
      const seconds = Math.round((now - this.failingSince) / 1_000);
      this.options.onProblem('warn', `events wait in the spool${seconds > 0 ? `, for ${seconds} s now` : ''}: ${reason}`);
      this.toldAt = now;
    }
    this.state.failures += 1;
  }

  /** What can never be shipped is kept for a person to look at, within a bound. */
  private putAside(line: string, reason: string): void {
    this.state.refused += 1;
    const path = join(this.options.directory, 'refused.ndjson');
    try {
      const full = existsSync(path) && statSync(path).size > refusedBytes;
      if (!full) appendFileSync(path, `${line}\n`, { mode: 0o600 });
      this.options.onProblem('error', `an event was ${full ? 'dropped, refused.ndjson is full' : 'put aside in refused.ndjson'}: ${reason}`);
    } catch (error) {
      // Waiting for room would stop everything behind it, and with it what makes room.
      this.options.onProblem('error', `an event was dropped (${reason}), it could not be put aside: ${reasonOf(error)}`);
    }
  }
}

/** When an event was made: its id, a UUIDv7, says so; in a sealed line too. */
function timeOf(line: string): number | null {
  const [, high, low] = /"id":"([0-9a-f]{8})-([0-9a-f]{4})-7/u.exec(line) ?? [];
  return high === undefined || low === undefined ? null : Number.parseInt(high + low, 16);
}
