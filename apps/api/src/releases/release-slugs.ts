import { suggestSlug } from '@lynkify/domain';
import type { Transaction } from '../database/database.js';

/**
 * A slug for a title that no release of the artist holds or held: the title's own, else with -2, -3 and so on. A hint:
 * the unique constraint decides when the row is written.
 */
export async function freeSlug(tx: Transaction, artistId: string, title: string, exceptReleaseId: string | null = null): Promise<string> {
  const stem = suggestSlug(title);
  const rows: { slug: string }[] = await tx.query(
    `select slug from releases where artist_id = $1 and (slug = $2 or starts_with(slug, $2 || '-')) and id is distinct from $3
     union all
     select slug from former_slugs where artist_id = $1 and (slug = $2 or starts_with(slug, $2 || '-')) and release_id is distinct from $3`,
    [artistId, stem, exceptReleaseId],
  );
  const taken = new Set(rows.map(({ slug }) => slug));
  let slug = stem;
  for (let number = 2; taken.has(slug); number += 1) slug = `${stem}-${number}`;
  return slug;
}

/** Whether a slug was made from this title and not chosen. */
export function isSuggestedSlug(slug: string, title: string): boolean {
  const stem = suggestSlug(title);
  return slug === stem || (slug.startsWith(`${stem}-`) && /^[0-9]+$/u.test(slug.slice(stem.length + 1)));
}
