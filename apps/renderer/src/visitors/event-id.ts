import { randomFillSync } from 'node:crypto';

const pool = Buffer.alloc(4_096);
let used = pool.length;

/** Every byte as two hexadecimal digits. */
const hex = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));
const next = (): string => hex[pool[used++] ?? 0] ?? '';

// On a release day hundreds of events fall into one millisecond.
let millisecond = Number.NaN;
let idStart = '';
let iso = '';

function turnTo(now: number): void {
  millisecond = now;
  const time = now.toString(16).padStart(12, '0');
  idStart = `${time.slice(0, 8)}-${time.slice(8)}-`;
  iso = new Date(now).toISOString();
}

/** The moment as events carry it: ISO 8601 in UTC, with milliseconds. */
export function isoTime(now: number): string {
  if (now !== millisecond) turnTo(now);
  return iso;
}

/** A UUIDv7 (RFC 9562): 48 bits of time, the rest random. Random bytes are drawn in bulk, one call for many ids. */
export function eventId(now: number): string {
  if (now !== millisecond) turnTo(now);
  if (used + 10 > pool.length) {
    randomFillSync(pool);
    used = 0;
  }
  const seventh = hex[((pool[used++] ?? 0) & 0x0f) | 0x70] ?? '';
  const eighth = next();
  const ninth = hex[((pool[used++] ?? 0) & 0x3f) | 0x80] ?? '';
  return `${idStart}${seventh}${eighth}-${ninth}${next()}-${next()}${next()}${next()}${next()}${next()}${next()}`;
}
