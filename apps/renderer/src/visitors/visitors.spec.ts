import { describe, expect, it } from '@jest/globals';
import { eventId } from './event-id.js';
import { FormGuard, tooQuick } from './form-guard.js';
import { NetworkLimit, networkOf } from './network.js';

const hour = 3_600_000;
const now = 500_000 * hour + 1_000;

describe('an event\'s id', () => {
  it('is a UUIDv7 of its moment, and no two are alike', () => {
    const ids = Array.from({ length: 2_000 }, () => eventId(1_700_000_000_000));

    expect(new Set(ids).size).toBe(2_000);
    for (const id of ids) expect(id).toMatch(/^018bcfe5-6800-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/u);
  });
});

describe('a network', () => {
  it.each([
    ['203.0.113.7', '203.0.113'], ['::ffff:203.0.113.7', '203.0.113'], ['2001:db8:12:34::1', '2001:db8:12'], ['2001:0db8:0012::', '2001:db8:12'], ['::1', '0:0:0'],
  ])('of %s is %s', (address, network) => {
    expect(networkOf(address)).toBe(network);
  });

  it('may do so much at once, then so much a minute', () => {
    const limit = new NetworkLimit(3, 60);

    expect([1, 2, 3, 4].map(() => limit.take('a', now))).toEqual([true, true, true, false]);
    expect(limit.take('b', now)).toBe(true);
    expect([limit.take('a', now + 1_000), limit.take('a', now + 1_000)]).toEqual([true, false]);
  });
});

describe('a posted form', () => {
  const guard = () => new FormGuard('form-key-of-the-tests');

  it('is fair with a stamp of the last day', () => {
    const stamp = guard().stamp(now);

    expect([0, 1, 24].map((hours) => guard().judge(stamp, '', 'me', '/x', now + hours * hour))).toEqual(['fair', 'fair', 'fair']);
  });

  it('is asked again with an older stamp', () => {
    expect(guard().judge(guard().stamp(now), '', 'me', '/x', now + 26 * hour)).toBe('expired');
  });

  it('is a trap when the hidden field is filled, or the stamp is another\'s or made up', () => {
    const stamps = [new FormGuard('another key').stamp(now), '', 'x.y', `zz.${'a'.repeat(22)}`];

    expect(stamps.map((stamp) => guard().judge(stamp, '', 'me', '/x', now))).toEqual(stamps.map(() => 'trap'));
    expect(guard().judge(guard().stamp(now), 'filled', 'me', '/x', now)).toBe('trap');
  });

  it('is a trap right after the page was first fetched, and fair once a person could have filled it', () => {
    const one = guard();
    one.noteFetch('me', '/x', now);
    // Reloading does not start the clock anew.
    one.noteFetch('me', '/x', now + tooQuick);

    expect(one.judge(one.stamp(now), '', 'me', '/x', now + tooQuick - 1)).toBe('trap');
    expect(one.judge(one.stamp(now), '', 'me', '/x', now + tooQuick)).toBe('fair');
  });

  it('without a stamp is asked again from who did fetch the page', () => {
    const one = guard();
    one.noteFetch('me', '/x', now);

    expect(one.judge('', '', 'me', '/x', now + 60_000)).toBe('expired');
  });
});
