import { Injectable } from '@nestjs/common';
import { accept, refuse, type Result, type Role, type Viewer } from '@lynkify/domain';
import { requireInWorkspace, requireMember, requireUser } from '../access/access.js';
import { UserEntity } from '../accounts/user.entity.js';
import { Database, type Transaction } from '../database/database.js';
import { notFound } from '../request-error.js';
import { In } from 'typeorm';
import { MemberEntity } from './workspace.entity.js';

/** Who belongs to a workspace, and as what. A workspace always has an owner. */
@Injectable()
export class MembersService {
  constructor(private readonly database: Database) {}

  /** The members, the longest first. */
  async list(viewer: Viewer): Promise<{ member: MemberEntity; user: UserEntity }[]> {
    const { workspaceId } = requireInWorkspace(viewer, 'members:read');
    return this.database.inWorkspace({ workspaceId }, async (tx) => {
      const members = await tx.find(MemberEntity, { where: { workspaceId }, order: { joinedAt: 'ASC', userId: 'ASC' } });
      const users = new Map((await tx.findBy(UserEntity, { id: In(members.map((member) => member.userId)) })).map((user) => [user.id, user]));
      return members.flatMap((member) => {
        const user = users.get(member.userId);
        return user ? [{ member, user }] : [];
      });
    });
  }

  /** The users of these ids who are members still; null for the others. */
  async usersByIds(viewer: Viewer, ids: readonly string[]): Promise<(UserEntity | null)[]> {
    const { workspaceId } = requireInWorkspace(viewer, 'members:read');
    return this.database.inWorkspace({ workspaceId }, async (tx) => {
      const users = new Map((await tx.findBy(UserEntity, { id: In([...ids]) })).map((user) => [user.id, user]));
      return ids.map((id) => users.get(id) ?? null);
    });
  }

  /** Gives a member another role. Making and unmaking owners is for owners. */
  async changeRole(viewer: Viewer, userId: string, role: Role): Promise<Result<true, 'LAST_OWNER'>> {
    const { workspaceId } = requireMember(viewer, 'members:write');
    return this.database.inWorkspace({ workspaceId }, async (tx) => {
      const member = await lockMember(tx, workspaceId, userId);
      if (member.role === role) return accept(true);
      if (member.role === 'owner' || role === 'owner') requireMember(viewer, 'members:own');
      if (member.role === 'owner' && (await isLastOwner(tx, workspaceId))) return lastOwner();
      await tx.update(MemberEntity, { workspaceId, userId }, { role });
      return accept(true);
    });
  }

  /** Takes a member out. Their sessions stay theirs, but lead here no more; the keys that they made end. */
  async remove(viewer: Viewer, userId: string): Promise<Result<true, 'LAST_OWNER'>> {
    const { workspaceId } = requireMember(viewer, 'members:write');
    return this.database.inWorkspace({ workspaceId }, async (tx) => {
      const member = await lockMember(tx, workspaceId, userId);
      if (member.role === 'owner') requireMember(viewer, 'members:own');
      return takeOut(tx, member);
    });
  }

  /** Changes what is the user's own in one of their workspaces; what is left out stays. */
  async updateOwn(viewer: Viewer, { workspaceId, linkCheckMails }: { workspaceId: string; linkCheckMails?: boolean | null }): Promise<Result<true>> {
    const { userId } = requireUser(viewer);
    return this.database.inWorkspace({ workspaceId }, async (tx) => {
      if (!(await tx.existsBy(MemberEntity, { workspaceId, userId }))) throw notFound('workspace');
      if (linkCheckMails != null) await tx.update(MemberEntity, { workspaceId, userId }, { linkCheckMails });
      return accept(true);
    });
  }

  /** Leaves a workspace of one's own accord. */
  async leave(viewer: Viewer, workspaceId: string): Promise<Result<true, 'LAST_OWNER'>> {
    const { userId } = requireUser(viewer);
    return this.database.inWorkspace({ workspaceId }, async (tx) => takeOut(tx, await lockMember(tx, workspaceId, userId, 'workspace')));
  }
}

/** The member, with the workspace locked: whoever changes its members waits for whoever does already. */
async function lockMember(tx: Transaction, workspaceId: string, userId: string, what = 'member'): Promise<MemberEntity> {
  await tx.query('select 1 from workspaces where id = $1 for update', [workspaceId]);
  const member = await tx.findOneBy(MemberEntity, { workspaceId, userId });
  if (!member) throw notFound(what);
  return member;
}

async function takeOut(tx: Transaction, { workspaceId, userId, role }: MemberEntity): Promise<Result<true, 'LAST_OWNER'>> {
  if (role === 'owner' && (await isLastOwner(tx, workspaceId))) return lastOwner();
  await tx.delete(MemberEntity, { workspaceId, userId });
  await tx.query('update api_keys set revoked_at = now() where workspace_id = $1 and created_by = $2 and revoked_at is null', [workspaceId, userId]);
  return accept(true);
}

async function isLastOwner(tx: Transaction, workspaceId: string): Promise<boolean> {
  return (await tx.countBy(MemberEntity, { workspaceId, role: 'owner' })) <= 1;
}

const lastOwner = () => refuse('LAST_OWNER', [], 'A workspace needs an owner. Make somebody else an owner first.');
