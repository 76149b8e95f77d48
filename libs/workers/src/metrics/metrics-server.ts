import { once } from 'node:events';
import { createServer } from 'node:http';
import { AggregatorRegistry } from 'prom-client';
import { toMetrics, type Metric } from './metric.js';

/** Metrics of several processes as one. */
export async function joinMetrics(ofProcesses: readonly (readonly Metric[])[]): Promise<Metric[]> {
  return toMetrics(await AggregatorRegistry.aggregate([...ofProcesses]).getMetricsAsJSON());
}

/**
 * Serves `/metrics` in the text format of Prometheus (https://prometheus.io/docs/instrumenting/exposition_formats/).
 * @throws Error in plain words when the port is taken
 */
export async function serveMetrics(port: number, host: string, collect: () => Promise<readonly (readonly Metric[])[]>): Promise<void> {
  const server = createServer({ requestTimeout: 10_000 }, (request, response) => {
    if (request.url !== '/metrics' || request.method !== 'GET') {
      response.writeHead(404, { 'content-type': 'text/plain' }).end('The metrics are at /metrics.\n');
      return;
    }
    const answer = async () => {
      const joined = AggregatorRegistry.aggregate([...(await collect())]);
      response.writeHead(200, { 'content-type': joined.contentType, 'cache-control': 'no-store' }).end(await joined.metrics());
    };
    answer().catch((error: unknown) => response.writeHead(500, { 'content-type': 'text/plain' }).end(`${error instanceof Error ? error.message : String(error)}\n`));
  });
  server.listen(port, host);
  try {
    await once(server, 'listening');
  } catch (error) {
    throw new Error(`The metrics cannot be served: ${(error as Error).message}. Set METRICS_PORT to another one.`, { cause: error });
  }
  server.unref();
}
