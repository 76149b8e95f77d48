import { createHash, randomBytes } from 'node:crypto';

/** A secret that is handed out once, with what is stored of it. */
export interface Secret {
  /** 32 random bytes, base64url. */
  text: string;
  /** SHA-256 of the text: enough for something this random, and quick to look up. */
  hash: Buffer;
}

export function newSecret(): Secret {
  const text = randomBytes(32).toString('base64url');
  return { text, hash: secretHash(text) };
}

export function secretHash(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
