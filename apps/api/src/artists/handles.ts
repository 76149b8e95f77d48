import { accept, handleSkeleton, parseHandle, refuse, type Result } from '@lynkify/domain';
import type { Transaction } from '../database/database.js';

export const handleTaken = (handle: string) => refuse('HANDLE_TAKEN', ['handle'], `“${handle}” is taken. Choose another handle.`);
export const handleLooksAlike = (handle: string) => refuse('HANDLE_LOOKALIKE', ['handle'], `“${handle}” looks like a handle that is taken. Choose one that cannot be mistaken for another artist’s.`);

/**
 * Claims a handle for an artist, for good: former handles redirect and are never given to somebody else, so taking one's
 * own back works. The primary keys decide, over all workspaces.
 */
export async function claimHandle(tx: Transaction, artist: { workspaceId: string; id: string }, handle: string): Promise<Result<string, 'HANDLE_TAKEN' | 'HANDLE_LOOKALIKE'>> {
  const owned = [artist.workspaceId, artist.id];
  const skeleton = handleSkeleton(handle);
  await tx.query('insert into handles (handle, workspace_id, artist_id) values ($1, $2, $3) on conflict (handle) do nothing', [handle, ...owned]);
  // Row-level security hides other tenants' rows: what is there after this and not visible as ours is somebody else's.
  const held: unknown[] = await tx.query('select 1 from handles where handle = $1 and artist_id = $2', [handle, artist.id]);
  if (held.length === 0) return handleTaken(handle);
  await tx.query('insert into handle_skeletons (skeleton, workspace_id, artist_id) values ($1, $2, $3) on conflict (skeleton) do nothing', [skeleton, ...owned]);
  const ours: unknown[] = await tx.query('select 1 from handle_skeletons where skeleton = $1 and artist_id = $2', [skeleton, artist.id]);
  return ours.length === 0 ? handleLooksAlike(handle) : accept(handle);
}

/** Which of these handles nobody holds and nothing looks like. Runs in a unit of work of the purpose `handles`. */
export async function freeHandles(tx: Transaction, candidates: readonly string[]): Promise<{ handle: string; taken: boolean; lookalike: boolean }[]> {
  return tx.query(
    `select asked.handle,
       exists (select 1 from handles h where h.handle = asked.handle) as taken,
       exists (select 1 from handle_skeletons s where s.skeleton = asked.skeleton) as lookalike
     from unnest($1::text[], $2::text[]) with ordinality as asked (handle, skeleton, place) order by place`,
    [candidates, candidates.map(handleSkeleton)],
  );
}

/** Other handles to offer when this one cannot be had, the nicest first. */
export function alternatives(handle: string): string[] {
  const stem = handle.slice(0, 32);
  return [`${stem}-music`, `${stem}-band`, `the-${stem}`, `${stem}-sound`, ...[2, 3, 4, 5, 6, 7, 8, 9].map((number) => `${stem}-${number}`)].filter((candidate) => parseHandle(candidate).ok);
}
