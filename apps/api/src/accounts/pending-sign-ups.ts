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

/** The sign-up that this password hash came with, or null. */
export async function signUpWith(tx: Transaction, userId: string, passwordHash: string): Promise<string | null> {
  const [row]: { id: string }[] = await tx.query('select id from sign_ups where user_id = $1 and password_hash = $2', [userId, passwordHash]);
  return row?.id ?? null;
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

/** Once the address is known to be somebody's, what was typed for it before counts for nothing, nor do the mails about it. */
export async function dropSignUps(tx: Transaction, userId: string): Promise<void> {
  await tx.query('delete from sign_ups where user_id = $1', [userId]);
}
