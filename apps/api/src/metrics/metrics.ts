import { Injectable } from '@nestjs/common';
import type { IngestReceipt } from '@lynkify/domain';
import { counter, RequestCounts, type Metric } from '@lynkify/workers';

const program = 'lynkify_api';
const kinds = ['graphql', 'rest', 'events', 'page-changes', 'internal', 'picture', 'health', 'dashboard', 'other'] as const;

const kindsByStart: readonly [string, (typeof kinds)[number]][] = [
  ['/graphql', 'graphql'], ['/v1/', 'rest'], ['/internal/events', 'events'], ['/internal/pages/changes', 'page-changes'], ['/internal/', 'internal'], ['/media/', 'picture'], ['/healthz', 'health'], ['/readyz', 'health'], ['/', 'dashboard'],
];

/** What this process counted since it began. */
@Injectable()
export class Metrics {
  private readonly answers = new RequestCounts(kinds);
  private readonly kindOfRoute = new Map<string, number>();
  private readonly operations = new Map<string, { kind: string; outcome: string; count: number }>();
  private readonly ingest = { batches: 0, stored: 0, rejected: 0, failed: 0, milliseconds: 0 };
  private readonly jobs = { done: 0, failed: 0, givenUp: 0 };

  /** @param route its pattern @param milliseconds whole ones */
  countAnswer(route: string | undefined, status: number, milliseconds: number): void {
    const known = this.kindOfRoute.get(route ?? '');
    const kind = known ?? this.answers.number(kindsByStart.find(([start]) => route?.startsWith(start))?.[1] ?? 'other');
    // Patterns, so that there are few.
    if (known === undefined) this.kindOfRoute.set(route ?? '', kind);
    this.answers.count(kind, status, milliseconds);
  }

  /** @param outcome `OK`, or the code of the first error */
  countOperation(kind: string, outcome: string): void {
    const key = `${kind} ${outcome}`;
    const counted = this.operations.get(key);
    if (counted) counted.count += 1;
    else this.operations.set(key, { kind, outcome, count: 1 });
  }

  /** Counts a batch of shipped events while it is taken in. */
  async countIngest(work: () => Promise<IngestReceipt>): Promise<IngestReceipt> {
    const began = Date.now();
    try {
      const receipt = await work();
      this.ingest.batches += 1;
      this.ingest.stored += receipt.stored;
      this.ingest.rejected += receipt.rejected.length;
      return receipt;
    } catch (error) {
      this.ingest.failed += 1;
      throw error;
    } finally {
      this.ingest.milliseconds += Date.now() - began;
    }
  }

  countJob(outcome: 'done' | 'failed' | 'givenUp'): void {
    this.jobs[outcome] += 1;
  }

  counted(): Metric[] {
    const { batches, failed, stored, rejected, milliseconds } = this.ingest;
    return [
      ...this.answers.metrics(program),
      counter(`${program}_graphql_operations_total`, 'GraphQL operations, by kind and outcome: OK or the code of the first error.', [...this.operations.values()].map(({ kind, outcome, count }) => [{ kind, outcome }, count])),
      counter(`${program}_ingest_batches_total`, 'Batches of events from renderers.', [[{ outcome: 'taken' }, batches], [{ outcome: 'failed' }, failed]]),
      counter(`${program}_ingest_events_total`, 'Events of taken batches.', [[{ outcome: 'stored' }, stored], [{ outcome: 'rejected' }, rejected]]),
      counter(`${program}_ingest_seconds_total`, 'Time spent on batches, failed ones included.', milliseconds / 1_000),
      counter(`${program}_jobs_total`, 'Runs of jobs, by outcome. A failed one is tried again, until it is given up.', [[{ outcome: 'done' }, this.jobs.done], [{ outcome: 'failed' }, this.jobs.failed], [{ outcome: 'given-up' }, this.jobs.givenUp]]),
    ];
  }
}
