import { readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { PublishedDocument, SpooledEvent } from '@lynkify/domain';
import { buildSchema, graphql } from 'graphql';

export const rendererKey = 'renderer-key-of-the-tests-0123456789';

const schema = buildSchema(readFileSync(new URL('../../../libs/contract/schema.graphql', import.meta.url), 'utf8'));

interface StoredPage {
  path: string;
  kind: string;
  version: string;
  publishedAt: string;
  document: PublishedDocument;
}

/**
 * The API as the renderer knows it: its GraphQL schema, its change feed and its intake of events, over real HTTP. It can
 * be stopped and started again on its port, with what it stored.
 */
export class StandInApi {
  readonly pages = new Map<string, StoredPage>();
  /** Each event once, by id, as the real store keeps them. */
  readonly events = new Map<string, SpooledEvent>();
  readonly media = new Map<string, Buffer>();
  /** How often each path was asked for by itself. */
  readonly questions = new Map<string, number>();
  readonly answeredLinks: { kind: 'confirm' | 'unsubscribe'; token: string; oneClick?: boolean }[] = [];
  /** What links of mails about reminders are about, by token, and what was answered with them. */
  readonly reminders = new Map<string, { releaseTitle: string; artistCredit: string; path: string; platforms: string[]; platform: string | null; isOut: boolean }>();
  readonly answeredReminders: { kind: 'confirm' | 'cancel'; token: string; platform?: string | null; oneClick?: boolean }[] = [];
  linksOf = new Map<string, { artistName: string; artistHandle: string }>();
  /** Salts by day: the first one that a renderer proposes. */
  readonly salts = new Map<string, string>();
  /** Lines taken in, repetitions included. */
  linesTaken = 0;
  /** What intake answers: stores and says so; stores and then fails; refuses whatever holds a certain text. */
  intake: (lines: string[]) => 'store' | 'store-and-fail' | 'fail' | 'refuse' = () => 'store';
  /** Feeds stay open and say nothing more, as after a cable was pulled. */
  silent = false;
  /** Feeds that were ever asked for, and batches of the list of all pages. */
  feedsOpened = 0;
  listings = 0;
  /** So many more batches of that list go wrong. */
  failListings = 0;
  /** Holds GraphQL answers back until it is settled. */
  hold: Promise<unknown> | null = null;

  private server: Server | null = null;
  private port = 0;
  private version = 0;
  private readonly feeds = new Set<ServerResponse>();
  private readonly watchers = new Set<() => void>();

  get url(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  async start(): Promise<this> {
    const server = createServer((request, response) => {
      this.answer(request, response).catch((error: unknown) => response.writeHead(500).end(String(error)));
    });
    this.server = server;
    await new Promise<void>((listening, failed) => {
      server.once('error', failed);
      server.listen(this.port, '127.0.0.1', listening);
    });
    this.port = (server.address() as AddressInfo).port;
    return this;
  }

  async stop(): Promise<void> {
    const { server } = this;
    if (!server) return;
    this.server = null;
    this.feeds.clear();
    server.closeAllConnections();
    await new Promise((closed) => server.close(closed));
  }

  publish(path: string, document: PublishedDocument): void {
    this.version += 1;
    const version = String(this.version);
    this.pages.set(path, { path, kind: document.kind, version, publishedAt: '2026-11-20T08:00:00.000Z', document });
    if (!this.silent) for (const feed of this.feeds) feed.write(`event: change\ndata: ${JSON.stringify({ host: '', path, version })}\n\n`);
  }

  remove(path: string): void {
    this.version += 1;
    this.pages.delete(path);
    if (!this.silent) for (const feed of this.feeds) feed.write(`event: change\ndata: ${JSON.stringify({ host: '', path, version: String(this.version) })}\n\n`);
  }

  /** Waits until something is so, looking again whenever this API took part in anything. */
  async until(what: string, holds: () => boolean, milliseconds = 10_000): Promise<void> {
    if (holds()) return;
    await new Promise<void>((done, failed) => {
      const watcher = () => {
        if (!holds()) return;
        clearTimeout(timer);
        this.watchers.delete(watcher);
        done();
      };
      const timer = setTimeout(() => {
        this.watchers.delete(watcher);
        failed(new Error(`Never came to pass: ${what}`));
      }, milliseconds);
      this.watchers.add(watcher);
    });
  }

  connectedFeeds(): number {
    return this.feeds.size;
  }

  ofKind<Kind extends SpooledEvent['kind']>(kind: Kind): Extract<SpooledEvent, { kind: Kind }>[] {
    return [...this.events.values()].filter((event): event is Extract<SpooledEvent, { kind: Kind }> => event.kind === kind);
  }

  private happened(): void {
    for (const watcher of [...this.watchers]) watcher();
  }

  private async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { pathname } = new URL(request.url ?? '/', this.url);
    const picture = this.media.get(pathname);
    if (picture) {
      this.questions.set(pathname, (this.questions.get(pathname) ?? 0) + 1);
      response.writeHead(200, { 'content-type': 'image/jpeg', 'content-length': picture.length }).end(picture);
      return;
    }
    if (request.headers.authorization !== `Bearer ${rendererKey}`) {
      response.writeHead(pathname.startsWith('/media/') ? 404 : 401).end();
      return;
    }
    if (pathname === '/internal/pages/changes') {
      response.writeHead(200, { 'content-type': 'text/event-stream' });
      response.write(`event: hello\ndata: {"version":"${this.version}"}\n\n`);
      this.feeds.add(response);
      this.feedsOpened += 1;
      const ping = setInterval(() => { if (!this.silent) response.write(': ping\n\n'); }, 1_000);
      response.on('close', () => {
        clearInterval(ping);
        this.feeds.delete(response);
      });
      this.happened();
      return;
    }
    const body = await textOf(request);
    if (pathname === '/graphql') await this.answerGraphql(body, response);
    else if (pathname === '/internal/events') this.takeIn(body, response);
    else if (pathname === '/internal/visitor-salts') this.agree(body, response);
    else response.writeHead(404).end();
    this.happened();
  }

  private async answerGraphql(body: string, response: ServerResponse): Promise<void> {
    const { query, variables } = JSON.parse(body) as { query: string; variables: Record<string, unknown> };
    const answer = await graphql({ schema, source: query, variableValues: variables, rootValue: this.root });
    // Counted by now: a test may hold the answer and look who asked.
    this.happened();
    await this.hold;
    response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(answer));
  }

  private readonly root = {
    publishedPage: ({ path }: { path: string }) => {
      this.questions.set(path, (this.questions.get(path) ?? 0) + 1);
      return this.pages.get(path) ?? null;
    },
    publishedPages: ({ first, after }: { first: number; after?: string | null }) => {
      this.listings += 1;
      // Not the first one: a walk that is interrupted is under way.
      if (after && this.failListings > 0) {
        this.failListings -= 1;
        throw new Error('The list cannot be read.');
      }
      const all = [...this.pages.values()].sort((one, other) => (one.path < other.path ? -1 : 1)).filter(({ path }) => !after || path > after);
      const nodes = all.slice(0, first);
      return { nodes, pageInfo: { endCursor: nodes.at(-1)?.path ?? null, hasNextPage: all.length > first, hasPreviousPage: false, startCursor: null } };
    },
    confirmOptIn: ({ input }: { input: { token: string } }) => this.link('confirm', input.token),
    reminderByLink: ({ token }: { token: string }) => this.reminders.get(token) ?? null,
    confirmReminder: ({ input }: { input: { token: string; platform?: string | null } }) => this.reminderLink({ kind: 'confirm', ...input }),
    cancelReminder: ({ input }: { input: { token: string; oneClick?: boolean } }) => this.reminderLink({ kind: 'cancel', ...input }),
    unsubscribeByLink: ({ input }: { input: { token: string; oneClick?: boolean } }) => this.link('unsubscribe', input.token, input.oneClick),
  };

  private link(kind: 'confirm' | 'unsubscribe', token: string, oneClick?: boolean) {
    this.answeredLinks.push({ kind, token, ...(oneClick === undefined ? {} : { oneClick }) });
    const known = this.linksOf.get(token);
    return known ? { ...known, userErrors: [] } : { artistName: null, artistHandle: null, userErrors: [{ code: 'TOKEN_INVALID', path: ['token'], message: 'No.' }] };
  }

  private reminderLink(answered: StandInApi['answeredReminders'][number]) {
    this.answeredReminders.push(answered);
    const reminder = this.reminders.get(answered.token) ?? null;
    return { reminder, userErrors: reminder ? [] : [{ code: 'TOKEN_INVALID', path: ['token'], message: 'No.' }] };
  }

  private agree(body: string, response: ServerResponse): void {
    const { salts } = JSON.parse(body) as { salts: Record<string, string> };
    const agreed = Object.entries(salts).map(([day, salt]) => {
      const first = this.salts.get(day) ?? salt;
      this.salts.set(day, first);
      return [day, first];
    });
    response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify({ salts: Object.fromEntries(agreed) }));
  }

  private takeIn(body: string, response: ServerResponse): void {
    const lines = body.split('\n').filter((line) => line !== '');
    const verdict = this.intake(lines);
    if (verdict === 'refuse') {
      response.writeHead(400).end();
      return;
    }
    if (verdict !== 'fail') {
      this.linesTaken += lines.length;
      for (const line of lines) {
        const event = JSON.parse(line) as SpooledEvent;
        this.events.set(event.id, event);
      }
    }
    if (verdict === 'store') response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify({ stored: lines.length, rejected: [] }));
    else response.writeHead(503).end();
  }
}

async function textOf(request: IncomingMessage): Promise<string> {
  let text = '';
  for await (const part of request.setEncoding('utf8')) text += String(part);
  return text;
}
