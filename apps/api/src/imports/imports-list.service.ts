import { Injectable } from '@nestjs/common';
import type { Viewer } from '@lynkify/domain';
import { requireInWorkspace } from '../access/access.js';
import { Database } from '../database/database.js';
import { isId } from '../database/ids.js';
import { decodeCursor, pageSize, toPage, type Page } from '../graphql/connection.js';
import { batchLoader } from '../graphql/context.js';
import { badInput, notFound } from '../request-error.js';
import { ImportEntity, importOutcomes, type ImportOutcomeValue } from './import.entity.js';
import { toImport, type Import } from './import.type.js';
import { shownLine, type ImportLineRow, type ShownLine } from './import-lines.js';

/** How many lines of an import stand how. */
export type LineCounts = Record<ImportOutcomeValue, number>;

@Injectable()
export class ImportsListService {
  constructor(private readonly database: Database) {}

  /** Imports by id, in one query per request. */
  readonly byId = batchLoader<string, ImportEntity | null>(async ({ viewer }, ids) => {
    const known = ids.filter(isId);
    const rows = await this.database.inWorkspace(requireInWorkspace(viewer, 'releases:read'), (tx) => tx.createQueryBuilder(ImportEntity, 'import').where('import.id = any(:known)', { known }).getMany());
    return ids.map((id) => rows.find((row) => row.id === id) ?? null);
  });

  /** Counts of lines by import. */
  readonly counts = batchLoader<string, LineCounts>(async ({ viewer }, ids) => {
    const rows: { import_id: string; outcome: ImportOutcomeValue; lines: number }[] = await this.database.inWorkspace(requireInWorkspace(viewer, 'releases:read'), (tx) =>
      tx.query('select import_id, outcome, count(*)::int as lines from import_lines where import_id = any($1::uuid[]) group by 1, 2', [ids]),
    );
    return ids.map((id) => {
      const counts: LineCounts = { waiting: 0, created: 0, completed: 0, unchanged: 0, refused: 0 };
      for (const row of rows) if (row.import_id === id) counts[row.outcome] = row.lines;
      return counts;
    });
  });

  async one(viewer: Viewer, id: string): Promise<ImportEntity | null> {
    const inside = requireInWorkspace(viewer, 'releases:read');
    return isId(id) ? this.database.inWorkspace(inside, (tx) => tx.findOneBy(ImportEntity, { id })) : null;
  }

  /** Imports of the workspace, the newest first. */
  async all(viewer: Viewer, first: number, after: string | null): Promise<Page<Import>> {
    const inside = requireInWorkspace(viewer, 'releases:read');
    const limit = pageSize(first);
    const [id] = after === null ? [null] : decodeCursor(after, 1);
    if (id !== null && (id === undefined || !isId(id))) throw noCursor();
    return this.database.inWorkspace(inside, async (tx) => {
      const list = tx.createQueryBuilder(ImportEntity, 'import');
      const totalCount = await list.getCount();
      // Ids grow with time.
      if (id !== null) list.where('import.id < :id', { id });
      const rows = await list.orderBy('import.id', 'DESC').limit(limit + 1).getMany();
      return toPage(rows, limit, { after, totalCount, cursorOf: (row) => [row.id], toNode: toImport });
    });
  }

  /** The first lines of a file, cell by cell; none of an artist's page. */
  async firstRows(viewer: Viewer, importId: string, first: number): Promise<string[][]> {
    const rows: { cells: string[] }[] = await this.database.inWorkspace(requireInWorkspace(viewer, 'releases:read'), (tx) =>
      tx.query('select cells from import_lines where import_id = $1 and cells is not null order by number limit $2', [importId, pageSize(first)]),
    );
    return rows.map(({ cells }) => cells);
  }

  /** Lines of an import in their order, of one outcome or all. */
  async lines(viewer: Viewer, importId: string, { outcome, first, after }: { outcome: ImportOutcomeValue | null; first: number; after: string | null }): Promise<Page<ShownLine>> {
    const inside = requireInWorkspace(viewer, 'releases:read');
    const limit = pageSize(first);
    const number = after === null ? -1 : readNumber(after);
    return this.database.inWorkspace(inside, async (tx) => {
      const source = await tx.findOneBy(ImportEntity, { id: importId });
      if (!source) throw notFound('import');
      const outcomes = outcome === null ? importOutcomes : [outcome];
      const [counted]: { lines: number }[] = await tx.query('select count(*)::int as lines from import_lines where import_id = $1 and outcome = any($2)', [importId, outcomes]);
      const rows: ImportLineRow[] = await tx.query('select * from import_lines where import_id = $1 and outcome = any($2) and number > $3 order by number limit $4', [importId, outcomes, number, limit + 1]);
      return toPage(rows, limit, { after, totalCount: counted?.lines ?? 0, cursorOf: (row) => [String(row.number)], toNode: (row) => shownLine(row, source) });
    });
  }
}

function readNumber(after: string): number {
  const [number] = decodeCursor(after, 1);
  if (number && /^\d{1,9}$/u.test(number)) return Number(number);
  throw noCursor();
}

const noCursor = () => badInput({ after: 'This is no cursor of this list. Take `endCursor` of the page before.' });
