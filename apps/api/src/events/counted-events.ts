import type { CountedEvents, KeyedCounts } from './event-store.js';

/** Rows of one list at the most; what is rarer is in the totals only. */
const longestList = 100;

/** One line of what a store answers: counts by one fact. `all` has the day as its key. Numbers as text where they may be large. */
export interface CountRow {
  dimension: string;
  key: string | null;
  visits: string | number;
  clicks: string | number;
  captures: string | number;
}

/** Puts a store's lines in the order that people read them in, the same for every store. */
export function toCountedEvents(rows: readonly CountRow[], visitors: number): CountedEvents {
  const list = (dimension: string, first: 'visits' | 'clicks' = 'visits') =>
    rows
      .filter((row) => row.dimension === dimension)
      .map(toCounts)
      .sort((a, b) => b[first] - a[first] || b.clicks - a.clicks || b.captures - a.captures || byKey(a, b))
      .slice(0, longestList);
  return {
    visitors,
    byDay: rows.filter((row) => row.dimension === 'all').map(toCounts).sort(byKey),
    byTarget: list('target', 'clicks').filter((counts) => counts.key !== null),
    byChannel: list('channel'),
    byReferrer: list('referrer'),
    byCountry: list('country'),
    byDevice: list('device'),
    byAudience: list('audience').filter(isOtherTraffic),
  };
}

const toCounts = (row: CountRow): KeyedCounts => ({ key: row.key, visits: Number(row.visits), clicks: Number(row.clicks), captures: Number(row.captures) });

/** What is not known comes after what is. */
const byKey = (a: KeyedCounts, b: KeyedCounts) => (a.key === null ? 1 : 0) - (b.key === null ? 1 : 0) || (a.key ?? '').localeCompare(b.key ?? '');

function isOtherTraffic(counts: KeyedCounts): counts is CountedEvents['byAudience'][number] {
  return counts.key === 'bot' || counts.key === 'preview' || counts.key === 'prefetch' || counts.key === 'scanner';
}
