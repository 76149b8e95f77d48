import { type Logger, reasonOf } from '../log.js';
import type { PageDisk } from './page-disk.js';
import { end } from './page-rows.js';
import type { PagesBatch, PageSource } from './page-source.js';
import type { PageStore } from './page-store.js';

/** From so many news in one batch on, the whole batch is cheaper than one question each. */
const fewNews = 4;

/** How far a walk came. */
interface Way {
  began: number;
  /** Of the API's list. */
  cursor: string | null;
  /** The same as a path. */
  place: string;
  /** Whether whole pages are asked for and not only versions. */
  whole: boolean;
  failures: number;
}

/**
 * Walks all published pages each time the change feed was (re)connected: what changed meanwhile is fetched, and so is
 * what was never visited here, so that every page is served while the API is away. The API's list and the disk are gone
 * through side by side in the order of the paths: how far the walk came is all that has to be remembered.
 */
export class PageWalk {
  /** A walk went through since the start. */
  completed = false;
  private current = 0;

  constructor(
    private readonly source: PageSource,
    private readonly store: PageStore,
    private readonly disk: PageDisk,
    private readonly log: Logger,
  ) {}

  /** Begins a walk; one that is under way is given up, since it may have passed what changed. */
  start(): void {
    this.current += 1;
    const began = Date.now();
    this.store.walkBegan(began);
    void this.walk(this.current, { began, cursor: null, place: '', whole: this.disk.count === 0, failures: 0 });
  }

  stop(): void {
    this.current += 1;
  }

  private async walk(mine: number, way: Way): Promise<void> {
    try {
      do {
        await this.step(mine, way);
        if (this.current !== mine) return;
      } while (way.cursor !== null);
      this.completed = true;
      this.log.info({ pages: this.disk.count, milliseconds: Date.now() - way.began }, 'all published pages are held');
    } catch (error) {
      if (this.current !== mine) return;
      if (way.failures === 0) this.log.warn({ reason: reasonOf(error) }, 'the walk over all published pages is interrupted');
      const pause = Math.min(30_000, 500 * 2 ** Math.min(way.failures, 6));
      way.failures += 1;
      // From where it came to: what was walked over before is told of by the feed.
      setTimeout(() => { if (this.current === mine) void this.walk(mine, way); }, pause).unref();
    }
  }

  private async step(mine: number, way: Way): Promise<void> {
    const askedAt = Date.now();
    const batch: PagesBatch = way.whole ? await this.source.pages(way.cursor) : await this.source.versions(way.cursor);
    if (this.current !== mine) return;
    const last = batch.next === null ? end : (batch.pages.at(-1)?.path ?? end);
    const news = await this.newsOf(batch, way.place, last);
    await this.take(news, way.cursor, askedAt);
    if (this.current !== mine) return;
    this.store.walkedTo(last);
    // A batch that was nearly all news is followed by another one.
    way.whole = news.length > batch.pages.length / 2;
    [way.cursor, way.place, way.failures] = [batch.next, last, 0];
  }

  /** What of a batch is not held in this version. */
  private async newsOf({ pages }: PagesBatch, after: string, last: string): Promise<PagesBatch['pages']> {
    const listed = new Map(pages.map(({ path, version }) => [path, version]));
    const kept = new Set<string>();
    for await (const { path, version } of this.disk.between(after, last)) {
      const current = listed.get(path);
      // What is held but was not listed is asked for by name, so that no faulty list can empty this renderer.
      if (current === undefined) await this.store.refresh(path);
      else if (version >= current) kept.add(path);
    }
    return pages.filter(({ path, version }) => {
      this.store.confirm(path, version);
      return !kept.has(path);
    });
  }

  private async take(news: PagesBatch['pages'], cursor: string | null, askedAt: number): Promise<void> {
    const wanted = news.filter(({ path }) => this.store.wants(path));
    if (wanted.length === 0) return;
    const known = wanted.some(({ record }) => record !== null);
    const named = new Set(wanted.map(({ path }) => path));
    const whole = known ? wanted : wanted.length > fewNews ? await this.whole(cursor, named) : [];
    await Promise.all(whole.map(({ record }) => record && this.store.put(record, askedAt)));
    const put = new Set(whole.map(({ path }) => path));
    for (const { path } of wanted) if (!put.has(path)) await this.store.refresh(path);
  }

  /** The pages of these names, read on from where the batch began that named them. */
  private async whole(cursor: string | null, names: ReadonlySet<string>): Promise<PagesBatch['pages']> {
    const found: PagesBatch['pages'] = [];
    let [from, unseen]: [string | null, number] = [cursor, names.size];
    do {
      const { pages, next } = await this.source.pages(from);
      const named = pages.filter(({ path }) => names.has(path));
      found.push(...named);
      unseen -= named.length;
      from = next;
    } while (unseen > 0 && from !== null);
    return found;
  }
}
