import type { IncomingMessage, ServerResponse } from 'node:http';
import type { FastifyRequest } from 'fastify';
import type { Asking } from '../visitors/facts.js';

/** One request and what will answer it. */
export interface Exchange {
  request: IncomingMessage;
  response: ServerResponse;
  /** Request id, answered on everything. */
  id: string;
  /** Epoch milliseconds at which the request was read. */
  now: number;
  /** Path as it was sent. */
  pathname: string;
  /** What stands behind the `?`. */
  query: string;
  /** Decoded parts of the path, by name. */
  params: Readonly<Record<string, string | undefined>>;
  /** Posted fields. */
  fields: URLSearchParams;
  /** Of the client. Read only where it is needed, never stored. */
  address: () => string;
}

export function toExchange(request: FastifyRequest, response: ServerResponse): Exchange {
  const url = request.raw.url ?? '/';
  const mark = url.indexOf('?');
  return {
    request: request.raw,
    response,
    id: request.id,
    now: Date.now(),
    pathname: mark === -1 ? url : url.slice(0, mark),
    query: mark === -1 ? '' : url.slice(mark + 1),
    params: request.params as Exchange['params'],
    fields: request.body instanceof URLSearchParams ? request.body : new URLSearchParams(),
    // A client that has gone already has no address any more.
    address: () => request.ip || '',
  };
}

export function asking(exchange: Exchange): Asking {
  return { headers: exchange.request.headers, connection: exchange.request.socket, address: exchange.address(), query: exchange.query };
}
