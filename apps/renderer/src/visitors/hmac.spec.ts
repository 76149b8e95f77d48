import { createHmac, randomBytes } from 'node:crypto';
import { expect, it } from '@jest/globals';
import fc from 'fast-check';
import { keyedHash } from './hmac.js';

it('is HMAC-SHA256 for any key and text', () => {
  fc.assert(fc.property(fc.uint8Array({ maxLength: 200 }), fc.string({ unit: 'binary' }), (key, text) => {
    const expected = createHmac('sha256', key).update(text).digest().subarray(0, 16).toString('base64url');
    expect(keyedHash(Buffer.from(key))(text)).toBe(expected);
  }));
});

it('gives the same for the same, call after call', () => {
  const hash = keyedHash(randomBytes(32));

  expect([hash('a'), hash('b'), hash('a')]).toEqual([hash('a'), hash('b'), hash('a')]);
  expect(hash('a')).not.toBe(hash('b'));
});
