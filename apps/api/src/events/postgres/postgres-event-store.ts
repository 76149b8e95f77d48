import { Database, type Transaction } from '../../database/database.js';
import type { Environment } from '../../environment.js';
import { EventStore, type CountedEvents, type EventsWorkspace, type FanCapture, type NumbersQuestion, type RecordedEvent } from '../event-store.js';
import { countEvents } from './count-events.js';
import { closeDays, dropOldMonths, makeMonths, moveDays } from './postgres-upkeep.js';
import { rebuildDay } from './rebuild-day.js';
import { recordEvents } from './record-events.js';
import { eventsOfDays } from './visitors.js';

/** Events in a table partitioned by month, counted by hour and by day in the transaction that stores them. */
export class PostgresEventStore extends EventStore {
  constructor(
    private readonly database: Database,
    private readonly settings: Pick<Environment, 'eventRetentionMonths'>,
  ) {
    super();
  }

  override record(tx: Transaction, workspaces: readonly EventsWorkspace[], events: readonly RecordedEvent[]): Promise<void> {
    return recordEvents(tx, workspaces, events);
  }

  override count(question: NumbersQuestion): Promise<CountedEvents> {
    return this.database.inWorkspace({ workspaceId: question.workspaceId }, (tx) => countEvents(tx, question));
  }

  override async capturesOfFans(workspaceId: string, fanIds: readonly string[]): Promise<FanCapture[]> {
    const rows: CaptureRow[] = await this.database.inWorkspace({ workspaceId }, (tx) =>
      tx.query(
        `select fan_id, at, path, channel, artist_id, release_id from events
         where workspace_id = $1 and fan_id = any($2) and fan_id is not null and kind = 'capture' order by at, id`,
        [workspaceId, fanIds],
      ),
    );
    return rows.map((row) => ({ fanId: row.fan_id, at: row.at, path: row.path, channel: row.channel, artistId: row.artist_id, releaseId: row.release_id }));
  }

  override async forgetFan(tx: Transaction, workspaceId: string, fanId: string): Promise<void> {
    await tx.query('update events set fan_id = null where workspace_id = $1 and fan_id = $2', [workspaceId, fanId]);
  }

  override async rebuild(workspace: EventsWorkspace, from: string, to: string): Promise<number> {
    let events = 0;
    for (const day of await this.daysBetween(workspace, from, to)) {
      events += await this.database.inWorkspace({ workspaceId: workspace.id }, (tx) => rebuildDay(tx, workspace, day, 'events'));
    }
    return events;
  }

  override async upkeep(): Promise<void> {
    await makeMonths(this.database);
    await dropOldMonths(this.database, this.settings.eventRetentionMonths);
    await closeDays(this.database);
    await moveDays(this.database, this.settings.eventRetentionMonths);
  }

  override async health(): Promise<null> {
    return null;
  }

  override async close(): Promise<void> {
    // The database is everybody's.
  }

  /** Days with events or with counts. */
  private async daysBetween({ id, timeZone }: EventsWorkspace, from: string, to: string): Promise<string[]> {
    const rows: { day: string }[] = await this.database.inWorkspace({ workspaceId: id }, (tx) =>
      tx.query(
        `select day::text from (
           select (at at time zone $2)::date as day from (${eventsOfDays('$1', '$3', '$4', '$2')}) e
           union select (hour at time zone $2)::date from hourly_counts where workspace_id = $1 and hour >= $3::date::timestamp at time zone $2 and hour < ($4::date + 1)::timestamp at time zone $2
           union select day from event_days where workspace_id = $1 and day between $3::date and $4::date
         ) d order by 1`,
        [id, timeZone, from, to],
      ),
    );
    return rows.map(({ day }) => day);
  }
}

interface CaptureRow {
  fan_id: string;
  at: Date;
  path: string;
  channel: string | null;
  artist_id: string;
  release_id: string | null;
}
