import type { ClickHouseClient } from '@clickhouse/client';

/**
 * The tables, as statements that are never changed once they have landed: what comes later is appended. Each bears
 * being run again, because ClickHouse has no transaction that would keep a statement and the note of it together.
 */
const steps: readonly string[] = [
  // The sorting key holds the id, and everything else of an event follows from it: a second copy replaces the first.
  `create table if not exists events (
     workspace_id UUID, at DateTime64(3, 'UTC'), id UUID, kind LowCardinality(String), artist_id UUID, release_id Nullable(UUID), path String,
     target LowCardinality(Nullable(String)), channel LowCardinality(Nullable(String)), referrer_host Nullable(String), utm Nullable(String),
     country LowCardinality(Nullable(String)), region Nullable(String), city Nullable(String), device LowCardinality(String), audience LowCardinality(String),
     visitor Nullable(String), received_at DateTime64(6, 'UTC') default now64(6)
   ) engine = ReplacingMergeTree(received_at) partition by toYYYYMM(at) order by (workspace_id, at, id) settings ttl_only_drop_parts = 1`,
  // Which fan a capture made, beside the events: an erasure deletes here and rewrites nothing there.
  `create table if not exists fan_captures (
     workspace_id UUID, fan_id UUID, at DateTime64(3, 'UTC'), id UUID, path String, channel Nullable(String), artist_id UUID, release_id Nullable(UUID),
     received_at DateTime64(6, 'UTC') default now64(6)
   ) engine = ReplacingMergeTree(received_at) partition by toYYYYMM(at) order by (workspace_id, fan_id, at, id) settings ttl_only_drop_parts = 1`,
  // When an hour last got an event. A copy that comes again moves it on, which costs a count and changes none.
  `create table if not exists touched_hours (
     workspace_id UUID, hour DateTime('UTC'), received_at SimpleAggregateFunction(max, DateTime64(6, 'UTC'))
   ) engine = AggregatingMergeTree partition by toYYYYMM(hour) order by (workspace_id, hour) settings ttl_only_drop_parts = 1`,
  `create materialized view if not exists touch_hours to touched_hours as
   select workspace_id, toStartOfHour(at) as hour, max(events.received_at) as received_at from events group by workspace_id, hour`,
  // Counts of a day by single facts, about the workspace, an artist or a smart link. Only those of the day's settled
  // generation count, so that settling a day again replaces it whole.
  `create table if not exists daily_counts (
     workspace_id UUID, about UUID, day Date, dimension LowCardinality(String), key Nullable(String), generation UInt64, visits UInt64, clicks UInt64, captures UInt64
   ) engine = ReplacingMergeTree(generation) partition by toYear(day) order by (workspace_id, about, day, dimension, key) settings allow_nullable_key = 1`,
  `create table if not exists settled_days (
     workspace_id UUID, day Date, time_zone String, generation UInt64, upto DateTime64(6, 'UTC')
   ) engine = ReplacingMergeTree(generation) order by (workspace_id, day)`,
];

/** Brings the tables to this version of the program. Several programs may do so at once. */
export async function prepareSchema(client: ClickHouseClient, retentionMonths: number): Promise<void> {
  await client.command({ query: 'create table if not exists schema_steps (step UInt32, at DateTime default now()) engine = ReplacingMergeTree order by step' });
  const known = await client.query({ query: 'select max(step) as step from schema_steps', format: 'JSONEachRow' });
  const [row] = await known.json<{ step: number }>();
  for (let step = Number(row?.step ?? 0); step < steps.length; step += 1) {
    await client.command({ query: steps[step] ?? '' });
    await client.insert({ table: 'schema_steps', values: [{ step: step + 1 }], format: 'JSONEachRow' });
  }
  // A month leaves whole, when it is so many months older than the running one.
  for (const [table, moment] of [['events', 'at'], ['fan_captures', 'at'], ['touched_hours', 'hour']] as const) {
    await client.command({ query: `alter table ${table} modify ttl toStartOfMonth(${moment}) + interval ${retentionMonths + 1} month`, clickhouse_settings: { materialize_ttl_after_modify: 0 } });
  }
}
