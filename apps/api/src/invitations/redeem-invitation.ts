import { emailKey, type Role } from '@lynkify/domain';
import { secretHash } from '../access/secrets.js';
import { setScope, type Transaction } from '../database/database.js';

/** An invitation that is still open. */
export interface OpenInvitation {
  workspaceId: string;
  email: string;
  role: Role;
  expiresAt: Date;
}

/** The open invitation behind a link's token, or null. In the scope of the token's hash. */
export async function findInvitation(tx: Transaction, token: string): Promise<OpenInvitation | null> {
  const rows: OpenInvitation[] = await tx.query(
    `select workspace_id as "workspaceId", email, role, expires_at as "expiresAt" from invitations where token_hash = $1 and accepted_at is null and expires_at > now()`,
    [secretHash(token)],
  );
  return rows[0] ?? null;
}

/** Whether this invitation was sent to this address. */
export function isFor(invitation: OpenInvitation, email: string): boolean {
  return emailKey(invitation.email) === emailKey(email);
}

/**
 * Uses an invitation up and makes the user a member; afterwards the work stands in the scope of that workspace. Whoever
 * is a member already keeps their role. Of any number of tries at once, one is true.
 */
export async function redeemInvitation(tx: Transaction, token: string, userId: string): Promise<{ workspaceId: string; role: Role } | null> {
  await setScope(tx, { secretHash: secretHash(token) });
  const [rows]: [{ workspaceId: string; role: Role }[], number] = await tx.query(
    `update invitations set accepted_at = now() where token_hash = $1 and accepted_at is null and expires_at > now() returning workspace_id as "workspaceId", role`,
    [secretHash(token)],
  );
  const [invitation] = rows;
  if (!invitation) return null;
  await setScope(tx, { workspaceId: invitation.workspaceId, userId });
  await tx.query(`insert into members (workspace_id, user_id, role) values ($1, $2, $3) on conflict on constraint members_pkey do nothing`, [invitation.workspaceId, userId, invitation.role]);
  const [member]: { role: Role }[] = await tx.query('select role from members where workspace_id = $1 and user_id = $2', [invitation.workspaceId, userId]);
  return member ? { workspaceId: invitation.workspaceId, role: member.role } : null;
}
