import { newSecret, secretHash } from '../access/secrets.js';
import type { Transaction } from '../database/database.js';

export type TokenPurpose = 'confirm-email' | 'reset-password';
const lifetimeHours: Record<TokenPurpose, number> = { 'confirm-email': 24, 'reset-password': 1 };

/**
 * Makes the token of one mail and voids those of earlier mails about the same. In the scope of the user.
 * @param signUpId the sign-up that the token confirms: those of other sign-ups for the address stay good until one of them is confirmed
 */
export async function issueToken(tx: Transaction, userId: string, purpose: TokenPurpose, signUpId: string | null = null): Promise<string> {
  const secret = newSecret();
  await tx.query(`update account_tokens set used_at = now() where user_id = $1 and purpose = $2 and sign_up_id is not distinct from $3 and used_at is null`, [userId, purpose, signUpId]);
  await tx.query(`insert into account_tokens (user_id, purpose, sign_up_id, token_hash, expires_at) values ($1, $2, $3, $4, now() + make_interval(hours => $5))`, [userId, purpose, signUpId, secret.hash, lifetimeHours[purpose]]);
  return secret.text;
}

export async function voidTokens(tx: Transaction, userId: string, purpose: TokenPurpose): Promise<void> {
  await tx.query(`update account_tokens set used_at = now() where user_id = $1 and purpose = $2 and used_at is null`, [userId, purpose]);
}

/** What the link of a mail confirms, while it is good. In the scope of the token's hash. */
export async function signUpBehind(tx: Transaction, token: string): Promise<{ userId: string; signUpId: string } | null> {
  const rows: { userId: string; signUpId: string }[] = await tx.query(
    `select user_id as "userId", sign_up_id as "signUpId" from account_tokens where token_hash = $1 and purpose = 'confirm-email' and used_at is null and expires_at > now()`,
    [secretHash(token)],
  );
  return rows[0] ?? null;
}

/** Uses a token up: of any number of tries at once, one gets the user's id. In the scope of the token's hash. */
export async function redeemToken(tx: Transaction, token: string, purpose: TokenPurpose): Promise<string | null> {
  const [rows]: [{ userId: string }[], number] = await tx.query(
    `update account_tokens set used_at = now() where token_hash = $1 and purpose = $2 and used_at is null and expires_at > now() returning user_id as "userId"`,
    [secretHash(token), purpose],
  );
  return rows[0]?.userId ?? null;
}
