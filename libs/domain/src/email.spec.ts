import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { emailKey, parseEmail } from './email.js';

describe('parseEmail', () => {
  it.each([
    ['ada@example.org', 'ada@example.org'],
    ['  Ada.L+fans@Example.ORG ', 'Ada.L+fans@example.org'],
    ["o'hara@example.co.uk", "o'hara@example.co.uk"],
    ['fan@bücher.example', 'fan@xn--bcher-kva.example'],
    ['fan@例え.jp', 'fan@xn--r8jz45g.jp'],
    [`${'a'.repeat(64)}@example.org`, `${'a'.repeat(64)}@example.org`],
  ])('reads %j as %s', (text, expected) => expect(parseEmail(text)).toEqual({ ok: true, value: expected }));

  it.each([
    ['', 'EMAIL_EMPTY'],
    ['ada', 'EMAIL_INVALID'],
    ['ada@', 'EMAIL_INVALID'],
    ['@example.org', 'EMAIL_INVALID'],
    ['ada@example', 'EMAIL_INVALID'],
    ['ada@@example.org', 'EMAIL_INVALID'],
    ['ada@x@example.org', 'EMAIL_INVALID'],
    ['ada lovelace@example.org', 'EMAIL_INVALID'],
    ['a@b.co\r\nBcc: x@evil.example', 'EMAIL_INVALID'],
    ['a@b.co\nBcc:x', 'EMAIL_INVALID'],
    ['a@b.co,x@evil.example', 'EMAIL_INVALID'],
    ['a@b.co;x', 'EMAIL_INVALID'],
    ['Ada <ada@example.org>', 'EMAIL_INVALID'],
    ['"a b"@example.org', 'EMAIL_INVALID'],
    ['.ada@example.org', 'EMAIL_INVALID'],
    ['a..b@example.org', 'EMAIL_INVALID'],
    ['ada@example..org', 'EMAIL_INVALID'],
    ['ada@-example.org', 'EMAIL_INVALID'],
    ['ada@127.0.0.1', 'EMAIL_INVALID'],
    ['ada@0x7f.1', 'EMAIL_INVALID'],
    ['ada@[127.0.0.1]', 'EMAIL_INVALID'],
    ['ada@example.org/evil', 'EMAIL_INVALID'],
    ['ada@example.org:25', 'EMAIL_INVALID'],
    ['ada@example.o%72g', 'EMAIL_INVALID'],
    ['ада@example.org', 'EMAIL_INVALID'],
    [`${'a'.repeat(65)}@example.org`, 'EMAIL_TOO_LONG'],
    [`abcdef@${'b'.repeat(60)}.${'c'.repeat(60)}.${'d'.repeat(60)}.${'e'.repeat(55)}.example.org`, 'EMAIL_TOO_LONG'],
    ['a'.repeat(10_000), 'EMAIL_TOO_LONG'],
  ])('refuses %j with %s', (text, code) => expect(parseEmail(text)).toMatchObject({ ok: false, errors: [{ code, path: ['email'] }] }));

  it('lets nothing through that could end a header or name a second receiver', () => {
    fc.assert(fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.emailAddress(), fc.tuple(fc.emailAddress(), fc.string()).map(([email, more]) => email + more)), (text) => {
      const parsed = parseEmail(text);
      if (!parsed.ok) return;
      expect(parsed.value).toMatch(/^[\x21-\x7e]+$/);
      expect(parsed.value).not.toMatch(/[\s,;<>()"\\]/);
      expect(parsed.value.split('@')).toHaveLength(2);
      expect(parsed.value.length).toBeLessThanOrEqual(254);
      expect(parseEmail(parsed.value)).toEqual(parsed);
    }), { numRuns: 500 });
  });

  it('compares addresses without their case', () => expect(emailKey('Ada@Example.org')).toBe(emailKey('ada@example.org')));
});
