import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Database } from '../database/database.js';

export interface RejectedLine {
  /** 1-based place in the shipped batch. */
  line: number;
  id: string | null;
  reason: string;
  text: string;
}

const longestLine = 8_000;

/** Lines that can never be stored, kept for a month for a person to look at. */
@Injectable()
export class RejectedEvents {
  constructor(private readonly database: Database) {}

  /** Puts them aside, each once however often it is shipped. */
  async putAside(lines: readonly RejectedLine[]): Promise<void> {
    if (lines.length === 0) return;
    const kept = lines.map((rejected) => ({ ...rejected, hash: createHash('sha256').update(rejected.text).digest() })).sort((a, b) => a.hash.compare(b.hash));
    await this.database.unit({ purpose: 'maintenance' }, (tx) =>
      tx.query(
        `insert into rejected_events (event_id, reason, line, line_hash)
         select * from unnest($1::text[], $2::text[], $3::text[], $4::bytea[]) order by 4 on conflict do nothing`,
        [kept.map((row) => row.id), kept.map((row) => row.reason), kept.map((row) => row.text.replaceAll('\u0000', '').slice(0, longestLine)), kept.map((row) => row.hash)],
      ),
    );
  }

  /** Forgets those older than a month: a line may hold an address. */
  async forgetOld(): Promise<void> {
    await this.database.unit({ purpose: 'maintenance' }, (tx) => tx.query(`delete from rejected_events where received_at < now() - interval '30 days'`));
  }
}
