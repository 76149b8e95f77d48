import { Inject, Injectable } from '@nestjs/common';
import type { AnswerEvent, CaptureEvent, ClickEvent, IngestReceipt, ReminderAnswerEvent, ReminderEvent, Result, VisitEvent } from '@lynkify/domain';
import { QueryFailedError } from 'typeorm';
import { Database, type Transaction, type UnitScope } from '../database/database.js';
import { ENVIRONMENT, type Environment } from '../environment.js';
import { Slots } from '../slots.js';
import { FanCaptures, type CapturingArtist } from '../fans/fan-captures.service.js';
import { OptInAnswers } from '../fans/opt-in-answers.service.js';
import { ReminderAnswers } from '../reminders/reminder-answers.service.js';
import { ReminderIntake } from '../reminders/reminder-intake.service.js';
import { isDatabaseAway, RequestError } from '../request-error.js';
import { EventStore, type EventsWorkspace, type RecordedEvent } from './event-store.js';
import { readSpooledEvent } from './read-spooled-event.js';
import { RejectedEvents, type RejectedLine } from './rejected-events.js';
import { eventsKeptSince } from './retention.js';

/** Lines of one shipped batch at the most. */
export const longestBatch = 2_000;

/**
 * Units of work of one process at a time. One counts while the next one stores; any more would wait for the day of the same
 * busy workspace, and whoever waits keeps what is counted meanwhile from being cleared away.
 */
const unitsAtOnce = 2;

interface Line<Event> {
  line: number;
  text: string;
  event: Event;
}
/** What the store keeps. */
type StoredEvent = VisitEvent | ClickEvent | CaptureEvent;
type PageEvent = StoredEvent | ReminderEvent;
type Answer = AnswerEvent | ReminderAnswerEvent;
type PageLine = Line<PageEvent>;

/** Takes shipped batches in: delivered at least once, kept exactly once. */
@Injectable()
export class Ingest {
  private readonly slots = new Slots(unitsAtOnce, Number.POSITIVE_INFINITY);

  constructor(
    private readonly database: Database,
    private readonly store: EventStore,
    private readonly captures: FanCaptures,
    private readonly answers: OptInAnswers,
    private readonly reminders: ReminderIntake,
    private readonly reminderAnswers: ReminderAnswers,
    private readonly rejected: RejectedEvents,
    @Inject(ENVIRONMENT) private readonly settings: Pick<Environment, 'eventRetentionMonths'>,
  ) {}

  /**
   * Takes in a batch of SpooledEvents, one JSON object a line.
   * @throws RequestError TOO_LARGE for more than 2,000 lines; whatever else is thrown says that the batch must come again
   */
  async takeIn(body: string): Promise<IngestReceipt> {
    const texts = body.split('\n').map((text, index) => ({ text, line: index + 1 })).filter(({ text }) => text.trim() !== '');
    if (texts.length > longestBatch) throw new RequestError('TOO_LARGE', 413, `Ship at most ${longestBatch} lines at once.`);
    const { pages, answers, rejected } = sortLines(texts);
    for (const { scope, lines } of unitsOf(pages)) rejected.push(...(await this.takeInUnit(scope, lines)));
    for (const line of answers) rejected.push(...(await this.takeInAnswer(line)));
    await this.rejected.putAside(rejected);
    return {
      stored: texts.length - rejected.length,
      rejected: rejected.sort((a, b) => a.line - b.line).map(({ line, id, reason }) => ({ line, id, reason })),
    };
  }

  /** A line that Postgres itself refuses is found by halving, so that it holds up nothing else. */
  private async takeInUnit(scope: UnitScope, lines: readonly PageLine[]): Promise<RejectedLine[]> {
    try {
      return await this.slots.take(() => this.storeUnit(scope, lines));
    } catch (error) {
      const code = refusalOfData(error);
      if (!code) throw error;
      if (lines.length === 1) return lines.map((line) => reject(line, `REFUSED_BY_STORE ${code}`));
      const middle = Math.ceil(lines.length / 2);
      return [...(await this.takeInUnit(scope, lines.slice(0, middle))), ...(await this.takeInUnit(scope, lines.slice(middle)))];
    }
  }

  /** Whoever waits behind a unit for which the database is away is told so with it, and not one after the other. */
  private async storeUnit(scope: UnitScope, lines: readonly PageLine[]): Promise<RejectedLine[]> {
    try {
      return await this.database.unit(scope, (tx) => this.storeLines(tx, lines));
    } catch (error) {
      if (error instanceof Error && isDatabaseAway(error)) this.slots.turnAway(error);
      throw error;
    }
  }

  private async storeLines(tx: Transaction, lines: readonly PageLine[]): Promise<RejectedLine[]> {
    const places = await findPlaces(tx, lines);
    const rejected: RejectedLine[] = [];
    const known: StoredEvent[] = [];
    const tooOld: CaptureEvent[] = [];
    const reminders: Line<ReminderEvent>[] = [];
    const since = eventsKeptSince(this.settings.eventRetentionMonths).toISOString();
    for (const line of lines) {
      const { event } = line;
      if (!places.workspaces.has(event.workspaceId)) rejected.push(rejectGone(line, 'WORKSPACE_GONE'));
      else if (!places.standing.has(placeOf(event))) rejected.push(rejectGone(line, 'ARTIST_GONE'));
      else if (event.kind === 'reminder') reminders.push({ ...line, event });
      else if (event.at >= since) known.push(event);
      // Nothing tells any more whether it has been counted. An email is taken in all the same.
      else if (event.kind === 'capture') tooOld.push(event);
      else rejected.push(reject(line, 'TOO_OLD'));
    }
    const captures = [...known, ...tooOld].filter((event) => event.kind === 'capture');
    const fanIds = captures[0] ? await this.captures.takeIn(tx, captures[0].workspaceId, captures, places.artists) : new Map<string, string>();
    const [first] = reminders;
    const gone = first ? await this.reminders.takeIn(tx, first.event.workspaceId, reminders.map(({ event }) => event), places.artists) : new Set<string>();
    rejected.push(...reminders.filter(({ event }) => gone.has(event.id)).map((line) => rejectGone(line, 'RELEASE_GONE')));
    // Last, because the counters of a busy day are what other batches wait for.
    await this.store.record(tx, [...places.workspaces.values()], known.map((event) => toRecorded(event, fanIds.get(event.id) ?? null)));
    return rejected;
  }

  private async takeInAnswer(line: Line<Answer>): Promise<RejectedLine[]> {
    const outcome = await this.answer(line.event);
    if (outcome.ok) return [];
    // The token itself opens something and is not kept.
    const { token: _token, ...rest } = line.event;
    return [{ ...reject(line, outcome.errors[0]?.code ?? 'REFUSED'), text: JSON.stringify(rest) }];
  }

  private answer(event: Answer): Promise<Result<unknown>> {
    const pressedAt = new Date(event.at);
    switch (event.kind) {
      case 'confirm':
        return this.answers.confirm(event.token, pressedAt);
      case 'unsubscribe':
        return this.answers.unsubscribe(event.token, { oneClick: event.oneClick, pressedAt });
      case 'confirm-reminder':
        return this.reminderAnswers.confirm(event.token, { platform: event.platform, pressedAt });
      case 'cancel-reminder':
        return this.reminderAnswers.cancel(event.token, { oneClick: event.oneClick, pressedAt });
    }
  }
}

/**
 * The units of work of a batch. A workspace with captures or reminders is one of its own, held to that workspace, so that two batches
 * never wait for each other's fans. All others are one together: most have a line or two in a batch, and a transaction
 * for each would cost more than all of their events.
 */
function unitsOf(lines: readonly PageLine[]): { scope: UnitScope; lines: PageLine[] }[] {
  const capturing = [...new Set(lines.flatMap(({ event }) => (event.kind === 'capture' || event.kind === 'reminder' ? [event.workspaceId] : [])))].sort();
  const apart = new Set(capturing);
  const others = lines.filter(({ event }) => !apart.has(event.workspaceId));
  return [
    ...capturing.map((workspaceId) => ({ scope: { workspaceId }, lines: lines.filter(({ event }) => event.workspaceId === workspaceId) })),
    ...(others.length > 0 ? [{ scope: { purpose: 'ingest' as const }, lines: others }] : []),
  ];
}

/** Reads every line once, keeps the first of each id, and parts what belongs to workspaces from answers to mails. */
function sortLines(texts: readonly { text: string; line: number }[]): { pages: PageLine[]; answers: Line<Answer>[]; rejected: RejectedLine[] } {
  const pages: PageLine[] = [];
  const answers: Line<Answer>[] = [];
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
    pages.push({ line, text, event });
  }
  answers.sort((a, b) => (a.event.id < b.event.id ? -1 : 1));
  return { pages, answers, rejected };
}

function reject({ line, text, event }: Line<PageEvent | Answer>, reason: string): RejectedLine {
  return { line, id: event.id, reason, text };
}

/** Nobody is left to whom the event could belong, so an address in it is not kept either. */
function rejectGone({ line, event }: PageLine, reason: string): RejectedLine {
  return { line, id: event.id, reason, text: JSON.stringify({ ...event, email: undefined, name: undefined }) };
}

function toRecorded(event: StoredEvent, fanId: string | null): RecordedEvent {
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

interface Places {
  workspaces: ReadonlyMap<string, EventsWorkspace>;
  artists: ReadonlyMap<string, CapturingArtist>;
  /** `placeOf` every event whose artist stands in the workspace that it names. */
  standing: ReadonlySet<string>;
}

const placeOf = ({ workspaceId, artistId }: { workspaceId: string; artistId: string }) => `${workspaceId} ${artistId}`;

async function findPlaces(tx: Transaction, lines: readonly PageLine[]): Promise<Places> {
  const said = [...new Map(lines.map(({ event }) => [placeOf(event), event])).values()];
  const rows: { workspace_id: string; time_zone: string; artist_id: string | null; name: string | null }[] = await tx.query(
    // By the ids alone: a join with the pairs is planned as a loop in a loop where the planner knows the tables badly.
    `select w.id as workspace_id, w.time_zone, a.id as artist_id, a.name
     from workspaces w left join artists a on a.workspace_id = w.id and a.workspace_id = any($1) and a.id = any($2)
     where w.id = any($1)`,
    [`{${[...new Set(said.map((event) => event.workspaceId))].join(',')}}`, `{${said.map((event) => event.artistId).join(',')}}`],
  );
  const standing = rows.flatMap((row) => (row.artist_id && row.name !== null ? [{ workspaceId: row.workspace_id, artistId: row.artist_id, name: row.name }] : []));
  return {
    workspaces: new Map(rows.map((row) => [row.workspace_id, { id: row.workspace_id, timeZone: row.time_zone }])),
    artists: new Map(standing.map(({ artistId, name }) => [artistId, { id: artistId, name }])),
    standing: new Set(standing.map(placeOf)),
  };
}

/** SQLSTATE of an error that says that the values were wrong (classes 22 and 23), not that something was away. */
function refusalOfData(error: unknown): string | null {
  if (!(error instanceof QueryFailedError)) return null;
  const driver: unknown = error.driverError;
  const code = typeof driver === 'object' && driver !== null && 'code' in driver ? String(driver.code) : '';
  return code.startsWith('22') || code.startsWith('23') ? code : null;
}
