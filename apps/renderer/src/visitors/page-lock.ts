import { scrypt, type ScryptOptions, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';
import { normalPagePassword, pagePasswordLength, readPasswordHash } from '@lynkify/domain';
import type { HeaderList } from '../answers/headers.js';
import { Gate } from '../pages/gate.js';
import { keyedHash } from './hmac.js';

const derive = promisify<string, Buffer, number, ScryptOptions, Buffer>(scrypt);

/** How long who gave the password is not asked for it again, in seconds. */
const openFor = 30 * 86_400;
const cookie = /(?:^|;\s*)lynkify_page=([0-9a-z]{1,10})\.([\w-]{22})(?:;|$)/u;

/** A page with a password. */
export interface LockedPage {
  path: string;
  document: { release: { id: string } };
}

/**
 * Who may see pages that have a password: whose browser has the page's cookie. It is signed and good for this page, this
 * password and thirty days, so nothing has to be remembered here, and another password closes the page to everyone.
 */
export class PageLock {
  private readonly sign: (text: string) => string;
  /** A guess takes 16 MB and 200 ms of a thread: two at once, and few who wait. */
  private readonly gate = new Gate(2, 20);

  constructor(
    key: string,
    private readonly secure: boolean,
  ) {
    this.sign = keyedHash(Buffer.from(`lynkify page\0${key}`));
  }

  /** @param hash of the password that the page has now */
  isOpen(cookies: string | undefined, { document }: LockedPage, hash: string, now: number): boolean {
    const [, until, signature] = (cookies === undefined ? null : cookie.exec(cookies)) ?? [];
    if (until === undefined || signature === undefined || Number.parseInt(until, 36) * 1_000 <= now) return false;
    return timingSafeEqual(Buffer.from(this.signature(document.release.id, hash, until)), Buffer.from(signature));
  }

  /** What makes a browser keep a page open. Sent to this page and what lies below it alone. */
  opening({ path, document }: LockedPage, hash: string, now: number): HeaderList {
    const until = Math.floor(now / 1_000 + openFor).toString(36);
    return ['set-cookie', `lynkify_page=${until}.${this.signature(document.release.id, hash, until)}; Path=${path}; Max-Age=${openFor}; HttpOnly; SameSite=Lax${this.secure ? '; Secure' : ''}`];
  }

  /**
   * Whether this is the password. Takes as long for a wrong one as for the right one.
   * @throws TooMany when too many guesses wait already
   */
  async fits(typed: string, hash: string): Promise<boolean> {
    const known = readPasswordHash(hash);
    const password = normalPagePassword(typed);
    if (known === null || password === '' || password.length > pagePasswordLength.max * 4) return false;
    const { logCost, blockSize, parallelism, salt, key } = known;
    const options = { cost: 2 ** logCost, blockSize, parallelization: parallelism, maxmem: 96 * 1_048_576 };
    const derived = await this.gate.pass(() => derive(password, Buffer.from(salt, 'base64url'), 32, options));
    return timingSafeEqual(derived, Buffer.from(key, 'base64url'));
  }

  private signature(releaseId: string, hash: string, until: string): string {
    return this.sign(`${releaseId} ${hash} ${until}`);
  }
}
