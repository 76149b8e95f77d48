import { describe, expect, it } from '@jest/globals';
import { scrub } from './log.js';

describe('what a log line holds', () => {
  it.each([
    ['Key (email)=(someone@example.com) exists', 'Key [email] exists'],
    ['to <first.last+tag@mail.example.co.uk>', 'to <[email]>'],
    [`token ${'aB3-_'.repeat(9)}`, 'token [secret]'],
    [`lyk_live_${'a1'.repeat(18)}`, '[secret]'],
    ['at Busboy (/app/node_modules/@fastify/busboy/lib/main.js:10:2)', 'at Busboy (/app/node_modules/@fastify/busboy/lib/main.js:10:2)'],
  ])('is of %j only %j', (text, kept) => expect(scrub(text)).toBe(kept));
});
