import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Database } from '../database/database.js';
import { Jobs } from '../jobs/jobs.js';

/** Takes out what has ended: nothing of it can be used any more, so keeping it would only be a risk. */
@Injectable()
export class AccountsUpkeep implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly jobs: Jobs,
  ) {}

  onModuleInit(): void {
    this.jobs.every('41 3 * * *', 'accounts-clear', () =>
      this.database.unit({ purpose: 'maintenance' }, async (tx) => {
        await tx.query('delete from sessions where expires_at < now()');
        await tx.query(`delete from account_tokens where least(expires_at, coalesce(used_at, expires_at)) < now() - interval '7 days'`);
        // Nobody followed its link in all that time; signing up again is one form away.
        await tx.query(`delete from sign_ups where created_at < now() - interval '7 days'`);
      }),
    );
  }
}
