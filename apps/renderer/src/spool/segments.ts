import { closeSync, constants, existsSync, fstatSync, ftruncateSync, mkdirSync, openSync, readdirSync, readFileSync, readSync, writeSync } from 'node:fs';
import { join } from 'node:path';

const name = /^(\d{12})\.ndjson$/u;

/** File of a segment. Segments are numbered in the order in which they were written. */
export function segmentPath(directory: string, number: number): string {
  return join(directory, `${String(number).padStart(12, '0')}.ndjson`);
}

/** Up to where the spool was shipped, and how much that was since the folder has been there. */
export interface Cursor {
  segment: number;
  /** Bytes of that segment. */
  offset: number;
  events: number;
  bytes: number;
}

const beginning: Cursor = { segment: 0, offset: 0, events: 0, bytes: 0 };

/** The cursor, or the very beginning when there is none: shipping twice does no harm, not shipping would. */
export function readCursor(directory: string): Cursor {
  const path = join(directory, 'cursor.json');
  if (!existsSync(path)) return beginning;
  try {
    const { segment, offset, events, bytes } = JSON.parse(readFileSync(path, 'utf8')) as Partial<Cursor>;
    if (!Number.isSafeInteger(segment) || !Number.isSafeInteger(offset)) return beginning;
    return { segment: Number(segment), offset: Number(offset), events: Number(events) || 0, bytes: Number(bytes) || 0 };
  } catch (error) {
    if (error instanceof SyntaxError) return beginning;
    throw error;
  }
}

const cursorSize = 160;

/**
 * Keeps the cursor by writing over it in place: one small write that a kill cannot split, that a full disk takes, and that
 * costs a tenth of a rename. Should a power cut leave it unreadable, everything that still lies there is shipped again.
 */
export class CursorFile {
  private readonly file: number;

  constructor(directory: string) {
    this.file = openSync(join(directory, 'cursor.json'), constants.O_RDWR | constants.O_CREAT, 0o600);
  }

  write(cursor: Cursor): void {
    writeSync(this.file, JSON.stringify(cursor).padEnd(cursorSize), 0);
  }

  close(): void {
    closeSync(this.file);
  }
}

/** Numbers of the segments of a spool, oldest first. */
export function listSegments(directory: string): number[] {
  if (!existsSync(directory)) return [];
  return readdirSync(directory)
    .map((file) => name.exec(file)?.[1])
    .filter((digits) => digits !== undefined)
    .map(Number)
    .sort((one, other) => one - other);
}

/**
 * Cuts what a crash left half-written at the end of each segment, and keeps every whole line before it. An event is
 * acknowledged only once its line is whole, so nothing acknowledged is cut.
 * @returns bytes cut
 */
export function mendSegments(directory: string): number {
  mkdirSync(directory, { recursive: true, mode: 0o700 });
  let cut = 0;
  for (const number of listSegments(directory)) {
    const file = openSync(segmentPath(directory, number), 'r+');
    try {
      const { size } = fstatSync(file);
      const whole = endOfLastLine(file, size);
      if (whole < size) {
        ftruncateSync(file, whole);
        cut += size - whole;
      }
    } finally {
      closeSync(file);
    }
  }
  return cut;
}

function endOfLastLine(file: number, size: number): number {
  const block = Buffer.allocUnsafe(64 * 1024);
  for (let end = size; end > 0; ) {
    const start = Math.max(0, end - block.length);
    const read = readSync(file, block, 0, end - start, start);
    const newline = block.subarray(0, read).lastIndexOf(0x0a);
    if (newline !== -1) return start + newline + 1;
    end = start;
  }
  return 0;
}
