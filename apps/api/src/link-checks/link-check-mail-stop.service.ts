import { Inject, Injectable } from '@nestjs/common';
import { accept, refuse, type Result } from '@lynkify/domain';
import { Database, type Transaction } from '../database/database.js';
import { ENVIRONMENT, type Environment } from '../environment.js';
import { linkActs, readLink } from '../mail/signed-link.js';

/** Whose mails a link is about. A workspace that is gone has no name. */
export interface MailsOf {
  workspaceName: string | null;
}

/** What the link of a mail about dead links does for whoever got it, signed in or not. */
@Injectable()
export class LinkCheckMailStop {
  constructor(
    private readonly database: Database,
    @Inject(ENVIRONMENT) private readonly environment: Environment,
  ) {}

  /** What the link is about; changes nothing. */
  async look(token: string): Promise<Result<MailsOf, 'TOKEN_INVALID'>> {
    return this.ofLink(token, () => Promise.resolve());
  }

  /** The member gets no more of these mails from this workspace. Somebody who is no member any more gets none either. */
  async stop(token: string): Promise<Result<MailsOf, 'TOKEN_INVALID'>> {
    return this.ofLink(token, (tx, { workspaceId, userId }) => tx.query(`update members set link_check_mails = false where workspace_id = $1 and user_id = $2`, [workspaceId, userId]));
  }

  private async ofLink(token: string, act: (tx: Transaction, member: { workspaceId: string; userId: string }) => Promise<unknown>): Promise<Result<MailsOf, 'TOKEN_INVALID'>> {
    const link = readLink(token, this.environment.linkKey);
    const [workspaceId, userId] = link?.ids ?? [];
    if (link?.act !== linkActs.stopLinkCheckMails || workspaceId === undefined || userId === undefined) return refuse('TOKEN_INVALID', ['token'], 'This link is not complete. Open it again from the mail, or copy all of it.');
    return this.database.inWorkspace({ workspaceId }, async (tx) => {
      await act(tx, { workspaceId, userId });
      const [workspace]: { name: string }[] = await tx.query('select name from workspaces where id = $1', [workspaceId]);
      return accept({ workspaceName: workspace?.name ?? null });
    });
  }
}
