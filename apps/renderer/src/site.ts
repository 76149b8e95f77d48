import type { SpooledEvent } from '@lynkify/domain';
import type { Message } from '@lynkify/page-view';
import { RequestCounts, type Life } from '@lynkify/workers';
import { type Answer, sendAnswer } from './answers/answer.js';
import { answerWith, type Head } from './answers/head.js';
import { closedPolicy, type HeaderList } from './answers/headers.js';
import type { MessageAnswers } from './answers/message-answers.js';
import type { PageAnswers } from './answers/page-answers.js';
import type { SharedCaching } from './answers/shared-caching.js';
import type { Environment } from './environment.js';
import type { Logger } from './log.js';
import type { MediaCache } from './media/media-cache.js';
import { requestKinds } from './metrics/request-kinds.js';
import type { ChangeFeed } from './pages/change-feed.js';
import type { PageDisk } from './pages/page-disk.js';
import type { PageSource } from './pages/page-source.js';
import type { Lookup, PageStore } from './pages/page-store.js';
import type { PageWalk } from './pages/page-walk.js';
import type { Exchange } from './routes/exchange.js';
import { languageOf, speaksPlainly } from './visitors/language.js';
import type { Shipping } from './shipper/shipping.js';
import type { Seal } from './spool/seal.js';
import type { Spool } from './spool/spool.js';
import type { FactsReader } from './visitors/facts.js';
import type { FormGuard } from './visitors/form-guard.js';
import type { PageLock } from './visitors/page-lock.js';

const none: HeaderList = [];

/** What the routes are made of. */
export interface SiteParts {
  environment: Environment;
  life: Life;
  log: Logger;
  source: PageSource;
  disk: PageDisk;
  store: PageStore;
  walk: PageWalk;
  feed: ChangeFeed;
  answers: PageAnswers;
  caching: SharedCaching;
  messages: MessageAnswers;
  media: MediaCache;
  guard: FormGuard;
  lock: PageLock;
  facts: FactsReader;
  spool: Spool;
  seal: Seal;
  shipping: Shipping;
  baseHeaders: HeaderList;
}

/** The public site: its parts, and the few things that every route does with them. */
export class Site {
  /** For answers that are no page. */
  readonly closedHeaders: HeaderList;
  readonly counts = new RequestCounts(requestKinds);

  constructor(readonly parts: SiteParts) {
    this.closedHeaders = [...parts.baseHeaders, 'content-security-policy', closedPolicy];
  }

  /** The page at an address, in the same turn of the loop when it is in memory. */
  lookUp(path: string, now: number, then: (lookup: Lookup) => void | Promise<void>): void | Promise<void> {
    const page = this.parts.store.peek(path, now);
    return page ? then({ kind: 'held', page }) : this.parts.store.load(path, now).then(then);
  }

  /** Writes an event, then acts: nothing is answered as done that a crash could undo. */
  record(kind: 'visit' | 'click', line: string, then: (error: Error | null) => void): void {
    this.parts.spool.append(kind, line, then);
  }

  /** The same for what nobody may read in the spool. */
  recordSealed(event: SpooledEvent): Promise<boolean> {
    return new Promise((written) => this.parts.spool.append(event.kind, this.parts.seal.close(event), (error) => written(error === null)));
  }

  send(exchange: Exchange, answer: Answer, more: HeaderList = none): void {
    sendAnswer(exchange.request, exchange.response, answer, more, exchange.id);
    this.count(exchange);
  }

  /** An answer whose head was made before. */
  answer(exchange: Exchange, head: Head, more: HeaderList, body: Buffer | null): void {
    answerWith(exchange.response, head, more, exchange.id, body);
    this.count(exchange);
  }

  async message(exchange: Exchange, message: Message, more: HeaderList = [], status?: number): Promise<void> {
    this.send(exchange, await this.parts.messages.of(message, languageOf(exchange), status), ['x-robots-tag', 'noindex', ...more]);
  }

  /** Why there is no page to act on. `path`: of the page itself, where that was asked for. */
  missing(exchange: Exchange, lookup: Exclude<Lookup, { kind: 'held' }>, path?: string): Promise<void> {
    const { caching } = this.parts;
    return lookup.kind === 'unknown' ? this.message(exchange, { kind: 'not-found' }, path === undefined ? [] : caching.unknown(path, speaksPlainly(exchange))) : this.message(exchange, { kind: 'unavailable' }, ['retry-after', '5']);
  }

  redirect(exchange: Exchange, status: 301 | 302 | 303, location: string, more: HeaderList): void {
    exchange.response.writeHead(status, [...this.closedHeaders, 'location', location, 'content-length', '0', ...more, 'x-request-id', exchange.id]).end();
    this.count(exchange);
  }

  /** A small answer that is no page. */
  plain(exchange: Exchange, status: number, type: string, body: string | Buffer, more: HeaderList = []): void {
    const bytes = Buffer.from(body);
    exchange.response.writeHead(status, [...this.closedHeaders, 'content-type', type, 'content-length', String(bytes.length), ...more, 'x-request-id', exchange.id]);
    exchange.response.end(exchange.request.method === 'HEAD' ? undefined : bytes);
    this.count(exchange);
  }

  /** Counts an answer that was just given. */
  count(exchange: Exchange): void {
    this.counts.count(exchange.kind, exchange.response.statusCode, Date.now() - exchange.now);
  }
}
