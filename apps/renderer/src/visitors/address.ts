import { BlockList, isIPv4, isIPv6 } from 'node:net';

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

/** Networks that are nowhere: private, of carriers (CGNAT), for examples, unused (IANA's registries of special-purpose addresses). */
const special = new BlockList();
for (const network of [
  '0.0.0.0/8', '10.0.0.0/8', '100.64.0.0/10', '127.0.0.0/8', '169.254.0.0/16', '172.16.0.0/12', '192.0.0.0/24', '192.0.2.0/24', '192.88.99.0/24', '192.168.0.0/16', '198.18.0.0/15',
  '198.51.100.0/24', '203.0.113.0/24', '224.0.0.0/3',
]) special.addSubnet(network.split('/')[0] ?? '', Number(network.split('/')[1]), 'ipv4');
// Of IPv6 only this much is given out at all.
const global = new BlockList();
global.addSubnet('2000::', 3, 'ipv6');
for (const network of ['2001:db8::/32', '2001:2::/48', '2001:20::/28', '3fff::/20']) special.addSubnet(network.split('/')[0] ?? '', Number(network.split('/')[1]), 'ipv6');

/** Whether an address is one of the internet, where a database may say something of it. */
export function isPublic(address: AddressBytes): boolean {
  const text = writeAddress(address);
  return address.length === 4 ? !special.check(text, 'ipv4') : global.check(text, 'ipv6') && !special.check(text, 'ipv6');
}
