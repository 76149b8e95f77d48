import { upcKey } from '@lynkify/domain';
import { recognise } from '@lynkify/platforms';
import type { Transaction } from '../database/database.js';
import type { CatalogueLine } from './catalogue-line.js';

/** A release that may be the one of a line, with how it was found. */
export interface SameRelease {
  id: string;
  by: 'upc' | 'link' | 'title';
}

/**
 * The artist's release that a line of a catalogue is about. The barcode decides, its leading zeros aside; else one of its
 * addresses; else the title, where nothing speaks against it: another barcode, another day, another page on a platform.
 */
export async function findSameRelease(tx: Transaction, artistId: string, line: CatalogueLine): Promise<SameRelease | null> {
  const key = line.upc === null ? null : upcKey(line.upc);
  if (key !== null) {
    const [row]: { id: string }[] = await tx.query(`select id from releases where artist_id = $1 and upc is not null and ltrim(upc, '0') = $2 order by status = 'archived', created_at, id limit 1`, [artistId, key]);
    if (row) return { id: row.id, by: 'upc' };
  }
  if (line.links.length > 0) {
    const [row]: { id: string }[] = await tx.query(
      `select r.id from destinations d join releases r on r.workspace_id = d.workspace_id and r.id = d.release_id
       where d.url = any($2::text[]) and r.artist_id = $1 and (r.upc is null or $3::text is null or ltrim(r.upc, '0') = $3)
       order by r.status = 'archived', r.created_at, r.id limit 1`,
      [artistId, line.links, key],
    );
    if (row) return { id: row.id, by: 'link' };
  }
  const platforms = line.links.map(platformOf);
  const [row]: { id: string }[] = await tx.query(
    `select r.id from releases r
     where r.artist_id = $1 and lower(r.title) = lower($2) and ($3::date is null or r.release_date is null or r.release_date = $3::date) and ($4::text is null or r.upc is null)
       and not exists (select 1 from destinations d where d.workspace_id = r.workspace_id and d.release_id = r.id and d.platform = any($5::text[]))
     order by r.status = 'archived', r.release_date is null, r.created_at, r.id limit 1`,
    [artistId, line.title, line.releaseDate, key, platforms],
  );
  return row ? { id: row.id, by: 'title' } : null;
}

function platformOf(url: string): string {
  const found = recognise(url);
  return found.status === 'recognised' ? found.platform : '';
}
