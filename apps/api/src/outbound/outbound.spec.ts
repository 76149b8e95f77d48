import { once } from 'node:events';
import { type AddressInfo, createServer, type Socket } from 'node:net';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { readSettings, SettingsError } from '@lynkify/domain';
import { type Internet, startInternet } from '@lynkify/testing';
import { request as send } from 'undici';
import { outboundAgent, type Resolve } from './guarded-agent.js';
import { Outbound, OutboundError, type OutboundRequest } from './outbound.js';
import { type OutboundSettings, outboundSettings, readOutboundSettings } from './outbound-settings.js';

const settingsFrom = (variables: Readonly<Record<string, string>>): OutboundSettings =>
  readOutboundSettings(readSettings([...outboundSettings, { name: 'PUBLIC_PAGES_URL', kind: 'url', default: 'https://pages.example', description: '' }], variables));

const closing: (() => unknown)[] = [];
afterEach(async () => {
  await Promise.all(closing.splice(0).map((close) => close()));
});

function newOutbound(variables: Readonly<Record<string, string>> = {}, resolve?: Resolve): Outbound {
  const outbound = new Outbound(settingsFrom(variables), resolve);
  closing.push(() => outbound.onApplicationShutdown());
  return outbound;
}

/** What a request ends with: its answer's status, or the code of its error. */
async function outcome(outbound: Outbound, request: OutboundRequest | string): Promise<string | number> {
  try {
    return (await outbound.request(typeof request === 'string' ? { url: request } : request)).status;
  } catch (error) {
    if (error instanceof OutboundError) return error.code;
    throw error;
  }
}

/** A server on loopback that talks as a test wants it to, HTTP or not. */
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
  closing.push(() => {
    for (const socket of sockets) socket.destroy();
    return new Promise((closed) => server.close(closed));
  });
  return { port: (server.address() as AddressInfo).port, connections: () => connections };
}

const saysOk = (socket: Socket) => void socket.end('HTTP/1.1 200 OK\r\ncontent-length: 2\r\nconnection: close\r\n\r\nok');
const answers = (...addresses: string[]): Resolve => (_host, answer) => answer(null, addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 })));

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

  it('follows redirects, tells the way, and leaves at each host what was meant for the one before', async () => {
    internet.site('short.example.org', () => ({ status: 301, headers: { location: 'http://a.example.org/x' } }));
    internet.site('a.example.org', ({ url }) => (url.pathname === '/x' ? { status: 302, headers: { location: '/y#part' } } : { status: 307, headers: { location: 'https://b.example.org/' } }));
    internet.site('b.example.org', () => ({ body: 'here' }));

    const answer = await outbound.request({ url: 'https://short.example.org/', headers: { Authorization: 'Bearer secret', Cookie: 'a=b', 'X-Api-Key': 'secret', 'Accept-Language': 'de' } });

    expect(answer).toMatchObject({ status: 200, url: 'https://b.example.org/', passed: ['https://short.example.org/', 'http://a.example.org/x', 'http://a.example.org/y'] });
    const [first, ...others] = internet.requests;
    expect(first?.headers).toMatchObject({ authorization: 'Bearer secret', 'x-api-key': 'secret', 'accept-language': 'de' });
    for (const { headers } of others) {
      expect(Object.keys(headers)).not.toEqual(expect.arrayContaining(['authorization']));
      expect([headers.cookie, headers['x-api-key'], headers['accept-language']]).toEqual([undefined, undefined, 'de']);
    }
  });

  it('takes a redirect for an answer where none is to be followed, and ends where they never end', async () => {
    internet.site('loop.example.org', ({ url }) => ({ status: 302, headers: { location: `/${Number(url.pathname.slice(1)) + 1}` } }));
    expect(await outcome(outbound, { url: 'https://loop.example.org/0', redirects: 0 })).toBe(302);
    expect(await outcome(outbound, 'https://loop.example.org/0')).toBe('TOO_MANY_REDIRECTS');
    expect(await outcome(outbound, { url: 'https://loop.example.org/0', method: 'POST', body: 'a' })).toBe(302);
  });

  it.each([
    ['http://127.0.0.1/', 'FORBIDDEN_ADDRESS'],
    ['http://169.254.169.254/latest/meta-data/', 'FORBIDDEN_ADDRESS'],
    ['http://[::ffff:10.0.0.1]/', 'FORBIDDEN_ADDRESS'],
    ['https://other.example.org:8443/', 'FORBIDDEN_ADDRESS'],
    ['https://user:password@other.example.org/', 'BAD_URL'],
    ['file:///etc/passwd', 'BAD_URL'],
    ['gopher://other.example.org/', 'BAD_URL'],
    ['javascript:alert(1)', 'BAD_URL'],
  ])('does not follow a redirect to %s', async (location, code) => {
    internet.site('other.example.org', () => ({}));
    internet.site('bad.example.org', () => ({ status: 302, headers: { location } }));
    expect(await outcome(outbound, 'https://bad.example.org/')).toBe(code);
    expect(internet.requests).toHaveLength(1);
  });

  it('stops at the size that was asked for, however small it came', async () => {
    const bomb = gzipSync(Buffer.alloc(64 * 1024 * 1024));
    internet.site('bomb.example.org', () => ({ headers: { 'content-encoding': 'gzip' }, body: bomb }));
    const memory = process.memoryUsage().arrayBuffers;
    expect(await outcome(outbound, 'https://bomb.example.org/')).toBe('TOO_LARGE');
    expect(process.memoryUsage().arrayBuffers - memory).toBeLessThan(32 * 1024 * 1024);

    internet.site('nested.example.org', () => ({ headers: { 'content-encoding': 'gzip, gzip, gzip' }, body: gzipSync(gzipSync(bomb)) }));
    expect(await outcome(outbound, 'https://nested.example.org/')).toBe('BROKEN_ANSWER');

    internet.site('long.example.org', () => ({ body: 'x'.repeat(5_000) }));
    expect(await outcome(outbound, { url: 'https://long.example.org/', maxBytes: 4_999 })).toBe('TOO_LARGE');
    expect(await outcome(outbound, { url: 'https://long.example.org/', maxBytes: 5_000 })).toBe(200);
    expect((await outbound.request({ url: 'https://long.example.org/', maxBytes: 10, longer: 'cut' })).text()).toBe('xxxxxxxxxx');
  });

  it('ends when whoever asked does not want it any more', async () => {
    internet.site('slow.example.org', () => ({ delayMs: 60_000 }));
    const wanted = new AbortController();
    const asked = outcome(outbound, { url: 'https://slow.example.org/', signal: wanted.signal }).catch((error: unknown) => error);
    wanted.abort(new Error('not wanted'));
    expect(await asked).toEqual(new Error('not wanted'));
  });
});

describe('the time of a request holds', () => {
  const asked = async (outbound: Outbound, url = 'http://slow.example.org/') => {
    const begun = Date.now();
    const code = await outcome(outbound, { url, timeoutMs: 300 });
    return { code, inTime: Date.now() - begun < 2_000 };
  };

  it.each([
    ['says nothing', () => undefined],
    ['drips its head', (socket: Socket) => drip(socket, 'HTTP/1.1 200 OK\r\nx-long: ')],
    ['drips its body', (socket: Socket) => drip(socket, 'HTTP/1.1 200 OK\r\ncontent-length: 100000\r\n\r\n')],
  ])('for a host that %s', async (_what, talk) => {
    const { port } = await startPort(talk);
    expect(await asked(newOutbound({ OUTBOUND_HOSTS: `slow.example.org=127.0.0.1:${port}` }))).toEqual({ code: 'TIMEOUT', inTime: true });
  });

  it('for a handshake that does not go on', async () => {
    const { port } = await startPort(() => undefined);
    expect(await asked(newOutbound({ OUTBOUND_HOSTS: `slow.example.org=127.0.0.1:${port}` }), 'https://slow.example.org/')).toEqual({ code: 'TIMEOUT', inTime: true });
  });

  it('for a name that nobody answers about', async () => {
    expect(await asked(newOutbound({}, () => undefined))).toEqual({ code: 'TIMEOUT', inTime: true });
  });

  it('for redirects that each take a part of it', async () => {
    const internet = await startInternet();
    closing.push(() => internet.stop());
    internet.site('slow.example.org', ({ url }) => ({ status: 302, delayMs: 100, headers: { location: `${url.pathname}x` } }));
    expect(await asked(newOutbound(internet.settings))).toEqual({ code: 'TIMEOUT', inTime: true });
  });

  function drip(socket: Socket, start: string): void {
    socket.write(start);
    const timer = setInterval(() => socket.write('x'), 20);
    socket.once('close', () => clearInterval(timer));
  }
});

describe('what comes back from a host that', () => {
  it.each([
    ['talks something else', (socket: Socket) => void socket.end('SSH-2.0-OpenSSH_9.6\r\n'), 'BROKEN_ANSWER'],
    ['has a head without end', (socket: Socket) => void socket.end(`HTTP/1.1 200 OK\r\nx: ${'y'.repeat(200_000)}\r\n\r\n`), 'BROKEN_ANSWER'],
    ['breaks off', (socket: Socket) => void socket.end('HTTP/1.1 200 OK\r\ncontent-length: 100\r\n\r\nhalf'), 'BROKEN_ANSWER'],
    ['packs what is no gzip', (socket: Socket) => void socket.end('HTTP/1.1 200 OK\r\ncontent-encoding: gzip\r\ncontent-length: 4\r\n\r\nhalf'), 'BROKEN_ANSWER'],
    ['hangs up', (socket: Socket) => void socket.destroy(), 'UNREACHABLE'],
  ])('%s is told as what it is', async (_what, talk, code) => {
    const { port } = await startPort(talk);
    expect(await outcome(newOutbound({ OUTBOUND_HOSTS: `odd.example.org=127.0.0.1:${port}` }), 'http://odd.example.org/')).toBe(code);
  });

  it('is not there is told as that', async () => {
    const gone = newOutbound({}, (_host, answer) => answer(Object.assign(new Error('getaddrinfo ENOTFOUND'), { code: 'ENOTFOUND' }), []));
    expect(await outcome(gone, 'https://gone.example.org/')).toBe('UNKNOWN_HOST');
    const away = newOutbound({}, (_host, answer) => answer(Object.assign(new Error('getaddrinfo EAI_AGAIN'), { code: 'EAI_AGAIN' }), []));
    expect(await outcome(away, 'https://gone.example.org/')).toBe('UNREACHABLE');
  });
});

describe('an address of this machine or its networks', () => {
  it.each([
    'http://127.0.0.1/', 'http://127.1/', 'http://2130706433/', 'http://0x7f000001/', 'http://017700000001/', 'http://0/', 'http://localhost/', 'http://localhost./', 'http://x.localhost/',
    'http://[::1]/', 'http://[::]/', 'http://[::ffff:127.0.0.1]/', 'http://[::127.0.0.1]/', 'http://[64:ff9b::7f00:1]/', 'http://[2002:7f00:1::]/', 'http://[fe80::1]/', 'http://[fd00:ec2::254]/',
    'http://10.0.0.1/', 'http://172.16.0.1/', 'http://192.168.0.1/', 'http://169.254.169.254/', 'http://100.64.0.1/', 'http://168.63.129.16/', 'https://127.0.0.1/', 'http://127.0.0.1:5432/', 'http://①②⑦.0.0.1/',
  ])('is not opened: %s', async (url) => {
    expect(await outcome(newOutbound(), url)).toBe('FORBIDDEN_ADDRESS');
    // Where the whole internet stands somewhere else, this machine still is none of it.
    const internet = await startInternet();
    closing.push(() => internet.stop());
    expect(await outcome(newOutbound(internet.settings), url)).toBe('FORBIDDEN_ADDRESS');
    expect(internet.requests).toEqual([]);
  });

  it('is not opened behind a name either, and not even knocked at', async () => {
    const { port, connections } = await startPort(saysOk);
    const agent = outboundAgent(settingsFrom({}), answers('127.0.0.1', '::1'), true);
    closing.push(() => agent.destroy());
    await expect(send(`http://inside.example.org:${port}/`, { dispatcher: agent })).rejects.toMatchObject({ code: 'FORBIDDEN_ADDRESS' });
    expect(connections()).toBe(0);
  });

  it('is not opened when a name that was good leads there the next time, or beside a good one', async () => {
    const [good, bad] = [await startPort(saysOk, '127.0.0.2'), { connections: () => 0 }];
    const inside = await startPortAt(good.port);
    const told = [['127.0.0.2'], ['127.0.0.1'], ['127.0.0.1', '127.0.0.2']];
    const asked: string[] = [];
    const resolve: Resolve = (host, answer) => {
      asked.push(host);
      answers(...(told[asked.length - 1] ?? []))(host, answer);
    };
    const agent = outboundAgent(settingsFrom({ OUTBOUND_ALLOW: '127.0.0.2/32' }), resolve, true);
    closing.push(() => agent.destroy());
    const get = async () => (await send(`http://rebinding.example.org:${good.port}/`, { dispatcher: agent })).body.text();

    expect(await get()).toBe('ok');
    await expect(get()).rejects.toMatchObject({ code: 'FORBIDDEN_ADDRESS' });
    expect(await get()).toBe('ok');
    // One look for each connection: what was looked at is what was connected to.
    expect(asked).toHaveLength(3);
    expect([good.connections(), inside(), bad.connections()]).toEqual([2, 0, 0]);
  });

  it('is opened where the settings allow its network', async () => {
    const { port, connections } = await startPort(saysOk);
    const agent = outboundAgent(settingsFrom({ OUTBOUND_ALLOW: '10.0.0.0/8, 127.0.0.0/8' }), answers('127.0.0.1'), true);
    closing.push(() => agent.destroy());
    expect((await send(`http://mirror.example.org:${port}/`, { dispatcher: agent })).statusCode).toBe(200);
    expect(connections()).toBe(1);
  });

  /** The same port on 127.0.0.1: what the name is turned to. */
  async function startPortAt(port: number): Promise<() => number> {
    let connections = 0;
    const server = createServer((socket) => {
      connections += 1;
      socket.destroy();
    });
    server.listen(port, '127.0.0.1');
    await once(server, 'listening');
    closing.push(() => new Promise((closed) => server.close(closed)));
    return () => connections;
  }
});

describe('ports', () => {
  it('are the usual ones, unless the settings name the host', async () => {
    const { port } = await startPort(saysOk);
    const named = newOutbound({ OUTBOUND_HOSTS: `shop.example.org=127.0.0.1:${port}` });
    expect(await outcome(named, 'http://shop.example.org:8080/')).toBe(200);
    expect(await outcome(newOutbound({ OUTBOUND_HOSTS: `*=127.0.0.1:${port}` }), 'http://shop.example.org:8080/')).toBe('FORBIDDEN_ADDRESS');
  });

  it('and networks are the operator’s own business for addresses of the operator, which lead nowhere else', async () => {
    const inside = await startPort((socket) => void socket.end('HTTP/1.1 302 Found\r\nlocation: http://127.0.0.1/\r\ncontent-length: 0\r\n\r\n'));
    const outbound = newOutbound();
    expect(await outcome(outbound, { url: `http://127.0.0.1:${inside.port}/`, ofOperator: true })).toBe(302);
    expect(await outcome(outbound, `http://127.0.0.1:${inside.port}/`)).toBe('FORBIDDEN_ADDRESS');
    expect(inside.connections()).toBe(1);
  });
});

it('settings that are wrong are told, all at once', () => {
  expect(() => settingsFrom({ OUTBOUND_HOSTS: 'a=b, *=127.0.0.1:443', OUTBOUND_ALLOW: '10.0.0.0', OUTBOUND_CA: '/no/such/file' })).toThrow(SettingsError);
  expect(() => settingsFrom({ OUTBOUND_HOSTS: 'a=b' })).toThrow(/“a=b”/u);
});
