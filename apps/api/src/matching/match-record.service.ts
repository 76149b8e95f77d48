import { Injectable } from '@nestjs/common';
import { decideMatch, type AskedBy, type MatchDecision } from '@lynkify/domain';
import type { Transaction } from '../database/database.js';
import { Jobs } from '../jobs/jobs.js';
import type { FoundRelease, ServiceId } from '../lookups/lookup.js';
import { Lookups } from '../lookups/lookups.js';
import type { ReleaseEntity } from '../releases/release.entity.js';
import { ReleasesService } from '../releases/releases.service.js';
import { artworkWanted, fillRelease } from './fill-release.js';
import { factsOf, offeredOf, storedFacts } from './found-facts.js';
import { freshWays, knowRelease, wantedOf, type KnownRelease } from './known-release.js';
import { orderArtwork, orderLookup } from './match-jobs.js';
import { candidatesOf, lookupsOf, matchOf, type LookupRow, type MatchRow } from './match-rows.js';
import { placeLink, type Board, type Placing } from './place-links.js';
import { nextAsking } from './release-day.js';

/** A release that a service gave, and what it was asked by. */
export interface Answered {
  asked: AskedBy;
  release: FoundRelease;
}

/** Doubtful ones of one service that are shown to a person at the most. */
const mostDoubtful = 3;
const verdicts = ['take', 'flag', 'review'];

/** Makes of a service's answers what becomes of them, in one unit of work with the release locked. */
@Injectable()
export class MatchRecord {
  constructor(
    private readonly releases: ReleasesService,
    private readonly lookups: Lookups,
    private readonly jobs: Jobs,
  ) {}

  /** The locked release with all that is known of it. @throws RequestError NOT_FOUND */
  async know(tx: Transaction, releaseId: string): Promise<KnownRelease> {
    const { release, artist } = await this.releases.lockWithArtist(tx, releaseId);
    return knowRelease(tx, release, artist);
  }

  /** Writes down what a service answered to every way that it was asked, and goes on from there. */
  async answered(tx: Transaction, known: KnownRelease, match: MatchRow, service: ServiceId, answers: readonly Answered[], ways: readonly string[]): Promise<void> {
    const { release, artist } = known;
    const board: Board = { release, destinations: known.destinations, candidates: await candidatesOf(tx, release.id) };
    const ranked = rank(known, answers);
    const best = ranked.find(({ decision }) => decision.verdict !== 'review');
    const counts: Record<Placing, number> = { placed: 0, confirmed: 0, upgraded: 0, pending: 0, left: 0 };
    for (const { answer, decision } of taken(ranked)) {
      const found = factsOf(answer.release);
      const seen = new Set<string>();
      for (const link of answer.release.links) {
        // A release has one destination on each platform: the first is the page of the release itself.
        if (seen.has(link.platform)) continue;
        seen.add(link.platform);
        counts[await placeLink(tx, board, { link, decision, service, country: answer.release.country, found })] += 1;
      }
    }
    const count = counts.placed + counts.confirmed + counts.upgraded;
    const facts = best && storedFacts(factsOf(best.answer.release), artist.name, { sure: best.decision.verdict === 'take', codes: best.decision.verdict === 'take' || (best.decision.method === 'link' && best.decision.evidence.title.outcome !== 'different') });
    const [before]: LookupRow[] = await tx.query('select * from match_lookups where release_id = $1 and service = $2', [release.id, service]);
    const links = Math.max(count, before?.found_count ?? 0);
    const status = best || counts.pending > 0 || before?.facts || links > 0 ? 'found' : 'missed';
    await tx.query(
      `update match_lookups set status = $4, message = $5, asked = array(select distinct unnest(asked || $6::text[])), found_count = $7, facts = coalesce($8, facts), retry_at = $9
       where workspace_id = $1 and release_id = $2 and service = $3`,
      [release.workspaceId, release.id, service, status, saying(status, links, counts.pending, ways), [...ways], links, facts ? JSON.stringify(facts) : null, status === 'missed' ? nextAsking(release, Date.now()) : null],
    );
    await this.goOn(tx, known, match, counts.placed + counts.upgraded > 0);
  }

  /**
   * After anything became known: fields are filled, the cover is fetched, services are asked again that can be asked by
   * something new, and the match is over when nobody is to be asked any more.
   */
  async goOn(tx: Transaction, known: KnownRelease, match: MatchRow, destinationsChanged: boolean): Promise<ReleaseEntity> {
    const { workspaceId } = known.release;
    const rows = await lookupsOf(tx, known.release.id);
    const release = await fillRelease(tx, this.releases, known, rows, destinationsChanged);
    const artwork = artworkWanted(release, rows);
    if (artwork && artwork.url !== match.artwork_url) {
      await tx.query('update matches set artwork_url = $3, artwork_service = $4 where workspace_id = $1 and release_id = $2', [workspaceId, release.id, artwork.url, artwork.service]);
      await orderArtwork(tx, this.jobs, match, workspaceId);
    }
    await this.wake(tx, await knowRelease(tx, release, known.artist), match, rows);
    return release;
  }

  /** Has every service asked that can be asked by something that it was not asked by yet. */
  private async wake(tx: Transaction, known: KnownRelease, match: MatchRow, rows: readonly LookupRow[]): Promise<void> {
    const { workspaceId, id } = known.release;
    const standing = new Map<string, string>();
    for (const row of rows) {
      standing.set(row.service, row.status);
      if (row.status === 'not-configured' || row.status === 'unavailable') continue;
      const lookup = this.lookups.all.find(({ service }) => service === row.service);
      if (!lookup || freshWays(lookup, known, match.country, row).length === 0) {
        if (row.status === 'waiting') standing.set(row.service, 'nothing');
        continue;
      }
      // One that is being asked at this moment is asked again afterwards.
      if (row.status !== 'asking') await tx.query(`update match_lookups set status = 'waiting', message = '', retry_at = null where workspace_id = $1 and release_id = $2 and service = $3`, [workspaceId, id, row.service]);
      standing.set(row.service, 'waiting');
      await orderLookup(tx, this.jobs, match, workspaceId, row.service);
    }
    if ([...standing.values()].some((status) => status === 'waiting' || status === 'asking')) {
      await tx.query('update matches set finished_at = null where workspace_id = $1 and release_id = $2', [workspaceId, id]);
      return;
    }
    await tx.query(
      `update match_lookups set status = 'missed', message = 'There is no title, UPC, ISRC or link of its own to ask it by.', retry_at = $3 where workspace_id = $1 and release_id = $2 and status = 'waiting'`,
      [workspaceId, id, nextAsking(known.release, Date.now())],
    );
    await tx.query('update matches set finished_at = now() where workspace_id = $1 and release_id = $2 and finished_at is null', [workspaceId, id]);
  }

  /** The release's match, when this run is still the latest. */
  async current(tx: Transaction, releaseId: string, run: number): Promise<MatchRow | null> {
    const match = await matchOf(tx, releaseId);
    return match?.run === run ? match : null;
  }
}

interface Ranked {
  answer: Answered;
  decision: MatchDecision;
}

/** What the ladder says to each answer, the surest first, without what is something else. */
function rank(known: KnownRelease, answers: readonly Answered[]): Ranked[] {
  const wanted = wantedOf(known);
  return answers
    .map((answer) => ({ answer, decision: decideMatch(wanted, offeredOf(answer.release), answer.asked) }))
    .filter(({ decision }) => decision.verdict !== 'drop')
    .sort((a, b) => verdicts.indexOf(a.decision.verdict) - verdicts.indexOf(b.decision.verdict) || b.decision.score - a.decision.score);
}

/** Editions under one code all count; of what only looks right the best one alone; of the doubtful a few. */
function taken(ranked: readonly Ranked[]): Ranked[] {
  const sure = ranked.filter(({ decision }) => decision.verdict === 'take');
  const guess = sure.length > 0 ? [] : ranked.filter(({ decision }) => decision.verdict === 'flag').slice(0, 1);
  const doubtful = ranked.filter(({ decision }) => decision.verdict === 'review' && (sure.length === 0 || decision.method !== 'title'));
  return [...sure, ...guess, ...doubtful.slice(0, mostDoubtful)];
}

/** Whether one of these answers settles what the release is at this service, so that it need not be asked further. */
export function isSettled(known: KnownRelease, answers: readonly Answered[]): boolean {
  return rank(known, answers).some(({ decision }) => decision.verdict === 'take' || decision.verdict === 'flag');
}

const wayNames: readonly (readonly [string, string])[] = [['upc:', 'the UPC'], ['isrc:', 'the ISRC'], ['link:', 'a link'], ['search:', 'title and artist']];

function saying(status: 'found' | 'missed', count: number, pending: number, ways: readonly string[]): string {
  const links = (number: number) => `${number} ${number === 1 ? 'link' : 'links'}`;
  if (status === 'found') return [count > 0 && `${links(count)} found.`, pending > 0 && `${links(pending)} for you to decide.`].filter((text) => text !== false).join(' ') || 'Found, with no link to add.';
  const by = wayNames.filter(([start]) => ways.some((way) => way.startsWith(start))).map(([, name]) => name);
  return by.length === 0 ? 'Nothing found.' : `Nothing found by ${by.length === 1 ? by[0] : `${by.slice(0, -1).join(', ')} or ${by.at(-1)}`}.`;
}
