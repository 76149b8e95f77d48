/**
 * SQL of the store. Days are those of `zone`; a range of moments around the days of a question keeps the reading short,
 * and the day of each event decides.
 */
const around = `at >= toDateTime64({from:String}, 3, 'UTC') - interval 1 day and at < toDateTime64({to:String}, 3, 'UTC') + interval 2 day`;
const ofOne = 'workspace_id = {workspace:UUID}';
const ofMany = 'workspace_id in {workspaces:Array(UUID)}';
const eventsOfDays = (days: string, whose = ofOne) => `${whose} and ${around} and toDate(at, {zone:String}) ${days}`;

/** Single facts by which people are counted, and the column of each. */
const facts = { target: 'target', channel: 'channel', referrer: 'referrer_host', country: 'country', device: 'device' };
const columns = Object.values(facts);
const dimension = `multiIf(${Object.entries(facts).map(([name, column]) => `grouping(${column}) = 0, '${name}', `).join('')}audience = 'person', 'all', 'audience')`;
const counts = `countIf(kind = 'visit') as visits, countIf(kind = 'click') as clicks, countIf(kind = 'capture') as captures`;
const abouts = `arrayJoin(arrayFilter(a -> a is not null, [toNullable(workspace_id), toNullable(artist_id), release_id]))`;
const seen = `kind = 'visit' and audience = 'person' and visitor is not null`;

/**
 * Counts by every single fact in one reading. Each fact is a grouping of its own over the columns as they are stored: an event
 * taken apart into six pairs of texts costs more than everything else of the question.
 * @param of what is counted apart, columns of `events`
 */
const countsByFacts = (of: string, events: string) => `
  select ${of}, dimension, fact as key, visits, clicks, captures from (
    select ${of}, audience, ${dimension} as dimension, multiIf(dimension = 'audience', toNullable(toString(audience)), dimension = 'device', toString(device), coalesce(target, channel, referrer_host, country)) as fact, ${counts}
    from (${events})
    group by grouping sets ((${of}, audience), ${columns.map((column) => `(${of}, audience, ${column})`).join(', ')})
  ) where (audience = 'person' or dimension = 'audience') and (dimension != 'target' or fact is not null)`;

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

/**
 * Counts of settled days from what was counted then, of open ones from the events themselves; visitors without `final`, since
 * a second copy of a visit is the same visitor's.
 * @param about column of the narrowest thing
 */
export const countsSql = (about: 'workspace_id' | 'artist_id' | 'release_id', anyOpen: boolean) => `
  select dimension, key, sum(visits) as visits, sum(clicks) as clicks, sum(captures) as captures from (
    select dimension, if(dimension = 'all', toString(day), key) as key, visits, clicks, captures
    from daily_counts
    where workspace_id = {workspace:UUID} and about = {about:UUID} and day between {from:Date} and {to:Date} and not has({open:Array(Date)}, day) and (day, generation) in (${settled})
    limit 1 by workspace_id, about, day, dimension, daily_counts.key
    ${anyOpen ? `union all
    select dimension, if(dimension = 'all', toString(day), key) as key, visits, clicks, captures from (
      ${countsByFacts('day', `select toDate(at, {zone:String}) as day, kind, audience, ${columns.join(', ')} from events final where ${eventsOfDays('in {open:Array(Date)}')} and ${about} = {about:UUID}`)}
    )
    union all
    select 'visitors', null, uniqExact(toDate(at, {zone:String}), visitor), 0, 0 from events
    where ${eventsOfDays('in {open:Array(Date)}')} and ${about} = {about:UUID} and ${seen}` : ''}
  ) group by dimension, key`;

/** Counts days of many workspaces of one zone anew, as a generation of its own. */
export const settleSql = `
  insert into daily_counts (workspace_id, about, day, dimension, key, generation, visits, clicks, captures)
  select workspace_id, about, day, dimension, key, {generation:UInt64}, visits, clicks, captures from (
    ${countsByFacts('workspace_id, about, day', `select workspace_id, assumeNotNull(${abouts}) as about, toDate(at, {zone:String}) as day, kind, audience, ${columns.join(', ')} from events final where ${eventsOfDays('in {days:Array(Date)}', ofMany)}`)}
  )
  union all
  select workspace_id, assumeNotNull(${abouts}) as about, toDate(at, {zone:String}) as day, 'visitors', null, {generation:UInt64}, uniqExact(visitor), 0, 0
  from events where ${eventsOfDays('in {days:Array(Date)}', ofMany)} and ${seen} group by workspace_id, about, day`;

export const markSettledSql = `
  insert into settled_days (workspace_id, day, time_zone, generation, upto)
  select arrayJoin({workspaces:Array(UUID)}), arrayJoin({days:Array(Date)}), {zone:String}, {generation:UInt64}, toDateTime64({upto:String}, 6, 'UTC')`;

export const countRawSql = `select count() as events from events final where ${eventsOfDays('in {days:Array(Date)}')}`;
