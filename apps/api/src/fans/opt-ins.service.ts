import { Injectable } from '@nestjs/common';
import { accept, type Result } from '@lynkify/domain';
import type { Transaction } from '../database/database.js';
import { Jobs } from '../jobs/jobs.js';
import { OptInLimits, optInLimits, type OptInRefusal } from './opt-in-limits.js';
import { optInMailJob } from './opt-in-mail.js';

/** A request for confirmation, as it is stored. */
export interface OptInRow {
  id: string;
  fan_id: string;
  artist_id: string;
  consent_id: string;
  path: string;
  requested_at: Date;
  expires_at: Date;
  mail_count: number;
  mail_ordered_at: Date | null;
  mailed_at: Date[];
  confirmed_at: Date | null;
}

/** A consent that waits for its confirmation. */
export interface NewOptIn {
  workspaceId: string;
  fanId: string;
  email: string;
  artistId: string;
  consentId: string;
  path: string;
}

/** Asks fans to confirm that the address is theirs. The fan's row is locked by the caller, so it happens once at a time. */
@Injectable()
export class OptIns {
  constructor(
    private readonly limits: OptInLimits,
    private readonly jobs: Jobs,
  ) {}

  /** Asks, unless the fan has confirmed for this artist already or had enough mails for now. Nobody outside can tell. */
  async ask(tx: Transaction, asked: NewOptIn): Promise<void> {
    if (await this.isConfirmed(tx, asked)) return;
    const open = (await this.openOptIn(tx, asked)) ?? (await this.addOptIn(tx, asked));
    await this.orderMail(tx, { ...asked, optInId: open.id, mailCount: open.mail_count });
  }

  /** Orders one more mail about an opt-in and makes its link good for another week. */
  async orderMail(
    tx: Transaction,
    ordered: { workspaceId: string; fanId: string; email: string; artistId: string; optInId: string; mailCount: number },
  ): Promise<Result<true, OptInRefusal>> {
    const refused = await this.limits.take(tx, ordered);
    if (refused) return refused;
    await tx.query(
      `update opt_ins set mail_count = mail_count + 1, mail_ordered_at = now(), expires_at = now() + make_interval(days => $3) where workspace_id = $1 and id = $2`,
      [ordered.workspaceId, ordered.optInId, optInLimits.days],
    );
    await this.jobs.enqueue(tx, optInMailJob, { workspaceId: ordered.workspaceId, optInId: ordered.optInId });
    return accept(true);
  }

  /** The request that was made last of this fan. */
  async latest(tx: Transaction, workspaceId: string, fanId: string): Promise<OptInRow | null> {
    const [row]: OptInRow[] = await tx.query(`select * from opt_ins where workspace_id = $1 and fan_id = $2 order by requested_at desc, id desc limit 1`, [workspaceId, fanId]);
    return row ?? null;
  }

  /** Requests that nobody answered for three months are of no more use; the fan stays, unverified. */
  async forgetOld(tx: Transaction, workspaceId: string): Promise<void> {
    await tx.query(`delete from opt_ins where workspace_id = $1 and confirmed_at is null and expires_at < now() - interval '90 days'`, [workspaceId]);
  }

  private async isConfirmed(tx: Transaction, { workspaceId, fanId, artistId }: NewOptIn): Promise<boolean> {
    const rows: unknown[] = await tx.query(
      `select 1 from opt_ins join fans on fans.workspace_id = opt_ins.workspace_id and fans.id = opt_ins.fan_id
       where opt_ins.workspace_id = $1 and fan_id = $2 and artist_id = $3 and confirmed_at is not null and unsubscribed_at is null limit 1`,
      [workspaceId, fanId, artistId],
    );
    return rows.length > 0;
  }

  /** The waiting one about the same words. Other words are another question and get a mail that repeats them. */
  private async openOptIn(tx: Transaction, { workspaceId, fanId, artistId, consentId }: NewOptIn): Promise<{ id: string; mail_count: number } | null> {
    const rows: { id: string; mail_count: number }[] = await tx.query(
      `select opt_ins.id, mail_count from opt_ins
       join consents asked on asked.workspace_id = opt_ins.workspace_id and asked.id = opt_ins.consent_id
       join consents given on given.workspace_id = opt_ins.workspace_id and given.id = $4 and given.wording_hash = asked.wording_hash
       where opt_ins.workspace_id = $1 and opt_ins.fan_id = $2 and artist_id = $3 and confirmed_at is null and expires_at > now()
       order by requested_at desc, opt_ins.id desc limit 1`,
      [workspaceId, fanId, artistId, consentId],
    );
    return rows[0] ?? null;
  }

  private async addOptIn(tx: Transaction, asked: NewOptIn): Promise<{ id: string; mail_count: number }> {
    const [row]: { id: string; mail_count: number }[] = await tx.query(
      `insert into opt_ins (workspace_id, fan_id, artist_id, consent_id, path, requested_at, expires_at)
       values ($1, $2, $3, $4, $5, now(), now() + make_interval(days => $6)) returning id, mail_count`,
      [asked.workspaceId, asked.fanId, asked.artistId, asked.consentId, asked.path, optInLimits.days],
    );
    if (!row) throw new Error('the opt-in was not stored');
    return row;
  }
}
