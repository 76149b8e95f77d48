import type { Result } from '@lynkify/domain';
import type { FoundRelease } from '../lookups/lookup.js';
import type { Transaction } from '../database/database.js';
import { lineOfFound, lineTexts, readLine, type CatalogueLine, type LineTexts } from './catalogue-line.js';
import type { CsvRow } from './csv/read-csv.js';
import { csvSettings, type ImportEntity, type ImportOutcomeValue } from './import.entity.js';

/** A line as it is stored. */
export interface ImportLineRow {
  import_id: string;
  number: number;
  cells: string[] | null;
  found: FoundRelease | null;
  problem: string | null;
  outcome: ImportOutcomeValue;
  message: string;
  release_id: string | null;
}

/** A line as the report shows it: what was read, in the words of the source. */
export interface ShownLine extends LineTexts {
  number: number;
  outcome: ImportOutcomeValue;
  message: string;
  releaseId: string | null;
}

/** Rows are written this many at once: one statement, however long the file. */
const atOnce = 1_000;

export async function insertCsvLines(tx: Transaction, target: { workspaceId: string; id: string }, rows: readonly CsvRow[]): Promise<void> {
  for (let from = 0; from < rows.length; from += atOnce) {
    await tx.query(
      `insert into import_lines (workspace_id, import_id, number, cells, problem)
       select $1, $2, (row->>'number')::int, array(select jsonb_array_elements_text(row->'cells')), row->>'problem' from jsonb_array_elements($3::jsonb) as listed (row)`,
      [target.workspaceId, target.id, JSON.stringify(rows.slice(from, from + atOnce))],
    );
  }
}

/** Adds one page of an artist's list. What is there already, of a page that was read before, is not there twice. */
export async function insertFoundLines(tx: Transaction, target: { workspaceId: string; id: string }, releases: readonly FoundRelease[]): Promise<void> {
  await tx.query(
    `insert into import_lines (workspace_id, import_id, number, found, found_id)
     select $1, $2, coalesce((select max(number) from import_lines where workspace_id = $1 and import_id = $2), 0) + place, release, release->>'id'
     from jsonb_array_elements($3::jsonb) with ordinality as listed (release, place)
     on conflict on constraint import_lines_found_key do nothing`,
    [target.workspaceId, target.id, JSON.stringify(releases, storable)],
  );
}

/** Postgres keeps neither null characters nor halves of a pair, and a service may say anything. */
function storable(_key: string, value: unknown): unknown {
  return typeof value === 'string' ? value.replaceAll('\u0000', '').replace(/\p{Surrogate}/gu, '') : value;
}

/** The release that a line tells, as this import reads it. */
export function readImportLine(row: Pick<ImportLineRow, 'cells' | 'found'>, source: ImportEntity): Result<CatalogueLine> {
  if (row.found) return lineOfFound(row.found);
  const settings = csvSettings(source);
  return readLine(lineTexts(row.cells ?? [], settings?.roles ?? []), settings?.dateOrder ?? 'YMD');
}

export function shownLine(row: ImportLineRow, source: ImportEntity): ShownLine {
  const { number, outcome, release_id: releaseId } = row;
  const message = row.outcome === 'waiting' ? (row.problem ?? '') : row.message;
  const { found } = row;
  const texts: LineTexts = found
    ? { title: found.title, artist: found.artist, type: found.type ?? '', date: found.releaseDate ?? '', upc: found.upc ?? '', isrc: '', track: '', label: found.label ?? '', slug: '', links: found.links.map(({ url }) => url) }
    : lineTexts(row.cells ?? [], csvSettings(source)?.roles ?? []);
  return { ...texts, number, outcome, message, releaseId };
}
