import type { Database } from '../../database/database.js';
import { eventsKeptSince } from '../retention.js';
import { openDays, rebuildDay } from './rebuild-day.js';

const monthsAhead = 12;
const daysAtOnce = 1_000;

/** A partition for each of the next months, made long before the first event wants it. */
export async function makeMonths(database: Database): Promise<void> {
  for (let month = 0; month <= monthsAhead; month += 1) {
    await database.unit({ purpose: 'maintenance' }, (tx) => tx.query(`select make_events_partition(now() + make_interval(months => $1))`, [month]));
  }
}

/** Drops the raw events of months that are over their time, one month a transaction. */
export async function dropOldMonths(database: Database, retentionMonths: number): Promise<void> {
  const since = eventsKeptSince(retentionMonths);
  const dropOne = async (): Promise<string | null> => {
    const [row]: { dropped: string | null }[] = await database.unit({ purpose: 'maintenance' }, (tx) => tx.query('select drop_events_before($1) as dropped', [since]));
    return row?.dropped ?? null;
  };
  let dropped = await dropOne();
  while (dropped) dropped = await dropOne();
}

/** Forgets who the visitors of days that are over were; how many they were stays. */
export async function closeDays(database: Database): Promise<void> {
  const find = (): Promise<{ workspace_id: string; days: string[] }[]> =>
    database.unit({ purpose: 'maintenance' }, (tx) =>
      tx.query(
        `select workspace_id, array_agg(day::text order by day) as days
         from (select workspace_id, day from event_days where visitors_open and day <= current_date - ${openDays} order by day limit $1) d group by 1 order by 1`,
        [daysAtOnce],
      ),
    );
  for (let found = await find(); found.length > 0; found = await find()) {
    for (const { workspace_id: workspaceId, days } of found) {
      await database.unit({ workspaceId }, async (tx) => {
        // The lock of the days: an event that comes late is counted before, or opens the day again afterwards.
        await tx.query('update event_days set visitors_open = false where workspace_id = $1 and day = any($2)', [workspaceId, days]);
        await tx.query('delete from day_visitors where workspace_id = $1 and day = any($2)', [workspaceId, days]);
      });
    }
  }
}

interface MovedWorkspace {
  id: string;
  time_zone: string;
  first: string;
  last: string;
}

/** Cuts the days of workspaces that moved to another zone anew. Where raw events are gone, out of what hours say. */
export async function moveDays(database: Database, retentionMonths: number): Promise<void> {
  const moved: MovedWorkspace[] = await database.unit({ purpose: 'maintenance' }, (tx) =>
    tx.query(
      `select w.id, w.time_zone, (min(e.day) - 1)::text as first, (max(e.day) + 1)::text as last
       from event_days e join workspaces w on w.id = e.workspace_id
       group by w.id, w.time_zone having bool_or(e.time_zone <> w.time_zone) order by w.id`,
    ),
  );
  for (const { id, time_zone: timeZone, first, last } of moved) {
    const days: { day: string; raw: boolean }[] = await database.unit({}, (tx) =>
      tx.query(
        `select each::date::text as day, each::date::timestamp at time zone $3 >= $4::timestamptz as raw
         from generate_series($1::date, $2::date, interval '1 day') each order by 1`,
        [first, last, timeZone, eventsKeptSince(retentionMonths)],
      ),
    );
    for (const { day, raw } of days) await database.unit({ workspaceId: id }, (tx) => rebuildDay(tx, { id, timeZone }, day, raw ? 'events' : 'hours'));
    await database.unit({ workspaceId: id }, (tx) => tx.query('delete from event_days where workspace_id = $1 and events = 0', [id]));
  }
}
