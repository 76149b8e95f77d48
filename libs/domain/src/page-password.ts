import { codePoints } from './text.js';
import { accept, refuse, type Result } from './result.js';

export const pagePasswordLength = { min: 6, max: 200 } as const;

/**
 * The password of a page as it is hashed and compared. It is written on invitations and read from them: spaces around it
 * do not count, and letters that look the same are the same (Unicode NFKC).
 */
export function normalPagePassword(text: string): string {
  return text.trim().normalize('NFKC');
}

/** A password that may protect a page. */
export function parsePagePassword(text: string): Result<string, 'PASSWORD_TOO_SHORT' | 'PASSWORD_TOO_LONG'> {
  const password = normalPagePassword(text);
  const length = codePoints(password);
  if (length < pagePasswordLength.min) return refuse('PASSWORD_TOO_SHORT', ['password'], `Use at least ${pagePasswordLength.min} characters.`);
  if (length > pagePasswordLength.max) return refuse('PASSWORD_TOO_LONG', ['password'], `Use at most ${pagePasswordLength.max} characters.`);
  return accept(password);
}

/** A scrypt hash (RFC 7914) with what it was made with. Salt and key in base64url. */
export interface PasswordHash {
  /** Base 2 logarithm of the cost N. */
  logCost: number;
  blockSize: number;
  parallelism: number;
  salt: string;
  key: string;
}

const written = /^\$scrypt\$ln=([0-9]{1,2}),r=([0-9]{1,2}),p=([0-9]{1,2})\$([\w-]{16,64})\$([\w-]{43})$/u;

/** `$scrypt$ln=14,r=8,p=5$salt$key`. */
export function writePasswordHash({ logCost, blockSize, parallelism, salt, key }: PasswordHash): string {
  return `$scrypt$ln=${logCost},r=${blockSize},p=${parallelism}$${salt}$${key}`;
}

/** Null for what is none, and for one that would take more than 64 MB or eight rounds to look at. */
export function readPasswordHash(text: string): PasswordHash | null {
  const [, logCost, blockSize, parallelism, salt, key] = written.exec(text) ?? [];
  if (salt === undefined || key === undefined) return null;
  const hash = { logCost: Number(logCost), blockSize: Number(blockSize), parallelism: Number(parallelism), salt, key };
  const fits = hash.logCost >= 10 && hash.blockSize >= 1 && hash.parallelism >= 1 && hash.parallelism <= 8 && 128 * hash.blockSize * 2 ** hash.logCost <= 64 * 1_048_576;
  return fits ? hash : null;
}

/** What may be shown of a hash to those who look after the page: it tells that the password changed, and nothing else of it. */
export function passwordMark(text: string | null): string | null {
  return text === null ? null : (readPasswordHash(text)?.salt ?? 'unknown');
}
