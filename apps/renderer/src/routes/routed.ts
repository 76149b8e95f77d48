import type { RouteHandlerMethod } from 'fastify';
import { reasonOf } from '../log.js';
import type { RequestKind } from '../metrics/request-kinds.js';
import type { Site } from '../site.js';
import { type ClientAddress, Exchange, type Params } from './exchange.js';

export type Handler = (site: Site, exchange: Exchange) => void | Promise<void>;

/**
 * A handler as Fastify takes it. The answer is written to the socket's own response: pages and redirects are bytes that
 * were made before, and nothing is left to serialise.
 */
export function routed(site: Site, client: ClientAddress, handler: Handler, kind: RequestKind): RouteHandlerMethod {
  const number = site.counts.number(kind);
  return (request, reply) => {
    reply.hijack();
    const exchange = new Exchange(request.raw, reply.raw, request.id, client);
    exchange.kind = number;
    exchange.params = request.params as Params;
    if (request.body instanceof URLSearchParams) exchange.fields = request.body;
    run(site, exchange, handler);
  };
}

/** Runs a handler; whatever it throws is answered as a failure of ours. */
export function run(site: Site, exchange: Exchange, handler: Handler): void {
  try {
    const work = handler(site, exchange);
    if (work) work.catch((error: unknown) => failed(site, exchange, error));
  } catch (error) {
    failed(site, exchange, error);
  }
}

export function failed(site: Site, exchange: Exchange, error: unknown): void {
  site.parts.log.error({ requestId: exchange.id, reason: reasonOf(error), stack: error instanceof Error ? error.stack : undefined }, 'a request failed');
  if (exchange.response.headersSent) {
    exchange.response.destroy();
    return;
  }
  site.message(exchange, { kind: 'unavailable' }, [], 500).catch(() => exchange.response.destroy());
}
