import { once } from 'node:events';
import { type AddressInfo, createServer, type Socket } from 'node:net';
import { readSettings } from '@lynkify/domain';
import type { Resolve } from '../outbound/guarded-agent.js';
import { Outbound, OutboundError, type OutboundRequest } from '../outbound/outbound.js';
import { type OutboundSettings, outboundSettings, readOutboundSettings } from '../outbound/outbound-settings.js';

export const settingsFrom = (variables: Readonly<Record<string, string>>): OutboundSettings =>
  readOutboundSettings(readSettings([...outboundSettings, { name: 'PUBLIC_PAGES_URL', kind: 'url', default: 'https://pages.example', description: '' }], variables));

const closing: (() => unknown)[] = [];

/** Has something closed at the end of the test. */
export const closeLater = (close: () => unknown): void => void closing.push(close);

/** Closes whatever the test opened; call it in afterEach. */
export async function closeAll(): Promise<void> {
  await Promise.all(closing.splice(0).map((close) => close()));
}

export function newOutbound(variables: Readonly<Record<string, string>> = {}, resolve?: Resolve): Outbound {
  const outbound = new Outbound(settingsFrom(variables), resolve);
  closeLater(() => outbound.onApplicationShutdown());
  return outbound;
}

/** What a request ends with: its answer's status, or the code of its error. */
export async function outcome(outbound: Outbound, request: OutboundRequest | string): Promise<string | number> {
  try {
    return (await outbound.request(typeof request === 'string' ? { url: request } : request)).status;
  } catch (error) {
    if (error instanceof OutboundError) return error.code;
    throw error;
  }
}

/** A server on loopback that talks as a test wants it to, HTTP or not. */
export async function startPort(talk: (socket: Socket) => void, { address = '127.0.0.1', port = 0 } = {}): Promise<{ port: number; connections: () => number }> {
  let connections = 0;
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    connections += 1;
    sockets.add(socket);
    socket.on('error', () => socket.destroy());
    talk(socket);
  });
  server.listen(port, address);
  await once(server, 'listening');
  closeLater(() => {
    for (const socket of sockets) socket.destroy();
    return new Promise((closed) => server.close(closed));
  });
  return { port: (server.address() as AddressInfo).port, connections: () => connections };
}

export const saysOk = (socket: Socket) => void socket.end('HTTP/1.1 200 OK\r\ncontent-length: 2\r\nconnection: close\r\n\r\nok');

/** Names that lead to these addresses. */
export const leadsTo = (...addresses: string[]): Resolve => (_host, answer) => answer(null, addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 })));
