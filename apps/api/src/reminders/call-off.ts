import type { Transaction } from '../database/database.js';

/** Calls off every mail that a fan of this workspace had asked for by this moment and that has not left. */
export async function callOffReminders(tx: Transaction, workspaceId: string, fanId: string, at: Date): Promise<void> {
  await tx.query(
    `update reminders set cancelled_at = $3 where workspace_id = $1 and fan_id = $2 and cancelled_at is null and sent_at is null and coalesce(confirmed_at, asked_at) <= $3`,
    [workspaceId, fanId, at],
  );
}
