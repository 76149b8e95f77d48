import { releaseMoment } from '@lynkify/domain';
import type { Transaction } from '../database/database.js';

const day = 86_400_000;

interface Dated {
  workspaceId: string;
  id: string;
  releaseDate: string | null;
  releaseTime: string | null;
  timeZone: string;
}

/** When a service that had nothing is asked again: as the release comes out, and the day after. Null once that is over. */
export function nextAsking(release: Pick<Dated, 'releaseDate' | 'releaseTime' | 'timeZone'>, now: number): Date | null {
  if (release.releaseDate === null) return null;
  const moment = releaseMoment({ date: release.releaseDate, time: release.releaseTime?.slice(0, 5) ?? null, timeZone: release.timeZone });
  const next = moment.ok ? [moment.value, moment.value + day].find((instant) => instant > now) : undefined;
  return next === undefined ? null : new Date(next);
}

/** Puts what was missed off to the release day, after that day was moved. */
export async function askAgainOnReleaseDay(tx: Transaction, release: Dated): Promise<void> {
  await tx.query(`update match_lookups set retry_at = $3 where workspace_id = $1 and release_id = $2 and status = 'missed'`, [release.workspaceId, release.id, nextAsking(release, Date.now())]);
}
