import { Injectable } from '@nestjs/common';
import { accept, refuse, type Refusal, type Result, type Viewer, type WorkspaceViewer } from '@lynkify/domain';
import { platformName } from '@lynkify/platforms';
import { requireInWorkspace } from '../access/access.js';
import { Database, type Transaction } from '../database/database.js';
import { isId } from '../database/ids.js';
import { DestinationEntity } from '../destinations/destination.entity.js';
import type { ReleaseEntity } from '../releases/release.entity.js';
import { notFound } from '../request-error.js';
import { storedFacts } from './found-facts.js';
import { samePage, type KnownRelease } from './known-release.js';
import { MatchRecord } from './match-record.service.js';
import { candidatesOf, matchOf, type CandidateRow, type CandidateStatus } from './match-rows.js';
import { insertDestination } from './place-links.js';

export type Decision = 'accept' | 'reject' | 'reopen';

const statusAfter = { accept: 'accepted', reject: 'rejected', reopen: 'pending' } as const satisfies Record<Decision, CandidateStatus>;

/** What people say of matches. */
@Injectable()
export class MatchDecisionsService {
  constructor(
    private readonly database: Database,
    private readonly record: MatchRecord,
  ) {}

  /** Takes a match, turns it down for good, or takes the latter back. What was decided the same way already is left alone. */
  async decide(viewer: Viewer, { candidateId, decision, replace = false }: { candidateId: string; decision: Decision; replace?: boolean | null }): Promise<Result<ReleaseEntity>> {
    const inside = requireInWorkspace(viewer, 'releases:write');
    return this.database.inWorkspace(inside, async (tx): Promise<Result<ReleaseEntity>> => {
      const releaseId = await this.releaseOf(tx, candidateId);
      const known = await this.record.know(tx, releaseId);
      const candidates = await candidatesOf(tx, releaseId);
      const candidate = candidates.find(({ id }) => id === candidateId.toLowerCase());
      if (!candidate) throw notFound('match');
      const status = statusAfter[decision];
      if (candidate.status === status) return accept(known.release);
      if (candidate.status !== (decision === 'reopen' ? 'rejected' : 'pending')) return refuse('ALREADY_DECIDED', ['candidateId'], 'Somebody decided this match otherwise meanwhile.');
      if (decision === 'accept') return this.take(tx, inside, known, candidate, candidates, replace === true);
      await this.mark(tx, inside, [candidate.id], status);
      return accept(known.release);
    });
  }

  /** Decides many, each by itself: one that cannot be taken stays, and is named among the refusals by its place. */
  async decideMany(viewer: Viewer, { candidateIds, decision }: { candidateIds: readonly string[]; decision: Decision }): Promise<{ decided: number; errors: Refusal[] }> {
    const inside = requireInWorkspace(viewer, 'releases:write');
    const ids = [...new Set(candidateIds.map((id) => id.toLowerCase()))];
    await this.database.inWorkspace(inside, async (tx) => {
      const known: unknown[] = ids.every(isId) ? await tx.query('select 1 from match_candidates where id = any ($1::uuid[])', [ids]) : [];
      if (known.length < ids.length) throw notFound('match');
    });
    const errors: Refusal[] = [];
    let decided = 0;
    for (const [at, candidateId] of ids.entries()) {
      const outcome = await this.decide(viewer, { candidateId, decision });
      if (outcome.ok) decided += 1;
      else errors.push(...outcome.errors.map((error) => ({ ...error, path: ['candidateIds', String(at)] })));
    }
    return { decided, errors };
  }

  /** Says that a flagged destination is the right one. What it says of the release counts as sure from now on. */
  async confirmDestination(viewer: Viewer, { destinationId }: { destinationId: string }): Promise<Result<ReleaseEntity>> {
    const inside = requireInWorkspace(viewer, 'releases:write');
    return this.database.inWorkspace(inside, async (tx) => {
      const seen = isId(destinationId) ? await tx.findOneBy(DestinationEntity, { id: destinationId }) : null;
      if (!seen) throw notFound('destination');
      const known = await this.record.know(tx, seen.releaseId);
      const destination = known.destinations.find(({ id }) => id === seen.id);
      if (!destination) throw notFound('destination');
      if (!destination.flagged) return accept(known.release);
      await tx.query('update destinations set flagged = false where workspace_id = $1 and id = $2', [inside.workspaceId, destination.id]);
      const candidate = (await candidatesOf(tx, seen.releaseId)).find(({ platform, url }) => platform === destination.platform && samePage(url, destination.url));
      if (!candidate) return accept(known.release);
      await this.mark(tx, inside, [candidate.id], 'accepted');
      return accept(await this.believe(tx, known, candidate, false));
    });
  }

  private async take(tx: Transaction, inside: WorkspaceViewer, known: KnownRelease, candidate: CandidateRow, candidates: CandidateRow[], replace: boolean): Promise<Result<ReleaseEntity>> {
    const { platform, url, entity, method, evidence, score, service, country } = candidate;
    const held = known.destinations.find((each) => each.platform === platform);
    const same = held !== undefined && samePage(held.url, url);
    if (held && !same && !replace) {
      return refuse('PLATFORM_TAKEN', ['candidateId'], `The release has another ${platformName(platform)} link. Say that this one takes its place, or turn it down.`);
    }
    if (held && !same) {
      await tx.query(
        `update destinations set url = $3, pasted_text = '', entity = $4, method = $5, evidence = $6, score = $7, service = $8, country = $9, flagged = false, checked_at = now() where workspace_id = $1 and id = $2`,
        [inside.workspaceId, held.id, url, entity, method, JSON.stringify(evidence), score, service, country],
      );
      // What had to go does not come back with the next look-up.
      await this.mark(tx, inside, candidates.filter((each) => each.platform === platform && samePage(each.url, held.url)).map(({ id }) => id), 'rejected');
    } else if (!held) {
      await insertDestination(tx, { release: known.release, destinations: known.destinations, candidates }, { platform, url, entity, method, evidence, score, service, country, flagged: false });
    }
    await this.mark(tx, inside, [candidate.id], 'accepted');
    // A platform leads to one place: who chose this one chose none of the others.
    await this.mark(tx, inside, candidates.filter((each) => each.platform === platform && each.id !== candidate.id && each.status === 'pending').map(({ id }) => id), 'rejected');
    return accept(await this.believe(tx, known, candidate, !same));
  }

  /** A person vouches for it: what that service said of the release may be filled in, codes and all, and wakes the others. */
  private async believe(tx: Transaction, known: KnownRelease, { service, found }: CandidateRow, destinationsChanged: boolean): Promise<ReleaseEntity> {
    const { workspaceId, id } = known.release;
    const facts = storedFacts(found, known.artist.name, { sure: true, codes: true });
    await tx.query(`update match_lookups set facts = $4, status = case when status in ('waiting', 'asking') then status else 'found' end, retry_at = null where workspace_id = $1 and release_id = $2 and service = $3`, [workspaceId, id, service, JSON.stringify(facts)]);
    const match = await matchOf(tx, id);
    if (!match) throw new Error('a match without its row');
    return this.record.goOn(tx, known, match, destinationsChanged);
  }

  private async mark(tx: Transaction, by: WorkspaceViewer, ids: readonly string[], status: CandidateStatus): Promise<void> {
    if (ids.length === 0) return;
    await tx.query(`update match_candidates set status = $3, decided_by = case when $3 = 'pending' then null else $4::uuid end, decided_at = case when $3 = 'pending' then null else now() end where workspace_id = $1 and id = any ($2::uuid[])`, [by.workspaceId, ids, status, by.kind === 'member' ? by.userId : by.keyId]);
  }

  private async releaseOf(tx: Transaction, candidateId: string): Promise<string> {
    const [row]: { release_id: string }[] = isId(candidateId) ? await tx.query('select release_id from match_candidates where id = $1', [candidateId]) : [];
    if (!row) throw notFound('match');
    return row.release_id;
  }
}
