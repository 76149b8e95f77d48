import { randomBytes } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import proxyAddr from '@fastify/proxy-addr';
import type { TrustedProxies } from '@lynkify/domain';
import { requestKinds } from '../metrics/request-kinds.js';
import type { Asking } from '../visitors/facts.js';

/** Reads the client's address off a request, as far as the proxies in front are believed. */
export type ClientAddress = (request: IncomingMessage) => string;

/** A client that has gone already has no address any more. */
export function clientAddress(trusted: TrustedProxies): ClientAddress {
  if (trusted === false) return (request) => request.socket.remoteAddress ?? '';
  // So many proxies stand in front, counted from here; or those of these addresses.
  const trust = typeof trusted === 'number' ? (_: string, hop: number) => hop < trusted : proxyAddr.compile(trusted);
  return (request) => (request.socket.remoteAddress === undefined ? '' : proxyAddr(request, trust));
}

/** Ends of ids, made once: numbers that are written out anew for each request are kept by V8 and pile up. */
const idEnds = Array.from({ length: 4_096 }, (_, number) => number.toString(16).padStart(3, '0'));
let idStart = '';
let idCount = 0;

/** A client's own id when it is a harmless one, else a new one. */
export function requestId(request: IncomingMessage): string {
  const sent = request.headers['x-request-id'];
  if (typeof sent === 'string' && /^[A-Za-z0-9-]{8,64}$/u.test(sent)) return sent;
  const end = idCount % idEnds.length;
  if (end === 0) idStart = `${randomBytes(6).toString('hex')}-`;
  idCount += 1;
  return idStart + (idEnds[end] ?? '');
}

const otherKind = requestKinds.indexOf('other');

export type Params = Readonly<Record<string, string | undefined>>;

const noParams: Params = {};
const noFields = new URLSearchParams();

/** One request and what will answer it. */
export class Exchange {
  /** Epoch milliseconds at which the request was read. */
  readonly now = Date.now();
  /** Path as it was sent. */
  readonly pathname: string;
  /** What stands behind the `?`. */
  readonly query: string;
  /** Decoded parts of the path, by name. */
  params = noParams;
  /** Number of its kind, for the count of answers. */
  kind = otherKind;
  /** Posted fields. */
  fields = noFields;

  constructor(
    readonly request: IncomingMessage,
    readonly response: ServerResponse,
    /** Request id, answered on everything. */
    readonly id: string,
    private readonly client: ClientAddress,
  ) {
    const url = request.url ?? '/';
    const mark = url.indexOf('?');
    this.pathname = mark === -1 ? url : url.slice(0, mark);
    this.query = mark === -1 ? '' : url.slice(mark + 1);
  }

  /** Of the client. Read only where it is needed, never stored. */
  address(): string {
    return this.client(this.request);
  }
}

export function asking(exchange: Exchange): Asking {
  return { headers: exchange.request.headers, connection: exchange.request.socket, address: exchange.address(), query: exchange.query };
}
