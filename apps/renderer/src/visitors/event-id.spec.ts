import { describe, expect, it } from '@jest/globals';
import { eventId, isoTime } from './event-id.js';

describe('an event’s id', () => {
  it('is a UUIDv7 of its moment', () => {
    for (const now of [0, 1_763_800_000_000, 1_763_800_000_001, 2 ** 47]) {
      const id = eventId(now);

      expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/u);
      expect(Number.parseInt(id.slice(0, 8) + id.slice(9, 13), 16)).toBe(now);
    }
  });

  it('is another one each time, with every digit of its random part at every place', () => {
    const ids = Array.from({ length: 5_000 }, () => eventId(1_763_800_000_000));

    expect(new Set(ids).size).toBe(5_000);
    for (let at = 24; at < 36; at += 1) expect(new Set(ids.map((id) => id[at])).size).toBe(16);
    expect(new Set(ids.map((id) => id[19]))).toEqual(new Set(['8', '9', 'a', 'b']));
  });

  it('goes with a time that follows the clock, forwards and back', () => {
    expect([5, 5, 7, 5].map(isoTime)).toEqual([5, 5, 7, 5].map((now) => new Date(now).toISOString()));
  });
});
