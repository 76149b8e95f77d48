import { Injectable } from '@nestjs/common';
import { Database, type Transaction } from '../database/database.js';
import { EventStore, type CountedEvents, type EventsWorkspace, type NumbersQuestion, type RecordedEvent } from './event-store.js';
import { countEvents } from './count-events.js';

/** Events in a table partitioned by month, counted by the hour in the transaction that stores them. */
@Injectable()
export class PostgresEventStore extends EventStore {
  constructor(private readonly database: Database) {
    super();
  }

  override async record(tx: Transaction, workspace: EventsWorkspace, events: readonly RecordedEvent[]): Promise<void> {
    if (events.length === 0) return;
    // Every batch takes its rows in the same order, or two that overlap would wait for each other.
    const rows = [...events].sort((a, b) => (a.id < b.id ? -1 : 1));
    const column = <K extends keyof RecordedEvent>(name: K) => rows.map((row) => row[name]);
    await tx.query(recordSql, [
      workspace.id,
      workspace.timeZone,
      column('id'),
      column('at'),
      column('kind'),
      column('artistId'),
      column('releaseId'),
      column('path'),
      column('target'),
      column('channel'),
      column('referrerHost'),
      rows.map((row) => (row.utm ? JSON.stringify(row.utm) : null)),
      column('country'),
      column('region'),
      column('city'),
      column('device'),
      column('audience'),
      column('visitor'),
      column('fanId'),
    ]);
  }

  override count(question: NumbersQuestion): Promise<CountedEvents> {
    return this.database.inWorkspace({ workspaceId: question.workspaceId }, (tx) => countEvents(tx, question));
  }
}

/** What `on conflict` skipped is not in `inserted`, so what came twice is counted once. */
const recordSql = `
  with inserted as (
    insert into events (workspace_id, id, at, kind, artist_id, release_id, path, target, channel, referrer_host, utm, country, region, city, device, audience, visitor, fan_id)
    select $1, id, at, kind, artist_id, release_id, path, target, channel, referrer_host, utm::jsonb, country, region, city, device, audience, visitor, fan_id
    from unnest($3::uuid[], $4::timestamptz[], $5::text[], $6::uuid[], $7::uuid[], $8::text[], $9::text[], $10::text[], $11::text[], $12::text[], $13::text[], $14::text[], $15::text[], $16::text[], $17::text[], $18::text[], $19::uuid[])
      as shipped (id, at, kind, artist_id, release_id, path, target, channel, referrer_host, utm, country, region, city, device, audience, visitor, fan_id)
    order by id
    on conflict do nothing
    returning at, kind, artist_id, release_id, target, channel, referrer_host, country, device, audience, visitor
  ),
  visitors as (
    insert into daily_visitors (workspace_id, day, artist_id, release_id, visitor)
    select distinct $1::uuid, (at at time zone $2)::date, artist_id, release_id, visitor
    from inserted where kind = 'visit' and audience = 'person' and visitor is not null
    order by 2, 3, 4, 5
    on conflict do nothing
  )
  insert into hourly_counts as counted (workspace_id, hour, artist_id, release_id, kind, target, channel, referrer_host, country, device, audience, count)
  select $1, date_trunc('hour', at, 'UTC'), artist_id, release_id, kind, target, channel, referrer_host, country, device, audience, count(*)
  from inserted
  group by 2, 3, 4, 5, 6, 7, 8, 9, 10, 11
  order by 2, 3, 4, 5, 6, 7, 8, 9, 10, 11
  on conflict (workspace_id, hour, artist_id, release_id, kind, target, channel, referrer_host, country, device, audience)
  do update set count = counted.count + excluded.count`;
