import { expect, it } from '@jest/globals';
import fc from 'fast-check';
import { BoundedMap } from './bounded-map.js';

it('never gives a wrong value, and forgets nothing of the latest half', () => {
  const keys = fc.integer({ min: 0, max: 40 });
  fc.assert(fc.property(fc.integer({ min: 2, max: 20 }), fc.array(fc.tuple(keys, fc.nat())), (most, entries) => {
    const map = new BoundedMap<number, number>(most);
    const all = new Map<number, number>();
    for (const [key, value] of entries) {
      map.set(key, value);
      all.delete(key);
      all.set(key, value);
      for (const [known, latest] of all) expect([latest, undefined]).toContain(map.get(known));
    }
    const lately = new BoundedMap<number, number>(most);
    for (const [key, value] of all) lately.set(key, value);
    for (const [key, value] of [...all].slice(-Math.floor(most / 2))) expect(lately.get(key)).toBe(value);
    expect([...all.keys()].filter((key) => lately.get(key) !== undefined).length).toBeLessThanOrEqual(most);
  }));
});

it('forgets what it is told to forget', () => {
  const map = new BoundedMap<string, number>(4);
  for (const key of ['a', 'b', 'c']) map.set(key, 1);
  map.delete('a');
  map.delete('c');

  expect(['a', 'b', 'c'].map((key) => map.get(key))).toEqual([undefined, 1, undefined]);
});
