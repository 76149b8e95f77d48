import { Injectable } from '@nestjs/common';
import { accept, refuse, type Result } from '@lynkify/domain';
import { ArtistEntity } from '../artists/artist.entity.js';
import { Database, type Transaction } from '../database/database.js';
import { Log } from '../log.js';
import { isDatabaseAway } from '../request-error.js';
import type { CatalogueLine } from './catalogue-line.js';
import { CatalogueReleases, type TakenLine } from './catalogue-releases.service.js';
import type { ImportEntity } from './import.entity.js';
import { readImportLine, type ImportLineRow } from './import-lines.js';
import { Roster } from './roster.service.js';

/** What one step did: a line taken, none left, or a line that needs an artist who is not there yet. */
type Step = { did: 'line' } | { did: 'nothing' } | { needs: string; number: number };

const longestMessage = 2_000;
/** Of another unit of work that came in between: a deadlock, or an address that was given away meanwhile. */
const comesAndGoes: ReadonlySet<string> = new Set(['40001', '40P01', '23505']);

/** Takes the lines of an import, each in a transaction of its own: it is there whole and ticked off, or neither. */
@Injectable()
export class TakeLines {
  constructor(
    private readonly database: Database,
    private readonly catalogue: CatalogueReleases,
    private readonly roster: Roster,
    private readonly log: Log,
  ) {}

  /**
   * Takes the next line that waits and nobody else has in hand.
   * @returns false when there is none, or the import does not run any more
   */
  async takeNext(source: ImportEntity): Promise<boolean> {
    const step = await this.step(source);
    if ('did' in step) return step.did === 'line';
    // An artist is a unit of work of its own: handles are tried one after the other until one is free.
    const artist = await this.roster.make(source.workspaceId, step.needs);
    await this.step(source, { number: step.number, artist });
    return true;
  }

  /** @param made the artist that was made for a line, or why none could be */
  private async step(source: ImportEntity, made?: { number: number; artist: Result<ArtistEntity> }): Promise<Step> {
    let number: number | null = null;
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await this.inWorkspace(source, async (tx): Promise<Step> => {
          const row = await nextLine(tx, source);
          if (!row) return { did: 'nothing' };
          number = row.number;
          const line = row.problem === null ? readImportLine(row, source) : refuse('LINE_BROKEN', [], row.problem);
          const artist = !line.ok ? line : made?.number === row.number ? made.artist : await this.artistOf(tx, source, line.value);
          if (artist.ok && artist.value === null && line.ok && source.createArtists) return { needs: line.value.artist, number: row.number };
          await tickOff(tx, source, row.number, await this.take(tx, line, artist));
          return { did: 'line' };
        });
      } catch (error) {
        if (isDatabaseAway(error)) throw error;
        if (comesAndGoes.has(codeOf(error)) && attempt < 4) continue;
        if (number === null) throw error;
        // One line that we cannot digest must not keep the others from being taken.
        this.log.error({ err: error, importId: source.id, line: number }, 'a line of an import failed');
        const failed: number = number;
        await this.inWorkspace(source, (tx) => tickOff(tx, source, failed, refuse('FAILED', [], 'This line could not be taken, and it is our fault. Run the import again; if it stays so, write to us.')));
        return { did: 'line' };
      }
    }
  }

  private async take(tx: Transaction, line: Result<CatalogueLine>, artist: Result<ArtistEntity | null>): Promise<Result<TakenLine>> {
    if (!line.ok) return line;
    if (!artist.ok) return artist;
    if (artist.value === null) return refuse('ARTIST_UNKNOWN', ['artist'], unknownArtist(line.value.artist));
    return this.catalogue.take(tx, artist.value, line.value);
  }

  /** Whose release a line is: the import's artist, or the one that the line names. Null when nobody knows that one. */
  private async artistOf(tx: Transaction, source: ImportEntity, line: CatalogueLine): Promise<Result<ArtistEntity | null>> {
    if (source.artistId !== null) return accept(await tx.findOneBy(ArtistEntity, { id: source.artistId }));
    if (line.artist === '') return refuse('ARTIST_MISSING', ['artist'], 'This line names no artist.');
    return this.roster.find(tx, line.artist);
  }

  private inWorkspace<T>({ workspaceId }: ImportEntity, work: (tx: Transaction) => Promise<T>): Promise<T> {
    return this.database.inWorkspace({ workspaceId }, work);
  }
}

const unknownArtist = (text: string) => `Nobody of your artists is called “${text.slice(0, 80)}”. Add the artist, or let the import add unknown artists.`;

async function nextLine(tx: Transaction, { id }: ImportEntity): Promise<ImportLineRow | null> {
  const [row]: ImportLineRow[] = await tx.query(
    `select l.* from import_lines l join imports i on i.workspace_id = l.workspace_id and i.id = l.import_id
     where l.import_id = $1 and l.outcome = 'waiting' and i.status = 'running' order by l.number limit 1 for update of l skip locked`,
    [id],
  );
  return row ?? null;
}

async function tickOff(tx: Transaction, { id }: ImportEntity, number: number, taken: Result<TakenLine>): Promise<void> {
  const [outcome, message, releaseId] = taken.ok ? [taken.value.outcome, taken.value.notes.join(' '), taken.value.releaseId] : ['refused', taken.errors.map((error) => error.message).join(' '), null];
  await tx.query(`update import_lines set outcome = $3, message = $4, release_id = $5, done_at = now() where import_id = $1 and number = $2`, [id, number, outcome, message.slice(0, longestMessage), releaseId]);
}

function codeOf(error: unknown): string {
  const driver: unknown = error instanceof Error && 'driverError' in error ? error.driverError : error;
  return typeof driver === 'object' && driver !== null && 'code' in driver ? String(driver.code) : '';
}
