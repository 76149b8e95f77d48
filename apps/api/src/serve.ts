import 'reflect-metadata';
import type { Server } from 'node:http';
import type { Life, Serving } from '@lynkify/workers';
import { createApp } from './create-app.js';
import type { Environment } from './environment.js';
import { Log } from './log.js';
import { MetricsCollector } from './metrics/metrics-collector.js';
import { ChangeFeed } from './publishing/change-feed.js';

/** @throws Error in words for whoever started the program */
export async function serve(environment: Environment, life: Life): Promise<Serving> {
  try {
    const app = await createApp(environment, life);
    await app.listen(environment.port, environment.host);
    const server = app.getHttpServer() as Server;
    const address = server.address();
    app.get(Log).info({ port: typeof address === 'object' && address ? address.port : environment.port }, 'listening');
    const feed = app.get(ChangeFeed);
    const collector = app.get(MetricsCollector);
    return {
      server,
      // Renderers ask again at once, and somebody else answers them.
      leave: () => feed.onModuleDestroy(),
      stop: () => app.close(),
      metrics: () => collector.collect(),
    };
  } catch (error) {
    throw new Error(`The API did not start: ${error instanceof Error ? error.message : String(error)}`, { cause: error });
  }
}
