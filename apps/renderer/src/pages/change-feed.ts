import { type Logger, reasonOf } from '../log.js';

export interface PageChange {
  host: string;
  path: string;
  version: number;
}

export interface ChangeFeedOptions {
  apiUrl: string;
  rendererKey: string;
  log: Logger;
  onConnected: () => void;
  onCut: () => void;
  onChange: (change: PageChange) => void;
}

/** The API sends a ping every 2 s; three missed are gone. */
const silence = 7_000;

/** Server-sent events (https://html.spec.whatwg.org/multipage/server-sent-events.html) of what was published. */
export class ChangeFeed {
  /** Since when it is connected (epoch milliseconds), or null. */
  since: number | null = null;
  private readonly stopping = new AbortController();
  private failures = 0;

  constructor(private readonly options: ChangeFeedOptions) {}

  start(): void {
    void this.run();
  }

  stop(): void {
    this.stopping.abort();
  }

  private async run(): Promise<void> {
    while (!this.stopping.signal.aborted) {
      const reason = await this.follow().then(() => 'the API ended it', reasonOf);
      if (this.since !== null) this.options.onCut();
      this.since = null;
      if (this.stopping.signal.aborted) return;
      if (this.failures === 0) this.options.log.warn({ reason }, 'the change feed is cut, pages are served as they are held');
      this.failures += 1;
      // Soon, however long it takes: what is published once the API is back has to be here within a second.
      const longest = Math.min(500, 100 * 2 ** Math.min(this.failures, 6));
      await new Promise((again) => setTimeout(again, longest / 2 + Math.random() * (longest / 2)).unref());
    }
  }

  private async follow(): Promise<void> {
    const cut = new AbortController();
    const give = () => cut.abort();
    this.stopping.signal.addEventListener('abort', give, { once: true });
    const watch = setTimeout(() => cut.abort(new Error('nothing was heard for too long')), silence).unref();
    try {
      const response = await fetch(`${this.options.apiUrl}/internal/pages/changes`, {
        headers: { accept: 'text/event-stream', authorization: `Bearer ${this.options.rendererKey}` },
        signal: cut.signal,
      });
      if (!response.ok || !response.body) {
        await response.body?.cancel();
        throw new Error(`the API answered ${response.status}`);
      }
      const decoder = new TextDecoder();
      let text = '';
      for await (const part of response.body) {
        watch.refresh();
        text += decoder.decode(part as Uint8Array, { stream: true }).replace(/\r\n?/gu, '\n');
        for (let end = text.indexOf('\n\n'); end !== -1; end = text.indexOf('\n\n')) {
          this.hear(text.slice(0, end));
          text = text.slice(end + 2);
        }
      }
    } finally {
      clearTimeout(watch);
      this.stopping.signal.removeEventListener('abort', give);
    }
  }

  private hear(event: string): void {
    const fields = new Map(event.split('\n').map((line): [string, string] => {
      const colon = line.indexOf(':');
      return [line.slice(0, colon), line.slice(colon + 1).replace(/^ /u, '')];
    }));
    const kind = fields.get('event');
    if (kind === 'hello') {
      this.since = Date.now();
      if (this.failures > 0) this.options.log.info('the change feed is back');
      this.failures = 0;
      this.options.onConnected();
    }
    if (kind !== 'change') return;
    const change = readChange(fields.get('data') ?? '');
    if (change) this.options.onChange(change);
    else this.options.log.warn('a change could not be read');
  }
}

function readChange(data: string): PageChange | null {
  try {
    const read: unknown = JSON.parse(data);
    if (typeof read !== 'object' || read === null || !('path' in read) || typeof read.path !== 'string') return null;
    return { host: 'host' in read ? String(read.host) : '', path: read.path, version: 'version' in read ? Number(read.version) : 0 };
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}
