import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { type Logger, reasonOf } from '../log.js';
import { isDamage, type Level, openLevel, putAside } from './level.js';
import { type PageRecord, readDocument } from './page-record.js';
import { documentKey, end, isListed, keysOf, type ListedArtist, type PageSummary, prefixes, readSummary, rowsOf, summaryKey, totalsKey, writeSummary } from './page-rows.js';

interface Change {
  /** Null: the page is no more. Undefined: nothing but that it was asked for. */
  record: PageRecord | null | undefined;
  /** Somebody asked for it, so it may take the place of what nobody asks for. */
  asked: boolean;
}

interface Totals {
  pages: number;
  bytes: number;
}

type Row = { type: 'put'; key: string; value: string } | { type: 'del'; key: string };

/** Rows of one batch, and what there is once it is written. */
interface Batch {
  rows: Row[];
  totals: Totals;
  /** Pages that this batch writes or removes: no room to be found there. */
  gone: Set<string>;
}

const atOnce = 500;
/** So many pages are looked at to find those that were not asked for the longest. */
const swept = 1_000;
/** A store that could not be written is opened anew after this long: LevelDB itself takes nothing more after an error. */
const writeAgainAfter = 10_000;
const today = () => Math.floor(Date.now() / 86_400_000);

/**
 * Every published page that this renderer was ever told of, on its own disk, so that it can serve all of it after a
 * restart without the API. Nothing here grows in memory with the number of pages.
 */
export class PageDisk {
  /** Told when the store turned out to be damaged and was begun anew. */
  onReplaced: () => void = () => undefined;
  /** Counts changes, for what is made of all pages. */
  revision = 0;
  private totals: Totals = { pages: 0, bytes: 0 };
  private changes = new Map<string, Change>();
  /** Those that are being written. */
  private underWay: ReadonlyMap<string, Change> = new Map();
  private writing: Promise<void> | null = null;
  private failedAt = 0;
  private replacing: Promise<void> | null = null;
  /** Where the search for room goes on. */
  private hand = '';

  private constructor(
    private level: Level,
    private readonly folder: string,
    private readonly mostBytes: number,
    private readonly log: Logger,
  ) {}

  static async open(cacheDir: string, mostBytes: number, log: Logger): Promise<PageDisk> {
    mkdirSync(cacheDir, { recursive: true, mode: 0o700 });
    // What renderers kept pages in before.
    for (const former of ['pages.log', 'pages.log.new']) rmSync(join(cacheDir, former), { force: true });
    const folder = join(cacheDir, 'pages');
    const disk = new PageDisk(await openLevel(folder, log), folder, mostBytes, log);
    const totals = await disk.attempt((level) => level.get(totalsKey), undefined);
    if (totals !== undefined) disk.totals = JSON.parse(totals) as Totals;
    return disk;
  }

  get count(): number {
    return this.totals.pages;
  }

  get bytes(): number {
    return this.totals.bytes;
  }

  /** From here on pages are taken in only when somebody asks for them. */
  get full(): boolean {
    return this.totals.bytes >= this.mostBytes * 0.99;
  }

  async version(path: string): Promise<number | null> {
    const waiting = this.waiting(path);
    if (waiting !== undefined) return waiting?.version ?? null;
    return (await this.summary(path))?.version ?? null;
  }

  async read(path: string): Promise<PageRecord | null> {
    const waiting = this.waiting(path);
    if (waiting !== undefined) return waiting;
    const [head, text] = await this.attempt((level) => level.getMany([summaryKey(path), documentKey(path)]), []);
    if (head === undefined || text === undefined) return null;
    const summary = readSummary(head);
    try {
      const document = readDocument(JSON.parse(text));
      if (this.totals.bytes > this.mostBytes / 2 && summary.usedOn !== today()) void this.change(path, { record: undefined, asked: true });
      return { path, version: summary.version, publishedAt: new Date(summary.publishedAt).toISOString(), document };
    } catch (error) {
      this.log.error({ path, reason: reasonOf(error) }, 'a stored page cannot be read and is fetched again');
      await this.remove(path);
      return null;
    }
  }

  /** Keeps a version, unless a newer one is kept. Resolves when it is written, or when it cannot be. */
  put(record: PageRecord, asked: boolean): Promise<void> {
    return this.change(record.path, { record, asked });
  }

  remove(path: string): Promise<void> {
    return this.change(path, { record: null, asked: false });
  }

  /** Paths and versions behind one path up to another, in their order. */
  async *between(after: string, last: string): AsyncGenerator<{ path: string; version: number }> {
    for await (const [path, { version }] of this.summaries({ gt: summaryKey(after), lte: summaryKey(last) })) yield { path, version };
  }

  /** What a visitor sees as a page, in the order of the paths. */
  async *shown(from = '', before: string = end): AsyncGenerator<{ path: string; publishedAt: number }> {
    const now = Date.now();
    for await (const [path, summary] of this.summaries({ gte: summaryKey(from), lt: summaryKey(before) })) {
      if (isListed(summary, now)) yield { path, publishedAt: summary.publishedAt };
    }
  }

  /** The artists whose pages were published last. */
  async newestArtists(most: number): Promise<ListedArtist[]> {
    const rows = await this.attempt((level) => level.values({ gt: prefixes.artist, lt: prefixes.artist + end, limit: most }).all(), []);
    return rows.map((text) => JSON.parse(text) as ListedArtist);
  }

  /** The first page at or behind a path, whatever it is. */
  async firstFrom(path: string): Promise<{ path: string; kind: PageSummary['kind']; listed: boolean } | null> {
    const [row] = await this.attempt((level) => level.iterator({ gte: summaryKey(path), lt: summaryKey(end), limit: 1 }).all(), []);
    if (!row) return null;
    const summary = readSummary(row[1]);
    return { path: row[0].slice(1), kind: summary.kind, listed: isListed(summary, Date.now()) };
  }

  async close(): Promise<void> {
    while (this.writing) await this.writing;
    await this.replacing;
    await this.level.close();
  }

  private async *summaries(range: { gt?: string; gte?: string; lt?: string; lte?: string }): AsyncGenerator<[string, PageSummary]> {
    const iterator = this.level.iterator({ ...range, fillCache: false });
    try {
      for (let rows = await iterator.nextv(atOnce); rows.length > 0; rows = await iterator.nextv(atOnce)) {
        for (const [key, text] of rows) yield [key.slice(1), readSummary(text)];
      }
    } finally {
      await iterator.close();
    }
  }

  private async summary(path: string): Promise<PageSummary | null> {
    const text = await this.attempt((level) => level.get(summaryKey(path)), undefined);
    return text === undefined ? null : readSummary(text);
  }

  /** What is not written yet; undefined: nothing. */
  private waiting(path: string): PageRecord | null | undefined {
    return this.changes.get(path)?.record ?? this.underWay.get(path)?.record;
  }

  private async change(path: string, { record, asked }: Change): Promise<void> {
    const waiting = this.changes.get(path);
    const older = waiting?.record && record && waiting.record.version > record.version;
    this.changes.set(path, { record: record === undefined || older ? waiting?.record : record, asked: asked || (waiting?.asked ?? false) });
    this.writing ??= this.write().finally(() => { this.writing = null; });
    await this.writing;
  }

  /** One writer: what comes while a batch is written is the next batch. */
  private async write(): Promise<void> {
    while (this.changes.size > 0) {
      const taken = [...this.changes].slice(0, atOnce);
      this.underWay = new Map(taken);
      for (const [path] of taken) this.changes.delete(path);
      try {
        if (this.failedAt > 0) await this.openAgain();
        await this.writeBatch(taken);
        this.failedAt = 0;
      } catch (error) {
        if (isDamage(error)) await this.replace(error);
        // Pages go on from memory; what is lost is only the copy for a restart without the API.
        else if (this.failedAt === 0) this.log.error({ reason: reasonOf(error) }, 'published pages cannot be kept on disk');
        if (this.failedAt === 0) this.failedAt = Date.now();
      } finally {
        this.underWay = new Map();
      }
    }
  }

  private async writeBatch(changes: readonly [string, Change][]): Promise<void> {
    const before = await this.level.getMany(changes.map(([path]) => summaryKey(path)));
    const batch: Batch = { rows: [], totals: { ...this.totals }, gone: new Set(changes.map(([path]) => path)) };
    let news = false;
    for (const [index, [path, change]] of changes.entries()) {
      const text = before[index];
      const former = text === undefined ? null : readSummary(text);
      if (change.record !== undefined) news = (await this.writePage(batch, path, former, change.record, change.asked)) || news;
      else if (former) batch.rows.push({ type: 'put', key: summaryKey(path), value: writeSummary({ ...former, usedOn: today() }) });
    }
    if (batch.rows.length === 0) return;
    await this.level.batch([...batch.rows, { type: 'put', key: totalsKey, value: JSON.stringify(batch.totals) }]);
    this.totals = batch.totals;
    if (news) this.revision += 1;
  }

  private async writePage(batch: Batch, path: string, former: PageSummary | null, record: PageRecord | null, asked: boolean): Promise<boolean> {
    if (record && former && former.version >= record.version) return false;
    const made = record && rowsOf(record, asked ? today() : (former?.usedOn ?? 0));
    const grown = (made?.summary.bytes ?? 0) - (former?.bytes ?? 0);
    if (made && batch.totals.bytes + grown > this.mostBytes) {
      if (!asked && !former) return false;
      await this.makeRoom(batch, grown);
    }
    if (former) batch.rows.push(...deletions(path, former));
    for (const [key, value] of made?.rows ?? []) batch.rows.push({ type: 'put', key, value });
    batch.totals.bytes += grown;
    batch.totals.pages += (made ? 1 : 0) - (former ? 1 : 0);
    return true;
  }

  /** Of the next pages in the order of their paths, those go that nobody asked for the longest. */
  private async makeRoom({ rows, totals, gone }: Batch, bytes: number): Promise<void> {
    const next = await this.level.iterator({ gt: summaryKey(this.hand), lt: summaryKey(end), limit: swept }).all();
    this.hand = next.length < swept ? '' : (next.at(-1)?.[0].slice(1) ?? '');
    const candidates = next.map(([key, text]) => ({ path: key.slice(1), summary: readSummary(text) }))
      .filter(({ path }) => !gone.has(path))
      .sort((one, other) => one.summary.usedOn - other.summary.usedOn);
    const enough = this.mostBytes - bytes;
    for (const { path, summary } of candidates) {
      if (totals.bytes <= enough) return;
      gone.add(path);
      rows.push(...deletions(path, summary));
      totals.bytes -= summary.bytes;
      totals.pages -= 1;
    }
  }

  private async openAgain(): Promise<void> {
    if (Date.now() - this.failedAt < writeAgainAfter) throw new Error('the disk of the published pages failed a moment ago');
    this.failedAt = Date.now();
    await this.level.close();
    this.level = await openLevel(this.folder, this.log);
  }

  /** Reads; what a damaged store holds is as if it were not there. */
  private async attempt<T>(act: (level: Level) => Promise<T>, otherwise: T): Promise<T> {
    try {
      return await act(this.level);
    } catch (error) {
      if (isDamage(error)) await this.replace(error);
      else if (this.level.status === 'open') throw error;
      return otherwise;
    }
  }

  private replace(reason: unknown): Promise<void> {
    this.replacing ??= this.beginAnew(reason).finally(() => { this.replacing = null; });
    return this.replacing;
  }

  private async beginAnew(reason: unknown): Promise<void> {
    this.log.error({ reason: reasonOf(reason) }, 'the stored pages are damaged: they are put aside and fetched again');
    await this.level.close();
    await putAside(this.folder);
    this.level = await openLevel(this.folder, this.log);
    this.totals = { pages: 0, bytes: 0 };
    this.revision += 1;
    this.onReplaced();
  }
}

function deletions(path: string, summary: PageSummary): Row[] {
  return keysOf(path, summary).map((key) => ({ type: 'del', key }));
}
