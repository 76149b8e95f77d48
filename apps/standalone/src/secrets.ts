import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Problem } from './problem.js';

const names = ['postgresPassword', 'ownerPassword', 'appPassword', 'rendererKey', 'linkKey', 'spoolKey', 'formKey'] as const;

/** Made once, at the first start; 32 random bytes each, base64url. */
export type Secrets = Record<(typeof names)[number], string>;

/**
 * Reads this installation's secrets, and makes those that are missing.
 * @throws Problem when the file is damaged: making new ones would lock the database and break links already sent
 */
export function readSecrets(dataDir: string): Secrets {
  const file = join(dataDir, 'secrets.json');
  const known = existsSync(file) ? parse(file) : {};
  const missing = names.filter((name) => !known[name]);
  const secrets = { ...known, ...Object.fromEntries(missing.map((name) => [name, randomBytes(32).toString('base64url')])) } as Secrets;
  if (missing.length > 0) {
    writeFileSync(`${file}.new`, `${JSON.stringify(secrets, null, 2)}\n`, { mode: 0o600 });
    renameSync(`${file}.new`, file);
  }
  return secrets;
}

function parse(file: string): Partial<Secrets> {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Partial<Secrets>;
  } catch (error) {
    if (error instanceof SyntaxError) throw new Problem(`${file} is damaged. Put it back from a backup; without it the database cannot be opened.`);
    throw error;
  }
}
