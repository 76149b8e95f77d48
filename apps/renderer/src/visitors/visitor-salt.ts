import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { keyedHash } from './hmac.js';

const day = 86_400_000;

/**
 * Tells visitors apart without a cookie: an HMAC of address and agent under a random salt of the day. Only today's salt
 * is used and yesterday's kept, so after at most 48 hours nobody, we included, can tell whose hash it was.
 */
export class VisitorSalt {
  private today = Number.NaN;
  private hash: (text: string) => string = () => '';

  constructor(private readonly directory: string) {}

  visitorOf(address: string, agent: string, now: number): string {
    const today = Math.floor(now / day);
    if (today !== this.today) this.turnTo(today);
    return this.hash(`${address}\n${agent}`);
  }

  private turnTo(today: number): void {
    mkdirSync(this.directory, { recursive: true, mode: 0o700 });
    const path = join(this.directory, 'visitor-salts.json');
    const kept = new Map(readSalts(path).filter(([number]) => number === today || number === today - 1));
    const salt = kept.get(today) ?? randomBytes(32).toString('base64url');
    kept.set(today, salt);
    writeFileSync(`${path}.new`, JSON.stringify(Object.fromEntries(kept)), { mode: 0o600 });
    renameSync(`${path}.new`, path);
    this.hash = keyedHash(Buffer.from(salt, 'base64url'));
    this.today = today;
  }
}

function readSalts(path: string): [number, string][] {
  if (!existsSync(path)) return [];
  try {
    const read: unknown = JSON.parse(readFileSync(path, 'utf8'));
    if (typeof read !== 'object' || read === null) return [];
    return Object.entries(read).filter((entry): entry is [string, string] => typeof entry[1] === 'string').map(([number, salt]) => [Number(number), salt]);
  } catch (error) {
    if (error instanceof SyntaxError) return [];
    throw error;
  }
}
