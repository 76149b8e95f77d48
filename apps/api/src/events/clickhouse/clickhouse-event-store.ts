import { ClickHouseError, ClickHouseLogLevel, createClient, type ClickHouseClient } from '@clickhouse/client';
import { Database, type Transaction } from '../../database/database.js';
import type { Environment } from '../../environment.js';
import { dayIn, shiftDay } from '../../numbers/day-range.js';
import { unavailable } from '../../request-error.js';
import { toCountedEvents, type CountRow } from '../counted-events.js';
import { EventStore, type CountedEvents, type EventsWorkspace, type FanCapture, type NumbersQuestion, type RecordedEvent } from '../event-store.js';
import { countRawSql, countsSql, markSettledSql, openDays, settleSql } from './questions.js';
import { prepareSchema } from './schema.js';

/**
 * How long after an event has got its time of receipt it may still become visible, in milliseconds: longer than any
 * insert is waited for. A day is settled only as far as this long ago.
 */
const grace = 60_000;
const insertPatience = 10_000;
/** Days back that the upkeep looks at: as many as a question can be about. */
const settledWithin = 400;
const daysAtOnce = 14;
/**
 * Workspaces whose days one statement settles: an insert for each would be more than the engine likes to merge, and the names
 * of many more would not fit into the address that parameters travel in.
 */
const workspacesAtOnce = 200;

/**
 * Events in ClickHouse. It has no transactions, so everything is made to be done twice: an event that comes again
 * replaces itself, and a day is settled from what is there then, whole. A day that is not settled, today before all, is
 * counted from its raw events, which are one workspace's and one day's.
 */
export class ClickHouseEventStore extends EventStore {
  private readonly client: ClickHouseClient;
  private prepared: Promise<void> | null = null;
  private lastGeneration = 0;

  constructor(
    private readonly database: Database,
    private readonly settings: Pick<Environment, 'eventRetentionMonths'> & { clickhouseUrl: string },
    private readonly settledAfter = grace,
  ) {
    super();
    this.client = createClient({
      url: settings.clickhouseUrl,
      application: 'lynkify-api',
      // What fails is thrown and told there.
      log: { level: ClickHouseLogLevel.OFF },
      request_timeout: insertPatience,
      clickhouse_settings: { date_time_input_format: 'best_effort', do_not_merge_across_partitions_select_final: 1, async_insert: 0 },
    });
  }

  override async close(): Promise<void> {
    await this.client.close();
  }

  override async record(_tx: Transaction, _workspaces: readonly EventsWorkspace[], events: readonly RecordedEvent[]): Promise<void> {
    if (events.length === 0) return;
    await this.run(async (client) => {
      await client.insert({ table: 'events', values: events.map(toEventRow), format: 'JSONEachRow' });
      const captures = events.filter((event) => event.kind === 'capture' && event.fanId !== null);
      if (captures.length > 0) await client.insert({ table: 'fan_captures', values: captures.map(toCaptureRow), format: 'JSONEachRow' });
    });
  }

  override async count({ workspaceId, timeZone, artistId, releaseId, from, to }: NumbersQuestion): Promise<CountedEvents> {
    const scope = { workspace: workspaceId, zone: timeZone, from, to };
    const open = (await this.rows<{ day: string }>(openDays, { ...scope, workspaces: [workspaceId] })).map(({ day }) => day);
    const about = releaseId ? 'release_id' : artistId ? 'artist_id' : 'workspace_id';
    const rows = await this.rows<CountRow>(countsSql(about, open.length > 0), { ...scope, about: releaseId ?? artistId ?? workspaceId, open });
    return toCountedEvents(rows, rows.filter((row) => row.dimension === 'visitors').reduce((sum, row) => sum + Number(row.visits), 0));
  }

  override async capturesOfFans(workspaceId: string, fanIds: readonly string[]): Promise<FanCapture[]> {
    const rows = await this.rows<{ fan_id: string; at: string; path: string; channel: string | null; artist_id: string; release_id: string | null }>(
      `select fan_id, toUnixTimestamp64Milli(at) as at, path, channel, artist_id, release_id from fan_captures final
       where workspace_id = {workspace:UUID} and has({fans:Array(UUID)}, fan_id) order by fan_captures.at, id`,
      { workspace: workspaceId, fans: fanIds },
    );
    return rows.map((row) => ({ fanId: row.fan_id, at: new Date(Number(row.at)), path: row.path, channel: row.channel, artistId: row.artist_id, releaseId: row.release_id }));
  }

  override async forgetFan(_tx: Transaction, workspaceId: string, fanId: string): Promise<void> {
    await this.run((client) =>
      client.command({ query: 'delete from fan_captures where workspace_id = {workspace:UUID} and fan_id = {fan:UUID}', query_params: { workspace: workspaceId, fan: fanId }, clickhouse_settings: { lightweight_deletes_sync: '2' } }),
    );
  }

  override async rebuild(workspace: EventsWorkspace, from: string, to: string): Promise<number> {
    const days: string[] = [];
    for (let day = from; day <= to; day = shiftDay(day, 1)) days.push(day);
    for (const some of piecesOf(days, daysAtOnce)) await this.settle(workspace.timeZone, [workspace.id], some);
    const [row] = await this.rows<{ events: string }>(countRawSql, { workspace: workspace.id, zone: workspace.timeZone, from, to, days });
    return Number(row?.events ?? 0);
  }

  /** Settles what is over, zone by zone. Months that are too old leave by themselves. */
  override async upkeep(): Promise<void> {
    const touched = await this.rows<{ workspace: string }>(`select distinct workspace_id as workspace from touched_hours where received_at > now() - interval 3 day`, {});
    const zones: { time_zone: string; ids: string[] }[] = await this.database.unit({ purpose: 'maintenance' }, (tx) =>
      tx.query('select time_zone, array_agg(id order by id) as ids from workspaces where id = any($1) group by 1 order by 1', [touched.map(({ workspace }) => workspace)]),
    );
    for (const { time_zone: timeZone, ids } of zones) {
      for (const workspaces of piecesOf(ids, workspacesAtOnce)) await this.settleOver(timeZone, workspaces);
    }
  }

  private async settleOver(timeZone: string, workspaces: readonly string[]): Promise<void> {
    const to = shiftDay(dayIn(timeZone), -1);
    const open = await this.rows<{ workspace: string; day: string }>(openDays, { workspaces, zone: timeZone, from: shiftDay(to, -settledWithin), to });
    for (const days of piecesOf([...new Set(open.map(({ day }) => day))], daysAtOnce)) {
      const whose = new Set(open.filter(({ day }) => days.includes(day)).map(({ workspace }) => workspace));
      await this.settle(timeZone, [...whose], days);
    }
  }

  override async health(): Promise<{ name: string; answers: boolean }> {
    return { name: 'clickhouse', answers: (await this.client.ping()).success };
  }

  /** Counts first, the mark that they are valid last: whoever stops in between has changed nothing. */
  private async settle(timeZone: string, workspaces: readonly string[], days: readonly string[]): Promise<void> {
    const [clock] = await this.rows<{ upto: string }>(`select toString(now64(6, 'UTC') - toIntervalMillisecond({grace:UInt32})) as upto`, { grace: this.settledAfter });
    const scope = { workspaces, zone: timeZone, from: days[0], to: days.at(-1), days, generation: this.nextGeneration() };
    await this.run(async (client) => {
      await client.command({ query: settleSql, query_params: scope });
      await client.command({ query: markSettledSql, query_params: { ...scope, upto: clock?.upto } });
    });
  }

  /** Grows with time, so that the later of two settlings is the one that holds; distinct between programs by chance. */
  private nextGeneration(): number {
    this.lastGeneration = Math.max(this.lastGeneration + 1, Date.now() * 1_000 + Math.floor(Math.random() * 1_000));
    return this.lastGeneration;
  }

  private rows<Row>(query: string, parameters: Record<string, unknown>): Promise<Row[]> {
    return this.run(async (client) => (await client.query({ query, query_params: parameters, format: 'JSONEachRow' })).json<Row>());
  }

  /** @throws RequestError SERVICE_UNAVAILABLE when ClickHouse is away: what it did not take comes again */
  private async run<T>(work: (client: ClickHouseClient) => Promise<T>): Promise<T> {
    try {
      this.prepared ??= prepareSchema(this.client, this.settings.eventRetentionMonths);
      await this.prepared.catch((error: unknown) => {
        this.prepared = null;
        throw error;
      });
      return await work(this.client);
    } catch (error) {
      if (error instanceof ClickHouseError) throw error;
      throw unavailable();
    }
  }
}

function piecesOf<T>(list: readonly T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(list.length / size) }, (_, n) => list.slice(n * size, (n + 1) * size));
}

function toEventRow(event: RecordedEvent): Record<string, unknown> {
  return {
    workspace_id: event.workspaceId, id: event.id, at: event.at, kind: event.kind, artist_id: event.artistId, release_id: event.releaseId, path: event.path, target: event.target, channel: event.channel,
    referrer_host: event.referrerHost, utm: event.utm ? JSON.stringify(event.utm) : null, country: event.country, region: event.region, city: event.city, device: event.device, audience: event.audience, visitor: event.visitor,
  };
}

function toCaptureRow(event: RecordedEvent): Record<string, unknown> {
  return { workspace_id: event.workspaceId, fan_id: event.fanId, at: event.at, id: event.id, path: event.path, channel: event.channel, artist_id: event.artistId, release_id: event.releaseId };
}
