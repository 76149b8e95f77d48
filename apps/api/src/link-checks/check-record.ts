import { releasedAt } from '@lynkify/domain';
import type { Transaction } from '../database/database.js';
import type { CheckRecord, CheckState } from './finding.js';
import type { Watched } from './read-page.js';

/** A destination as checking sees it. */
export interface CheckedDestination extends Watched {
  workspaceId: string;
  id: string;
  releaseId: string;
  /** Whose catalogue it was found in. */
  country: string | null;
  checkedAt: Date | null;
  isPublished: boolean;
  releasedAt: Date | null;
  record: CheckRecord;
}

interface Row {
  workspace_id: string;
  id: string;
  release_id: string;
  platform: string;
  url: string;
  country: string | null;
  checked_at: Date | null;
  check_state: CheckState;
  check_message: string;
  moved_to: string | null;
  failed_checks: number;
  missing_since: Date | null;
  problem_since: Date | null;
  status: string;
  release_date: string | null;
  release_time: string | null;
  time_zone: string;
}

/** The destination with what is known of it, or null when it is not (or no more) in this workspace. */
export async function readChecked(tx: Transaction, id: string, { lock = false }: { lock?: boolean } = {}): Promise<CheckedDestination | null> {
  const [row]: Row[] = await tx.query(
    `select d.workspace_id, d.id, d.release_id, d.platform, d.url, d.country, d.checked_at, d.check_state, d.check_message, d.moved_to, d.failed_checks, d.missing_since, d.problem_since,
       r.status, r.release_date::text, r.release_time::text, r.time_zone
     from destinations d join releases r on r.workspace_id = d.workspace_id and r.id = d.release_id
     where d.id = $1 ${lock ? 'for update of d' : ''}`,
    [id],
  );
  if (!row) return null;
  const moment = releasedAt({ releaseDate: row.release_date, releaseTime: row.release_time?.slice(0, 5) ?? null, timeZone: row.time_zone });
  return {
    workspaceId: row.workspace_id, id: row.id, releaseId: row.release_id, platform: row.platform, url: row.url, country: row.country, checkedAt: row.checked_at,
    isPublished: row.status === 'published',
    releasedAt: moment === null ? null : new Date(moment),
    record: { state: row.check_state, message: row.check_message, movedTo: row.moved_to, failedChecks: row.failed_checks, missingSince: row.missing_since, problemSince: row.problem_since },
  };
}

/** Writes what a look made of the record. What was told by mail is told anew only when there is something new to tell. */
export async function writeChecked(tx: Transaction, { workspaceId, id }: CheckedDestination, record: CheckRecord, next: Date | null): Promise<void> {
  await tx.query(
    `update destinations set check_state = $3, check_message = $4, moved_to = $5, failed_checks = $6, missing_since = $7, problem_since = $8,
       reported_at = case when problem_since is not distinct from $8::timestamptz(3) then reported_at end, checked_at = now(), next_check_at = $9
     where workspace_id = $1 and id = $2`,
    [workspaceId, id, record.state, record.message.slice(0, 500), record.movedTo, record.failedChecks, record.missingSince, record.problemSince, next],
  );
}
