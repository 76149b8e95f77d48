import { isIPv6 } from 'node:net';
import { BoundedMap } from './bounded-map.js';

/** The network of an address: /24 of IPv4, /48 of IPv6, which is what one household or company commonly has. */
export function networkOf(address: string): string {
  const plain = address.startsWith('::ffff:') && address.includes('.') ? address.slice(7) : (address.split('%', 1)[0] ?? '');
  if (!isIPv6(plain)) return plain.split('.').slice(0, 3).join('.');
  const [head = ''] = plain.split('::', 1);
  const groups = head.split(':').filter((group) => group !== '');
  return [0, 1, 2].map((index) => Number.parseInt(groups[index] ?? '0', 16).toString(16)).join(':');
}

interface Bucket {
  left: number;
  at: number;
}

/**
 * How often one network may send something: a bucket that refills. Generous, since a whole venue or a mobile carrier can
 * stand behind one address on the night of a show.
 */
export class NetworkLimit {
  private readonly buckets = new BoundedMap<string, Bucket>(20_000);

  constructor(
    private readonly burst: number,
    private readonly perMinute: number,
  ) {}

  /** Whether one more may pass now. */
  take(network: string, now: number): boolean {
    const bucket = this.buckets.get(network) ?? { left: this.burst, at: now };
    // A clock that was set back must not empty it.
    const left = Math.min(this.burst, bucket.left + (Math.max(0, now - bucket.at) / 60_000) * this.perMinute);
    this.buckets.set(network, { left: left >= 1 ? left - 1 : left, at: now });
    return left >= 1;
  }

  /** For one that turned out to be none to be counted. */
  giveBack(network: string): void {
    const bucket = this.buckets.get(network);
    if (bucket) bucket.left = Math.min(this.burst, bucket.left + 1);
  }
}
