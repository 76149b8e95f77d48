import { Injectable } from '@nestjs/common';
import type { AnswerEvent, CaptureEvent, ClickEvent, IngestReceipt, VisitEvent } from '@lynkify/domain';
import { QueryFailedError } from 'typeorm';
import { Database, type Transaction } from '../database/database.js';
import { FanCaptures, type CapturingArtist } from '../fans/fan-captures.service.js';
import { OptInAnswers } from '../fans/opt-in-answers.service.js';
import { RequestError } from '../request-error.js';
import { EventStore, type EventsWorkspace, type RecordedEvent } from './event-store.js';
import { readSpooledEvent } from './read-spooled-event.js';
import { RejectedEvents, type RejectedLine } from './rejected-events.js';

/** Lines of one shipped batch at the most. */
export const longestBatch = 2_000;

interface Line<Event> {
  line: number;
  text: string;
  event: Event;
}
type PageEvent = VisitEvent | ClickEvent | CaptureEvent;
type PageLine = Line<PageEvent>;

/** Takes shipped batches in: delivered at least once, kept exactly once. */
@Injectable()
export class Ingest {
  constructor(
    private readonly database: Database,
    private readonly store: EventStore,
    private readonly captures: FanCaptures,
    private readonly answers: OptInAnswers,
    private readonly rejected: RejectedEvents,
  ) {}

  /**
   * Takes in a batch of SpooledEvents, one JSON object a line.
   * @throws RequestError TOO_LARGE for more than 2,000 lines; whatever else is thrown says that the batch must come again
   */
  async takeIn(body: string): Promise<IngestReceipt> {
    const texts = body.split('\n').map((text, index) => ({ text, line: index + 1 })).filter(({ text }) => text.trim() !== '');
    if (texts.length > longestBatch) throw new RequestError('TOO_LARGE', 413, `Ship at most ${longestBatch} lines at once.`);
    const { pages, answers, rejected } = sortLines(texts);
    // Workspaces in order: batches that run side by side meet them alike.
    for (const [workspaceId, lines] of [...pages].sort(([a], [b]) => (a < b ? -1 : 1))) rejected.push(...(await this.takeInWorkspace(workspaceId, lines)));
    for (const line of answers) rejected.push(...(await this.takeInAnswer(line)));
    await this.rejected.putAside(rejected);
    return {
      stored: texts.length - rejected.length,
      rejected: rejected.sort((a, b) => a.line - b.line).map(({ line, id, reason }) => ({ line, id, reason })),
    };
  }

  /** One unit of work. A line that Postgres itself refuses is found by halving, so that it holds up nothing else. */
  private async takeInWorkspace(workspaceId: string, lines: readonly PageLine[]): Promise<RejectedLine[]> {
    try {
      return await this.database.unit({ workspaceId }, (tx) => this.storeLines(tx, workspaceId, lines));
    } catch (error) {
      const code = refusalOfData(error);
      if (!code) throw error;
      if (lines.length === 1) return lines.map((line) => reject(line, `REFUSED_BY_STORE ${code}`));
      const middle = Math.ceil(lines.length / 2);
      return [...(await this.takeInWorkspace(workspaceId, lines.slice(0, middle))), ...(await this.takeInWorkspace(workspaceId, lines.slice(middle)))];
    }
  }

  private async storeLines(tx: Transaction, workspaceId: string, lines: readonly PageLine[]): Promise<RejectedLine[]> {
    const workspace = await findWorkspace(tx, workspaceId);
    if (!workspace) return lines.map((line) => rejectGone(line, 'WORKSPACE_GONE'));
    const artists = await findArtists(tx, workspaceId, lines);
    const known = lines.filter(({ event }) => artists.has(event.artistId));
    const events = known.map(({ event }) => event);
    const fanIds = await this.captures.takeIn(tx, workspaceId, events.filter((event) => event.kind === 'capture'), artists);
    // Last, because the counters of a busy hour are what other batches wait for.
    await this.store.record(tx, workspace, events.map((event) => toRecorded(event, fanIds.get(event.id) ?? null)));
    return lines.filter(({ event }) => !artists.has(event.artistId)).map((line) => rejectGone(line, 'ARTIST_GONE'));
  }

  private async takeInAnswer(line: Line<AnswerEvent>): Promise<RejectedLine[]> {
    const { kind, token, at, oneClick } = line.event;
    const outcome = kind === 'confirm' ? await this.answers.confirm(token, new Date(at)) : await this.answers.unsubscribe(token, { oneClick, pressedAt: new Date(at) });
    if (outcome.ok) return [];
    // The token itself opens something and is not kept.
    const { token: _token, ...rest } = line.event;
    return [{ ...reject(line, outcome.errors[0]?.code ?? 'REFUSED'), text: JSON.stringify(rest) }];
  }
}

/** Reads every line once, keeps the first of each id, and parts what belongs to workspaces from answers to mails. */
function sortLines(texts: readonly { text: string; line: number }[]): { pages: Map<string, PageLine[]>; answers: Line<AnswerEvent>[]; rejected: RejectedLine[] } {
  const pages = new Map<string, PageLine[]>();
  const answers: Line<AnswerEvent>[] = [];
  const rejected: RejectedLine[] = [];
  const seen = new Set<string>();
  for (const { text, line } of texts) {
    const read = readSpooledEvent(text);
    if (!('event' in read)) {
      rejected.push({ line, text, ...read });
      continue;
    }
    const { event } = read;
    if (seen.has(event.id)) continue;
    seen.add(event.id);
    if ('token' in event) {
      answers.push({ line, text, event });
      continue;
    }
    const others = pages.get(event.workspaceId);
    if (others) others.push({ line, text, event });
    else pages.set(event.workspaceId, [{ line, text, event }]);
  }
  answers.sort((a, b) => (a.event.id < b.event.id ? -1 : 1));
  return { pages, answers, rejected };
}

function reject({ line, text, event }: Line<PageEvent | AnswerEvent>, reason: string): RejectedLine {
  return { line, id: event.id, reason, text };
}

/** Nobody is left to whom the event could belong, so an address in it is not kept either. */
function rejectGone({ line, event }: PageLine, reason: string): RejectedLine {
  return { line, id: event.id, reason, text: JSON.stringify({ ...event, email: undefined, name: undefined }) };
}

function toRecorded(event: PageEvent, fanId: string | null): RecordedEvent {
  return {
    kind: event.kind,
    id: event.id,
    at: event.at,
    workspaceId: event.workspaceId,
    artistId: event.artistId,
    releaseId: event.releaseId,
    path: event.path,
    target: event.kind === 'click' ? event.target : null,
    channel: event.channel,
    referrerHost: event.referrerHost,
    utm: event.utm,
    country: event.country,
    region: event.region,
    city: event.city,
    device: event.device,
    audience: event.audience,
    visitor: event.visitor,
    fanId,
  };
}

async function findWorkspace(tx: Transaction, workspaceId: string): Promise<EventsWorkspace | null> {
  const [row]: { id: string; time_zone: string }[] = await tx.query('select id, time_zone from workspaces where id = $1', [workspaceId]);
  return row ? { id: row.id, timeZone: row.time_zone } : null;
}

async function findArtists(tx: Transaction, workspaceId: string, lines: readonly PageLine[]): Promise<ReadonlyMap<string, CapturingArtist>> {
  const ids = [...new Set(lines.map(({ event }) => event.artistId))];
  const rows: CapturingArtist[] = await tx.query('select id, name from artists where workspace_id = $1 and id = any($2)', [workspaceId, ids]);
  return new Map(rows.map((artist) => [artist.id, artist]));
}

/** SQLSTATE of an error that says that the values were wrong (classes 22 and 23), not that something was away. */
function refusalOfData(error: unknown): string | null {
  if (!(error instanceof QueryFailedError)) return null;
  const driver: unknown = error.driverError;
  const code = typeof driver === 'object' && driver !== null && 'code' in driver ? String(driver.code) : '';
  return code.startsWith('22') || code.startsWith('23') ? code : null;
}
