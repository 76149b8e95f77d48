import type { Socket } from 'node:net';
import { afterEach, describe, expect, it } from '@jest/globals';
import { startInternet } from '@lynkify/testing';
import { closeAll, closeLater, newOutbound, outcome, startPort } from '../testing/outbound.js';
import type { Outbound } from './outbound.js';

afterEach(closeAll);

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
    closeLater(() => internet.stop());
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
