import { Injectable } from '@nestjs/common';
import { explainMatch, type MatchEvidence, type Viewer } from '@lynkify/domain';
import { requireInWorkspace } from '../access/access.js';
import { Database } from '../database/database.js';
import { isId } from '../database/ids.js';
import { decodeCursor, pageSize, toPage, type Page } from '../graphql/connection.js';
import { batchLoader } from '../graphql/context.js';
import { Lookups } from '../lookups/lookups.js';
import { badInput } from '../request-error.js';
import { toMatchCandidate, toReleaseMatch, type MatchCandidate, type ReleaseMatch } from './match.type.js';
import type { CandidateRow, LookupRow, MatchRow } from './match-rows.js';

/** Matches as they are read. */
@Injectable()
export class MatchesList {
  constructor(
    private readonly database: Database,
    private readonly lookups: Lookups,
  ) {}

  /** How far the looking up of a release is, by release; null for one that was never looked up. */
  readonly ofRelease = batchLoader<string, ReleaseMatch | null>(async ({ viewer }, ids) => {
    const inside = requireInWorkspace(viewer, 'releases:read');
    const { matches, lookups } = await this.database.inWorkspace(inside, async (tx) => ({
      matches: (await tx.query('select * from matches where release_id = any ($1::uuid[])', [ids])) as MatchRow[],
      lookups: (await tx.query('select * from match_lookups where release_id = any ($1::uuid[])', [ids])) as LookupRow[],
    }));
    return ids.map((id) => {
      const match = matches.find((row) => row.release_id === id);
      return match ? toReleaseMatch(match, lookups.filter((row) => row.release_id === id), this.lookups.all) : null;
    });
  });

  /** What waits for a person, by release, the likeliest first. */
  readonly pendingOf = batchLoader<string, MatchCandidate[]>(async ({ viewer }, ids) => {
    const rows: CandidateRow[] = await this.database.inWorkspace(requireInWorkspace(viewer, 'releases:read'), (tx) =>
      tx.query(`select * from match_candidates where release_id = any ($1::uuid[]) and status = 'pending' order by score desc, found_at, id`, [ids]),
    );
    return ids.map((id) => rows.filter((row) => row.release_id === id).map((row) => this.toCandidate(row)));
  });

  /** What waits for a person in the whole workspace, the newest first. Releases that are put away ask for nothing. */
  async reviewQueue(viewer: Viewer, { first, after = null, artistId = null }: { first: number; after?: string | null; artistId?: string | null }): Promise<Page<MatchCandidate>> {
    const inside = requireInWorkspace(viewer, 'releases:read');
    const limit = pageSize(first);
    const [at, id] = after === null ? [null, null] : readPlace(after);
    if (artistId !== null && !isId(artistId)) return toPage([], limit, { after, totalCount: 0, cursorOf: () => [], toNode: (row: CandidateRow) => this.toCandidate(row) });
    return this.database.inWorkspace(inside, async (tx) => {
      const from = `from match_candidates c join releases r on r.workspace_id = c.workspace_id and r.id = c.release_id
        where c.workspace_id = $1 and c.status = 'pending' and r.status <> 'archived' and ($2::uuid is null or r.artist_id = $2)`;
      const [count]: { count: string }[] = await tx.query(`select count(*) ${from}`, [inside.workspaceId, artistId]);
      const rows: CandidateRow[] = await tx.query(`select c.* ${from} and ($3::timestamptz is null or c.found_at < $3 or (c.found_at = $3 and c.id > $4::uuid)) order by c.found_at desc, c.id limit $5`, [inside.workspaceId, artistId, at, id, limit + 1]);
      return toPage(rows, limit, { after, totalCount: Number(count?.count ?? 0), cursorOf: (row) => [row.found_at.toISOString(), row.id], toNode: (row) => this.toCandidate(row) });
    });
  }

  /** Why a destination was taken, in sentences; none for what a person put there. */
  reasons(evidence: MatchEvidence | Record<string, never>, service: string | null): string[] {
    return isEvidence(evidence) ? explainMatch(evidence, this.nameOf(service ?? '')) : [];
  }

  nameOf(service: string): string {
    return this.lookups.all.find((lookup) => lookup.service === service)?.name ?? service;
  }

  private toCandidate(row: CandidateRow): MatchCandidate {
    return toMatchCandidate(row, this.nameOf(row.service));
  }
}

function isEvidence(evidence: MatchEvidence | Record<string, never>): evidence is MatchEvidence {
  return 'asked' in evidence;
}

function readPlace(after: string): [string, string] {
  const [at, id] = decodeCursor(after, 2);
  if (at && id && isId(id) && !Number.isNaN(Date.parse(at))) return [at, id];
  throw badInput({ after: 'This is no cursor of this list. Take `endCursor` of the page before.' });
}
