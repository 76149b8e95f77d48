#!/usr/bin/env node
/**
 * Writes src/visitors/networks/server-networks.txt: the addresses of those operators in operators.json that are no
 * people's. From a list of address ranges and their autonomous systems, as ip-location-db publishes it:
 *
 *   npm pack @ip-location-db/asn && tar xzf ip-location-db-asn-*.tgz
 *   node apps/renderer/bin/make-server-networks.mjs package/asn-ipv4.csv package/asn-ipv6.csv
 */
import { createReadStream, readFileSync, writeFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { isIPv4, SocketAddress } from 'node:net';

const folder = new URL('../src/visitors/networks/', import.meta.url);
const operators = JSON.parse(readFileSync(new URL('operators.json', folder), 'utf8'));
const operatorOf = new Map(operators.filter(({ what }) => what !== 'people').flatMap((operator) => operator.asns.map((asn) => [String(asn), operator.name])));

const files = process.argv.slice(2);
if (files.length === 0) {
  process.stderr.write('Name the files of address ranges: start,end,asn,organisation\n');
  process.exit(1);
}

const toNumber = (address) => {
  if (isIPv4(address)) return address.split('.').reduce((number, byte) => number * 256n + BigInt(byte), 0n);
  const [head = '', tail] = address.split('::');
  const groups = (text) => (text ? text.split(':') : []);
  const [before, after] = [groups(head), groups(tail)];
  const all = [...before, ...Array(8 - before.length - after.length).fill('0'), ...after];
  return all.reduce((number, group) => number * 65_536n + BigInt(`0x${group}`), 0n);
};
const toText = (number, bits) => {
  if (bits === 32) return [24n, 16n, 8n, 0n].map((shift) => (number >> shift) & 255n).join('.');
  const groups = Array.from({ length: 8 }, (_, index) => ((number >> BigInt(112 - 16 * index)) & 65_535n).toString(16)).join(':');
  return new SocketAddress({ address: groups, family: 'ipv6' }).address;
};

/** The least networks that make up a range. */
function* networksOf(first, last, bits) {
  let start = first;
  while (start <= last) {
    let size = 1n;
    while (start % (size * 2n) === 0n && start + size * 2n - 1n <= last) size *= 2n;
    yield `${toText(start, bits)}/${bits - (size.toString(2).length - 1)}`;
    start += size;
  }
}

const ranges = new Map();
for (const file of files) {
  for await (const line of createInterface({ input: createReadStream(file) })) {
    const [start, end, asn] = line.split(',', 3);
    const name = operatorOf.get(asn);
    if (!name) continue;
    const bits = isIPv4(start) ? 32 : 128;
    const key = `${name}\n${bits}`;
    const list = ranges.get(key) ?? [];
    const last = list.at(-1);
    const [from, until] = [toNumber(start), toNumber(end)];
    if (last && from === last.until + 1n) last.until = until;
    else list.push({ from, until });
    ranges.set(key, list);
  }
}

const lines = [
  '# Addresses of operators.json, written by bin/make-server-networks.mjs. From the ASN database of ip-location-db, which is made of',
  '# RouteViews (https://www.routeviews.org) and DB-IP (https://db-ip.com), both CC BY 4.0; narrowed to these operators, neighbours joined.',
];
for (const { name, what } of operators) {
  if (what === 'people') continue;
  const found = [32, 128].flatMap((bits) => (ranges.get(`${name}\n${bits}`) ?? []).flatMap(({ from, until }) => [...networksOf(from, until, bits)]));
  if (found.length === 0) throw new Error(`No address of ${name} is in these files.`);
  lines.push(`[${what}] ${name}`, ...found);
}
writeFileSync(new URL('server-networks.txt', folder), `${lines.join('\n')}\n`);
process.stdout.write(`${lines.length} lines\n`);
