import { Injectable } from '@nestjs/common';
import type { Viewer } from '@lynkify/domain';
import { requireInWorkspace } from '../access/access.js';
import { Database, type Transaction } from '../database/database.js';
import { csvSettings, ImportEntity } from './import.entity.js';
import { readImportLine, shownLine, type ImportLineRow, type ShownLine } from './import-lines.js';
import { Roster } from './roster.service.js';

/** What would become of a file, told before anything is made of it. */
export interface ImportCheck {
  /** Lines that would be refused. */
  wrong: number;
  /** The first of them. */
  lines: ShownLine[];
  /** Names of artists that nobody here has. */
  unknownArtists: string[];
}

const shown = 50;
/** A file names some artists many times; past so many different ones the rest is told while it runs. */
const mostNames = 1_000;
const readAtOnce = 1_000;

/** Reads a file that waits to be confirmed as its run would, and writes nothing. */
@Injectable()
export class ImportCheckService {
  constructor(
    private readonly database: Database,
    private readonly roster: Roster,
  ) {}

  /** Null once the import has begun: from then on each line says itself what became of it. */
  async check(viewer: Viewer, importId: string): Promise<ImportCheck | null> {
    const inside = requireInWorkspace(viewer, 'releases:read');
    return this.database.inWorkspace(inside, async (tx) => {
      const source = await tx.findOneBy(ImportEntity, { id: importId });
      if (!source || source.status !== 'ready') return null;
      const names = new Map<string, string | null>();
      const check: ImportCheck = { wrong: 0, lines: [], unknownArtists: [] };
      for (let number = -1; ; ) {
        const rows: ImportLineRow[] = await tx.query('select * from import_lines where import_id = $1 and number > $2 order by number limit $3', [source.id, number, readAtOnce]);
        for (const row of rows) await this.add(tx, check, source, row, names);
        const last = rows.at(-1);
        if (!last || rows.length < readAtOnce) return check;
        number = last.number;
      }
    });
  }

  private async add(tx: Transaction, check: ImportCheck, source: ImportEntity, row: ImportLineRow, names: Map<string, string | null>): Promise<void> {
    const message = await this.problem(tx, check, source, row, names);
    if (message === null) return;
    check.wrong += 1;
    if (check.lines.length < shown) check.lines.push({ ...shownLine(row, source), message });
  }

  private async problem(tx: Transaction, check: ImportCheck, source: ImportEntity, row: ImportLineRow, names: Map<string, string | null>): Promise<string | null> {
    if (row.problem !== null) return row.problem;
    const line = readImportLine(row, source);
    if (!line.ok) return line.errors.map(({ message }) => message).join(' ');
    // Without a column for the artist the file says nothing that could be wrong: whose it is is chosen, or the only one.
    if (source.artistId !== null || !csvSettings(source)?.roles.includes('artist')) return null;
    const { artist } = line.value;
    if (artist === '') return 'This line names no artist.';
    const known = names.get(artist);
    if (known !== undefined || names.size >= mostNames) return known ?? null;
    const problem = await this.problemOfArtist(tx, check, source, artist);
    names.set(artist, problem);
    return problem;
  }

  private async problemOfArtist(tx: Transaction, check: ImportCheck, source: ImportEntity, artist: string): Promise<string | null> {
    const found = await this.roster.find(tx, artist);
    if (!found.ok) return found.errors.map(({ message }) => message).join(' ');
    if (found.value !== null) return null;
    check.unknownArtists.push(artist);
    return source.createArtists ? null : `Nobody of your artists is called “${artist.slice(0, 80)}”.`;
  }
}
