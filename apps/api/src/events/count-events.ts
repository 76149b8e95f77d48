import type { Transaction } from '../database/database.js';
import type { CountedEvents, KeyedCounts, NumbersQuestion } from './event-store.js';

/** Rows of one list at the most; what is rarer is in the totals only. */
const longestList = 100;

/**
 * Answers from `hourly_counts`. Hours begin on the full UTC hour, so days are exact in every zone whose offset is whole
 * hours; where it is not (India: +5:30), the hour in which a day begins is counted to the day before.
 */
export async function countEvents(tx: Transaction, question: NumbersQuestion): Promise<CountedEvents> {
  const scope = [question.workspaceId, question.timeZone, question.from, question.to, question.artistId ?? null, question.releaseId ?? null];
  const rows: CountRow[] = await tx.query(countsSql(question), scope);
  const [unique]: { visitors: string }[] = await tx.query(visitorsSql(question), scope);
  const list = (by: string, first: 'visits' | 'clicks' = 'visits') =>
    rows
      .filter((row) => row.by === by)
      .map(toCounts)
      .sort((a, b) => b[first] - a[first] || b.clicks - a.clicks || b.captures - a.captures || byKey(a, b))
      .slice(0, longestList);
  return {
    visitors: Number(unique?.visitors ?? 0),
    byDay: rows.filter((row) => row.by === 'day').map(toCounts).sort(byKey),
    byTarget: list('target', 'clicks').filter((counts) => counts.key !== null),
    byChannel: list('channel'),
    byReferrer: list('referrer'),
    byCountry: list('country'),
    byDevice: list('device'),
    byAudience: list('audience').filter(isOtherTraffic),
  };
}

interface CountRow {
  by: string;
  key: string | null;
  visits: string;
  clicks: string;
  captures: string;
}

const toCounts = (row: CountRow): KeyedCounts => ({ key: row.key, visits: Number(row.visits), clicks: Number(row.clicks), captures: Number(row.captures) });

/** What is not known comes after what is. */
const byKey = (a: KeyedCounts, b: KeyedCounts) => (a.key === null ? 1 : 0) - (b.key === null ? 1 : 0) || (a.key ?? '').localeCompare(b.key ?? '');

function isOtherTraffic(counts: KeyedCounts): counts is CountedEvents['byAudience'][number] {
  return counts.key === 'bot' || counts.key === 'preview' || counts.key === 'prefetch' || counts.key === 'scanner';
}

/** The narrowest filter that an index begins with; the others of the two stay null in the parameters. */
function ofScope({ artistId, releaseId }: NumbersQuestion): string {
  return `workspace_id = $1 ${artistId ? 'and artist_id = $5' : 'and $5::uuid is null'} ${releaseId ? 'and release_id = $6' : 'and $6::uuid is null'}`;
}

function countsSql(question: NumbersQuestion): string {
  const list = (by: string, key: string, where: string) => `
    select '${by}' as by, ${key} as key,
      coalesce(sum(count) filter (where kind = 'visit'), 0) as visits,
      coalesce(sum(count) filter (where kind = 'click'), 0) as clicks,
      coalesce(sum(count) filter (where kind = 'capture'), 0) as captures
    from scoped where ${where} group by 2`;
  const people = `audience = 'person'`;
  return `
    with scoped as materialized (
      select (hour at time zone $2)::date::text as day, kind, target, channel, referrer_host, country, device, audience, count
      from hourly_counts
      where ${ofScope(question)}
        and hour > ($3::date)::timestamp at time zone $2 - interval '1 hour'
        and hour < ($4::date + 1)::timestamp at time zone $2
        and (hour at time zone $2)::date between $3::date and $4::date
    )
    ${[
      list('day', 'day', people),
      list('target', 'target', `${people} and kind = 'click'`),
      list('channel', 'channel', people),
      list('referrer', 'referrer_host', people),
      list('country', 'country', people),
      list('device', 'device', people),
      list('audience', 'audience', `audience <> 'person'`),
    ].join(' union all ')}`;
}

function visitorsSql(question: NumbersQuestion): string {
  return `
    select count(distinct (day, visitor)) as visitors from daily_visitors
    where ${ofScope(question)} and $2::text is not null and day between $3::date and $4::date`;
}
