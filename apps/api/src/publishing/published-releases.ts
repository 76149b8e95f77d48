import { newestFirst, toReleaseCard, type BioPageDocument, type PublishedArtist, type ReleaseCard, type SmartLinkDocument } from '@lynkify/domain';
import type { Transaction } from '../database/database.js';
import { orderMoreReleases } from './more-releases.js';
import { pageAt, putPage } from './published-pages.js';

/** An artist's public releases as a bio page shows them, newest first; those with a password are for whoever has their address. Taken from what is published, never from drafts. */
export async function publishedCards(tx: Transaction, artistId: string): Promise<ReleaseCard[]> {
  const rows: Pick<SmartLinkDocument, 'release' | 'artwork' | 'access'>[] = await tx.query(
    `select document->'release' as release, document->'artwork' as artwork, document->'access' as access from published_pages
     where artist_id = $1 and kind = 'smart-link' and document #>> '{access,password}' is null`,
    [artistId],
  );
  return newestFirst(rows.map(toReleaseCard));
}

/**
 * After an artist's public releases changed, or their names: brings what their other pages show of them up to date. The bio
 * page at once, smart links soon.
 */
export async function refreshArtistPages(tx: Transaction, artist: Pick<PublishedArtist, 'id' | 'handle'> & { workspaceId: string }): Promise<void> {
  await refreshBioPage(tx, artist);
  await orderMoreReleases(tx, artist);
}

/**
 * Brings the releases on an artist's public bio page up to date; everything else of it stays as it was published. Units
 * of work that do so for one artist at the same time come one after the other.
 */
async function refreshBioPage(tx: Transaction, artist: Pick<PublishedArtist, 'id' | 'handle'> & { workspaceId: string }): Promise<void> {
  const [page]: { status: string }[] = await tx.query('select status from bio_pages where artist_id = $1 for update', [artist.id]);
  if (page?.status !== 'published') return;
  const path = `/${artist.handle}`;
  const document = await pageAt(tx, path);
  if (document?.kind !== 'bio-page') return;
  const refreshed: BioPageDocument = { ...document, releases: await publishedCards(tx, artist.id) };
  if (JSON.stringify(refreshed.releases) === JSON.stringify(document.releases)) return;
  await putPage(tx, { path, workspaceId: artist.workspaceId, artistId: artist.id, releaseId: null }, refreshed);
}
