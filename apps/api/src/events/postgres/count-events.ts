import type { Transaction } from '../../database/database.js';
import { toCountedEvents, type CountRow } from '../counted-events.js';
import type { CountedEvents, NumbersQuestion } from '../event-store.js';

/**
 * Answers from rollups: a busy day from its single facts, a quiet one from its few hourly rows. Hours begin where those
 * of the workspace's zone do, so days are exact in every zone, India's and Nepal's too.
 */
export async function countEvents(tx: Transaction, question: NumbersQuestion): Promise<CountedEvents> {
  const { workspaceId, timeZone, from, to, artistId, releaseId } = question;
  const about = releaseId ?? artistId ?? workspaceId;
  const rows: CountRow[] = await tx.query(countsSql(question), [workspaceId, timeZone, from, to, about]);
  const [unique]: { visitors: string }[] = await tx.query(
    'select coalesce(sum(visitors), 0) as visitors from daily_visitors where workspace_id = $1 and about = $2 and day between $3::date and $4::date',
    [workspaceId, about, from, to],
  );
  return toCountedEvents(rows, Number(unique?.visitors ?? 0));
}

/** Rows of the hours that a question is about, by the narrowest thing that it names. */
const ofHours = ({ artistId, releaseId }: NumbersQuestion) => (releaseId ? 'and h.release_id = $5' : artistId ? 'and h.artist_id = $5' : '');

/**
 * When the workspace has moved to another zone, the days that were counted in the former one are read by the hour until
 * the upkeep has cut them anew.
 */
const countsSql = (question: NumbersQuestion) => `
  with known as materialized (
    select day, busy, time_zone <> $2 as moved from event_days where workspace_id = $1 and day between $3::date - 1 and $4::date + 1
  ),
  quiet as (
    select day from known where not busy and day between $3::date and $4::date and not exists (select from known where moved)
    union all
    select each::date from generate_series($3::date, $4::date, interval '1 day') each where exists (select from known where moved)
  ),
  hours as materialized (
    select q.day, h.kind, h.target, h.channel, h.referrer_host, h.country, h.device, h.audience, h.count
    from quiet q
    join lateral (
      select * from hourly_counts h
      where h.workspace_id = $1 and h.hour >= q.day::timestamp at time zone $2 and h.hour < (q.day + 1)::timestamp at time zone $2 ${ofHours(question)}
      offset 0
    ) h on $5::uuid is not null
  ),
  counts as (
    select
      case 0 when grouping(day) then 'all' when grouping(target) then 'target' when grouping(channel) then 'channel'
        when grouping(referrer_host) then 'referrer' when grouping(country) then 'country' else 'device' end as dimension,
      case 0 when grouping(day) then day::text when grouping(target) then target when grouping(channel) then channel
        when grouping(referrer_host) then referrer_host when grouping(country) then country else device end as key,
      sum(count) filter (where kind = 'visit') as visits, sum(count) filter (where kind = 'click') as clicks, sum(count) filter (where kind = 'capture') as captures
    from hours where audience = 'person'
    group by grouping sets ((day), (target), (channel), (referrer_host), (country), (device))
    union all
    select 'audience', audience, sum(count) filter (where kind = 'visit'), sum(count) filter (where kind = 'click'), sum(count) filter (where kind = 'capture')
    from hours where audience <> 'person' group by audience
    union all
    select dimension, case dimension when 'all' then day::text else key end, sum(visits), sum(clicks), sum(captures)
    from daily_counts
    where workspace_id = $1 and about = $5 and day between $3::date and $4::date
      and day in (select day from known where busy) and not exists (select from known where moved)
    group by 1, 2
  )
  select dimension, key, coalesce(sum(visits), 0) as visits, coalesce(sum(clicks), 0) as clicks, coalesce(sum(captures), 0) as captures
  from counts where dimension <> 'target' or key is not null
  group by dimension, key`;
