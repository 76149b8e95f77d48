import { offeredDestinations, type Picture, type SmartLinkDocument } from '@lynkify/domain';
import { platformById } from '@lynkify/platforms';
import type { Transaction } from '../database/database.js';

/** The smart link of a release as the public has it now, or null while it has none. */
export async function publishedRelease(tx: Transaction, workspaceId: string, releaseId: string): Promise<{ path: string; document: SmartLinkDocument } | null> {
  const [row]: { path: string; document: SmartLinkDocument }[] = await tx.query(
    `select p.path, p.document from releases r join published_pages p on p.workspace_id = r.workspace_id and p.artist_id = r.artist_id and p.release_id = r.id and p.kind = 'smart-link' and p.host = ''
     where r.workspace_id = $1 and r.id = $2 limit 1`,
    [workspaceId, releaseId],
  );
  return row ?? null;
}

/**
 * Platforms that its page offers at a moment (epoch milliseconds): the preferred one first, the others in the artist's order,
 * those that are of no use in the fan's country last.
 */
export function platformsOf(document: SmartLinkDocument, now: number, { platform: preferred, country }: { platform: string | null; country: string | null }): string[] {
  const rank = (platform: string) => {
    const countries = platformById(platform)?.countries ?? null;
    return platform === preferred ? 0 : country === null || countries === null || countries.includes(country) ? 1 : 2;
  };
  return offeredDestinations(document, now)
    .map(({ platform }) => platform)
    .sort((one, other) => rank(one) - rank(other));
}

/** Address of the artwork in a size that a mail shows, as a JPEG. */
export function artworkUrl(artwork: Picture, pagesUrl: string): string {
  const width = artwork.widths.find((each) => each >= 640) ?? artwork.widths.at(-1) ?? artwork.width;
  return `${pagesUrl}/media/${artwork.id}/${width}.jpeg`;
}
