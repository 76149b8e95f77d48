import type { System } from '../system/system.js';
import { bigShare, spread, sqlDraw } from './spread.js';
import type { EventsWorld } from './world.js';

const days = 360;
/** The newest days are left to what is shipped. */
export const shippedDays = 4;

/**
 * Makes events of the past with SQL, evenly over the days before those that are shipped, and their counts as the store makes them: the
 * mass that shipped events then have to find their way through.
 */
export async function bulkLoad(system: System, world: EventsWorld, { from, to, of }: { from: number; to: number; of: number }): Promise<void> {
  await system.sql(`create table if not exists bench_places as select * from unnest($1::text[], $2::int[], $3::uuid[], $4::uuid[], $5::uuid[], $6::text[]) as p (size, n, workspace_id, artist_id, release_id, path)`, [
    ...columnsOf(world),
  ]);
  const first = Math.floor((from / of) * days);
  const last = Math.floor((to / of) * days);
  const perDay = of / days;
  // A month or so at a time, two at once: what has to be sorted fits into memory.
  const parts: { from: number; to: number }[] = [];
  for (let day = first; day < last; day += 15) parts.push({ from: day, to: Math.min(day + 15, last) });
  await system.sql(`do $$ begin for months in 0..12 loop perform make_events_partition(greatest(now() - make_interval(months => months), now() - interval '364 days')); end loop; end $$`);
  const next = async (): Promise<void> => {
    for (let part = parts.shift(); part; part = parts.shift()) await loadDays(system, part, perDay, world);
  };
  await Promise.all([next(), next()]);
  await system.sql('analyze events, hourly_counts, event_days, daily_counts, daily_visitors');
}

function columnsOf({ big, small }: EventsWorld): unknown[] {
  const all = [...big.map((place, n) => ({ size: 'big', n, ...place })), ...small.map((place, n) => ({ size: 'small', n, ...place }))];
  return [all.map((p) => p.size), all.map((p) => p.n), all.map((p) => p.workspaceId), all.map((p) => p.artistId), all.map((p) => p.releaseId), all.map((p) => p.path)];
}

async function loadDays(system: System, part: { from: number; to: number }, perDay: number, world: EventsWorld): Promise<void> {
  const settings = `set local work_mem = '256MB'; set local synchronous_commit = off; set local max_parallel_workers_per_gather = 0; set local jit = off;`;
  const range = `at >= date_trunc('day', now(), 'UTC') - make_interval(days => ${days + shippedDays - 1 - part.from}) and at < date_trunc('day', now(), 'UTC') - make_interval(days => ${days + shippedDays - 1 - part.to})`;
  const facts = 'artist_id, release_id, kind, target, channel, referrer_host, country, device, audience';
  const scope = `workspace_id in (select distinct workspace_id from bench_places)`;
  await system.sql(`begin; ${settings}
    insert into events (workspace_id, id, at, kind, artist_id, release_id, path, target, channel, referrer_host, country, device, audience, visitor)
    select p.workspace_id, (lpad(to_hex((extract(epoch from at) * 1000)::bigint), 12, '0') || '7' || substr(noise, 1, 3) || '8' || substr(noise, 4, 15))::uuid, at, kind, p.artist_id, p.release_id, p.path,
      case kind when 'click' then ${sqlDraw(spread.target, 'c6')} end, ${sqlDraw(spread.channel, 'c2')}, ${sqlDraw(spread.referrer, 'c3')}, ${sqlDraw(spread.country, 'c4')}, ${sqlDraw(spread.device, 'c5')},
      audience, case audience when 'person' then substr(noise, 1, 22) end
    from (
      select date_trunc('milliseconds', date_trunc('day', now(), 'UTC') - make_interval(days => ${days + shippedDays - 1} - d) + make_interval(secs => (n + 0.5) * 86400 / ${perDay})) as at,
        ${sqlDraw(spread.kind, 'c0')} as kind, ${sqlDraw(spread.audience, 'c1')} as audience, *
      from (
        select d, n, md5(d || ' ' || n || ' ' || random()) as noise, random() as c0, random() as c1, random() as c2, random() as c3, random() as c4, random() as c5, random() as c6,
          case when random() * 1000 < ${bigShare} then 'big' else 'small' end as size, random() as which
        from generate_series(${part.from}, ${part.to - 1}) d, generate_series(0, ${Math.round(perDay) - 1}) n
      ) drawn
    ) e join bench_places p on p.size = e.size and p.n = floor(power(which, 2) * case e.size when 'big' then ${world.big.length} else ${world.small.length} end)::int
    order by at;
    commit`);
  await system.sql(`begin; ${settings}
    insert into hourly_counts as known (workspace_id, hour, ${facts}, count)
    select workspace_id, date_trunc('hour', at, w.time_zone), ${facts}, count(*) from events join (select id, time_zone from workspaces) w on w.id = workspace_id where ${range} and ${scope}
    group by 1, 2, ${facts} order by 1, 2
    on conflict (workspace_id, hour, ${facts}) do update set count = known.count + excluded.count;
    commit`);
  await system.sql(`begin; ${settings}
    create temporary table visits on commit drop as
      select workspace_id, (at at time zone w.time_zone)::date as day, artist_id, release_id, visitor, kind, audience, w.time_zone from events join (select id, time_zone from workspaces) w on w.id = workspace_id where ${range};
    insert into event_days as known (workspace_id, day, time_zone, events, visitors_open)
      select workspace_id, day, min(time_zone), count(*), false from visits group by 1, 2 order by 1, 2
      on conflict (workspace_id, day) do update set events = known.events + excluded.events;
    insert into daily_visitors as known (workspace_id, about, day, visitors)
      select workspace_id, about, day, count(distinct visitor) from visits, lateral (values (workspace_id), (artist_id), (release_id)) as each (about)
      where kind = 'visit' and audience = 'person' and about is not null group by 1, 2, 3
      on conflict (workspace_id, about, day) do update set visitors = known.visitors + excluded.visitors;
    commit`);
  await system.sql(`begin; ${settings}
    create temporary table hours on commit drop as
      select h.workspace_id, (h.hour at time zone w.time_zone)::date as day, ${facts}, h.count from hourly_counts h join (select id, time_zone from workspaces) w on w.id = h.workspace_id
      where ${range.replaceAll('at >=', 'hour >=').replaceAll('at <', 'hour <')} and (h.workspace_id, (h.hour at time zone w.time_zone)::date) in (select workspace_id, day from event_days where events >= 100);
    update event_days e set busy = true from (select distinct workspace_id, day from hours) b where b.workspace_id = e.workspace_id and b.day = e.day;
    insert into daily_counts as counted (workspace_id, about, day, dimension, key, visits, clicks, captures)
      select h.workspace_id, each.about, h.day, fact.dimension, fact.key,
        coalesce(sum(h.count) filter (where h.kind = 'visit'), 0), coalesce(sum(h.count) filter (where h.kind = 'click'), 0), coalesce(sum(h.count) filter (where h.kind = 'capture'), 0)
      from (select workspace_id, day, ${facts}, sum(count) as count from hours group by 1, 2, ${facts}) h
      cross join lateral (values (h.workspace_id), (h.artist_id), (h.release_id)) as each (about)
      cross join lateral (values ('all', null), ('target', h.target), ('channel', h.channel), ('referrer', h.referrer_host), ('country', h.country), ('device', h.device), ('audience', h.audience)) as fact (dimension, key)
      where each.about is not null
        and case fact.dimension when 'target' then h.audience = 'person' and h.kind = 'click' when 'audience' then h.audience <> 'person' else h.audience = 'person' end
      group by 1, 2, 3, 4, 5 order by 1, 2, 3, 4, 5
      on conflict (workspace_id, about, day, dimension, key) do update set visits = counted.visits + excluded.visits, clicks = counted.clicks + excluded.clicks, captures = counted.captures + excluded.captures;
    commit`);
}
