import { type ReleaseCard, type SmartLinkDocument, mostMoreReleases, toReleaseCard } from '@lynkify/domain';
import type { Transaction } from '../database/database.js';

/** Job that brings the other releases on an artist's pages up to date. */
export const moreReleasesJob = 'publishing.more-releases';

/**
 * Has the other releases that an artist's pages show brought up to date, soon: an artist may have hundreds of pages, and
 * whoever publishes one does not wait for them. What waits already is not ordered twice.
 */
export async function orderMoreReleases(tx: Transaction, { workspaceId, id }: { workspaceId: string; id: string }): Promise<void> {
  await tx.query(`select graphile_worker.add_job('${moreReleasesJob}', json_build_object('workspaceId', $1::text, 'artistId', $2::text), job_key => '${moreReleasesJob}:' || $2, max_attempts => 12, priority => 5)`, [workspaceId, id]);
}

/** The artist's public releases, the newest first, as many as any page of theirs can show; none with a password, none that has ended. */
export async function newestCards(tx: Transaction, artistId: string): Promise<ReleaseCard[]> {
  const rows: Pick<SmartLinkDocument, 'release' | 'artwork' | 'access'>[] = await tx.query(
    `select document->'release' as release, document->'artwork' as artwork, document->'access' as access from published_pages
     where artist_id = $1 and host = '' and kind = 'smart-link' and document #>> '{access,password}' is null
       and coalesce((document #>> '{access,expiresAt}')::timestamptz > now(), true)
     order by (document #>> '{release,releasedAt}') collate "C" desc nulls last, release_id desc limit $2`,
    [artistId, mostMoreReleases + 1],
  );
  return rows.map(toReleaseCard);
}
