import { brotliCompressSync, gzipSync } from 'node:zlib';
import { once } from 'node:events';
import { type AddressInfo, createServer, type Socket } from 'node:net';
import type { LookupAddress } from 'node:dns';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { type Internet, startInternet } from '@lynkify/testing';
import { readSettings } from '@lynkify/domain';
import { Outbound, OutboundError, type OutboundRequest } from './outbound.js';
import { type OutboundSettings, outboundSettings, readOutboundSettings } from './outbound-settings.js';

const settingsFrom = (variables: Readonly<Record<string, string>>): OutboundSettings =>
  readOutboundSettings(readSettings([...outboundSettings, { name: 'PUBLIC_PAGES_URL', kind: 'url', default: 'https://pages.example', description: '' }], variables));

/** What a request ends with: its answer's status, or the code of its error. */
async function outcome(outbound: Outbound, request: OutboundRequest | string): Promise<string | number> {
  try {
    return (await outbound.request(typeof request === 'string' ? { url: request } : request)).status;
  } catch (error) {
    if (error instanceof OutboundError) return error.code;
    throw error;
  }
}

const open: { outbounds: Outbound[]; ports: { stop: () => void }[] } = { outbounds: [], ports: [] };
function newOutbound(variables: Readonly<Record<string, string>> = {}, resolve?: ConstructorParameters<typeof Outbound>[1]): Outbound {
  const outbound = new Outbound(settingsFrom(variables), resolve);
  open.outbounds.push(outbound);
  return outbound;
}

/** A server on loopback that is no HTTP server of ours: it says what it is told to. */
async function startPort(talk: (socket: Socket) => void, address = '127.0.0.1'): Promise<{ port: number; connections: () => number }> {
  let connections = 0;
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    connections += 1;
    sockets.add(socket);
    socket.on('error', () => socket.destroy());
    talk(socket);
  });
  server.listen(0, address);
  await once(server, 'listening');
  open.ports.push({ stop: () => { for (const socket of sockets) socket.destroy(); server.close(); } });
  return { port: (server.address() as AddressInfo).port, connections: () => connections };
}

afterEach(async () => {
  await Promise.all(open.outbounds.splice(0).map((outbound) => outbound.onApplicationShutdown()));
  for (const { stop } of open.ports.splice(0)) stop();
});

describe('a request to the internet', () => {
  let internet: Internet;
  let outbound: Outbound;
  beforeEach(async () => {
    internet = await startInternet();
    outbound = newOutbound({ ...internet.settings, LOOKUP_CONTACT: 'ops@label.example' });
  });
  afterEach(() => internet.stop());

  it('is answered over TLS and without, and says who asks and how to reach them', async () => {
    internet.site('api.example.org', ({ url }) => ({ status: 203, body: { asked: url.href } }));

    for (const scheme of ['https', 'http']) {
      const answer = await outbound.request({ url: `${scheme}://api.example.org/a?b=c#d` });
      expect([answer.status, answer.text()]).toEqual([203, `{"asked":"${scheme}://api.example.org/a?b=c"}`]);
    }
    expect(internet.requests[0]?.headers['user-agent']).toBe('Lynkify/1.0 ( ops@label.example )');
  });

  it('does not believe a certificate that nobody vouches for, nor one of another host', async () => {
    internet.site('api.example.org', () => ({}));
    const { OUTBOUND_HOSTS } = internet.settings;
    expect(await outcome(newOutbound({ OUTBOUND_HOSTS }), 'https://api.example.org/')).toBe('UNREACHABLE');
    expect(internet.requests).toEqual([]);
  });

  it('unpacks gzip and brotli', async () => {
    for (const [encoding, pack] of [['gzip', gzipSync], ['br', brotliCompressSync]] as const) {
      internet.site('packed.example.org', () => ({ headers: { 'content-encoding': encoding }, body: pack('Liberté') }));
      expect((await outbound.request({ url: 'https://packed.example.org/' })).text()).toBe('Liberté');
    }
  });

  it('reads a text in the character set that it names', async () => {
    internet.site('old.example.org', () => ({ headers: { 'content-type': 'text/html' }, body: Buffer.from('<meta charset="windows-1252"><p>Caf\xe9 \x80', 'latin1') }));
    expect((await outbound.request({ url: 'http://old.example.org/' })).text()).toContain('Café €');
  });
});
