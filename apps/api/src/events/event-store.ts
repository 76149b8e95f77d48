import type { Audience, EventFacts } from '@lynkify/domain';
import type { OnApplicationShutdown } from '@nestjs/common';
import type { Transaction } from '../database/database.js';

/** An event as it is kept: `at` is the time inside its id, and a capture names the fan but not their address. */
export interface RecordedEvent extends EventFacts {
  kind: 'visit' | 'click' | 'capture';
  /** What was chosen by a click, else null. */
  target: string | null;
  fanId: string | null;
}

/** A tenant of a batch, with the zone in which its days begin. */
export interface EventsWorkspace {
  id: string;
  timeZone: string;
}

/** Counts of what between which days. Days are calendar days of `timeZone`, both included. */
export interface NumbersQuestion {
  workspaceId: string;
  timeZone: string;
  artistId?: string;
  releaseId?: string;
  from: string;
  to: string;
}

/** Visits, clicks and captures that share one key. */
export interface KeyedCounts {
  key: string | null;
  visits: number;
  clicks: number;
  captures: number;
}

/** The answer to a NumbersQuestion: people only, but for `byAudience`. Lists are sorted, the largest first. */
export interface CountedEvents {
  /** Sum of the unique visitors of each day. */
  visitors: number;
  /** Days on which something happened, as `YYYY-MM-DD`. */
  byDay: KeyedCounts[];
  byTarget: KeyedCounts[];
  byChannel: KeyedCounts[];
  byReferrer: KeyedCounts[];
  byCountry: KeyedCounts[];
  byDevice: KeyedCounts[];
  byAudience: (KeyedCounts & { key: Exclude<Audience, 'person'> })[];
}

/** A capture of a fan, as their history tells it. */
export interface FanCapture {
  fanId: string;
  at: Date;
  path: string;
  channel: string | null;
  artistId: string;
  releaseId: string | null;
}

/**
 * Where events live and are counted: in Postgres, or in ClickHouse where CLICKHOUSE_URL is set. The callers know only
 * this, and one suite of tests holds both to it (`testing/event-store-suite.ts`).
 */
export abstract class EventStore implements OnApplicationShutdown {
  /**
   * Keeps these events, each id once however often it comes and from however many sides at once, and counts only what
   * was new. Called last in the unit of work of a batch, whose purpose is `ingest`: a store inside Postgres is part of
   * that transaction, another one has kept them for good when this returns, and bears being called again with the same.
   * @param workspaces of all the events
   */
  abstract record(tx: Transaction, workspaces: readonly EventsWorkspace[], events: readonly RecordedEvent[]): Promise<void>;

  /** Counts, from rollups; only a store that says why reads raw events of a day that is not over. */
  abstract count(question: NumbersQuestion): Promise<CountedEvents>;

  /** Captures of these fans, the oldest first. */
  abstract capturesOfFans(workspaceId: string, fanIds: readonly string[]): Promise<FanCapture[]>;

  /** Forgets which captures were this fan's. What was counted stays counted. Part of the unit of work that erases them. */
  abstract forgetFan(tx: Transaction, workspaceId: string, fanId: string): Promise<void>;

  /**
   * Counts the days of a workspace again from its raw events, while others come in; safe to run again at any time.
   * @param from the first day, `YYYY-MM-DD` in the workspace's zone; its raw events must still be there
   * @returns how many events were counted
   */
  abstract rebuild(workspace: EventsWorkspace, from: string, to: string): Promise<number>;

  /** What has to be done every hour: room for what comes, an end for what is too old, an order for what is over. */
  abstract upkeep(): Promise<void>;

  /** Whether the store answers, by the name under which health tells it; null for one that is part of the database. */
  abstract health(): Promise<{ name: string; answers: boolean } | null>;

  /** Ends its connections, if it has any of its own. */
  abstract close(): Promise<void>;

  onApplicationShutdown(): Promise<void> {
    return this.close();
  }
}
