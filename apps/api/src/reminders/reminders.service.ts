import { Injectable } from '@nestjs/common';
import { requireInWorkspace } from '../access/access.js';
import { Database } from '../database/database.js';
import { batchLoader } from '../graphql/context.js';
import type { ReminderCounts } from './reminder.type.js';

interface CountRow {
  release_id: string;
  asked: number;
  confirmed: number;
  sent: number;
  refused: number;
}

/** What a workspace sees of reminders. */
@Injectable()
export class RemindersService {
  constructor(private readonly database: Database) {}

  /** How many asked, confirmed and were written to, by release. */
  readonly counts = batchLoader<string, ReminderCounts>(async ({ viewer }, releaseIds) => {
    const inside = requireInWorkspace(viewer, 'fans:read');
    const rows = await this.database.inWorkspace(inside, (tx): Promise<CountRow[]> =>
      tx.query(
        `select release_id, count(*)::int as asked, count(confirmed_at)::int as confirmed, count(sent_at)::int as sent,
           (count(*) filter (where confirmed_at is not null and sent_at is null and attempts >= 6))::int as refused
         from reminders where workspace_id = $1 and release_id = any($2) and cancelled_at is null group by release_id`,
        [inside.workspaceId, releaseIds],
      ),
    );
    const byRelease = new Map(rows.map(({ release_id: releaseId, ...counts }) => [releaseId, counts]));
    return releaseIds.map((id) => byRelease.get(id) ?? { asked: 0, confirmed: 0, sent: 0, refused: 0 });
  });
}
