import { describe, expect, it } from '@jest/globals';
import { FormGuard } from './form-guard.js';
import { NetworkLimit } from './network.js';

const noon = Date.UTC(2026, 10, 22, 12);
const hour = 3_600_000;
const day = 24 * hour;

describe('a clock that is wrong', () => {
  it('takes no fan for a program because of a form that was made on a clock ahead of it', () => {
    const guard = new FormGuard('the key of this test');
    for (const ahead of [2_000, hour, day]) expect(guard.judge(guard.stamp(noon + ahead), '', null, '/artist/song', noon)).toBe('fair');
    expect(guard.judge(guard.stamp(noon + 2 * day), '', null, '/artist/song', noon)).toBe('expired');
  });

  it('takes no fan for a program who opened the page before it was set back', () => {
    const guard = new FormGuard('the key of this test');
    guard.noteFetch('a fan', '/artist/song', noon);
    for (const back of [5_000, day]) expect(guard.judge(guard.stamp(noon), '', 'a fan', '/artist/song', noon - back)).toBe('fair');
    // Who comes after that is looked at as ever.
    guard.noteFetch('a fan', '/artist/song', noon - day);
    expect(guard.judge(guard.stamp(noon - day), '', 'a fan', '/artist/song', noon - day + 100)).toBe('trap');
  });

  it('shuts no network out that sent something before it was set back', () => {
    const limit = new NetworkLimit(2, 60);
    expect(limit.take('192.0.2', noon)).toBe(true);
    expect(limit.take('192.0.2', noon - day)).toBe(true);
    expect(limit.take('192.0.2', noon - day)).toBe(false);
    expect(limit.take('192.0.2', noon - day + 2_000)).toBe(true);
  });
});
