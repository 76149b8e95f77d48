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

/**
 * Takes the settings above out of a program's checked ones, and LOG_LEVEL.
 * @throws Error that says what WORKERS can be
 */
export function readProcessSettings(values: { text(name: string): string }): ProcessSettings {
  const metricsPort = values.text('METRICS_PORT');
  return {
    workers: readWorkers(values.text('WORKERS')),
    drainSeconds: Number(values.text('DRAIN_SECONDS')),
    metricsPort: metricsPort === '' ? null : Number(metricsPort),
    metricsHost: values.text('METRICS_HOST'),
    logLevel: values.text('LOG_LEVEL'),
  };
}

function readWorkers(text: string): number {
  if (text === 'auto') return availableParallelism();
  if (/^\d{1,3}$/u.test(text) && Number(text) <= most) return Number(text);
  throw new Error(`WORKERS is "${text}": it can be a number up to ${most}, or auto.`);
}
