import { fstatSync, openSync, readSync } from 'node:fs';
import type { AddressBytes } from './address.js';
import { BoundedMap } from './bounded-map.js';

/** A value of the format, as far as one is of use here. */
export type MmdbValue = string | number | bigint | boolean | Buffer | MmdbValue[] | { [key: string]: MmdbValue };

const block = 16_384;
const metadataMark = Buffer.from('\xab\xcd\xefMaxMind.com', 'latin1');
/** Where the metadata begins at the earliest, counted from the end. */
const metadataSize = 131_072;
/** Between tree and data. */
const separator = 16;

/**
 * Reads a MaxMind DB (https://maxmind.github.io/MaxMind-DB/) from the disk, block by block, as it is asked. The packages
 * that read the format hold the whole file in memory, and the cities of the world are 130 MB; here they are a few MB in
 * each process, and what the system's cache has of the file is there for all of them.
 */
export class MmdbFile {
  private readonly blocks = new BoundedMap<number, Buffer>(512);
  private readonly starts = new BoundedMap<number, number>(32_768);
  private readonly values = new BoundedMap<number, MmdbValue>(4_096);
  private readonly file: number;
  private readonly size: number;
  private readonly nodes: number;
  private readonly recordBits: number;
  private readonly addressBytes: number;
  /** So much of an address is walked once for all that share it: 16 bits of IPv4, 32 of IPv6. */
  private readonly startBytes: number;
  private readonly data: number;

  /** @throws Error when there is no such file, or it is no database of version 2 */
  constructor(path: string) {
    this.file = openSync(path, 'r');
    this.size = fstatSync(this.file).size;
    const tail = this.read(Math.max(0, this.size - metadataSize), Math.min(metadataSize, this.size));
    const mark = tail.lastIndexOf(metadataMark);
    if (mark === -1) throw new Error(`${path} is no MaxMind database`);
    const start = this.size - tail.length + mark + metadataMark.length;
    const [metadata] = this.decode(start, start);
    const { node_count: nodes, record_size: bits, ip_version: version, binary_format_major_version: format } = typeof metadata === 'object' && !Array.isArray(metadata) && !Buffer.isBuffer(metadata) ? metadata : {};
    if (format !== 2 || typeof nodes !== 'number' || (bits !== 24 && bits !== 28 && bits !== 32)) throw new Error(`${path} is a MaxMind database of a kind that is not known here`);
    this.nodes = nodes;
    this.recordBits = bits;
    this.addressBytes = version === 4 ? 4 : 16;
    this.startBytes = this.addressBytes === 4 ? 2 : 4;
    this.data = (nodes * bits) / 4 + separator;
  }

  /** What the database says of an address, or null. */
  get(address: AddressBytes): MmdbValue | null {
    const offset = this.find(address);
    if (offset === null) return null;
    const known = this.values.get(offset);
    if (known !== undefined) return known;
    const [value] = this.decode(offset, this.data);
    this.values.set(offset, value);
    return value;
  }

  /** Follows the address's bits through the tree to where its value stands. */
  private find(address: AddressBytes): number | null {
    const bytes = address.length < this.addressBytes ? [...Array.from({ length: 12 }, () => 0), ...address] : address;
    if (bytes.length !== this.addressBytes) return null;
    const node = this.walk(bytes, this.startOf(bytes), this.startBytes * 8, bytes.length * 8);
    return node <= this.nodes ? null : node - this.nodes - separator + this.data;
  }

  /** The first steps are the same for a whole provider, and the tree's top lies scattered over the file. */
  private startOf(bytes: AddressBytes): number {
    const prefix = bytes.slice(0, this.startBytes).reduce((number, byte) => number * 256 + byte, 0);
    const known = this.starts.get(prefix);
    if (known !== undefined) return known;
    const node = this.walk(bytes, 0, 0, this.startBytes * 8);
    this.starts.set(prefix, node);
    return node;
  }

  private walk(bytes: AddressBytes, from: number, fromBit: number, untilBit: number): number {
    let node = from;
    for (let bit = fromBit; bit < untilBit && node < this.nodes; bit += 1) node = this.record(node, ((bytes[bit >> 3] ?? 0) >> (7 - (bit & 7))) & 1);
    return node;
  }

  /** One of the two numbers of a node. Most of a lookup is this, so it makes no buffers. */
  private record(node: number, side: number): number {
    const size = this.recordBits / 4;
    const offset = node * size;
    const within = offset % block;
    const isWhole = within + size <= block;
    const bytes = isWhole ? this.block((offset - within) / block) : this.read(offset, size);
    const at = isWhole ? within : 0;
    if (this.recordBits !== 28) return bytes.readUIntBE(at + side * (size / 2), size / 2);
    // The two records share the byte in the middle.
    const middle = bytes[at + 3] ?? 0;
    return side === 0 ? ((middle >> 4) << 24) | bytes.readUIntBE(at, 3) : ((middle & 15) << 24) | bytes.readUIntBE(at + 4, 3);
  }

  /** @returns the value at this offset, and where the next one begins. @param base what pointers count from */
  private decode(at: number, base: number): [value: MmdbValue, next: number] {
    const control = this.byte(at);
    let offset = at + 1;
    let type = control >> 5;
    if (type === 1) {
      const length = ((control >> 3) & 3) + 1;
      const pointed = this.read(offset, length).readUIntBE(0, length);
      const above = length === 4 ? 0 : (control & 7) * 256 ** length;
      const [value] = this.decode(base + pointed + above + ([0, 0, 2_048, 526_336, 0][length] ?? 0), base);
      return [value, offset + length];
    }
    if (type === 0) {
      type = this.byte(offset) + 7;
      offset += 1;
    }
    let size = control & 31;
    if (size >= 29) {
      const length = size - 28;
      size = this.read(offset, length).readUIntBE(0, length) + ([0, 29, 285, 65_821][length] ?? 0);
      offset += length;
    }
    if (type === 7) return this.decodeMap(offset, size, base);
    if (type === 11) return this.decodeList(offset, size, base);
    if (type === 14) return [size === 1, offset];
    return [scalar(type, this.read(offset, size)), offset + size];
  }

  private decodeMap(at: number, size: number, base: number): [MmdbValue, number] {
    const map: { [key: string]: MmdbValue } = {};
    let offset = at;
    for (let left = size; left > 0; left -= 1) {
      const [key, behindKey] = this.decode(offset, base);
      const [value, next] = this.decode(behindKey, base);
      map[String(key)] = value;
      offset = next;
    }
    return [map, offset];
  }

  private decodeList(at: number, size: number, base: number): [MmdbValue, number] {
    const list: MmdbValue[] = [];
    let offset = at;
    for (let left = size; left > 0; left -= 1) {
      const [value, next] = this.decode(offset, base);
      list.push(value);
      offset = next;
    }
    return [list, offset];
  }

  private byte(offset: number): number {
    return this.read(offset, 1)[0] ?? 0;
  }

  private read(offset: number, length: number): Buffer {
    const within = offset % block;
    if (within + length <= block) return this.block((offset - within) / block).subarray(within, within + length);
    const bytes = Buffer.alloc(length);
    readSync(this.file, bytes, 0, length, offset);
    return bytes;
  }

  private block(number: number): Buffer {
    const known = this.blocks.get(number);
    if (known) return known;
    const bytes = Buffer.alloc(Math.min(block, this.size - number * block));
    readSync(this.file, bytes, 0, bytes.length, number * block);
    this.blocks.set(number, bytes);
    return bytes;
  }
}

function scalar(type: number, bytes: Buffer): MmdbValue {
  switch (type) {
    case 2:
      return bytes.toString('utf8');
    case 3:
      return bytes.readDoubleBE();
    case 15:
      return bytes.readFloatBE();
    case 5:
    case 6:
      return bytes.length === 0 ? 0 : bytes.readUIntBE(0, bytes.length);
    case 8:
      return bytes.length < 4 ? (bytes.length === 0 ? 0 : bytes.readUIntBE(0, bytes.length)) : bytes.readInt32BE();
    case 9:
    case 10:
      return bytes.length === 0 ? 0n : BigInt(`0x${bytes.toString('hex')}`);
    default:
      return Buffer.from(bytes);
  }
}
