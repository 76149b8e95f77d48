import { describe, expect, it } from '@jest/globals';
import { parsePagePassword, passwordMark, readPasswordHash, writePasswordHash } from './page-password.js';

const hash = { logCost: 14, blockSize: 8, parallelism: 5, salt: 'c2FsdHNhbHRzYWx0c2E', key: 'a'.repeat(43) };

describe('the password of a page', () => {
  it('is what was meant, however it was typed', () => {
    expect(parsePagePassword('  Ｐress 2026 ')).toEqual({ ok: true, value: 'Press 2026' });
    expect(parsePagePassword(' 12345 ')).toMatchObject({ ok: false, errors: [{ code: 'PASSWORD_TOO_SHORT' }] });
    expect(parsePagePassword('x'.repeat(201))).toMatchObject({ ok: false, errors: [{ code: 'PASSWORD_TOO_LONG' }] });
  });

  it('is kept as a hash that says how it was made', () => {
    expect(readPasswordHash(writePasswordHash(hash))).toEqual(hash);
    expect(passwordMark(writePasswordHash(hash))).toBe(hash.salt);
    expect(passwordMark(null)).toBeNull();
  });

  it.each([['plain', 'secret'], ['one that would take a gigabyte', writePasswordHash({ ...hash, logCost: 20 })], ['one of too many rounds', writePasswordHash({ ...hash, parallelism: 99 })], ['one without its key', '$scrypt$ln=14,r=8,p=5$c2FsdHNhbHRzYWx0c2E$']])('refuses %s', (_, text) => {
    expect(readPasswordHash(text)).toBeNull();
  });
});
