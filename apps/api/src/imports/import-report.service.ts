import { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import type { Viewer } from '@lynkify/domain';
import { stringify } from 'csv-stringify';
import { requireInWorkspace } from '../access/access.js';
import { Database } from '../database/database.js';
import { isId } from '../database/ids.js';
import { Log } from '../log.js';
import { notFound } from '../request-error.js';
import { ImportEntity } from './import.entity.js';
import { shownLine, type ImportLineRow, type ShownLine } from './import-lines.js';

export interface ImportReport {
  name: string;
  content: Readable;
}

const columns = ['line', 'outcome', 'message', 'artist', 'title', 'type', 'date', 'upc', 'isrc', 'track', 'label', 'slug', 'links', 'release'] as const;

/** Rows read at once; nothing but these is ever in memory. */
const readAtOnce = 500;

/** What became of every line of an import, as CSV, written while it is read. */
@Injectable()
export class ImportReports {
  constructor(
    private readonly database: Database,
    private readonly log: Log,
  ) {}

  /** @throws RequestError NOT_FOUND */
  async report(viewer: Viewer, importId: string): Promise<ImportReport> {
    const inside = requireInWorkspace(viewer, 'releases:read');
    const source = isId(importId) ? await this.database.inWorkspace(inside, (tx) => tx.findOneBy(ImportEntity, { id: importId })) : null;
    if (!source) throw notFound('import');
    // What the file said comes back to a spreadsheet program, which would run a cell that begins like a formula.
    const csv = stringify({ header: true, columns: [...columns], escape_formulas: true, bom: true, record_delimiter: '\r\n' });
    const rows = Readable.from(this.rows(source));
    rows.on('error', (error) => {
      this.log.error({ err: error }, 'the report of an import broke off');
      csv.destroy(error);
    });
    csv.on('close', () => rows.destroy());
    return { name: `import-${importId}.csv`, content: rows.pipe(csv) };
  }

  /** Page by page, each its own short unit of work: who downloads slowly holds no connection and no snapshot. */
  private async *rows(source: ImportEntity): AsyncGenerator<string[]> {
    for (let number = -1; ; ) {
      const from: number = number;
      const page: ImportLineRow[] = await this.database.inWorkspace(source, (tx) => tx.query('select * from import_lines where import_id = $1 and number > $2 order by number limit $3', [source.id, from, readAtOnce]));
      for (const row of page) yield toRecord(shownLine(row, source));
      const last = page.at(-1);
      if (!last || page.length < readAtOnce) return;
      number = last.number;
    }
  }
}

function toRecord({ number, outcome, message, artist, title, type, date, upc, isrc, track, label, slug, links, releaseId }: ShownLine): string[] {
  return [String(number), outcome, message, artist, title, type, date, upc, isrc, track, label, slug, links.join(' '), releaseId ?? ''];
}
