import { collectDefaultMetrics, Registry } from 'prom-client';
import { toMetrics, type Metric } from './metric.js';

let registry: Registry | null = null;

/** Memory, processor, garbage collection and how late the event loop is, of this process. */
export async function processMetrics(): Promise<Metric[]> {
  if (!registry) {
    registry = new Registry();
    collectDefaultMetrics({ register: registry });
  }
  return toMetrics(await registry.getMetricsAsJSON());
}
