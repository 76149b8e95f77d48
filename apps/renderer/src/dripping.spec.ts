import { createServer, type Server } from 'node:http';
import { type AddressInfo, connect, type Socket } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { until } from '@lynkify/testing';
import { endDripping } from './dripping.js';

/** More than the system's buffers between the two take of a few answers. */
const large = Buffer.alloc(2_000_000, 'a');
const request = 'GET / HTTP/1.1\r\nhost: localhost\r\n\r\n';
const timeout = 300;

let server: Server;
let client: Socket;
let answered: number;
let ended: Promise<void>;
let drip: NodeJS.Timeout;

beforeEach(async () => {
  answered = 0;
  server = createServer({ keepAliveTimeout: 10_000 }, (asked, response) => {
    answered += 1;
    // A moment later, as when an event is written first: by then Node has read on.
    setImmediate(() => response.end(asked.url === '/large' ? large : 'small'));
  });
  server.timeout = timeout;
  endDripping(server, { every: 50, idle: 1_000 });
  ended = new Promise((closed) => server.on('connection', (socket) => socket.once('close', () => closed())));
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  client = connect((server.address() as AddressInfo).port, '127.0.0.1');
  client.on('error', () => undefined);
  drip = setInterval(() => client.write('\r\n'), 50);
});

afterEach(async () => {
  clearInterval(drip);
  client.destroy();
  server.closeAllConnections();
  await new Promise((closed) => server.close(closed));
});

describe('who sends empty lines for ever', () => {
  it('and takes nothing of the answers is cut off', async () => {
    // No flowing mode: nothing is taken.
    client.on('readable', () => undefined);
    client.write(request.replace('/', '/large').repeat(10));
    await ended;
    expect(answered).toBe(10);
  });

  it('and asks for nothing more is cut off', async () => {
    client.resume();
    client.write(request);
    await ended;
    expect(answered).toBe(1);
  });
});

it('who takes large answers slowly gets all of them, and is answered on the same connection afterwards', async () => {
  clearInterval(drip);
  let read = 0;
  client.on('readable', () => undefined);
  const slowly = setInterval(() => { read += (client.read() as Buffer | null)?.length ?? 0; }, 5);
  client.write(request.replace('/', '/large').repeat(5));
  await until(() => read > 5 * large.length, 20_000);
  const before = read;
  client.write(request);
  await until(() => read > before, 5_000);
  clearInterval(slowly);
  expect(answered).toBe(6);
});
