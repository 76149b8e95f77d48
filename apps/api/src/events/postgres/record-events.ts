import type { Transaction } from '../../database/database.js';
import type { EventsWorkspace, RecordedEvent } from '../event-store.js';
import { addSingleFacts, busyFrom } from './single-facts.js';
import { openVisitors } from './visitors.js';

/** A day of a batch that asks for more than counting on. */
interface DayToTend {
  workspace_id: string;
  day: string;
  time_zone: string;
  becomes_busy: boolean;
  reopens: boolean;
}

/**
 * Stores and counts in one statement, in this order: the events; the row of each workspace's day, whose lock makes
 * whoever counts that day wait for the other; then everything that is counted of it.
 */
export async function recordEvents(tx: Transaction, workspaces: readonly EventsWorkspace[], events: readonly RecordedEvent[]): Promise<void> {
  if (events.length === 0) return;
  // Every batch takes its rows in the same order, or two that overlap would wait for each other.
  const rows = [...events].sort((a, b) => (a.id < b.id ? -1 : 1));
  // Written here and not by the driver, which rewrites every text of every array twice.
  const quoted = (of: (row: RecordedEvent) => string | null) => `{${rows.map((row) => quote(of(row))).join(',')}}`;
  // Ids, moments and words of ours need no quotes.
  const plain = <K extends 'workspaceId' | 'id' | 'at' | 'kind' | 'artistId' | 'releaseId' | 'device' | 'audience' | 'fanId'>(name: K) => `{${rows.map((row) => row[name] ?? 'NULL').join(',')}}`;
  const days: DayToTend[] = await tx.query(recordSql, [
    workspaces.map(({ id }) => id),
    workspaces.map(({ timeZone }) => timeZone),
    plain('workspaceId'),
    plain('id'),
    plain('at'),
    plain('kind'),
    plain('artistId'),
    plain('releaseId'),
    quoted((row) => row.path),
    quoted((row) => row.target),
    quoted((row) => row.channel),
    quoted((row) => row.referrerHost),
    quoted((row) => (row.utm ? JSON.stringify(row.utm) : null)),
    quoted((row) => row.country),
    quoted((row) => row.region),
    quoted((row) => row.city),
    plain('device'),
    plain('audience'),
    quoted((row) => row.visitor),
    plain('fanId'),
  ]);
  for (const day of days) {
    if (day.becomes_busy) await becomeBusy(tx, day);
    if (day.reopens) await openVisitors(tx, { id: day.workspace_id, timeZone: day.time_zone }, day.day);
  }
}

/** An element of an array in the words of PostgreSQL. */
function quote(text: string | null): string {
  if (text === null) return 'NULL';
  return /["\\]/.test(text) ? `"${text.replaceAll(/["\\]/g, '\\$&')}"` : `"${text}"`;
}

/** From the hourly rows of the day, this batch's included. Its lock is held: nobody else counts the day meanwhile. */
async function becomeBusy(tx: Transaction, { workspace_id: workspaceId, day, time_zone: timeZone }: DayToTend): Promise<void> {
  await tx.query(
    `with hours as materialized (
       select workspace_id, $2::date as day, artist_id, release_id, kind, target, channel, referrer_host, country, device, audience, count from hourly_counts
       where workspace_id = $1 and hour >= $2::date::timestamp at time zone $3 and hour < ($2::date + 1)::timestamp at time zone $3
     ), busy as (
       update event_days set busy = true where workspace_id = $1 and day = $2
     )
     ${addSingleFacts('hours')}`,
    [workspaceId, day, timeZone],
  );
}

const columns = 'id, at, kind, artist_id, release_id, path, target, channel, referrer_host, utm, country, region, city, device, audience, visitor, fan_id';
const returned = 'artist_id, release_id, kind, target, channel, referrer_host, country, device, audience, visitor';
const byteByByte = ['kind', 'target', 'channel', 'referrer_host', 'country', 'device', 'audience'].map((name) => `i.${name} collate "C" as ${name}`).join(', ');
const counted = 'artist_id, release_id, kind, target, channel, referrer_host, country, device, audience';

/** Most visitors are seen once in a batch, so that nothing has to be sorted to know what they were seen on. */
const aboutsOfVisitor = `case count(*) when 1 then array_remove(array[z.workspace_id, (array_agg(z.artist_id))[1], (array_agg(z.release_id))[1]], null)
  else array(select distinct about from unnest(z.workspace_id || array_agg(z.artist_id) || array_agg(z.release_id)) as about where about is not null) end`;

/** What `on conflict` skipped is not in `inserted`, so what came twice is counted once. */
const recordSql = `
  with inserted as (
    insert into events (workspace_id, ${columns})
    select workspace_id, ${columns.replace('utm', 'utm::jsonb')}
    from unnest($3::uuid[], $4::uuid[], $5::timestamptz[], $6::text[], $7::uuid[], $8::uuid[], $9::text[], $10::text[], $11::text[], $12::text[], $13::text[], $14::text[], $15::text[], $16::text[], $17::text[], $18::text[], $19::text[], $20::uuid[])
      as shipped (workspace_id, ${columns})
    order by id
    on conflict do nothing
    returning workspace_id, at, ${returned}
  ),
  zoned as (
    select i.workspace_id, i.artist_id, i.release_id, ${byteByByte}, z.time_zone,
      case when i.kind = 'visit' and i.audience = 'person' then i.visitor collate "C" end as visitor, date_trunc('hour', i.at, z.time_zone) as hour, (i.at at time zone z.time_zone)::date as day
    from inserted i join unnest($1::uuid[], $2::text[]) as z (workspace_id, time_zone) using (workspace_id)
  ),
  hours as materialized (
    select workspace_id, time_zone, day, hour, ${counted}, count(*) as count from zoned group by workspace_id, time_zone, day, hour, ${counted}
  ),
  days as (
    insert into event_days as known (workspace_id, day, time_zone, events)
    select workspace_id, day, time_zone, sum(count) from hours group by 1, 2, 3 order by 1, 2
    on conflict (workspace_id, day) do update set events = known.events + excluded.events
    returning workspace_id, day, events, busy, visitors_open
  ),
  hourly as (
    insert into hourly_counts as counted (workspace_id, hour, ${counted}, count)
    select workspace_id, hour, ${counted}, count from hours join days using (workspace_id, day)
    order by 1, 2
    on conflict (workspace_id, hour, facts) do update set count = counted.count + excluded.count
  ),
  of_busy_days as materialized (
    select hours.* from hours join days using (workspace_id, day) where days.busy
  ),
  daily as (${addSingleFacts('of_busy_days')}),
  came as (
    insert into day_visitors as known (workspace_id, day, visitor, abouts)
    select z.workspace_id, z.day, z.visitor, ${aboutsOfVisitor}
    from zoned z join days using (workspace_id, day)
    where z.visitor is not null and days.visitors_open
    group by z.workspace_id, z.day, z.visitor
    order by 1, 2, 3
    on conflict (workspace_id, day, visitor)
    do update set abouts = known.abouts || array(select unnest(excluded.abouts) except select unnest(known.abouts))
    where not known.abouts @> excluded.abouts
    returning workspace_id, day, new.abouts as abouts, old.abouts as before
  ),
  visitors as (
    insert into daily_visitors as known (workspace_id, about, day, visitors)
    select workspace_id, about, day, count(*) from came, unnest(abouts) as about where before is null or about <> all (before) group by 1, 2, 3 order by 1, 2, 3
    on conflict (workspace_id, about, day) do update set visitors = known.visitors + excluded.visitors
  )
  select d.workspace_id, d.day::text, z.time_zone, d.events >= ${busyFrom} and not d.busy as becomes_busy,
    not d.visitors_open and exists (select from zoned v where v.workspace_id = d.workspace_id and v.day = d.day and v.visitor is not null) as reopens
  from days d join unnest($1::uuid[], $2::text[]) as z (workspace_id, time_zone) using (workspace_id)
  where (d.events >= ${busyFrom} and not d.busy) or not d.visitors_open`;
