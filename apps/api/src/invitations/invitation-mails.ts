import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import type { Role } from '@lynkify/domain';
import { newSecret } from '../access/secrets.js';
import { Database, type Transaction } from '../database/database.js';
import { ENVIRONMENT, type Environment } from '../environment.js';
import { Jobs, type JobPayload } from '../jobs/jobs.js';
import { renderMail } from '../mail/mail-layout.js';
import { Mailer } from '../mail/mailer.js';

const jobName = 'invitations.mail';

interface Invited {
  email: string;
  role: Role;
  workspaceName: string;
  inviterName: string | null;
}

/** The mail that invites. Its token is made while it is sent, and voids the one of an earlier mail. */
@Injectable()
export class InvitationMails implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly jobs: Jobs,
    private readonly mailer: Mailer,
    @Inject(ENVIRONMENT) private readonly environment: Environment,
  ) {}

  onModuleInit(): void {
    this.jobs.handle(jobName, (payload) => this.send(payload));
  }

  async enqueue(tx: Transaction, invitation: { workspaceId: string; id: string }): Promise<void> {
    await this.jobs.enqueue(tx, jobName, { workspaceId: invitation.workspaceId, invitationId: invitation.id }, { key: `invitation:${invitation.id}` });
  }

  private async send({ workspaceId, invitationId }: JobPayload): Promise<void> {
    if (typeof workspaceId !== 'string' || typeof invitationId !== 'string') throw new Error('a job without an invitation');
    const secret = newSecret();
    const invited = await this.database.inWorkspace({ workspaceId }, async (tx): Promise<Invited | null> => {
      const [rows]: [{ email: string; role: Role; invitedBy: string | null }[], number] = await tx.query(
        `update invitations set token_hash = $3 where workspace_id = $1 and id = $2 and accepted_at is null and expires_at > now() returning email, role, invited_by as "invitedBy"`,
        [workspaceId, invitationId, secret.hash],
      );
      const [invitation] = rows;
      if (!invitation) return null;
      const [names]: { workspaceName: string; inviterName: string | null }[] = await tx.query(
        `select name as "workspaceName", (select u.name from users u where u.id = $2) as "inviterName" from workspaces where id = $1`,
        [workspaceId, invitation.invitedBy],
      );
      return names ? { email: invitation.email, role: invitation.role, ...names } : null;
    });
    // Revoked or accepted meanwhile: nobody wants the mail any more.
    if (!invited) return;
    const url = `${this.environment.publicApiUrl}/invitation?token=${secret.text}`;
    await this.mailer.send({ to: invited.email, subject: `Join ${invited.workspaceName} on Lynkify`, ...write(invited, url) });
  }
}

const articles: Record<Role, string> = { owner: 'an owner', admin: 'an admin', editor: 'an editor', viewer: 'a viewer' };

function write({ role, workspaceName, inviterName }: Invited, url: string) {
  return renderMail({
    title: `Join ${workspaceName}`,
    paragraphs: [`${inviterName ?? 'A member'} invites you to work on ${workspaceName} as ${articles[role]}.`, 'The link works once, for 7 days, and only for this address.'],
    button: { label: 'See the invitation', url },
    footer: { lines: [`You get this mail because this address was entered by a member of ${workspaceName}.`, 'If you do not want to join, do nothing.'] },
  });
}
