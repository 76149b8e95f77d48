import { newSecret, secretHash } from '../access/secrets.js';
import type { Transaction } from '../database/database.js';

export type TokenPurpose = 'confirm-email' | 'reset-password';
const lifetimeHours: Record<TokenPurpose, number> = { 'confirm-email': 24, 'reset-password': 1 };

/** Makes the token of one mail and voids those of earlier mails. In the scope of the user. */
export async function issueToken(tx: Transaction, userId: string, purpose: TokenPurpose): Promise<string> {
  const secret = newSecret();
  await voidTokens(tx, userId, purpose);
  await tx.query(`insert into account_tokens (user_id, purpose, token_hash, expires_at) values ($1, $2, $3, now() + make_interval(hours => $4))`, [userId, purpose, secret.hash, lifetimeHours[purpose]]);
  return secret.text;
}

export async function voidTokens(tx: Transaction, userId: string, purpose: TokenPurpose): Promise<void> {
  await tx.query(`update account_tokens set used_at = now() where user_id = $1 and purpose = $2 and used_at is null`, [userId, purpose]);
}

/** Uses a token up: of any number of tries at once, one gets the user's id. In the scope of the token's hash. */
export async function redeemToken(tx: Transaction, token: string, purpose: TokenPurpose): Promise<string | null> {
  const [rows]: [{ userId: string }[], number] = await tx.query(
    `update account_tokens set used_at = now() where token_hash = $1 and purpose = $2 and used_at is null and expires_at > now() returning user_id as "userId"`,
    [secretHash(token), purpose],
  );
  return rows[0]?.userId ?? null;
}
