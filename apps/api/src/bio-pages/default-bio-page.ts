import { defaultBioSections, defaultTheme } from '@lynkify/domain';
import type { Transaction } from '../database/database.js';

/** Makes the bio page that every artist has from the start: a draft with the sections that most pages want. */
export async function insertDefaultBioPage(tx: Transaction, artist: { workspaceId: string; id: string; name: string }): Promise<void> {
  await tx.query('insert into bio_pages (workspace_id, artist_id, theme) values ($1, $2, $3)', [artist.workspaceId, artist.id, JSON.stringify(defaultTheme)]);
  await tx.query(
    `insert into bio_sections (workspace_id, artist_id, position, type, visible, settings)
     select $1, $2, place - 1, section->>'type', (section->>'visible')::boolean, section->'settings'
     from jsonb_array_elements($3::jsonb) with ordinality as listed (section, place)`,
    [artist.workspaceId, artist.id, JSON.stringify(defaultBioSections(artist.name))],
  );
}
