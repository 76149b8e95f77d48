import type { Database } from '../database/database.js';
import type { Environment } from '../environment.js';
import { ClickHouseEventStore } from './clickhouse/clickhouse-event-store.js';
import type { EventStore } from './event-store.js';
import { PostgresEventStore } from './postgres/postgres-event-store.js';

/** The store that the settings name. */
export function createEventStore(database: Database, { clickhouseUrl, eventRetentionMonths }: Pick<Environment, 'clickhouseUrl' | 'eventRetentionMonths'>): EventStore {
  return clickhouseUrl ? new ClickHouseEventStore(database, { clickhouseUrl, eventRetentionMonths }) : new PostgresEventStore(database, { eventRetentionMonths });
}
