import { describe, expect, it } from '@jest/globals';
import ipaddr from 'ipaddr.js';
import { isPublicAddress } from './public-address.js';

describe('an address is public', () => {
  it.each(['1.1.1.1', '8.8.8.8', '93.184.215.14', '172.15.255.255', '172.32.0.1', '100.63.255.255', '100.128.0.1', '2606:4700::1111', '2a00:1450:4001:800::200e'])('%s', (address) => {
    expect(isPublicAddress(address)).toBe(true);
  });
});

describe('an address is not public', () => {
  it.each([
    ['this host', '0.0.0.0', '0.1.2.3', '::'],
    ['loopback', '127.0.0.1', '127.255.255.254', '::1'],
    ['private', '10.0.0.1', '172.16.0.1', '172.31.255.255', '192.168.255.1', 'fc00::1', 'fdff::1', 'fec0::1'],
    ['link-local, with the metadata of clouds', '169.254.169.254', '169.254.0.1', 'fe80::1', 'fe80::1%eth0', 'fd00:ec2::254'],
    ['of a provider’s inside', '100.64.0.1', '100.127.255.255', '168.63.129.16'],
    ['multicast and broadcast', '224.0.0.1', '239.255.255.255', '255.255.255.255', 'ff02::1'],
    ['reserved and for documents', '192.0.0.192', '192.0.2.1', '198.18.0.1', '198.51.100.1', '203.0.113.1', '240.0.0.1', '2001:db8::1', '3fff::1', '100::1'],
    ['an IPv4 address inside of an IPv6 one', '::ffff:127.0.0.1', '::ffff:8.8.8.8', '::127.0.0.1', '64:ff9b::7f00:1', '64:ff9b::8.8.8.8', '64:ff9b:1::7f00:1', '2002:7f00:1::', '2002:808:808::', '2001::1'],
    ['no address', '', 'localhost', '127.1', '999.1.1.1', '1.1.1.1 '],
  ])('%s', (_kind, ...addresses) => {
    expect(addresses.filter((address) => isPublicAddress(address))).toEqual([]);
  });

  it('unless its network is allowed', () => {
    const allowed = [ipaddr.parseCIDR('10.1.0.0/16'), ipaddr.parseCIDR('fd00::/8')];
    expect(['10.1.2.3', 'fd12::1'].every((address) => isPublicAddress(address, allowed))).toBe(true);
    expect(['10.2.0.1', '::ffff:10.1.0.1', 'fc00::1'].some((address) => isPublicAddress(address, allowed))).toBe(false);
  });
});
