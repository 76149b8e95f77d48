import { counter, histogram, type Metric } from './metric.js';

/** Upper bounds in milliseconds. */
const bounds = [1, 2, 5, 10, 25, 50, 100, 250, 500, 1_000, 5_000];
const longest = 5_000;
const statuses = 600;

/** Bucket of every whole number of milliseconds up to the last bound. */
const bucketOf = Uint8Array.from({ length: longest + 1 }, (_, milliseconds) => bounds.findIndex((bound) => milliseconds <= bound));

/** Counts answers by kind and status, and how long they took, for the price of three additions each. */
export class RequestCounts<Kind extends string> {
  private readonly answers: Float64Array;
  private readonly buckets: Float64Array;
  private readonly sums: Float64Array;
  private readonly width = bounds.length + 1;

  constructor(private readonly kinds: readonly Kind[]) {
    this.answers = new Float64Array(kinds.length * statuses);
    this.buckets = new Float64Array(kinds.length * this.width);
    this.sums = new Float64Array(kinds.length);
  }

  /** Number of a kind, to be looked up once and not with each request. */
  number(kind: Kind): number {
    return this.kinds.indexOf(kind);
  }

  /** @param kind as `number` said @param milliseconds whole ones */
  count(kind: number, status: number, milliseconds: number): void {
    const bucket = milliseconds < 0 ? 0 : milliseconds <= longest ? (bucketOf[milliseconds] ?? 0) : bounds.length;
    this.answers[kind * statuses + status]! += 1;
    this.buckets[kind * this.width + bucket]! += 1;
    this.sums[kind]! += milliseconds;
  }

  /** @param program prefix of the names: `lynkify_renderer` */
  metrics(program: string): Metric[] {
    const answers: [Record<string, string>, number][] = [];
    this.answers.forEach((count, index) => {
      if (count > 0) answers.push([{ kind: this.kinds[Math.floor(index / statuses)] ?? '', status: String(index % statuses) }, count]);
    });
    const series = this.kinds.map((kind, index) => ({ labels: { kind }, counts: this.buckets.subarray(index * this.width, (index + 1) * this.width), sum: (this.sums[index] ?? 0) / 1_000 }));
    return [
      counter(`${program}_answers_total`, 'Answers, by kind of request and status.', answers),
      histogram(`${program}_answer_seconds`, 'Time from the reading of a request to its answer, to the millisecond.', bounds.map((bound) => bound / 1_000), series.filter(({ counts }) => counts.some((count) => count > 0))),
    ];
  }
}
