import { createClient, type Execute, graphql } from '@lynkify/contract';
import { isPublishedDocument, type PageRecord, readDocument } from './page-record.js';

const PublishedPageQuery = graphql(`
  query PublishedPage($path: String!) {
    publishedPage(path: $path) { path version publishedAt document }
  }
`);

const PageVersionsQuery = graphql(`
  query PageVersions($first: Int!, $after: String) {
    publishedPages(first: $first, after: $after) { nodes { path version } pageInfo { endCursor hasNextPage } }
  }
`);

const PublishedPagesQuery = graphql(`
  query PublishedPages($first: Int!, $after: String) {
    publishedPages(first: $first, after: $after) { nodes { path version publishedAt document } pageInfo { endCursor hasNextPage } }
  }
`);

const ConfirmOptIn = graphql(`
  mutation ConfirmOptIn($token: String!) {
    confirmOptIn(input: { token: $token }) { artistName artistHandle userErrors { code } }
  }
`);

const UnsubscribeByLink = graphql(`
  mutation UnsubscribeByLink($token: String!, $oneClick: Boolean) {
    unsubscribeByLink(input: { token: $token, oneClick: $oneClick }) { artistName artistHandle userErrors { code } }
  }
`);

const ReminderByLink = graphql(`
  query ReminderByLink($token: String!) {
    reminderByLink(token: $token) { releaseTitle artistCredit path platforms platform isOut }
  }
`);

const ConfirmReminder = graphql(`
  mutation ConfirmReminder($token: String!, $platform: String) {
    confirmReminder(input: { token: $token, platform: $platform }) { reminder { releaseTitle artistCredit path platforms platform isOut } userErrors { code } }
  }
`);

const CancelReminder = graphql(`
  mutation CancelReminder($token: String!, $oneClick: Boolean) {
    cancelReminder(input: { token: $token, oneClick: $oneClick }) { reminder { releaseTitle artistCredit path platforms platform isOut } userErrors { code } }
  }
`);

/** What the link of a mail about a reminder is about. */
export interface LinkedReminder {
  releaseTitle: string;
  artistCredit: string;
  path: string;
  platforms: readonly string[];
  platform: string | null;
  isOut: boolean;
}

export interface PagesBatch {
  /** In the order of their paths. `record` is null where only versions were asked for, or where a kind is not known here. */
  pages: { path: string; version: number; record: PageRecord | null }[];
  /** Where the next batch begins; null: this was the last. */
  next: string | null;
}

export type LinkAnswer = { artist: { name: string; handle: string } | null } | 'invalid';

const queryTime = 5_000;
const batchTime = 20_000;
/** Nobody waits longer for a button; the durable road takes over. */
const answerTime = 2_000;
/** Whole pages are read in one go of the loop: few enough that nobody notices. */
const batchOf = { versions: 500, pages: 200 };

/** The API as the renderer asks it. Everything throws when the API does not answer. */
export class PageSource {
  private readonly execute: Execute;

  constructor(apiUrl: string, rendererKey: string) {
    this.execute = createClient({ url: `${apiUrl}/graphql`, headers: () => ({ authorization: `Bearer ${rendererKey}` }) });
  }

  async page(path: string): Promise<PageRecord | null> {
    const { publishedPage } = await this.execute(PublishedPageQuery, { path }, AbortSignal.timeout(queryTime));
    return publishedPage && toRecord(publishedPage);
  }

  async versions(after: string | null): Promise<PagesBatch> {
    const { publishedPages } = await this.execute(PageVersionsQuery, { first: batchOf.versions, after }, AbortSignal.timeout(batchTime));
    const { nodes, pageInfo } = publishedPages;
    return { pages: nodes.map(({ path, version }) => ({ path, version: Number(version), record: null })), next: pageInfo.hasNextPage ? pageInfo.endCursor : null };
  }

  async pages(after: string | null): Promise<PagesBatch> {
    const { publishedPages } = await this.execute(PublishedPagesQuery, { first: batchOf.pages, after }, AbortSignal.timeout(batchTime));
    const { nodes, pageInfo } = publishedPages;
    return {
      pages: nodes.map((page) => ({ path: page.path, version: Number(page.version), record: isPublishedDocument(page.document) ? toRecord(page) : null })),
      next: pageInfo.hasNextPage ? pageInfo.endCursor : null,
    };
  }

  async confirm(token: string): Promise<LinkAnswer> {
    return toLinkAnswer((await this.execute(ConfirmOptIn, { token }, AbortSignal.timeout(answerTime))).confirmOptIn);
  }

  async reminder(token: string): Promise<LinkedReminder | null> {
    return (await this.execute(ReminderByLink, { token }, AbortSignal.timeout(answerTime))).reminderByLink;
  }

  async confirmReminder(token: string, platform: string | null): Promise<LinkedReminder | 'invalid'> {
    return (await this.execute(ConfirmReminder, { token, platform }, AbortSignal.timeout(answerTime))).confirmReminder.reminder ?? 'invalid';
  }

  async cancelReminder(token: string, oneClick: boolean): Promise<LinkedReminder | 'invalid'> {
    return (await this.execute(CancelReminder, { token, oneClick }, AbortSignal.timeout(answerTime))).cancelReminder.reminder ?? 'invalid';
  }

  async unsubscribe(token: string, oneClick: boolean): Promise<LinkAnswer> {
    return toLinkAnswer((await this.execute(UnsubscribeByLink, { token, oneClick }, AbortSignal.timeout(answerTime))).unsubscribeByLink);
  }
}

function toRecord({ path, version, publishedAt, document }: { path: string; version: string; publishedAt: string; document: unknown }): PageRecord {
  return { path, version: Number(version), publishedAt, document: readDocument(document) };
}

function toLinkAnswer(payload: { artistName: string | null; artistHandle: string | null; userErrors: readonly unknown[] }): LinkAnswer {
  if (payload.userErrors.length > 0) return 'invalid';
  return { artist: payload.artistName !== null && payload.artistHandle !== null ? { name: payload.artistName, handle: payload.artistHandle } : null };
}
