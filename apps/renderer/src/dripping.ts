import type { Server } from 'node:http';
import type { Socket } from 'node:net';

export interface Looks {
  /** Milliseconds between two looks at all connections. */
  every: number;
  /** A connection that was not answered anything for so many milliseconds is ended, whatever it sends. */
  idle: number;
}

interface Connection {
  written: number;
  since: number;
  /** Reads on; null: it is read from. */
  goOn: (() => void) | null;
}

/**
 * Node's timeouts of a connection begin anew with every byte that comes in, and an empty line between requests is no
 * request: whoever sends one now and then could keep a connection for ever, and with it megabytes of answers that they do
 * not take. So who has not taken what they asked for is not read from, which leaves them to the server's timeout; and who
 * asks for nothing is idle even if they talk. Costs a request nothing.
 */
export function endDripping(server: Server, { every, idle }: Looks): void {
  const connections = new Map<Socket, Connection>();
  server.on('connection', (socket) => {
    connections.set(socket, { written: 0, since: performance.now(), goOn: null });
    socket.once('close', () => connections.delete(socket));
  });
  const timer = setInterval(() => {
    const now = performance.now();
    for (const [socket, connection] of connections) look(socket, connection, now, idle);
  }, every).unref();
  server.once('close', () => clearInterval(timer));
}

function look(socket: Socket, connection: Connection, now: number, idle: number): void {
  const { bytesWritten, writableLength } = socket;
  const waits = writableLength > 0;
  if (bytesWritten !== connection.written || waits) {
    connection.written = bytesWritten;
    connection.since = now;
  } else if (now - connection.since > idle) {
    socket.destroy();
    return;
  }
  if (!waits) connection.goOn?.();
  else if (connection.goOn === null) pause(socket, connection);
}

function pause(socket: Socket, connection: Connection): void {
  const goOn = () => {
    connection.goOn = null;
    socket.off('drain', goOn).resume();
  };
  connection.goOn = goOn;
  // What did not fill the stream's buffer drains without a word, and the next look finds it.
  socket.pause().once('drain', goOn);
}
