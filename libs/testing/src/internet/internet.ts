import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer as createHttp, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from 'node:http';
import { createServer as createHttps } from 'node:https';
import { type AddressInfo, createServer, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { createSecureContext } from 'node:tls';
import { newAuthority } from './certificates.js';

export interface SiteRequest {
  method: string;
  /** Whole, as the client meant it. */
  url: URL;
  headers: IncomingHttpHeaders;
  body: string;
}

export interface SiteAnswer {
  /** Default 200. */
  status?: number;
  headers?: Readonly<Record<string, string>>;
  /** An object is sent as JSON. */
  body?: string | Buffer | object;
  /** Waits so long before it answers. */
  delayMs?: number;
  /** Closes the connection in place of an answer. */
  hangUp?: boolean;
}

export type Site = (request: SiteRequest) => SiteAnswer | Promise<SiteAnswer>;

export interface SeenRequest {
  host: string;
  method: string;
  /** With its query. */
  path: string;
  headers: IncomingHttpHeaders;
  /** Epoch ms. */
  at: number;
}

/** The internet as a test wants it, on one port of loopback, with TLS and without. */
export interface Internet {
  /** Settings for an API that shall see this internet instead of the real one. */
  readonly settings: { OUTBOUND_HOSTS: string; OUTBOUND_CA: string };
  /** What a host answers from now on. Of a host without a site the connection is closed. @returns puts back what it answered before */
  site(host: string, answer: Site): () => void;
  /** Every request so far, in order. */
  readonly requests: readonly SeenRequest[];
  /** Everything still open is cut. */
  stop(): Promise<void>;
}

const mostBody = 1024 * 1024;

/** Starts one. Its certificates are of an authority of its own: `settings` has the client trust it. */
export async function startInternet(): Promise<Internet> {
  const authority = newAuthority();
  const folder = await mkdtemp(join(tmpdir(), 'lynkify-internet-'));
  const authorityFile = join(folder, 'authority.pem');
  await writeFile(authorityFile, authority.certificate);

  const sites = new Map<string, Site>();
  const requests: SeenRequest[] = [];
  const sockets = new Set<Socket>();
  const stopped = new AbortController();

  const serve = (scheme: string) => (request: IncomingMessage, response: ServerResponse) => {
    answer(scheme, request, response).catch(() => request.socket.destroy());
  };
  async function answer(scheme: string, request: IncomingMessage, response: ServerResponse): Promise<void> {
    const host = (request.headers.host ?? '').replace(/:\d+$/u, '').toLowerCase();
    const site = sites.get(host);
    const { method = 'GET', url: path = '/', headers } = request;
    requests.push({ host, method, path, headers, at: Date.now() });
    if (!site) {
      request.socket.destroy();
      return;
    }
    const said = await site({ method, url: new URL(path, `${scheme}://${headers.host ?? host}`), headers, body: await readText(request) });
    if (said.delayMs) await delay(said.delayMs, null, { signal: stopped.signal });
    if (said.hangUp) {
      request.socket.destroy();
      return;
    }
    const body = said.body ?? '';
    const json = typeof body === 'object' && !Buffer.isBuffer(body);
    response.writeHead(said.status ?? 200, { 'content-type': json ? 'application/json; charset=utf-8' : 'text/html; charset=utf-8', ...said.headers });
    response.end(json ? JSON.stringify(body) : body);
  }

  const plain = createHttp(serve('http'));
  const secure = createHttps({ SNICallback: (host, done) => done(null, createSecureContext(authority.issue(host))), ...authority.issue('127.0.0.1') }, serve('https'));
  const port = createServer((socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
    socket.on('error', () => socket.destroy());
    // The first byte of a TLS handshake is 22; of HTTP it is a letter.
    socket.once('readable', () => {
      const first = socket.read(1) as Buffer | null;
      if (first === null) return;
      socket.unshift(first);
      (first[0] === 22 ? secure : plain).emit('connection', socket);
    });
  });
  port.listen(0, '127.0.0.1');
  await once(port, 'listening');

  return {
    settings: { OUTBOUND_HOSTS: `*=127.0.0.1:${(port.address() as AddressInfo).port}`, OUTBOUND_CA: authorityFile },
    site(host, of) {
      const name = host.toLowerCase();
      const before = sites.get(name);
      sites.set(name, of);
      return () => void (before ? sites.set(name, before) : sites.delete(name));
    },
    requests,
    async stop() {
      stopped.abort();
      for (const socket of sockets) socket.destroy();
      port.close();
      await once(port, 'close');
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function readText(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    const bytes = Buffer.from(chunk as Uint8Array);
    size += bytes.length;
    if (size > mostBody) throw new Error('a request with a body that no test sends');
    chunks.push(bytes);
  }
  return Buffer.concat(chunks).toString('utf8');
}
