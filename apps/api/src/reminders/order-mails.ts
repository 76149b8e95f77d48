import type { Transaction } from '../database/database.js';

/** Name of the job that sends what is due. Jobs of its queue are done one after the other, so that one rate holds for all processes. */
export const releaseDayJob = 'release-day-mails';

/** Has what is due sent soon, by whichever process. */
export async function orderMails(tx: Transaction): Promise<void> {
  await tx.query(`select graphile_worker.add_job('${releaseDayJob}', '{}'::json, queue_name => '${releaseDayJob}', job_key => '${releaseDayJob}', max_attempts => 12)`);
}

/** The same where a page that was just published says that a release is out, and somebody waits for that. */
export async function orderMailsIfDue(tx: Transaction, { workspaceId, id }: { workspaceId: string; id: string }, releasedAt: string | null): Promise<void> {
  if (releasedAt === null || Date.parse(releasedAt) > Date.now()) return;
  const waiting: unknown[] = await tx.query(
    `select from reminders where workspace_id = $1 and release_id = $2 and confirmed_at is not null and cancelled_at is null and sent_at is null limit 1`,
    [workspaceId, id],
  );
  if (waiting.length > 0) await orderMails(tx);
}
