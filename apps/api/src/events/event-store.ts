import type { Audience, EventFacts } from '@lynkify/domain';
import type { Transaction } from '../database/database.js';

/** An event as it is kept: `at` is the time inside its id, and a capture names the fan but not their address. */
export interface RecordedEvent extends EventFacts {
  kind: 'visit' | 'click' | 'capture';
  /** What was chosen by a click, else null. */
  target: string | null;
  fanId: string | null;
}

/** The tenant of a batch, with the zone in which its days begin. */
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

/** Where events live and are counted. Postgres is the one implementation today; the callers know only this. */
export abstract class EventStore {
  /**
   * Keeps these events of one workspace, each id once however often it comes, and counts only what was new. A store
   * inside Postgres does it in this transaction.
   */
  abstract record(tx: Transaction, workspace: EventsWorkspace, events: readonly RecordedEvent[]): Promise<void>;

  /** Counts, from rollups and never from raw events. */
  abstract count(question: NumbersQuestion): Promise<CountedEvents>;
}
