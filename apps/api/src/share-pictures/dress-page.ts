import type { PublishedDocument } from '@lynkify/domain';
import type { Transaction } from '../database/database.js';
import { contentHash, shareContent } from './share-content.js';

/** Name of the job that draws. Its queue has one drawn at a time, in all processes together: nobody waits for it. */
export const sharePictureJob = 'draw-share-picture';

/**
 * A document with the picture that stands for it where its address is shared. Where that has to be drawn first it is ordered,
 * in this transaction, and the artwork stands in until it is there.
 */
export async function dressed(tx: Transaction, { path, workspaceId }: { path: string; workspaceId: string }, document: PublishedDocument): Promise<PublishedDocument> {
  if (document.kind !== 'smart-link' && document.kind !== 'bio-page') return document;
  const { sharePicture: _former, ...rest } = document;
  const content = shareContent(document);
  if (!content) return rest;
  const [drawn]: { id: string; width: number; height: number }[] = await tx.query('select id, width, height from media where source_hash = $1', [contentHash(content)]);
  if (drawn) return { ...rest, sharePicture: drawn };
  await orderSharePictures(tx, workspaceId, [path]);
  return rest;
}

/** Has the pictures of these pages brought up to date soon. */
export async function orderSharePictures(tx: Transaction, workspaceId: string, paths: readonly string[]): Promise<void> {
  await tx.query(
    `select count(graphile_worker.add_job('${sharePictureJob}', json_build_object('workspaceId', $1::text, 'path', path), queue_name => '${sharePictureJob}',
       job_key => '${sharePictureJob}:' || path, max_attempts => 6, priority => 10)) from unnest($2::text[]) as path`,
    [workspaceId, paths],
  );
}
