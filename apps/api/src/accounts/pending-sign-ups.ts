import type { Transaction } from '../database/database.js';

/** What somebody typed who wants an account. */
export interface Applicant {
  email: string;
  name: string;
  passwordHash: string;
}

/** Keeps what was typed until the link of its own mail is followed. */
export async function keepSignUp(tx: Transaction, userId: string, { name, passwordHash }: Applicant): Promise<string> {
  const [row]: { id: string }[] = await tx.query('insert into sign_ups (user_id, name, password_hash) values ($1, $2, $3) returning id', [userId, name, passwordHash]);
  if (!row) throw new Error('the sign-up was not stored');
  return row.id;
}

/** The sign-ups for this account that nobody has confirmed. */
export async function pendingSignUps(tx: Transaction, userId: string): Promise<string[]> {
  const rows: { id: string }[] = await tx.query('select id from sign_ups where user_id = $1', [userId]);
  return rows.map((row) => row.id);
}

/** The last that was typed for this account, confirmed or not; null for nobody's. In the scope of accounts. */
export async function lastSignUp(tx: Transaction, userId: string | null): Promise<{ id: string; passwordHash: string } | null> {
  const rows: { id: string; passwordHash: string }[] = await tx.query(
    `select id, password_hash as "passwordHash" from sign_ups where user_id = coalesce($1::uuid, '00000000-0000-0000-0000-000000000000') order by created_at desc, id desc limit 1`,
    [userId],
  );
  return rows[0] ?? null;
}

/**
 * Makes the account what this sign-up said, and confirms its address; false when it is confirmed already. In the scope
 * of the user, whose row is locked.
 */
export async function confirmSignUp(tx: Transaction, userId: string, signUpId: string): Promise<boolean> {
  const [rows]: [unknown[], number] = await tx.query(
    `update users u set name = s.name, password_hash = s.password_hash, email_confirmed_at = now(), updated_at = now()
       from sign_ups s where u.id = $1 and u.email_confirmed_at is null and s.id = $2 and s.user_id = u.id returning u.id`,
    [userId, signUpId],
  );
  return rows.length > 0;
}

/** The sign-up has become the account. Others for the address stay as they are, so that nobody sees that theirs came to nothing. */
export async function forgetSignUp(tx: Transaction, signUpId: string): Promise<void> {
  await tx.query('delete from sign_ups where id = $1', [signUpId]);
}
