import { Inject, Injectable } from '@nestjs/common';
import { accept, refuse, type Result } from '@lynkify/domain';
import { platformById } from '@lynkify/platforms';
import { Consents } from '../consents/consents.service.js';
import { Database, type Transaction } from '../database/database.js';
import { ENVIRONMENT, type Environment } from '../environment.js';
import { readFanLink, type FanLink } from '../fans/fan-links.js';
import { orderMails } from './order-mails.js';
import { platformsOf, publishedRelease } from './published-release.js';
import type { ReminderRow } from './reminder-row.js';

export type ReminderRefusal = 'TOKEN_INVALID' | 'TOKEN_EXPIRED';

/** What a link in a mail is about, for the page that it opens. */
export interface LinkedReminder {
  releaseTitle: string;
  artistCredit: string;
  path: string;
  /** Platforms that the fan may pick from. */
  platforms: string[];
  platform: string | null;
  /** Whether the release is out already, as the public sees it. */
  isOut: boolean;
}

const invalid = () => refuse('TOKEN_INVALID', ['token'], 'This link is not complete. Open it again from the mail, or copy all of it.');
const expired = () => refuse('TOKEN_EXPIRED', ['token'], 'This link has expired. Ask for a reminder again on the page, and a new one comes by mail.');

type ReminderLink = Extract<FanLink, { reminderId: string }>;

/** What a fan answers by the links in the mails about a reminder. As with joining, answers may come twice, late or out of order. */
@Injectable()
export class ReminderAnswers {
  constructor(
    private readonly database: Database,
    private readonly consents: Consents,
    @Inject(ENVIRONMENT) private readonly environment: Environment,
  ) {}

  /** What a link is about; null for one that is none, or of a reminder that is no more. */
  async byLink(token: string): Promise<LinkedReminder | null> {
    const link = this.read(token, ['confirm-reminder', 'cancel-reminder']);
    if (!link) return null;
    return this.database.inWorkspace(link, async (tx) => {
      const [reminder]: ReminderRow[] = await tx.query(`select * from reminders where workspace_id = $1 and id = $2`, [link.workspaceId, link.reminderId]);
      return reminder ? linked(tx, link.workspaceId, reminder) : null;
    });
  }

  /** The fan pressed “Remind me” in the mail. Whoever does so after the moment gets the mail at once. */
  async confirm(token: string, { platform = null, pressedAt = new Date() }: { platform?: string | null; pressedAt?: Date } = {}): Promise<Result<LinkedReminder, ReminderRefusal>> {
    const link = this.read(token, ['confirm-reminder']);
    if (!link) return invalid();
    const at = notInFuture(pressedAt);
    const picked = platform !== null && platformById(platform) ? platform : null;
    return this.database.inWorkspace(link, async (tx): Promise<Result<LinkedReminder, ReminderRefusal>> => {
      const reminder = await lock(tx, link);
      if (!reminder) return invalid();
      // Called off after it was pressed: the later press holds.
      if (reminder.cancelled_at) return expired();
      if (!reminder.confirmed_at) {
        if (reminder.expires_at < at) return expired();
        await this.consents.recordConfirmed(tx, link.workspaceId, reminder.consent_id, at);
      }
      await tx.query(`update reminders set confirmed_at = coalesce(confirmed_at, $3), platform = coalesce($4, platform) where workspace_id = $1 and id = $2`, [link.workspaceId, reminder.id, at, picked]);
      const about = await linked(tx, link.workspaceId, { ...reminder, platform: picked ?? reminder.platform });
      if (about.isOut && !reminder.sent_at) await orderMails(tx);
      return accept(about);
    });
  }

  /** The fan changed their mind, on our page or by their mail program. What has left cannot be called back. */
  async cancel(token: string, { oneClick = false, pressedAt = new Date() }: { oneClick?: boolean; pressedAt?: Date } = {}): Promise<Result<LinkedReminder, ReminderRefusal>> {
    const link = this.read(token, ['cancel-reminder']);
    if (!link) return invalid();
    const at = notInFuture(pressedAt);
    return this.database.inWorkspace(link, async (tx): Promise<Result<LinkedReminder, ReminderRefusal>> => {
      const reminder = await lock(tx, link);
      if (!reminder) return invalid();
      const isLater = (reminder.confirmed_at ?? reminder.asked_at) <= at;
      if (!reminder.cancelled_at && !reminder.sent_at && isLater) {
        await tx.query(`update reminders set cancelled_at = $3 where workspace_id = $1 and id = $2`, [link.workspaceId, reminder.id, at]);
        await this.consents.recordCancelled(tx, link.workspaceId, reminder.consent_id, oneClick ? 'one-click' : 'unsubscribe-link', at);
      }
      return accept(await linked(tx, link.workspaceId, reminder));
    });
  }

  private read(token: string, kinds: readonly ReminderLink['kind'][]): ReminderLink | null {
    const link = readFanLink(token, this.environment.linkKey);
    return link && 'reminderId' in link && kinds.includes(link.kind) ? link : null;
  }
}

const notInFuture = (moment: Date) => new Date(Math.min(moment.getTime(), Date.now()));

/** The fan's row first, as everything does that changes what a fan asked for. */
async function lock(tx: Transaction, { workspaceId, reminderId }: ReminderLink): Promise<ReminderRow | undefined> {
  await tx.query(`select id from fans where workspace_id = $1 and id = (select fan_id from reminders where workspace_id = $1 and id = $2) for update`, [workspaceId, reminderId]);
  const [row]: ReminderRow[] = await tx.query(`select * from reminders where workspace_id = $1 and id = $2 for update`, [workspaceId, reminderId]);
  return row;
}

/** What the public sees of the release; of one that is taken down, its own row. */
async function linked(tx: Transaction, workspaceId: string, reminder: ReminderRow): Promise<LinkedReminder> {
  const page = await publishedRelease(tx, workspaceId, reminder.release_id);
  const { platform } = reminder;
  if (page) {
    const { release } = page.document;
    const now = Date.now();
    const moment = release.releasedAt === null ? null : Date.parse(release.releasedAt);
    // Of what the page will offer when it is out, not only of what it offers now.
    const platforms = platformsOf(page.document, Math.max(now, moment ?? now), { platform: null, country: null });
    return { releaseTitle: release.title, artistCredit: release.artistCredit, path: page.path, platforms, platform, isOut: moment !== null && moment <= now };
  }
  const [row]: { title: string; credit: string; handle: string }[] = await tx.query(
    `select r.title, coalesce(nullif(r.artist_credit, ''), a.name) as credit, a.handle from releases r join artists a on a.workspace_id = r.workspace_id and a.id = r.artist_id where r.workspace_id = $1 and r.id = $2`,
    [workspaceId, reminder.release_id],
  );
  return { releaseTitle: row?.title ?? '', artistCredit: row?.credit ?? '', path: row ? `/${row.handle}` : reminder.path, platforms: [], platform, isOut: false };
}
