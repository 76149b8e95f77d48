import { connect, createServer, type Socket } from 'node:net';
import { afterAll, beforeAll } from '@jest/globals';
import { startTestApi, type TestApi } from './test-api.js';

/** A way to Postgres that a test can cut and mend. */
export interface Tunnel {
  /** The same address through the tunnel. */
  url: string;
  /** Ends every connection and lets no new one through. With bytes: once so many more have gone up. */
  cut: (afterBytes?: number) => void;
  mend: () => void;
  /** Lets nothing through any more, in either direction, and tells nobody. */
  freeze: () => void;
  thaw: () => void;
  /** Connections made from now on, until it thaws, are let through and hear nothing; those that are there go on. */
  keepWaiting: () => void;
  /** From now on the server seems to die in the moment in which it is ready for a query: it says so in the same breath. */
  dieWhenReady: () => void;
  stop: () => Promise<void>;
}

/** First byte of the message of six that ends what the server says before it listens again. */
const readyForQuery = 'Z'.charCodeAt(0);

/** What Postgres says when it is killed: an ErrorResponse, FATAL and 57P01. */
const lastWords = (() => {
  const fields = Buffer.from('SFATAL\0VFATAL\0C57P01\0Mterminating connection due to unexpected postmaster exit\0\0');
  const head = Buffer.alloc(5);
  head.write('E');
  head.writeInt32BE(fields.length + 4, 1);
  return Buffer.concat([head, fields]);
})();

/** Opens a tunnel on loopback to the server of this address. */
export async function openTunnel(address: string): Promise<Tunnel> {
  const target = new URL(address);
  const sockets = new Set<Socket>();
  let closed = false;
  let frozen = false;
  let waiting = false;
  let dying = false;
  let allowed = Number.POSITIVE_INFINITY;
  const cutNow = () => {
    closed = true;
    for (const socket of sockets) socket.destroy();
  };
  const server = createServer((near) => {
    if (closed) return near.destroy();
    const far = connect(Number(target.port), target.hostname);
    for (const socket of [near, far]) {
      sockets.add(socket);
      if (frozen || waiting) socket.pause();
      socket.on('error', () => socket.destroy());
      socket.on('close', () => {
        sockets.delete(socket);
        near.destroy();
        far.destroy();
      });
    }
    near.on('data', (bytes) => {
      allowed -= bytes.length;
      if (allowed <= 0) cutNow();
      else far.write(bytes);
    });
    far.on('data', (bytes: Buffer) => {
      if (dying && bytes.at(-6) === readyForQuery) near.end(Buffer.concat([bytes, lastWords]));
      else near.write(bytes);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const place = server.address();
  if (typeof place !== 'object' || place === null) throw new Error('the tunnel has no port');
  const url = new URL(address);
  url.hostname = '127.0.0.1';
  url.port = String(place.port);
  return {
    url: url.href,
    cut(afterBytes) {
      if (afterBytes === undefined) cutNow();
      else allowed = afterBytes;
    },
    mend() {
      closed = false;
      dying = false;
      allowed = Number.POSITIVE_INFINITY;
    },
    dieWhenReady() {
      dying = true;
    },
    freeze() {
      frozen = true;
      for (const socket of sockets) socket.pause();
    },
    keepWaiting() {
      waiting = true;
    },
    thaw() {
      frozen = false;
      waiting = false;
      for (const socket of sockets) socket.resume();
    },
    stop() {
      cutNow();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}

/** Two APIs on one database: one beside it, and one at the other end of a tunnel. */
export interface FarAndNear {
  near: TestApi;
  far: TestApi;
  tunnel: Tunnel;
}

/** Starts and stops them around the tests of the `describe` in which it is called; they are there once its tests run. */
export function farAndNear(): FarAndNear {
  const world: Partial<FarAndNear> = {};
  beforeAll(async () => {
    world.near = await startTestApi();
    world.tunnel = await openTunnel(world.near.database.appUrl);
    world.far = await startTestApi({ DATABASE_URL: world.tunnel.url });
  });
  afterAll(async () => {
    await world.far?.stop();
    await world.tunnel?.stop();
    await world.near?.stop();
  });
  const there = <Name extends keyof FarAndNear>(name: Name): FarAndNear[Name] => {
    const found = world[name];
    if (!found) throw new Error(`${name} is not there before the tests run.`);
    return found;
  };
  return {
    get near() { return there('near'); },
    get far() { return there('far'); },
    get tunnel() { return there('tunnel'); },
  };
}
