import { createHmac } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { emailKey, refuse, type Refused } from '@lynkify/domain';
import type { Transaction } from '../database/database.js';
import { ENVIRONMENT, type Environment } from '../environment.js';

/** Mails about one opt-in, days that its link is good for, minutes between two mails, mails a day to one address. */
export const optInLimits = { mails: 3, days: 7, pauseMinutes: 10, perAddressADay: 5 } as const;

export type OptInRefusal = 'TOO_SOON' | 'RESEND_LIMIT';

/** Keeps the form from being used to fill somebody's inbox. */
@Injectable()
export class OptInLimits {
  constructor(@Inject(ENVIRONMENT) private readonly environment: Environment) {}

  /** Takes one mail out of what this opt-in and this address may still get, or says why not. */
  async take(tx: Transaction, optIn: { workspaceId: string; fanId: string; artistId: string; mailCount: number; email: string }): Promise<Refused<OptInRefusal> | null> {
    if (optIn.mailCount >= optInLimits.mails) {
      return refuse('RESEND_LIMIT', [], `${optInLimits.mails} confirmation mails were sent. More would be a nuisance: ask the fan to join again, or to look into their spam folder.`);
    }
    const recent: unknown[] = await tx.query(
      `select 1 from opt_ins where workspace_id = $1 and fan_id = $2 and artist_id = $3 and mail_ordered_at > now() - make_interval(mins => $4)`,
      [optIn.workspaceId, optIn.fanId, optIn.artistId, optInLimits.pauseMinutes],
    );
    if (recent.length > 0) return refuse('TOO_SOON', [], `A confirmation mail went out less than ${optInLimits.pauseMinutes} minutes ago. Give it a moment to arrive.`);
    if (!(await this.takeForAddress(tx, optIn.email))) return refuse('RESEND_LIMIT', [], 'This address had its confirmation mails for today. Try again tomorrow.');
    return null;
  }

  /** One of the mails that ask an address for a confirmation today. Over all workspaces, so by a keyed hash in the table that no tenant's policy covers. */
  async takeForAddress(tx: Transaction, email: string): Promise<boolean> {
    const key = `opt-in-mail:${createHmac('sha256', this.environment.linkKey).update(emailKey(email)).digest('hex')}`;
    const now = Date.now();
    const taken: unknown[] = await tx.query(
      `insert into rate_limits as known (key, points, expire) values ($1, 1, $2::bigint + 86400000)
       on conflict (key) do update set
         points = case when known.expire <= $2 then 1 else known.points + 1 end,
         expire = case when known.expire <= $2 then excluded.expire else known.expire end
       where known.expire <= $2 or known.points < $3
       returning points`,
      [key, now, optInLimits.perAddressADay],
    );
    return taken.length > 0;
  }
}
