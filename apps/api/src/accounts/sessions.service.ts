import { Injectable } from '@nestjs/common';
import type { Role, Viewer } from '@lynkify/domain';
import { MoreThan, Not } from 'typeorm';
import { newSecret, secretHash } from '../access/secrets.js';
import { Database, setScope, type Transaction } from '../database/database.js';
import { deviceOf } from './device.js';
import { SessionEntity } from './session.entity.js';

/** A session nobody used for this long ends. */
export const sessionIdleDays = 30;
/** A session ends after this long, used or not. */
export const sessionAbsoluteDays = 180;
const touchEveryMs = 60 * 60 * 1000;
const dayMs = 24 * 60 * 60 * 1000;

/** A session as it begins: the token goes into the cookie and is nowhere else. */
export interface StartedSession {
  sessionId: string;
  userId: string;
  token: string;
}

/** Who is signed in where. A session is a row; deleting the row signs out at once. */
@Injectable()
export class SessionsService {
  constructor(private readonly database: Database) {}

  /** Begins a session in this transaction, which must be in the scope of the user. */
  async start(tx: Transaction, userId: string, agent: string | undefined): Promise<StartedSession> {
    const secret = newSecret();
    const session = await tx.save(SessionEntity, { userId, tokenHash: secret.hash, device: deviceOf(agent), expiresAt: new Date(Date.now() + sessionIdleDays * dayMs) });
    return { sessionId: session.id, userId, token: secret.text };
  }

  /** Ends the session of this token, if it is one. */
  async endByToken(token: string): Promise<void> {
    const hash = secretHash(token);
    await this.database.unit({ secretHash: hash }, (tx) => tx.delete(SessionEntity, { tokenHash: hash }));
  }

  /**
   * The viewer behind a session's token, inside the workspace that they named or else their oldest; null when the
   * session ended. A workspace that is not theirs leaves them outside of any.
   */
  async identify(token: string, wanted: string | undefined): Promise<Viewer | null> {
    const hash = secretHash(token);
    return this.database.unit({ secretHash: hash }, async (tx) => {
      const session = await tx.findOneBy(SessionEntity, { tokenHash: hash, expiresAt: MoreThan(new Date()) });
      if (!session) return null;
      const { id: sessionId, userId } = session;
      await setScope(tx, { userId });
      if (Date.now() - session.lastSeenAt.getTime() > touchEveryMs) await touch(tx, session);
      const membership = await membershipOf(tx, userId, wanted);
      if (!membership) return { kind: 'user', userId, sessionId };
      return { kind: 'member', userId, sessionId, workspaceId: membership.workspaceId, role: membership.role };
    });
  }

  async list(userId: string): Promise<SessionEntity[]> {
    return this.database.unit({ userId }, (tx) => tx.find(SessionEntity, { where: { userId, expiresAt: MoreThan(new Date()) }, order: { lastSeenAt: 'DESC', id: 'DESC' } }));
  }

  /** Ends one session of this user. @returns whether there was one */
  async end(userId: string, sessionId: string): Promise<boolean> {
    const { affected } = await this.database.unit({ userId }, (tx) => tx.delete(SessionEntity, { id: sessionId, userId }));
    return Boolean(affected);
  }

  async endOthers(userId: string, sessionId: string): Promise<void> {
    await this.database.unit({ userId }, (tx) => tx.delete(SessionEntity, { userId, id: Not(sessionId) }));
  }
}

async function touch(tx: Transaction, session: SessionEntity): Promise<void> {
  const now = Date.now();
  const expiresAt = new Date(Math.min(now + sessionIdleDays * dayMs, session.createdAt.getTime() + sessionAbsoluteDays * dayMs));
  await tx.update(SessionEntity, { id: session.id }, { lastSeenAt: new Date(now), expiresAt });
}

const uuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

async function membershipOf(tx: Transaction, userId: string, wanted: string | undefined): Promise<{ workspaceId: string; role: Role } | null> {
  if (wanted !== undefined && !uuid.test(wanted)) return null;
  const rows: { workspaceId: string; role: Role }[] = await tx.query(
    `select workspace_id as "workspaceId", role from members where user_id = $1 and ($2::uuid is null or workspace_id = $2) order by created_at, workspace_id limit 1`,
    [userId, wanted ?? null],
  );
  return rows[0] ?? null;
}
