import type { System } from '../system/system.js';
import { bigShare, spread, sqlDraw } from './spread.js';
import type { EventsWorld } from './world.js';

/** Days that the stored events are spread over. */
export const pastDays = 360;
/** The newest days are left to what is shipped. */
export const shippedDays = 4;
/** Of so many days events and counts are drawn and counted; all others are copies of them, days later. */
const drawnDays = 6;
const copiesAtOnce = 2;

/** What settles it for statements that write millions of rows, none of which is measured. */
const begin = `begin; set local work_mem = '256MB'; set local synchronous_commit = off; set local max_parallel_workers_per_gather = 0; set local jit = off; set local timezone = 'UTC';`;
const facts = 'artist_id, release_id, kind, target, channel, referrer_host, country, device, audience';

/**
 * Makes events of the past with SQL, evenly over the days before those that are shipped, and their counts as the store makes
 * them: the mass that shipped events then have to find their way through.
 */
export async function bulkLoad(system: System, world: EventsWorld, { from, to, of }: { from: number; to: number; of: number }): Promise<void> {
  if (from === 0) {
    await drawEvents(system, world, of / pastDays);
    await countDrawn(system);
  }
  const first = Math.floor((from / of) * pastDays);
  const last = Math.floor((to / of) * pastDays);
  await system.sql(`do $$ begin for months in 0..12 loop perform make_events_partition(greatest(now() - make_interval(months => months), now() - interval '364 days')); end loop; end $$`);
  const shifts = Array.from({ length: (last - first) / drawnDays }, (_, n) => first + n * drawnDays);
  const next = async (): Promise<void> => {
    for (let shift = shifts.shift(); shift !== undefined; shift = shifts.shift()) await copyDays(system, shift);
  };
  await Promise.all(Array.from({ length: copiesAtOnce }, next));
  // What the load leaves to be cleared away is its own, and not of what is shipped next.
  await system.sql('vacuum (analyze) events, hourly_counts, event_days, daily_counts, daily_visitors');
  await system.sql('checkpoint');
}

/** Whole days of each workspace's zone, the oldest ones. None of the zones changes its clocks: a day later is 24 hours later. */
async function drawEvents(system: System, world: EventsWorld, perDay: number): Promise<void> {
  await system.sql(`create table bench_places as select p.*, w.time_zone from unnest($1::text[], $2::int[], $3::uuid[], $4::uuid[], $5::uuid[], $6::text[]) as p (size, n, workspace_id, artist_id, release_id, path) join workspaces w on w.id = p.workspace_id`, columnsOf(world));
  await system.sql(`${begin}
    create unlogged table bench_events as
    select p.workspace_id, at, noise, kind, p.artist_id, p.release_id, p.path, case kind when 'click' then ${sqlDraw(spread.target, 'c6')} end collate "C" as target,
      ${sqlDraw(spread.channel, 'c2')} collate "C" as channel, ${sqlDraw(spread.referrer, 'c3')} collate "C" as referrer_host, ${sqlDraw(spread.country, 'c4')} collate "C" as country, ${sqlDraw(spread.device, 'c5')} collate "C" as device,
      audience, case audience when 'person' then substr(noise, 1, 22) end as visitor, p.time_zone, at_local::date as day
    from (
      select date_trunc('milliseconds', date_trunc('day', now() at time zone 'UTC') - make_interval(days => ${pastDays + shippedDays - 1} - d) + make_interval(secs => (n + 0.5) * 86400 / ${perDay})) as at_local,
        ${sqlDraw(spread.kind, 'c0')} collate "C" as kind, ${sqlDraw(spread.audience, 'c1')} collate "C" as audience, *
      from (
        select d, n, md5(d || ' ' || n || ' ' || random()) as noise, random() as c0, random() as c1, random() as c2, random() as c3, random() as c4, random() as c5, random() as c6,
          case when random() * 1000 < ${bigShare} then 'big' else 'small' end as size, random() as which
        from generate_series(0, ${drawnDays - 1}) d, generate_series(0, ${Math.round(perDay) - 1}) n
      ) drawn
    ) e join bench_places p on p.size = e.size and p.n = floor(power(which, 2) * case e.size when 'big' then ${world.big.length} else ${world.small.length} end)::int,
    lateral (select at_local at time zone p.time_zone as at) moment
    order by at;
    commit; analyze bench_events`);
}

function columnsOf({ big, small }: EventsWorld): unknown[] {
  const all = [...big.map((place, n) => ({ size: 'big', n, ...place })), ...small.map((place, n) => ({ size: 'small', n, ...place }))];
  return [all.map((p) => p.size), all.map((p) => p.n), all.map((p) => p.workspaceId), all.map((p) => p.artistId), all.map((p) => p.releaseId), all.map((p) => p.path)];
}

async function countDrawn(system: System): Promise<void> {
  await system.sql(`${begin}
    create unlogged table bench_hours as
      select workspace_id, day, date_trunc('hour', at, time_zone) as hour, ${facts}, count(*) as count from bench_events group by 1, 2, 3, ${facts} order by 1, 3;
    create unlogged table bench_days as
      select workspace_id, day, min(time_zone) as time_zone, count(*) as events, count(*) >= 100 as busy from bench_events group by 1, 2 order by 1, 2;
    commit`);
  await system.sql(`${begin}
    create unlogged table bench_visitors as
      select workspace_id, about, day, count(distinct visitor) as visitors from bench_events, lateral (values (workspace_id), (artist_id), (release_id)) as each (about)
      where kind = 'visit' and audience = 'person' and about is not null group by 1, 2, 3 order by 1, 2, 3;
    create unlogged table bench_counts as
      select h.workspace_id, each.about, h.day, fact.dimension, fact.key,
        coalesce(sum(h.count) filter (where h.kind = 'visit'), 0) as visits, coalesce(sum(h.count) filter (where h.kind = 'click'), 0) as clicks, coalesce(sum(h.count) filter (where h.kind = 'capture'), 0) as captures
      from bench_hours h join bench_days d on d.workspace_id = h.workspace_id and d.day = h.day and d.busy
      cross join lateral (values (h.workspace_id), (h.artist_id), (h.release_id)) as each (about)
      cross join lateral (values ('all', null), ('target', h.target), ('channel', h.channel), ('referrer', h.referrer_host), ('country', h.country), ('device', h.device), ('audience', h.audience)) as fact (dimension, key)
      where each.about is not null
        and case fact.dimension when 'target' then h.audience = 'person' and h.kind = 'click' when 'audience' then h.audience <> 'person' else h.audience = 'person' end
      group by 1, 2, 3, 4, 5 order by 1, 2, 3, 4, 5;
    commit`);
}

/** The drawn days once more, so many days later: other events, with other ids, and the same counts of them. */
async function copyDays(system: System, days: number): Promise<void> {
  await system.sql(`${begin}
    insert into events (workspace_id, id, at, kind, artist_id, release_id, path, target, channel, referrer_host, country, device, audience, visitor)
      select workspace_id, (lpad(to_hex((extract(epoch from later) * 1000)::bigint), 12, '0') || '7' || substr(noise, 1, 3) || '8' || substr(noise, 4, 15))::uuid, later, kind, artist_id, release_id, path, target, channel, referrer_host, country, device, audience, visitor
      from (select *, at + interval '${days} days' as later from bench_events offset 0) e;
    insert into hourly_counts (workspace_id, hour, ${facts}, count) select workspace_id, hour + interval '${days} days', ${facts}, count from bench_hours;
    insert into event_days (workspace_id, day, time_zone, events, busy, visitors_open) select workspace_id, day + ${days}, time_zone, events, busy, false from bench_days;
    insert into daily_visitors (workspace_id, about, day, visitors) select workspace_id, about, day + ${days}, visitors from bench_visitors;
    insert into daily_counts (workspace_id, about, day, dimension, key, visits, clicks, captures) select workspace_id, about, day + ${days}, dimension, key, visits, clicks, captures from bench_counts;
    commit`);
}
