import type { MatchEvidence, MatchMethod, ReleaseFacts } from '@lynkify/domain';
import type { Transaction } from '../database/database.js';
import type { ServiceId } from '../lookups/lookup.js';

export type LookupStatus = 'waiting' | 'asking' | 'found' | 'missed' | 'unavailable' | 'not-configured';
export type CandidateStatus = 'pending' | 'accepted' | 'rejected';

/** One release being looked up: the latest run of it. */
export interface MatchRow {
  release_id: string;
  began_from: string;
  run: number;
  country: string;
  priority: number;
  artwork_url: string | null;
  artwork_service: string | null;
  started_at: Date;
  finished_at: Date | null;
}

/** What a service said of the release that it is sure to be. */
export interface StoredFacts extends ReleaseFacts {
  artworkUrl: string | null;
  /** By a code, the service's own address or a person: nothing better can be found there. */
  sure: boolean;
}

/** One service asked about one release. */
export interface LookupRow {
  release_id: string;
  service: ServiceId;
  status: LookupStatus;
  tries: number;
  message: string;
  asked: string[];
  found_count: number;
  facts: StoredFacts | null;
  tried_at: Date | null;
  retry_at: Date | null;
}

/** One address that a match came upon. */
export interface CandidateRow {
  id: string;
  release_id: string;
  platform: string;
  url: string;
  entity: string | null;
  method: MatchMethod;
  evidence: MatchEvidence;
  score: number;
  country: string | null;
  service: ServiceId;
  found: ReleaseFacts & { artist: string; artworkUrl: string | null };
  status: CandidateStatus;
  decided_by: string | null;
  decided_at: Date | null;
  found_at: Date;
}

export async function matchOf(tx: Transaction, releaseId: string): Promise<MatchRow | null> {
  const [row]: MatchRow[] = await tx.query('select * from matches where release_id = $1', [releaseId]);
  return row ?? null;
}

export function lookupsOf(tx: Transaction, releaseId: string): Promise<LookupRow[]> {
  return tx.query('select * from match_lookups where release_id = $1', [releaseId]);
}

export function candidatesOf(tx: Transaction, releaseId: string): Promise<CandidateRow[]> {
  return tx.query('select * from match_candidates where release_id = $1 order by found_at, id', [releaseId]);
}

/** Matches that wait for a person, in the whole workspace: of releases that are not put away. */
export async function countPending(tx: Transaction, workspaceId: string): Promise<number> {
  const [row]: { count: string }[] = await tx.query(
    `select count(*) from match_candidates c join releases r on r.workspace_id = c.workspace_id and r.id = c.release_id
     where c.workspace_id = $1 and c.status = 'pending' and r.status <> 'archived'`,
    [workspaceId],
  );
  return Number(row?.count ?? 0);
}
