import type { TrackFacts } from '@lynkify/domain';
import type { Transaction } from '../database/database.js';

/** Sets the whole list of a release's tracks. */
export async function saveTracks(tx: Transaction, release: { workspaceId: string; id: string }, tracks: readonly TrackFacts[]): Promise<void> {
  await tx.query('delete from tracks where release_id = $1', [release.id]);
  await tx.query(
    `insert into tracks (workspace_id, release_id, position, title, isrc, duration_ms, preview_url)
     select $1, $2, place - 1, title, isrc, duration_ms, preview_url
     from unnest($3::text[], $4::text[], $5::integer[], $6::text[]) with ordinality as listed (title, isrc, duration_ms, preview_url, place)`,
    [release.workspaceId, release.id, tracks.map(({ title }) => title), tracks.map(({ isrc }) => isrc), tracks.map(({ durationMs }) => durationMs), tracks.map(({ previewUrl }) => previewUrl ?? null)],
  );
}
