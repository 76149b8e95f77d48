/**
 * A day's counts by single facts, about the workspace, the artist and the smart link, made of rows that know everything.
 * The one place that says what is counted under what; recording, becoming busy and rebuilding all use it.
 * @param rows a relation with workspace_id, day, artist_id, release_id, kind, target, channel, referrer_host, country,
 *   device, audience and count
 */
export const singleFacts = (rows: string) => `
  select h.workspace_id, each.about, h.day, fact.dimension, fact.key,
    coalesce(sum(h.count) filter (where h.kind = 'visit'), 0)::bigint as visits,
    coalesce(sum(h.count) filter (where h.kind = 'click'), 0)::bigint as clicks,
    coalesce(sum(h.count) filter (where h.kind = 'capture'), 0)::bigint as captures
  from ${rows} h
  cross join lateral (values (h.workspace_id), (h.artist_id), (h.release_id)) as each (about)
  cross join lateral (values ('all', null), ('target', h.target), ('channel', h.channel), ('referrer', h.referrer_host), ('country', h.country), ('device', h.device), ('audience', h.audience)) as fact (dimension, key)
  where each.about is not null
    and case fact.dimension when 'target' then h.audience = 'person' and h.kind = 'click' when 'audience' then h.audience <> 'person' else h.audience = 'person' end
  group by h.workspace_id, each.about, h.day, fact.dimension, fact.key`;

/** Adds single facts to what is counted already, always in the same order: batches side by side never wait in a circle. */
export const addSingleFacts = (rows: string) => `
  insert into daily_counts as counted (workspace_id, about, day, dimension, key, visits, clicks, captures)
  ${singleFacts(rows)}
  order by 1, 2, 3, 4, 5
  on conflict (workspace_id, about, day, dimension, key)
  do update set visits = counted.visits + excluded.visits, clicks = counted.clicks + excluded.clicks, captures = counted.captures + excluded.captures`;

/** What a visitor is counted about. */
export const aboutsOf = (row: string) => `lateral (values (${row}.workspace_id), (${row}.artist_id), (${row}.release_id)) as each (about)`;

/** Events of a day from which on it is counted by single facts too. Up to here a question reads its hourly rows. */
export const busyFrom = 100;
