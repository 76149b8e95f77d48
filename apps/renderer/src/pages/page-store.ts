import { type Logger, reasonOf } from '../log.js';
import { BoundedMap } from '../visitors/bounded-map.js';
import { ByteLru } from './byte-lru.js';
import { Gate } from './gate.js';
import { type HeldPage, holdPage } from './held-page.js';
import type { PageLog } from './page-log.js';
import type { PageRecord } from './page-record.js';

export type Lookup = { kind: 'held'; page: HeldPage } | { kind: 'unknown' } | { kind: 'unreachable' };

export interface PageStoreOptions {
  source: { page(path: string): Promise<PageRecord | null> };
  disk: PageLog;
  memoryBytes: number;
  log: Logger;
  /** Makes a page's first answer; a version that cannot be drawn must not take the place of one that can. */
  prepare: (page: HeldPage) => Promise<unknown>;
}

/** With the feed, news of a page that came to be arrives by itself; without it, asking again soon is all there is. */
const unknownFor = { withFeed: 10_000, withoutFeed: 2_000 };
const awayFor = 500;
const recheckEvery = 10_000;

/**
 * The pages that this renderer holds: in memory what is visited, on disk everything. What is held is always served at
 * once; news replaces it from behind.
 */
export class PageStore {
  private readonly memory: ByteLru<HeldPage>;
  private readonly loading = new Map<string, Promise<Lookup>>();
  private readonly refreshing = new Map<string, { again: boolean; done: Promise<boolean> }>();
  private readonly unknown = new BoundedMap<string, number>(50_000);
  private readonly gate = new Gate(32, 2_000);
  private awayUntil = 0;
  /** Since when the change feed has been telling everything that happens; never while it is cut. */
  private toldSince = Number.POSITIVE_INFINITY;

  constructor(private readonly options: PageStoreOptions) {
    this.memory = new ByteLru(options.memoryBytes);
  }

  get held(): { inMemory: number; onDisk: number; memoryBytes: number } {
    return { inMemory: this.memory.size, onDisk: this.options.disk.count, memoryBytes: this.memory.bytes };
  }

  feedConnected(now: number): void {
    this.toldSince = now;
    this.awayUntil = 0;
  }

  feedCut(): void {
    this.toldSince = Number.POSITIVE_INFINITY;
  }

  /** The page if it is in memory. */
  peek(path: string, now: number): HeldPage | undefined {
    const page = this.memory.get(path);
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
    if ((this.versionOf(path) ?? -1) >= version) return;
    this.confirm(path, 0);
    void this.refreshUntilDone(path, 500);
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
          await this.take(path, await this.options.source.page(path));
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

  versionOf(path: string): number | null {
    const inMemory = this.memory.has(path) ? this.memory.get(path) : undefined;
    return inMemory?.version ?? this.options.disk.version(path);
  }

  /** The API says that this version is the current one. */
  confirm(path: string, now: number): void {
    this.options.disk.noteChecked(path, now);
    const page = this.memory.has(path) ? this.memory.get(path) : undefined;
    if (page) page.checkedAt = now;
  }

  /** Takes a version that the API handed out, unless a newer one is held. */
  async put(record: PageRecord): Promise<void> {
    const now = Date.now();
    this.unknown.delete(record.path);
    const version = this.versionOf(record.path);
    if (version !== null && version > record.version) return;
    if (version === record.version) {
      this.confirm(record.path, now);
      return;
    }
    if (this.memory.has(record.path)) {
      const page = holdPage(record, now);
      try {
        await this.options.prepare(page);
      } catch (error) {
        this.options.log.error({ path: record.path, reason: reasonOf(error) }, 'a new version could not be drawn, the one before stays');
        return;
      }
      if ((this.versionOf(record.path) ?? -1) >= record.version) return;
      this.memory.set(record.path, page, page.bytes);
    }
    this.options.disk.put(record, now);
  }

  /** News that cannot be fetched is tried again for a minute; after that a visit or the feed's return does it. */
  private async refreshUntilDone(path: string, wait: number): Promise<void> {
    if ((await this.refresh(path)) || wait > 32_000) return;
    setTimeout(() => void this.refreshUntilDone(path, wait * 2), wait).unref();
  }

  private async take(path: string, record: PageRecord | null): Promise<void> {
    if (record) {
      await this.put(record);
      return;
    }
    this.memory.delete(path);
    this.options.disk.remove(path);
  }

  private async fetch(path: string, now: number): Promise<Lookup> {
    const kept = await this.fromDisk(path);
    if (kept) return { kind: 'held', page: kept };
    if ((this.unknown.get(path) ?? 0) > now) return { kind: 'unknown' };
    if (this.awayUntil > now) return { kind: 'unreachable' };
    try {
      const record = await this.gate.pass(() => this.options.source.page(path));
      if (record) return { kind: 'held', page: this.hold(record, Date.now()) };
      // The feed may have brought it meanwhile.
      const page = this.memory.get(path);
      if (page) return { kind: 'held', page };
      this.unknown.set(path, Date.now() + (this.toldSince <= now ? unknownFor.withFeed : unknownFor.withoutFeed));
      return { kind: 'unknown' };
    } catch (error) {
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
      const page = holdPage(record, this.options.disk.checkedAt(path));
      this.memory.set(path, page, page.bytes);
      if (page.checkedAt < this.toldSince) void this.refresh(path);
      return page;
    } catch (error) {
      this.options.log.error({ path, reason: reasonOf(error) }, 'a page could not be read from disk');
      return null;
    }
  }

  private hold(record: PageRecord, now: number): HeldPage {
    const newer = this.memory.get(record.path);
    if (newer && newer.version >= record.version) return newer;
    const page = holdPage(record, now);
    this.memory.set(record.path, page, page.bytes);
    if ((this.options.disk.version(record.path) ?? -1) < record.version) this.options.disk.put(record, now);
    return page;
  }
}
