import type { Transaction } from '../../database/database.js';
import type { EventsWorkspace } from '../event-store.js';
import { aboutsOf } from './single-facts.js';

/** Raw events of days, by the beginning of the primary key: the first 48 bits of an id are its moment. */
export const eventsOfDays = (workspaceId: string, from: string, to: string, timeZone: string) => `
  select * from events
  where workspace_id = ${workspaceId}
    and at >= ${from}::date::timestamp at time zone ${timeZone} and at < (${to}::date + 1)::timestamp at time zone ${timeZone}
    and id >= ${firstId(`${from}::date::timestamp at time zone ${timeZone}`)} and id < ${firstId(`(${to}::date + 1)::timestamp at time zone ${timeZone}`)}`;

export const eventsOfDay = (workspaceId: string, day: string, timeZone: string) => eventsOfDays(workspaceId, day, day, timeZone);

const firstId = (moment: string) => `(lpad(to_hex((extract(epoch from ${moment}) * 1000)::bigint), 12, '0') || repeat('0', 20))::uuid`;

/**
 * Opens a day on which visitors are not known one by one any more: its late visits are counted against everybody who
 * was here. The caller holds the lock of the day.
 */
export async function openVisitors(tx: Transaction, { id: workspaceId, timeZone }: EventsWorkspace, day: string): Promise<void> {
  await forgetVisitorCounts(tx, workspaceId, day);
  await tx.query(
    `with came as (
       insert into day_visitors (workspace_id, day, visitor, abouts)
       select e.workspace_id, $2::date, e.visitor, array_agg(distinct each.about)
       from (${eventsOfDay('$1', '$2', '$3')}) e cross join ${aboutsOf('e')}
       where e.kind = 'visit' and e.audience = 'person' and e.visitor is not null and each.about is not null
       group by 1, 3
       returning abouts
     ), opened as (
       update event_days set visitors_open = true where workspace_id = $1 and day = $2
     )
     insert into daily_visitors (workspace_id, about, day, visitors) select $1, about, $2, count(*) from came, unnest(abouts) as about group by about`,
    [workspaceId, day, timeZone],
  );
}

/** Counts the visitors of a day that stays closed. */
export async function countVisitors(tx: Transaction, { id: workspaceId, timeZone }: EventsWorkspace, day: string): Promise<void> {
  await forgetVisitorCounts(tx, workspaceId, day);
  await tx.query(
    `insert into daily_visitors (workspace_id, about, day, visitors)
     select $1, each.about, $2::date, count(distinct e.visitor)
     from (${eventsOfDay('$1', '$2', '$3')}) e cross join ${aboutsOf('e')}
     where e.kind = 'visit' and e.audience = 'person' and e.visitor is not null and each.about is not null
     group by each.about`,
    [workspaceId, day, timeZone],
  );
  await tx.query('update event_days set visitors_open = false where workspace_id = $1 and day = $2', [workspaceId, day]);
}

async function forgetVisitorCounts(tx: Transaction, workspaceId: string, day: string): Promise<void> {
  await tx.query('delete from day_visitors where workspace_id = $1 and day = $2', [workspaceId, day]);
  await tx.query('delete from daily_visitors where workspace_id = $1 and day = $2', [workspaceId, day]);
}
