import { randomBytes } from 'node:crypto';
import { accept, codePoints, emailKey, refuse, type Result } from '@lynkify/domain';
import { hash, verify, type Options } from '@node-rs/argon2';
import { commonPasswords } from './common-passwords.js';

export const passwordLength = { min: 10, max: 200 } as const;
export type PasswordRefusal = 'PASSWORD_TOO_SHORT' | 'PASSWORD_TOO_LONG' | 'PASSWORD_IS_EMAIL' | 'PASSWORD_COMMON';

// argon2id, the library's own choice of variant, at the cost of OWASP's Password Storage Cheat Sheet.
const cost: Options = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** The same password typed on another keyboard may come in other code points (NIST SP 800-63B, 5.1.1.2). */
const normal = (password: string) => password.normalize('NFKC');

/** Rules of a new password: long, and nothing that is tried first. Which characters it is made of is free. */
export function checkNewPassword(password: string, email: string, path: readonly string[]): Result<string, PasswordRefusal> {
  const length = codePoints(normal(password));
  if (length < passwordLength.min) return refuse('PASSWORD_TOO_SHORT', path, `Use at least ${passwordLength.min} characters. A few words that only you would put together are good.`);
  if (length > passwordLength.max) return refuse('PASSWORD_TOO_LONG', path, `Use at most ${passwordLength.max} characters.`);
  const typed = normal(password).trim().toLowerCase();
  if (email !== '' && typed === emailKey(email)) return refuse('PASSWORD_IS_EMAIL', path, 'This is your email address. Choose something that others cannot know.');
  if (commonPasswords.has(typed) || /^(.)\1*$/u.test(typed)) return refuse('PASSWORD_COMMON', path, 'This is one of the passwords that are tried first. Add a few words of your own.');
  return accept(password);
}

export function hashPassword(password: string): Promise<string> {
  return hash(normal(password), cost);
}

let nobodys: Promise<string> | undefined;

/**
 * Whether this is the password behind the hash. For nobody's hash (null) it takes as long and is never right, so that
 * the time does not tell whether there is an account.
 */
export async function isPassword(password: string, passwordHash: string | null): Promise<boolean> {
  nobodys ??= hashPassword(randomBytes(16).toString('hex'));
  const tooLong = codePoints(password) > passwordLength.max;
  const right = await verify(passwordHash ?? (await nobodys), normal(tooLong ? '' : password));
  return right && passwordHash !== null && !tooLong;
}
