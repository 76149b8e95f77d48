/**
 * A day's counts by single facts, about the workspace, the artist and the smart link, made of rows that know everything.
 * The one place that says what is counted under what; recording, becoming busy and rebuilding all use it.
 * @param rows a relation with workspace_id, day, artist_id, release_id, kind, target, channel, referrer_host, country,
 *   device, audience and count
 */
export const singleFacts = (rows: string) => {
  const page = 'workspace_id, artist_id, release_id, day';
  const kinds = ['visit', 'click', 'capture'].map((kind) => `coalesce(sum(count) filter (where kind = '${kind}'), 0) as ${kind}s`).join(', ');
  const columns = [['target', 'target'], ['channel', 'channel'], ['referrer_host', 'referrer'], ['country', 'country'], ['device', 'device']] as const;
  const ofWhich = (then: (column: string, dimension: string) => string, otherwise: string) => `case 0 ${columns.map(([column, dimension]) => `when grouping(${column}) then ${then(column, dimension)}`).join(' ')} else ${otherwise} end`;
  // First by page, where most rows fall together; then for all that a page belongs to.
  return `
  select page.workspace_id, each.about, page.day, page.dimension, page.key, sum(page.visits)::bigint as visits, sum(page.clicks)::bigint as clicks, sum(page.captures)::bigint as captures
  from (
    select ${page}, ${ofWhich((_, dimension) => `'${dimension}'`, `'all'`)} collate "C" as dimension, ${ofWhich((column) => column, 'null')} as key, ${kinds}
    from ${rows} where audience = 'person'
    group by grouping sets ((${page}), ${columns.map(([column]) => `(${page}, ${column})`).join(', ')})
    union all
    select ${page}, 'audience' collate "C", audience, ${kinds} from ${rows} where audience <> 'person' group by ${page}, audience
  ) page
  cross join ${aboutsOf('page')}
  where each.about is not null and (page.dimension <> 'target' or page.key is not null)
  group by page.workspace_id, each.about, page.day, page.dimension, page.key`;
};

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
