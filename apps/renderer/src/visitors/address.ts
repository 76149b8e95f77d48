import { isIPv4, isIPv6 } from 'node:net';

/** An address as the 4 or 16 bytes that it is. */
export type AddressBytes = readonly number[];

/**
 * Reads an address. An IPv4 address inside an IPv6 one (`::ffff:192.0.2.1`, `::ffff:c000:201`; RFC 4291, section 2.5.5.2)
 * is that IPv4 address; a zone (`fe80::1%eth0`) is no part of it.
 * @returns null for what is no address
 */
export function readAddress(text: string): AddressBytes | null {
  const plain = text.split('%', 1)[0] ?? '';
  if (isIPv4(plain)) return plain.split('.').map(Number);
  if (!isIPv6(plain)) return null;
  const [head = '', tail] = plain.split('::');
  const before = bytesOf(head);
  const after = tail === undefined ? [] : bytesOf(tail);
  const bytes = [...before, ...Array.from({ length: 16 - before.length - after.length }, () => 0), ...after];
  const isMapped = bytes.slice(0, 10).every((byte) => byte === 0) && bytes[10] === 255 && bytes[11] === 255;
  return isMapped ? bytes.slice(12) : bytes;
}

function bytesOf(groups: string): number[] {
  if (groups === '') return [];
  return groups.split(':').flatMap((group) => {
    if (group.includes('.')) return group.split('.').map(Number);
    const number = Number.parseInt(group, 16);
    return [number >> 8, number & 255];
  });
}

/** As it is written without zone and IPv6 wrapping, for readers of text. */
export function writeAddress(bytes: AddressBytes): string {
  if (bytes.length === 4) return bytes.join('.');
  return Array.from({ length: 8 }, (_, index) => (((bytes[2 * index] ?? 0) << 8) | (bytes[2 * index + 1] ?? 0)).toString(16)).join(':');
}

/** A network as its first and last address, of IPv6 the first 32 bits of them. */
type Span = readonly [first: number, last: number];

/** Networks that are nowhere: private, of carriers (CGNAT), for examples, unused (IANA's registries of special-purpose addresses). */
const special: readonly Span[] = [
  '0.0.0.0/8', '10.0.0.0/8', '100.64.0.0/10', '127.0.0.0/8', '169.254.0.0/16', '172.16.0.0/12', '192.0.0.0/24', '192.0.2.0/24', '192.88.99.0/24', '192.168.0.0/16', '198.18.0.0/15',
  '198.51.100.0/24', '203.0.113.0/24', '224.0.0.0/3',
].map(spanOf);
/** Of IPv6 only this much is given out at all, without what is for examples, benchmarks and identifiers. */
const global6 = spanOf('2000::/3');
const special6: readonly Span[] = ['2001:db8::/32', '2001:2::/32', '2001:20::/28', '3fff::/20'].map(spanOf);

/** Whether an address is one of the internet, where a database may say something of it. */
export function isPublic(address: AddressBytes): boolean {
  const number = firstBits(address);
  const within = ([first, last]: Span) => number >= first && number <= last;
  return address.length === 4 ? !special.some(within) : within(global6) && !special6.some(within);
}

function spanOf(network: string): Span {
  const [text = '', bits] = network.split('/');
  const first = firstBits(readAddress(text) ?? []);
  return [first, first + 2 ** (32 - Number(bits)) - 1];
}

function firstBits([first = 0, second = 0, third = 0, fourth = 0]: AddressBytes): number {
  return first * 0x1000000 + second * 0x10000 + third * 0x100 + fourth;
}
