import { closeSync, constants, fstatSync, ftruncateSync, mkdirSync, openSync, readSync, renameSync, writeSync } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import { dirname } from 'node:path';
import { type Logger, reasonOf } from '../log.js';
import { type PageRecord, type PageSummary, readDocument, summaryOf } from './page-record.js';

/** First part of a line: what is kept in memory of a page. A line without a summary says that the page is no more. */
interface LineHead {
  path: string;
  summary: PageSummary | null;
}

interface Entry {
  summary: PageSummary;
  /** Of the document within the file. */
  offset: number;
  length: number;
  lineBytes: number;
  /** When the API last said that this version is the current one; 0: not in this run. */
  checkedAt: number;
}

/** Garbage up to this size is not worth a rewrite. */
const tolerated = 16 * 1_048_576;

/**
 * Every published page that this renderer was ever told of, on its own disk: one line a version, a summary and the
 * document parted by a tab (JSON has none), the last line of a path counts. So it can serve all of it after a restart
 * without the API.
 */
export class PageLog {
  private readonly entries = new Map<string, Entry>();
  private liveBytes = 0;
  private size = 0;
  private compacting = false;
  private failing = false;
  /** Counts changes, for what is made of the summaries. */
  revision = 0;

  private constructor(
    private readonly path: string,
    private readonly mostBytes: number,
    private readonly log: Logger,
    private file: number,
    private reader: FileHandle,
  ) {}

  static async open(path: string, mostBytes: number, log: Logger): Promise<PageLog> {
    mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
    const file = openSync(path, constants.O_RDWR | constants.O_CREAT, 0o600);
    const pages = new PageLog(path, mostBytes, log, file, await open(path, 'r'));
    pages.load();
    return pages;
  }

  get count(): number {
    return this.entries.size;
  }

  version(path: string): number | null {
    return this.entries.get(path)?.summary.version ?? null;
  }

  checkedAt(path: string): number {
    return this.entries.get(path)?.checkedAt ?? 0;
  }

  noteChecked(path: string, now: number): void {
    const entry = this.entries.get(path);
    if (entry) entry.checkedAt = now;
  }

  paths(): string[] {
    return [...this.entries.keys()];
  }

  *summaries(): Generator<[string, PageSummary]> {
    for (const [path, { summary }] of this.entries) yield [path, summary];
  }

  async read(path: string): Promise<PageRecord | null> {
    const entry = this.entries.get(path);
    if (!entry) return null;
    const bytes = Buffer.allocUnsafe(entry.length);
    const { bytesRead } = await this.reader.read(bytes, 0, entry.length, entry.offset);
    if (bytesRead !== entry.length) throw new Error('the file of pages is shorter than it was');
    const { version, publishedAt } = entry.summary;
    return { path, version, publishedAt, document: readDocument(JSON.parse(bytes.toString('utf8'))) };
  }

  put(record: PageRecord, now: number): void {
    const head = Buffer.from(JSON.stringify({ path: record.path, summary: summaryOf(record) } satisfies LineHead));
    const document = Buffer.from(JSON.stringify(record.document));
    const before = this.entries.get(record.path);
    if (!before && this.liveBytes + document.length > this.mostBytes) return;
    const start = this.size;
    if (!this.append(Buffer.concat([head, tab, document, newline]))) return;
    this.remember({ path: record.path, summary: summaryOf(record) }, start + head.length + 1, document.length, this.size - start, now);
    this.compactWhenWorthIt();
  }

  remove(path: string): void {
    if (!this.entries.has(path)) return;
    this.append(removal(path));
    this.forget(path);
  }

  async close(): Promise<void> {
    closeSync(this.file);
    await this.reader.close();
  }

  private append(line: Buffer): boolean {
    try {
      for (let from = 0; from < line.length; ) from += writeSync(this.file, line, from, line.length - from, this.size + from);
      this.size += line.length;
      this.failing = false;
      return true;
    } catch (error) {
      // Pages go on from memory; what is lost is only the copy for a restart without the API.
      if (!this.failing) this.log.error({ reason: reasonOf(error) }, 'published pages cannot be kept on disk');
      this.failing = true;
      return false;
    }
  }

  private remember({ path, summary }: LineHead, offset: number, length: number, lineBytes: number, checkedAt: number): void {
    this.forget(path);
    if (!summary) return;
    this.entries.set(path, { summary, offset, length, lineBytes, checkedAt });
    this.liveBytes += lineBytes;
    this.revision += 1;
  }

  private forget(path: string): void {
    const entry = this.entries.get(path);
    if (!entry) return;
    this.entries.delete(path);
    this.liveBytes -= entry.lineBytes;
    this.revision += 1;
  }

  private load(): void {
    const { size } = fstatSync(this.file);
    const block = Buffer.allocUnsafe(4 * 1_048_576);
    let rest: Buffer = Buffer.alloc(0);
    let start = 0;
    for (let at = 0; at < size; ) {
      const read = readSync(this.file, block, 0, block.length, at);
      if (read === 0) break;
      at += read;
      const bytes = Buffer.concat([rest, block.subarray(0, read)]);
      let from = 0;
      for (let end = bytes.indexOf(10); end !== -1; end = bytes.indexOf(10, from)) {
        this.loadLine(bytes.subarray(from, end), start + from);
        from = end + 1;
      }
      rest = Buffer.from(bytes.subarray(from));
      start += from;
    }
    // A line that a crash left unfinished is cut.
    if (start < size) ftruncateSync(this.file, start);
    this.size = start;
    this.compactWhenWorthIt();
  }

  private loadLine(line: Buffer, start: number): void {
    const parting = line.indexOf(9);
    try {
      if (parting === -1) throw new SyntaxError('no tab');
      const head = JSON.parse(line.toString('utf8', 0, parting)) as LineHead;
      this.remember(head, start + parting + 1, line.length - parting - 1, line.length + 1, 0);
    } catch (error) {
      if (!(error instanceof SyntaxError)) throw error;
      this.log.warn('a damaged line in the file of pages was skipped');
    }
  }

  private compactWhenWorthIt(): void {
    if (this.compacting || this.size < 2 * this.liveBytes + tolerated) return;
    this.compacting = true;
    this.compact()
      .catch((error: unknown) => this.log.error({ reason: reasonOf(error) }, 'the file of pages could not be rewritten'))
      .finally(() => { this.compacting = false; });
  }

  /** Copies what still counts into a new file, piece by piece, and then takes its place in one turn of the loop. */
  private async compact(): Promise<void> {
    const fresh = `${this.path}.new`;
    const file = openSync(fresh, constants.O_RDWR | constants.O_CREAT | constants.O_TRUNC, 0o600);
    const reader = await open(fresh, 'r');
    const moved = new Map<string, Entry>();
    let size = 0;
    const write = (path: string, entry: Entry, document: Buffer) => {
      const head = Buffer.from(JSON.stringify({ path, summary: entry.summary } satisfies LineHead));
      const line = Buffer.concat([head, tab, document, newline]);
      for (let from = 0; from < line.length; ) from += writeSync(file, line, from, line.length - from, size + from);
      moved.set(path, { ...entry, offset: size + head.length + 1, length: document.length, lineBytes: line.length });
      size += line.length;
    };
    for (const [path, entry] of [...this.entries]) {
      const document = Buffer.allocUnsafe(entry.length);
      await this.reader.read(document, 0, entry.length, entry.offset);
      write(path, entry, document);
    }
    for (const [path, entry] of this.entries) {
      if (moved.get(path)?.summary === entry.summary) continue;
      const document = Buffer.allocUnsafe(entry.length);
      readSync(this.file, document, 0, entry.length, entry.offset);
      write(path, entry, document);
    }
    for (const path of moved.keys()) {
      if (!this.entries.has(path)) size += writeSync(file, removal(path), 0, removal(path).length, size);
    }
    renameSync(fresh, this.path);
    const old = { file: this.file, reader: this.reader };
    [this.file, this.reader, this.size] = [file, reader, size];
    this.liveBytes = 0;
    for (const [path, entry] of this.entries) {
      const now = moved.get(path) ?? entry;
      this.entries.set(path, { ...now, checkedAt: entry.checkedAt });
      this.liveBytes += now.lineBytes;
    }
    closeSync(old.file);
    // Waits for the reads that are under way.
    await old.reader.close();
  }
}

function removal(path: string): Buffer {
  return Buffer.from(`${JSON.stringify({ path, summary: null } satisfies LineHead)}\t\n`);
}

const tab = Buffer.from('\t');
const newline = Buffer.from('\n');
