import { randomFillSync } from 'node:crypto';

const pool = Buffer.alloc(4_096);
let used = pool.length;

/** Every byte as two hexadecimal digits, the first in the upper half. */
const digits = Uint16Array.from({ length: 256 }, (_, byte) => Number(Buffer.from(byte.toString(16).padStart(2, '0')).readUInt16BE()));
/** Where the ten random bytes stand in the text of an id. */
const places = [14, 16, 19, 21, 24, 26, 28, 30, 32, 34] as const;
const text = Buffer.from('00000000-0000-7000-8000-000000000000');

// On a release day hundreds of events fall into one millisecond.
let millisecond = Number.NaN;
let iso = '';

function turnTo(now: number): void {
  millisecond = now;
  const time = now.toString(16).padStart(12, '0');
  text.write(`${time.slice(0, 8)}-${time.slice(8)}`, 'latin1');
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
  if (used + places.length > pool.length) {
    randomFillSync(pool);
    used = 0;
  }
  for (let index = 0; index < places.length; index += 1) {
    let byte = pool[used++] ?? 0;
    if (index === 0) byte = (byte & 0x0f) | 0x70;
    if (index === 2) byte = (byte & 0x3f) | 0x80;
    const pair = digits[byte] ?? 0;
    const at = places[index] ?? 0;
    text[at] = pair >> 8;
    text[at + 1] = pair & 0xff;
  }
  return text.toString('latin1');
}
