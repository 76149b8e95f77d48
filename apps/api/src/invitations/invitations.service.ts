import { Injectable } from '@nestjs/common';
import { accept, emailKey, parseEmail, refuse, type Result, type Role, type Viewer } from '@lynkify/domain';
import { IsNull, MoreThan } from 'typeorm';
import { requireInWorkspace, requireMember, requireUser } from '../access/access.js';
import { RateLimits } from '../access/rate-limits.js';
import { newSecret, secretHash } from '../access/secrets.js';
import { Database, setScope } from '../database/database.js';
import { notFound } from '../request-error.js';
import { InvitationEntity } from './invitation.entity.js';
import { InvitationMails } from './invitation-mails.js';
import { findInvitation, isFor, redeemInvitation } from './redeem-invitation.js';

export interface InvitationPreviewFacts {
  workspaceName: string;
  email: string;
  role: Role;
  expiresAt: Date;
}

const lifetimeDays = 7;

/** From an address to a member. */
@Injectable()
export class InvitationsService {
  constructor(
    private readonly database: Database,
    private readonly limits: RateLimits,
    private readonly mails: InvitationMails,
  ) {}

  /** The open invitations of the workspace, the newest first. */
  async list(viewer: Viewer): Promise<InvitationEntity[]> {
    const { workspaceId } = requireInWorkspace(viewer, 'members:read');
    return this.database.inWorkspace({ workspaceId }, (tx) =>
      tx.find(InvitationEntity, { where: { workspaceId, acceptedAt: IsNull(), expiresAt: MoreThan(new Date()) }, order: { createdAt: 'DESC', id: 'DESC' } }),
    );
  }

  /** Invites an address; inviting it again replaces the earlier invitation and mails again. Owners are made by owners. */
  async inviteMember(viewer: Viewer, input: { email: string; role: Role }): Promise<Result<InvitationEntity>> {
    const { workspaceId, userId } = requireMember(viewer, input.role === 'owner' ? 'members:own' : 'members:write');
    const email = parseEmail(input.email);
    if (!email.ok) return email;
    const limited = await this.limits.spend('invitations-workspace', workspaceId);
    if (!limited.ok) return limited;
    return this.database.inWorkspace({ workspaceId, userId }, async (tx): Promise<Result<InvitationEntity>> => {
      const present: unknown[] = await tx.query('select 1 from members m join users u on u.id = m.user_id where m.workspace_id = $1 and u.email_key = $2', [workspaceId, emailKey(email.value)]);
      if (present.length > 0) return refuse('INVITED_ALREADY_MEMBER', ['email'], 'Whoever has this address is a member already.');
      // The hash of a secret that nobody holds: the mail's job puts that of a real one in its place.
      const [row]: { id: string }[] = await tx.query(
        `insert into invitations (workspace_id, email, role, token_hash, invited_by, expires_at) values ($1, $2, $3, $4, $5, now() + make_interval(days => $6))
         on conflict (workspace_id, email_key) where accepted_at is null do update
           set email = excluded.email, role = excluded.role, token_hash = excluded.token_hash, invited_by = excluded.invited_by, created_at = now(), expires_at = excluded.expires_at
         returning id`,
        [workspaceId, email.value, input.role, newSecret().hash, userId, lifetimeDays],
      );
      if (!row) throw new Error('the invitation was not stored');
      await this.mails.enqueue(tx, { workspaceId, id: row.id });
      return accept(await tx.findOneByOrFail(InvitationEntity, { workspaceId, id: row.id }));
    });
  }

  /** Takes an open invitation back; its link is dead at once. */
  async revokeInvitation(viewer: Viewer, id: string): Promise<Result<true>> {
    const { workspaceId } = requireMember(viewer, 'members:write');
    const { affected } = await this.database.inWorkspace({ workspaceId }, (tx) => tx.delete(InvitationEntity, { workspaceId, id, acceptedAt: IsNull() }));
    if (!affected) throw notFound('invitation');
    return accept(true);
  }

  /** What an invitation's link leads to, or null when it is not open any more. */
  async preview(token: string): Promise<InvitationPreviewFacts | null> {
    return this.database.unit({ secretHash: secretHash(token) }, async (tx) => {
      const invitation = await findInvitation(tx, token);
      if (!invitation) return null;
      await setScope(tx, { workspaceId: invitation.workspaceId });
      const [workspace]: { name: string }[] = await tx.query('select name from workspaces where id = $1', [invitation.workspaceId]);
      return workspace ? { workspaceName: workspace.name, email: invitation.email, role: invitation.role, expiresAt: invitation.expiresAt } : null;
    });
  }

  /** Joins the workspace of an invitation that was sent to the signed-in user's own, confirmed address. */
  async acceptInvitation(viewer: Viewer, token: string): Promise<Result<{ workspaceId: string; role: Role }>> {
    const { userId } = requireUser(viewer);
    return this.database.unit({ userId, secretHash: secretHash(token) }, async (tx): Promise<Result<{ workspaceId: string; role: Role }>> => {
      const invitation = await findInvitation(tx, token);
      if (!invitation) return notOpen();
      const [user]: { email: string; confirmed: boolean }[] = await tx.query('select email, email_confirmed_at is not null as confirmed from users where id = $1', [userId]);
      if (!user?.confirmed || !isFor(invitation, user.email)) return refuse('INVITATION_OTHER_EMAIL', ['token'], `This invitation went to ${invitation.email}. Sign in with that address to accept it.`);
      const joined = await redeemInvitation(tx, token, userId);
      return joined ? accept(joined) : notOpen();
    });
  }
}

const notOpen = () => refuse('INVITATION_INVALID', ['token'], 'This invitation was used, taken back or is too old. Ask for a new one.');
