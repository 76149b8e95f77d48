import type { Metric } from './metrics/metric.js';

/** From the primary: end once everybody was served; say what was counted. To stop, it sends SIGTERM. */
export type Order = { order: 'replaced' } | { order: 'metrics'; question: number };

/** From a worker: it takes requests; what it counted; what it counted up to its end. */
export type Report = { report: 'serving' } | { report: 'metrics'; question: number; metrics: Metric[] } | { report: 'last-metrics'; metrics: Metric[] };

/** Told from other messages of a channel, for instance those of `node:cluster` itself. */
export function isOrder(message: unknown): message is Order {
  return typeof message === 'object' && message !== null && 'order' in message;
}

export function isReport(message: unknown): message is Report {
  return typeof message === 'object' && message !== null && 'report' in message;
}
