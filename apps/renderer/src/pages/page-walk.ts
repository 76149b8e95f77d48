import { type Logger, reasonOf } from '../log.js';
import type { PageLog } from './page-log.js';
import type { PageSource } from './page-source.js';
import type { PageStore } from './page-store.js';

/** From so many news in one batch on, the whole batch is cheaper than one question each. */
const fewNews = 4;

/**
 * Walks all published pages each time the change feed was (re)connected: what changed meanwhile is fetched, and so is
 * what was never visited here, so that every page is served while the API is away.
 */
export class PageWalk {
  /** A walk went through since the start. */
  completed = false;
  private current = 0;

  constructor(
    private readonly source: PageSource,
    private readonly store: PageStore,
    private readonly disk: PageLog,
    private readonly log: Logger,
  ) {}

  /** Begins a walk; one that is under way is given up, since it may have passed what changed. */
  start(): void {
    this.current += 1;
    void this.walk(this.current, 0);
  }

  stop(): void {
    this.current += 1;
  }

  private async walk(mine: number, failures: number): Promise<void> {
    const began = Date.now();
    try {
      for (let after: string | null = null, first = true; first || after !== null; first = false) {
        after = await this.batch(after);
        if (this.current !== mine) return;
      }
      await this.askForUnseen(began);
      this.completed = true;
      this.log.info({ pages: this.disk.count, milliseconds: Date.now() - began }, 'all published pages are held');
    } catch (error) {
      if (this.current !== mine) return;
      if (failures === 0) this.log.warn({ reason: reasonOf(error) }, 'the walk over all published pages is interrupted');
      setTimeout(() => { if (this.current === mine) void this.walk(mine, failures + 1); }, Math.min(30_000, 500 * 2 ** Math.min(failures, 6))).unref();
    }
  }

  private async batch(after: string | null): Promise<string | null> {
    const { pages, next } = await this.source.versions(after);
    const now = Date.now();
    const news = pages.filter(({ path, version }) => {
      const held = this.disk.version(path);
      if (held === null || held < version) return true;
      this.store.confirm(path, now);
      return false;
    });
    if (news.length > fewNews) for (const record of await this.source.pages(after)) await this.store.put(record);
    else for (const { path } of news) await this.store.refresh(path);
    return next;
  }

  /** What is held but was not among them is asked for by name, so that no faulty list can empty this renderer. */
  private async askForUnseen(began: number): Promise<void> {
    for (const path of this.disk.paths()) {
      if (this.disk.checkedAt(path) < began) await this.store.refresh(path);
    }
  }
}
