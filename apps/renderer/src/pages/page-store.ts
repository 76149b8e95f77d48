import { type Logger, reasonOf } from '../log.js';
import { BoundedMap } from '../visitors/bounded-map.js';
import { ByteLru } from './byte-lru.js';
import { Gate } from './gate.js';
import { entryBytes, type HeldPage, holdPage } from './held-page.js';
import type { PageDisk } from './page-disk.js';
import { PageNews } from './page-news.js';
import type { PageRecord } from './page-record.js';

export type Lookup = { kind: 'held'; page: HeldPage } | { kind: 'unknown' } | { kind: 'unreachable' };

export interface PageStoreOptions {
  source: { page(path: string): Promise<PageRecord | null> };
  disk: PageDisk;
  memoryBytes: number;
  log: Logger;
  /** Makes a page's first answer; a version that cannot be drawn must not take the place of one that can. */
  prepare: (page: HeldPage) => Promise<unknown>;
  /** There was more news than can be remembered, or the disk was begun anew: everything has to be walked over. */
  onLost: () => void;
}

/** With the feed, news of a page that came to be arrives by itself; without it, asking again soon is all there is. */
const unknownFor = { withFeed: 10_000, withoutFeed: 2_000 };
const unknownBytes = 4 * 1_048_576;
const awayFor = 500;
const recheckEvery = 10_000;

/**
 * The pages that this renderer holds: in memory what is visited, on disk everything. What is held is always served at
 * once; news replaces it from behind. Whatever is kept by address here has an end, however many addresses there are.
 */
export class PageStore {
  /** Where pages that were asked for were found. */
  readonly lookups = { memory: 0, disk: 0, api: 0, unknown: 0, unreachable: 0 };
  private readonly memory: ByteLru<HeldPage>;
  private readonly news: PageNews;
  private readonly loading = new Map<string, Promise<Lookup>>();
  private readonly refreshing = new Map<string, { again: boolean; done: Promise<boolean> }>();
  /** Until when an address is taken to be nobody's. */
  private readonly unknown = new ByteLru<number>(unknownBytes);
  /** When pages went for good: what was fetched before must not bring them back. */
  private readonly removed = new BoundedMap<string, number>(1_000);
  private readonly missGate = new Gate(32, 2_000);
  private readonly refreshGate = new Gate(16, 2_000);
  private awayUntil = 0;
  /** Since when the change feed has been telling everything that happens; never while it is cut. */
  private toldSince = Number.POSITIVE_INFINITY;
  /** Up to this path the walk that began then has compared what is held with what there is. */
  private walked = { began: 0, to: '' };

  constructor(private readonly options: PageStoreOptions) {
    this.memory = new ByteLru(options.memoryBytes);
    this.news = new PageNews({
      fetch: async (path, version) => ((await this.versionOf(path)) ?? -1) >= version || this.refresh(path),
      onOverflow: () => options.onLost(),
    });
  }

  get held(): { inMemory: number; onDisk: number; memoryBytes: number; diskBytes: number } {
    const { disk } = this.options;
    return { inMemory: this.memory.size, onDisk: disk.count, memoryBytes: this.memory.bytes + this.unknown.bytes, diskBytes: disk.bytes };
  }

  feedConnected(now: number): void {
    this.toldSince = now;
    this.awayUntil = 0;
    // The walk that follows finds all of it.
    this.news.clear();
  }

  feedCut(): void {
    this.toldSince = Number.POSITIVE_INFINITY;
  }

  walkBegan(now: number): void {
    this.walked = { began: now, to: '' };
  }

  walkedTo(path: string): void {
    this.walked.to = path;
  }

  /** The page if it is in memory. */
  peek(path: string, now: number): HeldPage | undefined {
    const page = this.memory.get(path);
    if (page) this.lookups.memory += 1;
    if (page && page.checkedAt < this.toldSince && now - page.triedAt > recheckEvery) {
      page.triedAt = now;
      void this.refresh(path);
    }
    return page;
  }

  /** The page from memory, disk or the API; however many ask at once, it is fetched once. */
  load(path: string, now: number): Promise<Lookup> {
    const page = this.peek(path, now);
    if (page) return Promise.resolve({ kind: 'held', page });
    const under = this.loading.get(path);
    if (under) return under;
    const loading = this.fetch(path, now).finally(() => this.loading.delete(path));
    this.loading.set(path, loading);
    return loading;
  }

  /** What was made of a page has grown: the bound is kept. */
  grew(page: HeldPage, bytes: number): void {
    page.bytes += bytes;
    if (this.memory.get(page.path) === page) this.memory.set(page.path, page, page.bytes);
  }

  /** The feed says that an address changed. */
  changed(path: string, version: number): void {
    this.unknown.delete(path);
    const page = this.memory.peek(path);
    if (page && page.version >= version) return;
    if (page) page.checkedAt = 0;
    this.news.add(path, version);
  }

  /** Asks the API for the newest version. Whether it answered. */
  refresh(path: string): Promise<boolean> {
    const under = this.refreshing.get(path);
    if (under) {
      under.again = true;
      return under.done;
    }
    const state = { again: true, done: Promise.resolve(true) };
    const run = async (): Promise<boolean> => {
      try {
        while (state.again) {
          state.again = false;
          const askedAt = Date.now();
          await this.take(path, await this.refreshGate.pass(() => this.options.source.page(path)), askedAt);
        }
        return true;
      } catch (error) {
        this.options.log.debug({ reason: reasonOf(error) }, 'a page could not be refreshed');
        return false;
      } finally {
        this.refreshing.delete(path);
      }
    };
    this.refreshing.set(path, state);
    state.done = run();
    return state.done;
  }

  async versionOf(path: string): Promise<number | null> {
    return this.memory.peek(path)?.version ?? this.options.disk.version(path);
  }

  /** The API says that this version is the current one. */
  confirm(path: string, version: number): void {
    const page = this.memory.peek(path);
    if (page && page.version >= version) page.checkedAt = Date.now();
  }

  /** Whether there is a place for a page that nobody asked for. */
  wants(path: string): boolean {
    return !this.options.disk.full || this.memory.has(path);
  }

  /** Takes a version that the API handed out, unless a newer one is held or the page went since it was asked for. */
  async put(record: PageRecord, askedAt: number): Promise<void> {
    const { path, version } = record;
    this.unknown.delete(path);
    if ((this.removed.get(path) ?? 0) > askedAt) return;
    const held = this.memory.peek(path);
    if (held && held.version < version && !(await this.replace(record))) return;
    this.confirm(path, version);
    await this.options.disk.put(record, held !== undefined);
  }

  /** Puts a new version in the place of the one in memory, once it is drawn. */
  private async replace(record: PageRecord): Promise<boolean> {
    const page = holdPage(record, Date.now());
    try {
      await this.options.prepare(page);
    } catch (error) {
      this.options.log.error({ path: record.path, reason: reasonOf(error) }, 'a new version could not be drawn, the one before stays');
      return false;
    }
    if ((this.memory.peek(record.path)?.version ?? -1) < record.version) this.memory.set(record.path, page, page.bytes);
    return true;
  }

  private async take(path: string, record: PageRecord | null, askedAt: number): Promise<void> {
    if (record) {
      await this.put(record, askedAt);
      return;
    }
    this.removed.set(path, Date.now());
    this.memory.delete(path);
    await this.options.disk.remove(path);
  }

  private async fetch(path: string, now: number): Promise<Lookup> {
    const kept = await this.fromDisk(path);
    if (kept) {
      this.lookups.disk += 1;
      return { kind: 'held', page: kept };
    }
    if ((this.unknown.get(path) ?? 0) > now) return { kind: 'unknown' };
    if (this.awayUntil > now) return { kind: 'unreachable' };
    try {
      const record = await this.missGate.pass(() => this.options.source.page(path));
      if (record) {
        this.lookups.api += 1;
        return { kind: 'held', page: this.hold(record, Date.now()) };
      }
      // The feed may have brought it meanwhile.
      const page = this.memory.get(path);
      if (page) return { kind: 'held', page };
      this.lookups.unknown += 1;
      this.unknown.set(path, Date.now() + (this.toldSince <= now ? unknownFor.withFeed : unknownFor.withoutFeed), entryBytes(path));
      return { kind: 'unknown' };
    } catch (error) {
      this.lookups.unreachable += 1;
      this.awayUntil = Date.now() + awayFor;
      this.options.log.warn({ reason: reasonOf(error) }, 'a page that is not held was asked for and the API does not answer');
      return { kind: 'unreachable' };
    }
  }

  private async fromDisk(path: string): Promise<HeldPage | null> {
    try {
      const record = await this.options.disk.read(path);
      if (!record) return null;
      // A newer version may have come while the old one was read.
      const newer = this.memory.get(path);
      if (newer) return newer;
      const page = holdPage(record, this.checkedAt(path));
      this.memory.set(path, page, page.bytes);
      if (page.checkedAt < this.toldSince) void this.refresh(path);
      return page;
    } catch (error) {
      this.options.log.error({ path, reason: reasonOf(error) }, 'a page could not be read from disk');
      return null;
    }
  }

  /** When the API last said that what the disk has of a page is current; 0: not since there was news of it. */
  private checkedAt(path: string): number {
    return path <= this.walked.to && !this.news.has(path) ? this.walked.began : 0;
  }

  private hold(record: PageRecord, now: number): HeldPage {
    const newer = this.memory.get(record.path);
    if (newer && newer.version >= record.version) return newer;
    const page = holdPage(record, now);
    this.memory.set(record.path, page, page.bytes);
    void this.options.disk.put(record, true);
    return page;
  }
}
