import type { Transaction } from '../../database/database.js';
import type { EventsWorkspace } from '../event-store.js';
import { addSingleFacts, busyFrom } from './single-facts.js';
import { countVisitors, eventsOfDay, openVisitors } from './visitors.js';

const counted = 'artist_id, release_id, kind, target, channel, referrer_host, country, device, audience';

/**
 * Counts a day again. The lock of the day comes first: whatever is being recorded then is either finished and seen, or
 * waits and is added to what is counted here.
 * @param source `events`: everything from raw events. `hours`: those are gone, so the hourly counts stay and the day is
 *   made of them; its visitors stay as they are.
 * @returns how many events the day has
 */
export async function rebuildDay(tx: Transaction, workspace: EventsWorkspace, day: string, source: 'events' | 'hours'): Promise<number> {
  const { id: workspaceId, timeZone } = workspace;
  const scope = [workspaceId, day, timeZone];
  const hoursOfDay = `workspace_id = $1 and hour >= $2::date::timestamp at time zone $3 and hour < ($2::date + 1)::timestamp at time zone $3`;
  const [known]: { recent: boolean }[] = await tx.query(
    `insert into event_days as known (workspace_id, day, time_zone, events) values ($1, $2, $3, 0)
     on conflict (workspace_id, day) do update set time_zone = excluded.time_zone
     returning day > current_date - ${openDays} as recent`,
    scope,
  );
  if (source === 'events') {
    await tx.query(`delete from hourly_counts where ${hoursOfDay}`, scope);
    await tx.query(
      `insert into hourly_counts (workspace_id, hour, ${counted}, count)
       select workspace_id, date_trunc('hour', at, $3), ${counted}, count(*) from (${eventsOfDay('$1', '$2', '$3')}) e
       group by workspace_id, 2, ${counted}`,
      scope,
    );
  }
  await tx.query('delete from daily_counts where workspace_id = $1 and day = $2', [workspaceId, day]);
  const [row]: { events: string }[] = await tx.query(
    `with made as (select coalesce(sum(count), 0) as events from hourly_counts where ${hoursOfDay})
     update event_days set events = made.events, busy = made.events >= ${busyFrom} from made where workspace_id = $1 and day = $2 returning made.events`,
    scope,
  ).then(([rows]: [{ events: string }[]]) => rows);
  const events = Number(row?.events ?? 0);
  if (events >= busyFrom) {
    await tx.query(
      `with hours as materialized (select workspace_id, $2::date as day, ${counted}, count from hourly_counts where ${hoursOfDay}) ${addSingleFacts('hours')}`,
      scope,
    );
  }
  if (source === 'events') await (known?.recent ? openVisitors : countVisitors)(tx, workspace, day);
  return events;
}

/** Days for which visitors stay known one by one: their salt lives for 48 hours, and a day begins and ends with its zone. */
export const openDays = 3;
