import { Agent, request, type IncomingHttpHeaders } from 'node:http';

export interface LoadReport {
  sent: number;
  answered: number;
  failed: number;
  byStatus: Map<number, number>;
  /** Milliseconds, from when a request was due to the last byte of its answer. */
  p50: number;
  p99: number;
  longest: number;
  /** By the second in which the requests were due, from the first. */
  seconds: LoadSecond[];
}

export interface LoadSecond {
  /** Of the requests that were answered, in milliseconds. */
  longest: number;
  /** Longest that this process came late to sending, in milliseconds: so much of a time may be its own. */
  stalled: number;
}

export interface LoadAnswer {
  headers: IncomingHttpHeaders;
  /** Empty unless `keepBody`. */
  body: Buffer;
  /** Milliseconds since it was due. */
  took: number;
}

export interface LoadOptions {
  perSecond: number;
  /** At the most; a request that finds none free waits, and its time runs. */
  connections: number;
  url(n: number): string;
  headers?: Record<string, string> | ((n: number) => Record<string, string>);
  /** Fields of a form to post; null: a GET. */
  form?(n: number): Record<string, string> | null;
  keepBody?: boolean;
  /**
   * Asks once more when a kept connection was closed under a GET before a byte of the answer came, as browsers and
   * proxies do. Off where each request is counted.
   */
  retryReused?: boolean;
  onAnswer?(n: number, status: number, answer: LoadAnswer): void;
  onFailure?(n: number, error: Error): void;
}

/** Milliseconds until a request without an answer is given up. */
const patience = 15_000;
const tick = 4;

const loads = new Set<() => void>();

/** Ends every load that nobody stopped: an experiment that fails half-way must not be kept going by its traffic. */
export function endLoads(): void {
  for (const end of loads) end();
  loads.clear();
}

/** Requests at a fixed rate whatever becomes of those before them, as fans come. */
export function startLoad(options: LoadOptions): { stop(): Promise<LoadReport> } {
  const { perSecond, connections, onAnswer, onFailure } = options;
  const agent = new Agent({ keepAlive: true, maxSockets: connections, maxFreeSockets: connections, scheduling: 'fifo' });
  const report = { sent: 0, answered: 0, failed: 0, byStatus: new Map<number, number>() };
  const times: number[] = [];
  const seconds: LoadSecond[] = [];
  const began = performance.now();
  const secondOf = (moment: number) => (seconds[Math.floor((moment - began) / 1_000)] ??= { longest: 0, stalled: 0 });
  let running = 0;
  let settled: (() => void) | null = null;
  let stuck: ((error: Error) => void) | null = null;

  const done = () => {
    running -= 1;
    if (running === 0) settled?.();
  };
  const ask = (n: number, due: number, mayRetry: boolean) => {
    const url = options.url(n);
    const form = options.form?.(n) ?? null;
    const body = form === null ? undefined : new URLSearchParams(form).toString();
    const headers = typeof options.headers === 'function' ? options.headers(n) : options.headers;
    const sent = request(url, {
      agent,
      method: body === undefined ? 'GET' : 'POST',
      headers: { ...headers, ...(body === undefined ? {} : { 'content-type': 'application/x-www-form-urlencoded', 'content-length': Buffer.byteLength(body) }) },
      signal: AbortSignal.timeout(patience),
    });
    let over = false;
    let answering = false;
    const fail = (error: Error) => {
      if (over) return;
      over = true;
      if (mayRetry && !answering && sent.reusedSocket && body === undefined && (error as NodeJS.ErrnoException).code === 'ECONNRESET') {
        ask(n, due, false);
        return;
      }
      report.failed += 1;
      onFailure?.(n, error);
      done();
    };
    sent.on('error', fail);
    sent.on('response', (response) => {
      answering = true;
      const parts: Buffer[] = [];
      response.on('error', fail);
      response.on('data', (part: Buffer) => { if (options.keepBody) parts.push(part); });
      response.on('end', () => {
        if (over) return;
        over = true;
        const status = response.statusCode ?? 0;
        const took = performance.now() - due;
        times.push(took);
        const second = secondOf(due);
        second.longest = Math.max(second.longest, took);
        report.answered += 1;
        report.byStatus.set(status, (report.byStatus.get(status) ?? 0) + 1);
        onAnswer?.(n, status, { headers: response.headers, body: Buffer.concat(parts), took });
        done();
      });
    });
    sent.end(body);
  };
  let looked = began;
  const timer = setInterval(() => {
    const now = performance.now();
    const second = secondOf(looked);
    second.stalled = Math.max(second.stalled, now - looked - tick);
    looked = now;
    // The first is due at once.
    const dueNow = Math.floor(((now - began) / 1_000) * perSecond) + 1;
    while (report.sent < dueNow) {
      const n = report.sent;
      report.sent += 1;
      running += 1;
      ask(n, began + (n / perSecond) * 1_000, options.retryReused ?? false);
    }
  }, tick);

  const end = () => {
    clearInterval(timer);
    agent.destroy();
  };
  loads.add(end);

  return {
    async stop() {
      clearInterval(timer);
      const all = running === 0 ? Promise.resolve() : new Promise<void>((over) => { settled = over; });
      const late = setTimeout(() => stuck?.(new Error(`${running} of ${report.sent} requests neither got an answer nor failed.`)), 3 * patience);
      try {
        await Promise.race([all, new Promise<never>((_, failed) => { stuck = failed; })]);
      } finally {
        clearTimeout(late);
        end();
        loads.delete(end);
      }
      times.sort((one, other) => one - other);
      return { ...report, p50: percentile(times, 0.5), p99: percentile(times, 0.99), longest: times.at(-1) ?? 0, seconds };
    },
  };
}

/** When requests took longest, and how much of that this process may have caused itself. */
export function worstMoments({ seconds }: LoadReport, count = 3): string {
  return seconds
    .flatMap((second, at) => [{ ...second, at }])
    .sort((one, other) => other.longest - one.longest)
    .slice(0, count)
    .map(({ at, longest, stalled }) => `${longest.toFixed(0)} in second ${at}${stalled >= 10 ? ` (load late by ${stalled.toFixed(0)})` : ''}`)
    .join(', ');
}

/** Of sorted numbers: the smallest that so large a part of them does not exceed. */
export function percentile(sorted: readonly number[], part: number): number {
  return sorted[Math.max(0, Math.ceil(sorted.length * part) - 1)] ?? 0;
}
