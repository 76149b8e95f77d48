import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Database } from '../database/database.js';
import { Jobs } from '../jobs/jobs.js';

/** Salts by days of UTC (`2026-11-22`), 32 bytes each. */
export type Salts = ReadonlyMap<string, Buffer>;

/**
 * Agrees with the renderers on the salt of each day. They make the salts: whatever is lost here, the next of them brings
 * what it holds.
 */
@Injectable()
export class VisitorSaltsService implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly jobs: Jobs,
  ) {}

  onModuleInit(): void {
    // A salt runs out at midnight; the other hours are for a midnight at which nothing ran.
    this.jobs.every('0 * * * *', 'visitor-salts-forget', () => this.forgetOld());
  }

  /**
   * Takes proposals for days from yesterday to the day after tomorrow by the database's clock: a renderer's may be a day
   * off. The first one for a day wins.
   * @returns what holds for the days that were asked for; a day outside has none
   */
  async agree(proposed: Salts): Promise<Salts> {
    const days = [...proposed.keys()];
    return this.database.unit({ purpose: 'renderer' }, async (tx) => {
      await tx.query(
        `insert into visitor_salts (day, salt) select day, salt from unnest($1::date[], $2::bytea[]) as proposed (day, salt)
          where day between utc_today() - 1 and utc_today() + 2 order by day on conflict do nothing`,
        [days, [...proposed.values()]],
      );
      // A statement of its own: it sees what another renderer has just won with.
      const rows: { day: string; salt: Buffer }[] = await tx.query(
        `select to_char(day, 'YYYY-MM-DD') as day, salt from visitor_salts where day = any ($1::date[]) and day between utc_today() - 1 and utc_today() + 2 order by day`,
        [days],
      );
      return new Map(rows.map(({ day, salt }) => [day, salt]));
    });
  }

  async forgetOld(): Promise<void> {
    await this.database.unit({ purpose: 'maintenance' }, (tx) => tx.query('select forget_visitor_salts()'));
  }
}
