import { connect, type Socket } from 'node:net';

export const slowKinds = ['silent', 'headers a byte at a time', 'a form a byte at a time', 'reads nothing', 'reads a byte at a time', 'an empty line now and then'] as const;
export type SlowKind = (typeof slowKinds)[number];

/**
 * Requests that who does not read sends at once. Their answers, 10 MB, have to be more than the system's buffers between the
 * two hold (4 MB by Linux's defaults): what those took, the renderer has got rid of.
 */
const pipelined = 500;

/** One client that takes its time on purpose, and comes back whenever it is cut off. */
export class SlowClient {
  /** Milliseconds that each connection lasted until the server ended it. */
  readonly lives: number[] = [];
  private socket: Socket | null = null;
  private began = 0;
  private text = '';
  private at = 0;
  private over = false;

  constructor(
    readonly kind: SlowKind,
    private readonly port: number,
    private readonly path: string,
  ) {}

  get hasBegun(): boolean {
    return this.socket !== null;
  }

  /** Another byte. */
  step(): void {
    const { socket } = this;
    if (!socket?.writable) return;
    if (this.kind === 'headers a byte at a time' || this.kind === 'a form a byte at a time') {
      socket.write(this.text[this.at % this.text.length] ?? 'a');
      this.at += 1;
    } else if (this.kind !== 'silent') {
      // Also so that they see the end of the connection, of which who does not read hears only by sending something.
      if (this.kind === 'reads a byte at a time') socket.read(1);
      this.at += 1;
      if (this.at % 20 === 0) socket.write('\r\n');
    }
  }

  end(): void {
    this.over = true;
    this.socket?.destroy();
  }

  begin(): void {
    const { kind, port, path } = this;
    const host = `host: 127.0.0.1:${port}\r\nuser-agent: curl/8.14.1\r\n`;
    const socket = connect(port, '127.0.0.1');
    this.socket = socket;
    this.began = performance.now();
    this.at = 0;
    socket.on('error', () => socket.destroy());
    socket.on('close', () => {
      if (this.over) return;
      this.lives.push(performance.now() - this.began);
      // A moment later, or a server that refuses would be asked without end.
      setTimeout(() => { if (!this.over) this.begin(); }, 500).unref();
    });
    if (kind === 'headers a byte at a time') this.text = `GET ${path} HTTP/1.1\r\n${host}x-slow: ${'a'.repeat(5_000)}`;
    if (kind === 'a form a byte at a time') {
      socket.write(`POST ${path}/join HTTP/1.1\r\n${host}content-type: application/x-www-form-urlencoded\r\ncontent-length: 5000\r\n\r\n`);
      this.text = 'a';
    }
    if (kind === 'reads nothing' || kind === 'reads a byte at a time') {
      // No flowing mode: nothing is taken out of the socket but by hand.
      socket.on('readable', () => undefined);
      socket.write(`GET ${path} HTTP/1.1\r\n${host}\r\n`.repeat(pipelined));
    } else {
      if (kind === 'an empty line now and then') socket.write(`GET ${path} HTTP/1.1\r\n${host}\r\n`);
      socket.resume();
    }
  }
}
