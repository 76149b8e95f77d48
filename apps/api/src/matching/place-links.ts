import type { MatchDecision, MatchEvidence, MatchMethod } from '@lynkify/domain';
import { platformRank } from '@lynkify/platforms';
import type { Transaction } from '../database/database.js';
import type { DestinationEntity } from '../destinations/destination.entity.js';
import type { FoundLink, ServiceId } from '../lookups/lookup.js';
import { samePage } from './known-release.js';
import type { CandidateRow } from './match-rows.js';

/** One link as a match came upon it. */
export interface MatchedLink {
  link: FoundLink;
  decision: MatchDecision;
  service: ServiceId;
  country: string | null;
  found: CandidateRow['found'];
}

/** The release as it stands in this unit of work, kept up while links are placed. */
export interface Board {
  release: { workspaceId: string; id: string };
  destinations: DestinationEntity[];
  candidates: CandidateRow[];
}

/** What became of a link: `placed` is new on the release, `confirmed` was there, `pending` waits for a person, `left`: nothing. */
export type Placing = 'placed' | 'confirmed' | 'upgraded' | 'pending' | 'left';

const byCode = (method: MatchMethod): boolean => method === 'upc' || method === 'isrc';

/**
 * Puts a matched link where the ladder says. A platform that has a destination keeps it: another address is only offered
 * to a person, and only when it came by a code. What a person rejected or took off does not come back.
 */
export async function placeLink(tx: Transaction, board: Board, matched: MatchedLink): Promise<Placing> {
  const { link, decision } = matched;
  const held = board.destinations.find(({ platform }) => platform === link.platform);
  if (held && samePage(held.url, link.url)) return confirm(tx, board, held, matched);
  const known = board.candidates.find(({ platform, url }) => platform === link.platform && samePage(url, link.url));
  if (known && known.status !== 'pending') return 'left';
  if (held) return byCode(decision.method) ? propose(tx, board, matched, known) : 'left';
  if (decision.verdict === 'review') return propose(tx, board, matched, known);
  await note(tx, board, matched, 'accepted', known);
  await insertDestination(tx, board, { ...link, method: decision.method, evidence: decision.evidence, score: decision.score, service: matched.service, country: matched.country, flagged: decision.verdict === 'flag' });
  return 'placed';
}

/** The release has this address: that it was found too is worth noting, and a code makes a guess sure. */
async function confirm(tx: Transaction, board: Board, held: DestinationEntity, matched: MatchedLink): Promise<Placing> {
  const { decision, service, country } = matched;
  if (decision.verdict === 'review') return 'left';
  const known = board.candidates.find(({ platform, url }) => platform === held.platform && url === held.url);
  await note(tx, board, { ...matched, link: { ...matched.link, url: held.url } }, 'accepted', known);
  const isGuess = held.flagged && decision.verdict === 'take';
  const bare = held.score === null;
  if (!isGuess && !bare) return 'confirmed';
  const method = isGuess ? decision.method : held.method;
  await tx.query('update destinations set method = $3, evidence = $4, score = $5, service = $6, country = $7, flagged = flagged and not $8, checked_at = now() where workspace_id = $1 and id = $2', [
    board.release.workspaceId,
    held.id,
    method,
    JSON.stringify(decision.evidence),
    decision.score,
    service,
    country,
    isGuess,
  ]);
  Object.assign(held, { method, evidence: decision.evidence, score: decision.score, service, country, flagged: held.flagged && !isGuess });
  return isGuess ? 'upgraded' : 'confirmed';
}

async function propose(tx: Transaction, board: Board, matched: MatchedLink, known: CandidateRow | undefined): Promise<Placing> {
  // What waits already is shown with the best reasons that there are.
  if (known && known.score >= matched.decision.score) return 'pending';
  await note(tx, board, matched, 'pending', known);
  return 'pending';
}

async function note(tx: Transaction, board: Board, { link, decision, service, country, found }: MatchedLink, status: 'pending' | 'accepted', known: CandidateRow | undefined): Promise<void> {
  const { method, evidence, score } = decision;
  const [row]: CandidateRow[] = await tx.query(
    `insert into match_candidates (workspace_id, release_id, platform, url, entity, method, evidence, score, country, service, found, status, decided_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, case when $12 = 'accepted' then now() end)
     on conflict on constraint match_candidates_url_key do update set method = excluded.method, evidence = excluded.evidence, score = excluded.score, country = excluded.country,
       service = excluded.service, found = excluded.found, status = excluded.status, decided_at = excluded.decided_at
     where match_candidates.status = 'pending'
     returning *`,
    [board.release.workspaceId, board.release.id, link.platform, known?.url ?? link.url, link.entity, method, JSON.stringify(evidence), score, country, service, JSON.stringify(found), status],
  );
  if (!row) return;
  const at = board.candidates.findIndex(({ id }) => id === row.id);
  if (at === -1) board.candidates.push(row);
  else board.candidates[at] = row;
}

export interface NewDestination {
  platform: string;
  url: string;
  entity: string | null;
  method: MatchMethod;
  evidence: MatchEvidence;
  score: number;
  service: string;
  country: string | null;
  flagged: boolean;
}

/** Adds a matched destination: behind what people put there, among matched ones by popularity, unless somebody ordered them otherwise. */
export async function insertDestination(tx: Transaction, board: Board, { platform, url, entity, method, evidence, score, service, country, flagged }: NewDestination): Promise<void> {
  const { workspaceId, id } = board.release;
  board.destinations.sort((a, b) => a.position - b.position);
  let at = board.destinations.length;
  while (at > 0 && isOfMatch(board.destinations[at - 1]) && platformRank(board.destinations[at - 1]?.platform ?? '') > platformRank(platform)) at -= 1;
  const position = at === board.destinations.length ? (board.destinations.at(-1)?.position ?? -1) + 1 : (board.destinations[at]?.position ?? at);
  await tx.query('update destinations set position = position + 1 where release_id = $1 and position >= $2', [id, position]);
  for (const later of board.destinations.slice(at)) later.position += 1;
  const [row]: { id: string }[] = await tx.query(
    `insert into destinations (workspace_id, release_id, platform, url, entity, position, method, evidence, score, service, country, flagged, checked_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, now()) returning id`,
    [workspaceId, id, platform, url, entity, position, method, JSON.stringify(evidence), score, service, country, flagged],
  );
  const added = { workspaceId, id: row?.id ?? '', releaseId: id, platform, url, entity, position, method, evidence, score, service, country, flagged, pastedText: '', checkedAt: new Date() };
  board.destinations.splice(at, 0, added as DestinationEntity);
}

function isOfMatch(destination: DestinationEntity | undefined): boolean {
  return destination !== undefined && ['upc', 'isrc', 'title', 'link'].includes(destination.method);
}
