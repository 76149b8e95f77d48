/**
 * SQL of the store. Days are those of `zone`; a range of moments around the days of a question keeps the reading short,
 * and the day of each event decides.
 */
const around = `at >= toDateTime64({from:String}, 3, 'UTC') - interval 1 day and at < toDateTime64({to:String}, 3, 'UTC') + interval 2 day`;
const ofOne = 'workspace_id = {workspace:UUID}';
const ofMany = 'workspace_id in {workspaces:Array(UUID)}';
const eventsOfDays = (days: string, whose = ofOne) => `from events final where ${whose} and ${around} and toDate(at, {zone:String}) ${days}`;

const facts = `[('all', null), ('target', if(kind = 'click', target, null)), ('channel', channel), ('referrer', referrer_host), ('country', country), ('device', device)]`;
const factsOfEvent = `arrayJoin(if(audience = 'person', arrayFilter(f -> f.1 != 'target' or f.2 is not null, cast(${facts}, 'Array(Tuple(String, Nullable(String)))')), cast([('audience', audience)], 'Array(Tuple(String, Nullable(String)))')))`;
const counts = `countIf(kind = 'visit') as visits, countIf(kind = 'click') as clicks, countIf(kind = 'capture') as captures`;
const abouts = `arrayJoin(arrayFilter(a -> a is not null, [toNullable(workspace_id), toNullable(artist_id), release_id]))`;
const seen = `kind = 'visit' and audience = 'person' and visitor is not null`;

const settled = `select day, max(generation) as generation from settled_days where workspace_id = {workspace:UUID} and day between {from:Date} and {to:Date} group by day`;

/** Days of these workspaces with events that came after the day was settled, or that were settled in another zone, or never. */
export const openDays = `
  select t.workspace_id as workspace, toString(t.day) as day from (
    select workspace_id, arrayJoin(arrayDistinct([toDate(hour, {zone:String}), toDate(hour + 3599, {zone:String})])) as day, max(received_at) as received_at
    from touched_hours where ${ofMany} and hour >= toDateTime({from:String}, 'UTC') - interval 1 day and hour < toDateTime({to:String}, 'UTC') + interval 2 day
    group by workspace_id, day
  ) t left join (
    select workspace_id, day, argMax(time_zone, generation) as zone, argMax(upto, generation) as upto
    from settled_days where ${ofMany} and day between {from:Date} and {to:Date} group by workspace_id, day
  ) s on s.workspace_id = t.workspace_id and s.day = t.day
  where t.day between {from:Date} and {to:Date} and (t.received_at > s.upto or s.zone != {zone:String})
  order by day, workspace`;

/** Counts of settled days from what was counted then, of open ones from the events themselves. @param about column of the narrowest thing */
export const countsSql = (about: 'workspace_id' | 'artist_id' | 'release_id', anyOpen: boolean) => `
  select dimension, key, sum(visits) as visits, sum(clicks) as clicks, sum(captures) as captures from (
    select dimension, if(dimension = 'all', toString(day), key) as key, visits, clicks, captures
    from daily_counts
    where workspace_id = {workspace:UUID} and about = {about:UUID} and day between {from:Date} and {to:Date} and not has({open:Array(Date)}, day) and (day, generation) in (${settled})
    limit 1 by workspace_id, about, day, dimension, daily_counts.key
    ${anyOpen ? `union all
    select fact.1 as dimension, if(dimension = 'all', toString(day), fact.2) as key, visits, clicks, captures from (
      select toDate(at, {zone:String}) as day, ${factsOfEvent} as fact, ${counts}
      ${eventsOfDays('in {open:Array(Date)}')} and ${about} = {about:UUID} group by day, fact
    )
    union all
    select 'visitors', null, uniqExact(toDate(at, {zone:String}), visitor), 0, 0
    ${eventsOfDays('in {open:Array(Date)}')} and ${about} = {about:UUID} and ${seen}` : ''}
  ) group by dimension, key`;

/** Counts days of many workspaces of one zone anew, as a generation of its own. */
export const settleSql = `
  insert into daily_counts (workspace_id, about, day, dimension, key, generation, visits, clicks, captures)
  select workspace_id, about, day, fact.1, fact.2, {generation:UInt64}, visits, clicks, captures from (
    select workspace_id, assumeNotNull(${abouts}) as about, toDate(at, {zone:String}) as day, ${factsOfEvent} as fact, ${counts}
    ${eventsOfDays('in {days:Array(Date)}', ofMany)} group by workspace_id, about, day, fact
  )
  union all
  select workspace_id, assumeNotNull(${abouts}) as about, toDate(at, {zone:String}) as day, 'visitors', null, {generation:UInt64}, uniqExact(visitor), 0, 0
  ${eventsOfDays('in {days:Array(Date)}', ofMany)} and ${seen} group by workspace_id, about, day`;

export const markSettledSql = `
  insert into settled_days (workspace_id, day, time_zone, generation, upto)
  select arrayJoin({workspaces:Array(UUID)}), arrayJoin({days:Array(Date)}), {zone:String}, {generation:UInt64}, toDateTime64({upto:String}, 6, 'UTC')`;

export const countRawSql = `select count() as events ${eventsOfDays('in {days:Array(Date)}')}`;
