import type { Server } from 'node:http';
import { Server as NetServer, type Socket } from 'node:net';

/** In milliseconds from the moment at which no new connection is taken any more. */
export interface Patience {
  /** After this, connections on which nothing is asked are closed. */
  idle: number;
  /** After this, so are those on which something still is. */
  longest: number;
}

const glance = 20;

/** The connections of a server, so that it can be emptied without cutting anybody off. */
export class Connections {
  private readonly sockets = new Set<Socket>();
  private patience: Patience = { idle: 0, longest: 0 };
  private since = 0;

  constructor(private readonly server: Server) {
    server.on('connection', (socket: Socket) => {
      this.sockets.add(socket);
      socket.once('close', () => this.sockets.delete(socket));
    });
  }

  /** From here on every answer says that it is the last one on its connection. */
  sayGoodbye(): void {
    this.server.prependListener('request', (_request, response) => {
      response.shouldKeepAlive = false;
    });
  }

  /** Takes no new connection, and resolves once nobody is connected any more, at the latest after the longest patience. */
  async drain(patience: Patience): Promise<void> {
    this.hurry(patience);
    if (!this.server.listening) return;
    const emptied = new Promise<void>((resolve) => this.server.once('close', () => resolve()));
    // Not http's own close(): that cuts idle connections at once, and with them a request that is on its way to us.
    NetServer.prototype.close.call(this.server);
    const timer = setInterval(() => this.closeWhatMayBeClosed(), glance);
    await emptied;
    clearInterval(timer);
  }

  /** Goes on draining with this patience, counted from now. */
  hurry(patience: Patience): void {
    this.patience = patience;
    this.since = Date.now();
  }

  private closeWhatMayBeClosed(): void {
    const waited = Date.now() - this.since;
    if (waited >= this.patience.longest) this.server.closeAllConnections();
    // To Node, a connection whose answer is written but not yet read is idle too.
    else if (waited >= this.patience.idle && ![...this.sockets].some((socket) => socket.writableLength > 0)) this.server.closeIdleConnections();
  }
}
