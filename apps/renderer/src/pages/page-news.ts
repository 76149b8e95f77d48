interface Open {
  version: number;
  failures: number;
}

export interface PageNewsOptions {
  /** Fetches what was told; false: could not be done now. */
  fetch: (path: string, version: number) => Promise<boolean>;
  /** There is more than can be remembered: everything has to be looked at. */
  onOverflow: () => void;
  most?: number;
  atOnce?: number;
}

/** What the feed told and what is not fetched yet. Few are fetched at once, however many are published. */
export class PageNews {
  private readonly open = new Map<string, Open>();
  private ready: string[] = [];
  private inside = 0;
  private readonly most: number;
  private readonly atOnce: number;

  constructor(private readonly options: PageNewsOptions) {
    this.most = options.most ?? 10_000;
    this.atOnce = options.atOnce ?? 8;
  }

  /** Whether there is news of this page that is not here yet. */
  has(path: string): boolean {
    return this.open.has(path);
  }

  add(path: string, version: number): void {
    const known = this.open.get(path);
    if (known) {
      known.version = Math.max(known.version, version);
      return;
    }
    if (this.open.size >= this.most) {
      this.clear();
      this.options.onOverflow();
      return;
    }
    this.open.set(path, { version, failures: 0 });
    this.ready.push(path);
    this.next();
  }

  clear(): void {
    this.open.clear();
    this.ready = [];
  }

  private next(): void {
    while (this.inside < this.atOnce) {
      const path = this.ready.shift();
      if (path === undefined) return;
      const news = this.open.get(path);
      if (!news) continue;
      this.inside += 1;
      void this.fetch(path, news).finally(() => {
        this.inside -= 1;
        this.next();
      });
    }
  }

  private async fetch(path: string, news: Open): Promise<void> {
    const { version } = news;
    const done = await this.options.fetch(path, version);
    // It was forgotten meanwhile, or told anew.
    if (this.open.get(path) !== news) return;
    if (done && news.version === version) {
      this.open.delete(path);
      return;
    }
    if (done) {
      this.ready.push(path);
      return;
    }
    news.failures += 1;
    // After some minutes a visit or the feed's return does it: until then the page counts as not up to date.
    if (news.failures > 8) return;
    setTimeout(() => {
      this.ready.push(path);
      this.next();
    }, 250 * 2 ** news.failures).unref();
  }
}
