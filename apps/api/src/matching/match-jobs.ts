import type { Transaction } from '../database/database.js';
import type { Jobs } from '../jobs/jobs.js';
import type { ServiceId } from '../lookups/lookup.js';
import type { MatchRow } from './match-rows.js';

export const lookupJob = 'match-lookup';
export const artworkJob = 'match-artwork';
export const retriesJob = 'match-retries';

/** Of matches that somebody is looking at, and of whole catalogues. */
export const priorities = { now: 0, later: 20 } as const;

/**
 * Has a service asked. One job for each release and service, so that one that is away holds up no other; those of one
 * service come one after the other, because it wants to be asked so.
 */
export function orderLookup(tx: Transaction, jobs: Jobs, match: MatchRow, workspaceId: string, service: ServiceId, runAt?: Date): Promise<void> {
  const { release_id: releaseId, run, priority } = match;
  return jobs.enqueue(tx, lookupJob, { workspaceId, releaseId, service, run }, { key: `${lookupJob}:${releaseId}:${service}`, queue: `match:${service}`, priority, ...(runAt && { runAt }) });
}

export function orderArtwork(tx: Transaction, jobs: Jobs, match: MatchRow, workspaceId: string): Promise<void> {
  const { release_id: releaseId, priority } = match;
  return jobs.enqueue(tx, artworkJob, { workspaceId, releaseId }, { key: `${artworkJob}:${releaseId}`, queue: 'match:artwork', priority, maxAttempts: 6 });
}
