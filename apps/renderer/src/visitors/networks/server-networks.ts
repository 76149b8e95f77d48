import { readFileSync } from 'node:fs';
import { type AddressBytes, readAddress } from '../address.js';

/** Ranges that do not overlap, in order. */
interface Ranges {
  first: Float64Array;
  last: Float64Array;
}

/**
 * The networks of operators who rent servers or check mails: networks/operators.json says which, and through which ones
 * people come, which are not in it.
 */
export class ServerNetworks {
  private constructor(
    private readonly four: Ranges,
    private readonly six: Ranges,
  ) {}

  static read(): ServerNetworks {
    const lines = readFileSync(new URL('./server-networks.txt', import.meta.url), 'utf8').split('\n');
    const ranges: Record<4 | 16, [number, number][]> = { 4: [], 16: [] };
    for (const line of lines) {
      const [text = '', bits] = line.split('/');
      const address = bits === undefined ? null : readAddress(text);
      // A part of a /48 would take its neighbours along.
      if (!address || (address.length === 16 && Number(bits) > 48)) continue;
      const first = numberOf(address);
      const wide = 2 ** ((address.length === 4 ? 32 : 48) - Number(bits));
      ranges[address.length === 4 ? 4 : 16].push([first, first + wide - 1]);
    }
    return new ServerNetworks(toRanges(ranges[4]), toRanges(ranges[16]));
  }

  has(address: AddressBytes): boolean {
    const { first, last } = address.length === 4 ? this.four : this.six;
    const number = numberOf(address);
    let [low, high] = [0, first.length - 1];
    while (low <= high) {
      const middle = (low + high) >> 1;
      if ((first[middle] ?? 0) > number) high = middle - 1;
      else if ((last[middle] ?? 0) < number) low = middle + 1;
      else return true;
    }
    return false;
  }
}

/** The whole of an IPv4 address, the /48 of an IPv6 one: a number that a double holds exactly. */
const numberOf = (address: AddressBytes) => address.slice(0, address.length === 4 ? 4 : 6).reduce((number, byte) => number * 256 + byte, 0);

function toRanges(pairs: [number, number][]): Ranges {
  const sorted = pairs.sort(([one], [other]) => one - other);
  return { first: Float64Array.from(sorted, ([first]) => first), last: Float64Array.from(sorted, ([, last]) => last) };
}
