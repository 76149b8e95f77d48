import { Injectable } from '@nestjs/common';
import { accept, refuse, type Result, type Viewer } from '@lynkify/domain';
import { requireInWorkspace, requirePermission } from '../access/access.js';
import { ArtistsService } from '../artists/artists.service.js';
import { Database, type Transaction } from '../database/database.js';
import { isId } from '../database/ids.js';
import { notFound } from '../request-error.js';
import { ArtistPages } from './artist-pages.service.js';
import { guessColumns, rolesProblem, type ColumnRole } from './csv/columns.js';
import { csvLimits, readCsv } from './csv/read-csv.js';
import type { DecodedText } from './csv/decode-text.js';
import { guessDateOrder, type DateOrder } from './csv/read-dates.js';
import { artistSettings, csvSettings, ImportEntity, type ArtistSettings, type CsvSettings, type ImportStatusValue } from './import.entity.js';
import { insertCsvLines } from './import-lines.js';
import { ImportMatching } from './import-matching.js';
import { ImportRuns } from './import-runs.js';

/** What somebody says of a file beside its content. */
export interface CsvChoices {
  artistId?: string | null;
  createArtists?: boolean | null;
  roles?: readonly ColumnRole[] | null;
  dateOrder?: DateOrder | null;
  hasHeadings?: boolean | null;
}

const going: readonly ImportStatusValue[] = ['ready', 'reading', 'running'];

@Injectable()
export class ImportsService {
  constructor(
    private readonly database: Database,
    private readonly artists: ArtistsService,
    private readonly pages: ArtistPages,
    private readonly runs: ImportRuns,
    private readonly matching: ImportMatching,
  ) {}

  /** Reads a file into lines and guesses what its columns are. Nothing is made before it is confirmed, or with `start` at once. */
  async startCsv(viewer: Viewer, file: DecodedText & { name: string }, { start = false, ...choices }: CsvChoices & { start?: boolean }): Promise<Result<ImportEntity>> {
    const inside = requireInWorkspace(viewer, 'releases:write');
    const table = await readCsv(file.text);
    if (!table.ok) return table;
    const { rows, delimiter } = table.value;
    const guess = guessColumns(rows.map(({ cells }) => cells));
    const body = guess.hasHeadings ? rows.slice(1) : rows;
    if (body.length === 0) return refuse('FILE_EMPTY', ['file'], 'There are headings in this file, and no line below them.');
    if (body.length > csvLimits.lines) return refuse('TOO_MANY_LINES', ['file'], `The file has more than ${csvLimits.lines.toLocaleString('en')} lines. Split it and import the parts one after the other.`);
    const { headings, hasHeadings, roles } = guess;
    const settings: CsvSettings = { encoding: file.encoding, delimiter, headings, hasHeadings, roles, dateOrder: guessDateOrder(columnOf(body, roles, 'date')) };
    return this.database.inWorkspace(inside, async (tx): Promise<Result<ImportEntity>> => {
      const source = await this.insert(tx, viewer, { kind: 'csv', source: file.name.slice(0, 200), status: 'ready', settings });
      await insertCsvLines(tx, source, body);
      const chosen = await this.choose(tx, viewer, source, choices);
      if (!chosen.ok || !start) return chosen;
      return this.run(tx, viewer, chosen.value);
    });
  }

  /** Says anew what the columns are and whose releases these are, as long as the import has not begun. */
  changeMapping(viewer: Viewer, { importId, ...choices }: CsvChoices & { importId: string }): Promise<Result<ImportEntity>> {
    return this.withImport(viewer, importId, async (tx, source) => {
      if (source.status !== 'ready') return refuse('IMPORT_BEGUN', [], 'This import has begun. Cancel it and begin again with the same file.');
      return this.choose(tx, viewer, source, choices);
    });
  }

  /** Begins what was looked over. */
  confirm(viewer: Viewer, importId: string): Promise<Result<ImportEntity>> {
    return this.withImport(viewer, importId, async (tx, source) => (source.status === 'ready' ? this.run(tx, viewer, source) : accept(source)));
  }

  /** Begins to read an artist's page; all that it lists becomes releases of this artist. */
  async startArtist(viewer: Viewer, input: { artistId: string; url: string; country?: string | null; except?: readonly string[] | null }): Promise<Result<ImportEntity>> {
    const inside = requireInWorkspace(viewer, 'releases:write');
    const page = this.pages.find(input.url);
    const country = this.pages.country(input.country);
    if (!page.ok || !country.ok) return { ok: false, errors: [...(page.ok ? [] : page.errors), ...(country.ok ? [] : country.errors)] };
    const { service, platform, url } = page.value;
    const settings: ArtistSettings = { service, platform, country: country.value, name: '', cursor: null, ...(input.except?.length ? { except: [...input.except] } : {}) };
    return this.database.inWorkspace(inside, async (tx) => {
      const artist = await this.artists.require(tx, input.artistId, 'share');
      const source = await this.insert(tx, viewer, { kind: 'artist', source: url, status: 'reading', settings, artistId: artist.id });
      await this.runs.enqueue(tx, source);
      return accept(source);
    });
  }

  /** Stops an import. What it made stays; the line that it has in hand is still taken whole. */
  cancel(viewer: Viewer, importId: string): Promise<Result<ImportEntity>> {
    return this.withImport(viewer, importId, async (tx, source) => {
      if (!going.includes(source.status)) return accept(source);
      await tx.query(`update imports set status = 'cancelled', message = '', retry_at = null, finished_at = now() where id = $1`, [source.id]);
      await this.matching.orderAll(tx, source);
      return accept(await this.reload(tx, source));
    });
  }

  /** Takes up again what was cancelled or failed, and tries refused lines once more, e.g. after missing artists were added. */
  runAgain(viewer: Viewer, importId: string): Promise<Result<ImportEntity>> {
    return this.withImport(viewer, importId, async (tx, source) => {
      if (going.includes(source.status)) return accept(source);
      await tx.query(`update import_lines set outcome = 'waiting', message = '', done_at = null where import_id = $1 and outcome = 'refused'`, [source.id]);
      const page = artistSettings(source);
      const unread = page !== null && (page.cursor !== null || page.name === '');
      await tx.query(`update imports set status = $2, message = '', started_at = now(), finished_at = null where id = $1`, [source.id, unread ? 'reading' : 'running']);
      await this.runs.enqueue(tx, source);
      return accept(await this.reload(tx, source));
    });
  }

  private async choose(tx: Transaction, viewer: Viewer, source: ImportEntity, choices: CsvChoices): Promise<Result<ImportEntity>> {
    const before = csvSettings(source);
    if (!before) return refuse('NOT_CSV', [], 'Only the columns of a file can be chosen.');
    if (choices.createArtists) requirePermission(viewer, 'artists:write');
    if (choices.artistId != null) await this.artists.require(tx, choices.artistId, 'share');
    const roles = [...(choices.roles ?? before.roles)];
    if (choices.roles) {
      const problem = rolesProblem(roles, before.roles.length);
      if (problem !== null) return refuse('MAPPING_INVALID', ['roles'], problem);
    }
    const headed = await moveHeadings(tx, source, before, choices.hasHeadings ?? before.hasHeadings);
    const settings: CsvSettings = { ...before, ...headed, roles, dateOrder: choices.dateOrder ?? before.dateOrder };
    await tx.query('update imports set settings = $2, artist_id = $3, create_artists = $4 where id = $1', [
      source.id,
      JSON.stringify(settings),
      choices.artistId === undefined ? source.artistId : choices.artistId,
      choices.createArtists ?? source.createArtists,
    ]);
    return accept(await this.reload(tx, source));
  }

  /** Nothing begins of which nobody can say what it is or whose. */
  private async run(tx: Transaction, viewer: Viewer, source: ImportEntity): Promise<Result<ImportEntity>> {
    const settings = csvSettings(source);
    const problem = settings && rolesProblem(settings.roles, settings.roles.length);
    if (problem) return refuse('MAPPING_INVALID', ['roles'], problem);
    if (source.createArtists) requirePermission(viewer, 'artists:write');
    if (source.artistId === null && !settings?.roles.includes('artist')) {
      const artists: { id: string }[] = await tx.query('select id from artists limit 2');
      if (artists.length !== 1) return refuse('ARTIST_MISSING', ['artistId'], 'Say whose releases these are: no column of the file names the artist.');
      await tx.query('update imports set artist_id = $2 where id = $1', [source.id, artists[0]?.id]);
    }
    await tx.query(`update imports set status = 'running', started_at = now() where id = $1`, [source.id]);
    await this.runs.enqueue(tx, source);
    return accept(await this.reload(tx, source));
  }

  private async insert(tx: Transaction, viewer: Viewer, source: Pick<ImportEntity, 'kind' | 'source' | 'status' | 'settings'> & { artistId?: string }): Promise<ImportEntity> {
    const { workspaceId } = requireInWorkspace(viewer, 'releases:write');
    const [row]: { id: string }[] = await tx.query('insert into imports (workspace_id, kind, source, status, settings, artist_id, created_by, started_at) values ($1, $2, $3, $4, $5, $6, $7, $8) returning id', [
      workspaceId,
      source.kind,
      source.source,
      source.status,
      JSON.stringify(source.settings),
      source.artistId ?? null,
      viewer.kind === 'member' ? viewer.userId : null,
      source.status === 'reading' ? new Date() : null,
    ]);
    return tx.findOneByOrFail(ImportEntity, { id: row?.id ?? '' });
  }

  private withImport(viewer: Viewer, importId: string, work: (tx: Transaction, source: ImportEntity) => Promise<Result<ImportEntity>>): Promise<Result<ImportEntity>> {
    const inside = requireInWorkspace(viewer, 'releases:write');
    return this.database.inWorkspace(inside, async (tx) => {
      const source = isId(importId) ? await tx.findOne(ImportEntity, { where: { id: importId }, lock: { mode: 'pessimistic_write' } }) : null;
      if (!source) throw notFound('import');
      return work(tx, source);
    });
  }

  private reload(tx: Transaction, { id }: ImportEntity): Promise<ImportEntity> {
    return tx.findOneByOrFail(ImportEntity, { id });
  }
}

function* columnOf(rows: readonly { cells: readonly string[] }[], roles: readonly ColumnRole[], role: ColumnRole): Generator<string> {
  const index = roles.indexOf(role);
  if (index !== -1) for (const { cells } of rows) yield cells[index] ?? '';
}

/** The first row is a line, or it is the headings: it moves from one to the other. */
async function moveHeadings(tx: Transaction, source: ImportEntity, before: CsvSettings, hasHeadings: boolean): Promise<Pick<CsvSettings, 'hasHeadings' | 'headings'>> {
  if (hasHeadings === before.hasHeadings) return before;
  if (!hasHeadings) {
    await tx.query(
      `insert into import_lines (workspace_id, import_id, number, cells) select $1, $2, coalesce(min(number), 2) - 1, $3::text[] from import_lines where import_id = $2`,
      [source.workspaceId, source.id, before.headings],
    );
    return { hasHeadings, headings: before.headings.map(() => '') };
  }
  const [[first]]: [{ cells: string[] }[], number] = await tx.query('delete from import_lines where import_id = $1 and number = (select min(number) from import_lines where import_id = $1) returning cells', [source.id]);
  return { hasHeadings, headings: before.roles.map((_, index) => first?.cells[index] ?? '') };
}
