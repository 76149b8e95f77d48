import { randomInt } from 'node:crypto';
import { crc32 } from 'node:zlib';

const digits = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
export const keyPrefix = 'lyk_live_';
const randomLength = 30;
const shape = new RegExp(`^${keyPrefix}[0-9A-Za-z]{${randomLength + 6}}$`);

/** A new key: prefix, 30 random base62 digits (178 bits), 6 digits of their CRC32. */
export function newKey(): string {
  const random = Array.from({ length: randomLength }, () => digits[randomInt(digits.length)]).join('');
  return `${keyPrefix}${random}${checksum(random)}`;
}

/** Whether a text can be a key at all: mistyped and made-up ones are told without asking the database. */
export function isKeyText(text: string): boolean {
  if (!shape.test(text)) return false;
  const body = text.slice(keyPrefix.length);
  return checksum(body.slice(0, randomLength)) === body.slice(randomLength);
}

function checksum(random: string): string {
  let rest = crc32(random);
  let text = '';
  for (let place = 0; place < 6; place += 1) {
    text = `${digits[rest % digits.length]}${text}`;
    rest = Math.floor(rest / digits.length);
  }
  return text;
}
