import { Injectable } from '@nestjs/common';
import { emailKey, type ReminderEvent } from '@lynkify/domain';
import { Consents, releaseReminder } from '../consents/consents.service.js';
import type { Transaction } from '../database/database.js';
import { mayBePerson, type CapturingArtist } from '../fans/fan-captures.service.js';
import { OptInLimits } from '../fans/opt-in-limits.js';
import { saveFan } from '../fans/save-fan.js';
import { Jobs } from '../jobs/jobs.js';
import { reminderMailJob } from './reminder-mail.js';
import { reminderLimits, type ReminderRow } from './reminder-row.js';

/** Makes reminders of what fans asked for on pages: the fan, the consent and the mail that asks for confirmation, in one transaction. */
@Injectable()
export class ReminderIntake {
  constructor(
    private readonly consents: Consents,
    private readonly limits: OptInLimits,
    private readonly jobs: Jobs,
  ) {}

  /**
   * Takes the requests of one workspace in; one that is in the ledger already changes nothing. What is known of a fan stays
   * as it is: asking for one mail is no consent to any other.
   * @returns ids of requests for releases that are no more
   */
  async takeIn(tx: Transaction, workspaceId: string, asked: readonly ReminderEvent[], artists: ReadonlyMap<string, CapturingArtist>): Promise<ReadonlySet<string>> {
    const wanted = asked.filter((event) => mayBePerson(event.audience));
    if (wanted.length === 0) return new Set();
    const rows: { id: string }[] = await tx.query(`select id from releases where workspace_id = $1 and id = any($2)`, [workspaceId, wanted.map(({ releaseId }) => releaseId)]);
    const releases = new Set(rows.map(({ id }) => id));
    const gone = new Set<string>();
    // Batches that run side by side lock fans in the same order.
    for (const event of [...wanted].sort((a, b) => compare(emailKey(a.email), emailKey(b.email)) || compare(a.id, b.id))) {
      const artist = artists.get(event.artistId);
      if (!artist || event.releaseId === null || !releases.has(event.releaseId)) gone.add(event.id);
      else await this.takeInOne(tx, workspaceId, { ...event, releaseId: event.releaseId }, artist);
    }
    return gone;
  }

  private async takeInOne(tx: Transaction, workspaceId: string, asked: ReminderEvent & { releaseId: string }, artist: CapturingArtist): Promise<void> {
    if (await this.isKnown(tx, workspaceId, asked.id)) return;
    const fan = await saveFan(tx, workspaceId, asked);
    const consentId = await this.consents.recordGiven(tx, workspaceId, {
      purpose: releaseReminder,
      fanId: fan.id,
      email: fan.email,
      artistId: artist.id,
      artistName: artist.name,
      wording: asked.consentText,
      formVersion: asked.formVersion,
      path: asked.path,
      locale: asked.locale,
      networkHash: asked.network,
      eventId: asked.id,
      at: asked.at,
    });
    if (consentId === null) return;
    const reminder = await this.save(tx, workspaceId, { ...asked, fanId: fan.id, consentId });
    if (reminder) await this.orderMail(tx, workspaceId, fan.email, reminder);
  }

  private async isKnown(tx: Transaction, workspaceId: string, eventId: string): Promise<boolean> {
    const rows: unknown[] = await tx.query(`select 1 from consents where workspace_id = $1 and event_id = $2 and action = 'given' and purpose = $3`, [workspaceId, eventId, releaseReminder]);
    return rows.length > 0;
  }

  /** The reminder of this fan and release; asked for again after it was called off, it begins anew. Null when nothing is open about it. */
  private async save(tx: Transaction, workspaceId: string, asked: ReminderEvent & { fanId: string; consentId: string }): Promise<ReminderRow | null> {
    const [row]: ReminderRow[] = await tx.query(
      `with saved as (
         insert into reminders as known (workspace_id, release_id, fan_id, consent_id, platform, locale, path, asked_at, expires_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8, now() + make_interval(days => $9))
         on conflict on constraint reminders_fan_key do update set
           consent_id = excluded.consent_id, locale = excluded.locale, path = excluded.path, asked_at = excluded.asked_at, expires_at = excluded.expires_at,
           platform = coalesce(excluded.platform, known.platform),
           confirmed_at = case when known.cancelled_at is null then known.confirmed_at end,
           mail_count = case when known.cancelled_at is null then known.mail_count else 0 end,
           cancelled_at = null
         -- Whoever confirmed already is not asked again, and who had the mail has it. Nobody outside can tell.
         where known.sent_at is null and (known.confirmed_at is null or known.cancelled_at is not null) and (known.cancelled_at is null or known.cancelled_at <= excluded.asked_at)
         returning *
       ) select * from saved`,
      [workspaceId, asked.releaseId, asked.fanId, asked.consentId, asked.platform, asked.locale || 'en', asked.path, asked.at, reminderLimits.days],
    );
    return row ?? null;
  }

  private async orderMail(tx: Transaction, workspaceId: string, email: string, reminder: ReminderRow): Promise<void> {
    const pause = reminderLimits.pauseMinutes * 60_000;
    if (reminder.mail_count >= reminderLimits.mails || (reminder.mail_ordered_at && reminder.mail_ordered_at.getTime() > Date.now() - pause)) return;
    if (!(await this.limits.takeForAddress(tx, email))) return;
    await tx.query(`update reminders set mail_count = mail_count + 1, mail_ordered_at = now() where workspace_id = $1 and id = $2`, [workspaceId, reminder.id]);
    await this.jobs.enqueue(tx, reminderMailJob, { workspaceId, reminderId: reminder.id });
  }
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
