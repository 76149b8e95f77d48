import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { accept, refuse, type Result } from '@lynkify/domain';
import { CsvError, Parser } from 'csv-parse';

/** How much of a catalogue is taken at once. */
export const csvLimits = { bytes: 10 * 1024 * 1024, lines: 10_000, columns: 200, cell: 8_192 } as const;

export type Delimiter = ',' | ';' | '\t';

/** One record of a file. */
export interface CsvRow {
  /** Line of the file on which it ends, from 1, as an editor counts. */
  number: number;
  cells: string[];
  /** Why nothing can be made of it, for people; null when something can. */
  problem: string | null;
}

export interface CsvTable {
  delimiter: Delimiter;
  rows: CsvRow[];
}

export type CsvRefusal = 'FILE_EMPTY' | 'FILE_BROKEN' | 'TOO_MANY_LINES' | 'TOO_LARGE';

/** Lines of nothing but delimiters are no releases, and cost time all the same. */
const mostRecords = 4 * csvLimits.lines;

/** So much is given to the parser before others have their turn. */
const chunk = 16 * 1024;

/** Reads a file of comma-, semicolon- or tab-separated values. Others have their turn while a long one is read. */
export async function readCsv(text: string): Promise<Result<CsvTable, CsvRefusal>> {
  if (text.length > csvLimits.bytes) return refuse('TOO_LARGE', ['file'], `The file is larger than ${csvLimits.bytes / 1024 / 1024} MB. Split it and import the parts one after the other.`);
  const { body, skipped, delimiter } = withDelimiter(text);
  const rows: CsvRow[] = [];
  // The last line that was understood, which an error does not tell.
  let read = skipped;
  let records = 0;
  const isEnough = () => rows.length > csvLimits.lines + 1 || records > mostRecords;
  const parser = new Parser({
    delimiter,
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
    record_delimiter: ['\r\n', '\n', '\r'],
    on_record: (record: readonly string[], { lines }) => {
      read = lines + skipped;
      records += 1;
      // One more than may be imported: the headings.
      if (!isEnough() && record.some((cell) => cell.trim() !== '')) rows.push({ number: read, ...readCells(record) });
      return null;
    },
  });
  try {
    parser.resume();
    await pipeline(Readable.from(inChunks(Buffer.from(body), isEnough)), parser);
  } catch (error) {
    // What was not read to its end may well end inside of quotes.
    if (isCsvError(error) && !isEnough()) return refuse('FILE_BROKEN', ['file'], brokenMessage(error.code, read + 1));
    if (!isCsvError(error)) throw error;
  }
  if (isEnough()) return refuse('TOO_MANY_LINES', ['file'], `The file has more than ${csvLimits.lines.toLocaleString('en')} lines. Split it and import the parts one after the other.`);
  return rows.length === 0 ? refuse('FILE_EMPTY', ['file'], 'There is nothing in this file.') : accept({ delimiter, rows });
}

/** A file in pieces, until it is known that there is too much of it. */
async function* inChunks(bytes: Buffer, isEnough: () => boolean): AsyncGenerator<Buffer> {
  for (let from = 0; from < bytes.length && !isEnough(); from += chunk) {
    await nextTurn();
    yield bytes.subarray(from, from + chunk);
  }
}

/** By its name: what a library throws may be of another realm than ours. */
function isCsvError(error: unknown): error is CsvError {
  return error instanceof CsvError || (error instanceof Error && 'code' in error && String(error.code).startsWith('CSV_'));
}

function brokenMessage(code: string, line: number): string {
  if (code === 'CSV_QUOTE_NOT_CLOSED') return `A quotation mark that opens in or after line ${line} is never closed. Look at that line and save the file again.`;
  return `The file cannot be read from line ${line} on. Save it again as “CSV UTF-8”.`;
}

function readCells(given: readonly string[]): Pick<CsvRow, 'cells' | 'problem'> {
  let problem: string | null = null;
  if (given.length > csvLimits.columns) problem = `This line has ${given.length} columns; at most ${csvLimits.columns} are read.`;
  const cells = given.slice(0, csvLimits.columns).map((cell) => {
    if (cell.includes('\u0000')) problem ??= 'This line holds null characters, which no text has. Save the file again as “CSV UTF-8”.';
    if (cell.length > csvLimits.cell) problem ??= `A cell of this line has ${cell.length.toLocaleString('en')} characters. Perhaps a quotation mark is missing.`;
    return cell.slice(0, csvLimits.cell).replaceAll('\u0000', '').replace(/\p{Surrogate}/gu, '').trim();
  });
  return { cells, problem };
}

const named = /^sep=([,;\t])\r?\n/;

/** The delimiter: what Excel's first line says, else the one that most lines of the beginning have equally often outside of quotes. */
function withDelimiter(text: string): { body: string; skipped: number; delimiter: Delimiter } {
  const start = text.startsWith('\ufeff') ? text.slice(1) : text;
  const said = named.exec(start);
  if (said) return { body: start.slice(said[0].length), skipped: 1, delimiter: said[1] === ';' ? ';' : said[1] === '\t' ? '\t' : ',' };
  return { body: start, skipped: 0, delimiter: guessDelimiter(start.slice(0, 64 * 1024)) };
}

function guessDelimiter(beginning: string): Delimiter {
  const counts: Record<Delimiter, number[]> = { ',': [0], ';': [0], '\t': [0] };
  let quoted = false;
  let lines = 1;
  for (const character of beginning) {
    if (character === '"') quoted = !quoted;
    else if (quoted) continue;
    else if (character === '\n' || character === '\r') {
      if (lines >= 20) break;
      lines += 1;
      for (const each of Object.values(counts)) each.push(0);
    } else if (character === ',' || character === ';' || character === '\t') {
      const each = counts[character];
      each[each.length - 1] = (each.at(-1) ?? 0) + 1;
    }
  }
  let best: Delimiter = ',';
  let bestScore = 0;
  for (const delimiter of [',', ';', '\t'] as const) {
    const [heading = 0, ...rest] = counts[delimiter];
    // The headings have it, and the lines have it as often: a comma inside a text is in some lines only.
    const score = heading === 0 ? 0 : 1 + rest.filter((count) => count === heading).length * 10 + heading / 1_000;
    if (score > bestScore) [best, bestScore] = [delimiter, score];
  }
  return best;
}
