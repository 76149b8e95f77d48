import { createServer, type RequestListener } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { describe, expect, it } from '@jest/globals';
import { answerWith, Head, keepAlive } from './head.js';

/** What comes back over one connection, byte by byte, until so many answers are in or the connection is ended. */
async function exchange(listener: RequestListener, requests: readonly string[]): Promise<string> {
  const server = createServer({ keepAliveTimeout: keepAlive }, listener);
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const socket = connect((server.address() as AddressInfo).port, '127.0.0.1');
  let text = '';
  for (const request of requests) {
    const answered = new Promise<void>((done) => {
      let own = '';
      const take = (data: Buffer) => {
        text += data.toString('latin1');
        own += data.toString('latin1');
        const end = own.indexOf('\r\n\r\n');
        const length = request.startsWith('HEAD') || own.startsWith('HTTP/1.1 304') ? 0 : Number(/content-length: (\d+)/u.exec(own)?.[1] ?? 0);
        if (end !== -1 && own.length >= end + 4 + length) finish();
      };
      const finish = () => {
        socket.off('data', take).off('close', finish);
        done();
      };
      socket.on('data', take).on('close', finish);
    });
    socket.write(request);
    await answered;
  }
  socket.destroy();
  server.closeAllConnections();
  await new Promise((closed) => server.close(closed));
  return text.replaceAll(/Date: [^\r]+/gu, 'Date: now');
}

const body = Buffer.from('<!doctype html><title>Die With A Smile</title>');
const heads = {
  page: new Head(200, ['etag', '"1"', 'content-type', 'text/html; charset=utf-8', 'content-length', String(body.length)]),
  unchanged: new Head(304, ['etag', '"1"']),
  redirect: new Head(302, ['location', 'https://open.spotify.com/album/10FLjwfpbxLmW8c25Xyc2N', 'content-length', '0']),
};
const more = ['retry-after', '5'];
const id = 'abc-1';

const ours: RequestListener = (request, response) => {
  const head = heads[(request.url ?? '').slice(1) as keyof typeof heads];
  answerWith(response, head, more, id, head === heads.page && request.method !== 'HEAD' ? body : null);
};
const nodes: RequestListener = (request, response) => {
  const head = heads[(request.url ?? '').slice(1) as keyof typeof heads];
  response.writeHead(head.status, [...head.headers, 'x-request-id', id, ...more]);
  response.end(head === heads.page && request.method !== 'HEAD' ? body : undefined);
};
const ask = (line: string, ...headers: string[]) => `${line}\r\nHost: pages.test\r\n${headers.map((header) => `${header}\r\n`).join('')}\r\n`;

/** Heads with their lines in one order; bodies and what separates the answers as they came. */
const sorted = (text: string) => text.split('\r\n\r\n').map((part) => part.split('\r\n').sort());

describe('an answer with a prepared head', () => {
  it.each([
    ['of a page', [ask('GET /page HTTP/1.1')]],
    ['of a page asked for by HEAD', [ask('HEAD /page HTTP/1.1')]],
    ['that nothing changed', [ask('GET /unchanged HTTP/1.1')]],
    ['that leads on', [ask('GET /redirect HTTP/1.1')]],
    ['of several on one connection', ['page', 'unchanged', 'redirect', 'page'].map((path) => ask(`GET /${path} HTTP/1.1`))],
    ['of the last on a connection', [ask('GET /page HTTP/1.1'), ask('GET /page HTTP/1.1', 'Connection: close')]],
    ['to a client of HTTP/1.0', [ask('GET /page HTTP/1.0')]],
    ['to one of HTTP/1.0 that keeps its connection', [ask('GET /page HTTP/1.0', 'Connection: keep-alive'), ask('GET /page HTTP/1.0', 'Connection: keep-alive')]],
  ])('is what Node makes of the same headers, in whatever order: %s', async (_, requests) => {
    const expected = sorted(await exchange(nodes, requests));

    expect(sorted(await exchange(ours, requests))).toEqual(expected);
  });

  it('keeps what others have set on it', async () => {
    const text = await exchange((request, response) => {
      response.setHeader('x-other', 'set before');
      ours(request, response);
    }, [ask('GET /page HTTP/1.1')]);

    expect(text).toContain('x-other: set before\r\n');
  });

  it('cannot be split by a header', () => {
    expect(() => new Head(302, ['location', 'https://a.example/\r\nset-cookie: stolen=1'])).toThrow('Invalid character');
    expect(() => new Head(200, ['bad name', '1'])).toThrow('valid HTTP token');
  });
});
