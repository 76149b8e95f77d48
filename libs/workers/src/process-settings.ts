import { availableParallelism } from 'node:os';

/** How a program runs as processes. */
export interface ProcessSettings {
  /** Processes that serve side by side under a primary; 0: this process serves by itself. */
  workers: number;
  /** How long a program that was told to end goes on taking requests, so that a balancer can turn away first. */
  drainSeconds: number;
  /** Where metrics are served; null: nowhere. */
  metricsPort: number | null;
  metricsHost: string;
  logLevel: string;
}

/** The environment variables behind `ProcessSettings`, in the form of the domain's settings. */
export const processSettings = [
  { name: 'WORKERS', kind: 'text', default: '0', description: 'Processes that serve side by side: a number, or `auto` for one a core. From 1 on a small primary watches over them, and SIGHUP replaces them one by one without a refused request. 0: one process, without a primary.' },
  { name: 'DRAIN_SECONDS', kind: 'integer', default: '0', description: 'Seconds between SIGTERM and the last new connection, in which `/readyz` says 503 so that a balancer turns away.' },
  { name: 'METRICS_PORT', kind: 'port', optional: true, description: 'Port of `/metrics` in the text format of Prometheus. Empty: there are no metrics.' },
  { name: 'METRICS_HOST', kind: 'text', default: '127.0.0.1', description: 'Address on which metrics are served. They are for no stranger.' },
] as const;

/** More is a mistake of whoever typed it. */
const most = 256;

/** Reads WORKERS. Null when it is neither a number up to 256 nor `auto`. */
export function parseWorkers(text: string): number | null {
  if (text === 'auto') return availableParallelism();
  const workers = /^\d{1,3}$/u.test(text) ? Number(text) : Number.NaN;
  return workers <= most ? workers : null;
}
