import { getHeapSpaceStatistics } from 'node:v8';
import { expect, it } from '@jest/globals';
import { ByteLru } from './byte-lru.js';
import { Gate } from './gate.js';

it('keeps what was used last within its bytes', () => {
  const evicted: string[] = [];
  const cache = new ByteLru<string>(100, (key) => evicted.push(key));
  for (const key of ['a', 'b', 'c']) cache.set(key, key, 30);
  cache.get('a');

  cache.set('d', 'd', 30);

  expect(evicted).toEqual(['b']);
  expect(cache.bytes).toBe(90);
  expect(['a', 'b', 'c', 'd'].filter((key) => cache.has(key))).toEqual(['a', 'c', 'd']);
});

it('keeps even what alone is too much, until something else comes', () => {
  const cache = new ByteLru<string>(10);

  cache.set('huge', 'huge', 50);
  expect(cache.get('huge')).toBe('huge');
  cache.set('small', 'small', 5);

  expect(cache.get('huge')).toBeUndefined();
  expect(cache.bytes).toBe(5);
});

it('counts a value that is set again once', () => {
  const cache = new ByteLru<string>(100);

  cache.set('a', 'a', 30);
  cache.set('a', 'a', 40);

  expect(cache.bytes).toBe(40);
});

it('lets go in the order of use, whatever is used, set again and deleted in between', () => {
  const evicted: string[] = [];
  const cache = new ByteLru<string>(4, (key) => evicted.push(key));
  for (const key of ['a', 'b', 'c', 'd']) cache.set(key, key, 1);

  cache.get('d');
  cache.get('b');
  cache.peek('a');
  cache.delete('c');
  cache.set('d', 'd', 1);
  cache.get('a');
  for (const key of ['e', 'f', 'g', 'h', 'i']) cache.set(key, key, 1);

  expect(evicted).toEqual(['b', 'd', 'a', 'e']);
  expect(cache.size).toBe(4);
});

it('leaves nothing in the old part of the heap when it is asked', () => {
  const oldBytes = () => getHeapSpaceStatistics().find(({ space_name: name }) => name === 'old_space')?.space_used_size ?? 0;
  const cache = new ByteLru<object>(100);
  for (const key of ['a', 'b']) cache.set(key, {}, 1);
  // What has survived two collections of the young part is old.
  for (let round = 0; round < 40_000; round += 1) Array.from({ length: 100 }, () => ({}));
  const before = oldBytes();

  for (let use = 0; use < 10_000; use += 1) {
    cache.get('a');
    cache.get('b');
  }

  expect(oldBytes() - before).toBeLessThan(200_000);
});

it('lets so many through a gate at once, in order, and refuses what would wait too long a line', async () => {
  const gate = new Gate(2, 2);
  const log: string[] = [];
  const finish: (() => void)[] = [];
  const visit = (name: string) => gate.pass(async () => {
    log.push(name);
    await new Promise<void>((done) => finish.push(done));
  });

  const visits = ['a', 'b', 'c', 'd'].map(visit);
  await expect(visit('e')).rejects.toThrow('too many');
  expect(log).toEqual(['a', 'b']);
  while (log.length < 4) {
    finish.shift()?.();
    await new Promise((turn) => setImmediate(turn));
  }
  for (const done of finish) done();

  await Promise.all(visits);
  expect(log).toEqual(['a', 'b', 'c', 'd']);
});
