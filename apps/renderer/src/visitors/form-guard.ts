import { timingSafeEqual } from 'node:crypto';
import { BoundedMap } from './bounded-map.js';
import { keyedHash } from './hmac.js';

const hour = 3_600_000;
/** A form is good for the hour in which it was made and a day after. */
const lifetime = 24;
/** No person reads a page, types an address and ticks a box in less. */
export const tooQuick = 1_500;
const memory = 10 * 60_000;

export type FormVerdict = 'fair' | 'trap' | 'expired';

/**
 * Tells forms that people fill from those that programs post. The stamp in the page names the hour and not the visitor,
 * since one page is cached for everyone; how long a visitor took is known from when they fetched it here.
 */
export class FormGuard {
  private readonly sign: (text: string) => string;
  private readonly fetched = new BoundedMap<string, number>(50_000);

  constructor(key: string) {
    this.sign = keyedHash(Buffer.from(`lynkify form\0${key}`));
  }

  /** Hidden field `t` of every form. It names no page: a page that is open may move to another address. */
  stamp(now: number): string {
    const number = Math.floor(now / hour).toString(36);
    return `${number}.${this.sign(number)}`;
  }

  /** Remembers that a visitor fetched a page with a form. The first time counts: reloading is not starting over. */
  noteFetch(visitor: string, path: string, now: number): void {
    const key = `${visitor} ${path}`;
    const first = this.fetched.get(key);
    if (first === undefined || now - first > memory || now < first) this.fetched.set(key, now);
  }

  judge(stamp: string, trap: string, visitor: string | null, path: string, now: number): FormVerdict {
    if (trap !== '') return 'trap';
    const first = visitor === null ? undefined : this.fetched.get(`${visitor} ${path}`);
    // A clock that was set back since then says nothing of how long they took.
    if (first !== undefined && now >= first && now - first < tooQuick) return 'trap';
    const age = this.ageOf(stamp, now);
    // Of a later hour: made by a renderer whose clock is ahead of this one's, or before this one's was set back.
    if (age !== null) return Math.abs(age) <= lifetime ? 'fair' : 'expired';
    // No form of ours. A visitor who did fetch the page gets a fresh one, anyone else never saw it.
    return first === undefined ? 'trap' : 'expired';
  }

  /** Hours since the stamp was made, less than none when that is yet to come, or null when it is none of ours. */
  private ageOf(stamp: string, now: number): number | null {
    const [, number, signature] = /^([0-9a-z]{1,8})\.([\w-]{22})$/u.exec(stamp) ?? [];
    if (number === undefined || signature === undefined) return null;
    if (!timingSafeEqual(Buffer.from(this.sign(number)), Buffer.from(signature))) return null;
    return Math.floor(now / hour) - Number.parseInt(number, 36);
  }
}
