import { randomFillSync } from 'node:crypto';

const pool = Buffer.alloc(4_096);
let used = pool.length;

/** A UUIDv7 (RFC 9562): 48 bits of time, the rest random. Random bytes are drawn in bulk, one call a few hundred ids. */
export function eventId(now: number): string {
  if (used === pool.length) {
    randomFillSync(pool);
    used = 0;
  }
  const time = now.toString(16).padStart(12, '0');
  const seventh = (pool[used] ?? 0) & 0x0f | 0x70;
  const ninth = (pool[used + 2] ?? 0) & 0x3f | 0x80;
  const random = pool.toString('hex', used, used + 16);
  used += 16;
  const version = seventh.toString(16) + random.slice(2, 4);
  const variant = ninth.toString(16) + random.slice(6, 8);
  return `${time.slice(0, 8)}-${time.slice(8)}-${version}-${variant}-${random.slice(8, 20)}`;
}
