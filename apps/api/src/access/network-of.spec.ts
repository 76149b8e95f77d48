import { describe, expect, it } from '@jest/globals';
import { networkOf } from './rate-limits.js';

describe('what counts as one network', () => {
  it('is an IPv4 address, however it is written', () => {
    expect(networkOf('192.0.2.7')).toBe('192.0.2.7');
    expect(networkOf('::ffff:192.0.2.7')).toBe('192.0.2.7');
    expect(networkOf('::FFFF:192.0.2.7')).toBe('192.0.2.7');
  });

  it('is a /64 of IPv6, however it is written', () => {
    for (const ip of ['2001:db8:0:7::1', '2001:db8:0:7:ffff:ffff:ffff:ffff', '2001:0db8:0000:0007:0000:0000:0000:0002', '2001:DB8:0:7::3', '2001:db8::7:1:2:3:4']) expect(networkOf(ip)).toBe('2001:db8:0:7::/64');
    expect(networkOf('2001:db8:0:8::1')).toBe('2001:db8:0:8::/64');
    expect(networkOf('::1')).toBe('0:0:0:0::/64');
    expect(networkOf('fe80::1%eth0')).toBe('fe80:0:0:0::/64');
  });
});
