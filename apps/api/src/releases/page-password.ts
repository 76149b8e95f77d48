import { randomBytes, scrypt, type ScryptOptions } from 'node:crypto';
import { promisify } from 'node:util';
import { writePasswordHash } from '@lynkify/domain';

const derive = promisify<string, Buffer, number, ScryptOptions, Buffer>(scrypt);

/** 16 MB and some 200 ms for each guess (OWASP’s Password Storage Cheat Sheet, scrypt with N = 2^14). */
const cost = { logCost: 14, blockSize: 8, parallelism: 5 };

/** What is kept of the password of a page. */
export async function hashPagePassword(password: string): Promise<string> {
  const salt = randomBytes(16);
  const key = await derive(password, salt, 32, { cost: 2 ** cost.logCost, blockSize: cost.blockSize, parallelization: cost.parallelism });
  return writePasswordHash({ ...cost, salt: salt.toString('base64url'), key: key.toString('base64url') });
}
