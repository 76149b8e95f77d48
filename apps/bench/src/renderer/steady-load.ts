import { connect, type Socket } from 'node:net';
import { percentile } from '../system/load.js';

// Requests at a fixed rate over kept connections, from a process of its own. An answer's time counts from when its request
// was due: one that waits because the server is busy with those before counts all of its wait (no coordinated omission).

export interface SteadyLoad {
  port: number;
  path: string;
  headers: Readonly<Record<string, string>>;
  perSecond: number;
  /** Before anything is counted: until both sides have compiled what they run. */
  warmUp: number;
  milliseconds: number;
  connections: number;
}

export interface SteadyReport {
  sent: number;
  answered: number;
  /** Of a status other than the first one. */
  odd: number;
  status: number;
  p50: number;
  p99: number;
  longest: number;
}

/** One kept connection with at most one request under way. */
class Line {
  private due = 0;
  private head = '';
  private left = -1;
  private readonly socket: Socket;

  constructor(
    port: number,
    private readonly request: Buffer,
    private readonly onAnswer: (line: Line, status: number, due: number) => void,
    onFailure: (error: Error) => void,
  ) {
    this.socket = connect(port, '127.0.0.1').setNoDelay(true);
    this.socket.on('error', onFailure);
    this.socket.on('close', () => onFailure(new Error('The server closed a connection.')));
    this.socket.on('data', (data: Buffer) => this.read(data));
  }

  ask(due: number): void {
    this.due = due;
    this.socket.write(this.request);
  }

  end(): void {
    this.socket.removeAllListeners('close');
    this.socket.destroy();
  }

  private read(data: Buffer): void {
    if (this.left === -1) {
      this.head += data.toString('latin1');
      const end = this.head.indexOf('\r\n\r\n');
      if (end === -1) return;
      const length = Number(/\r\ncontent-length: (\d+)/iu.exec(this.head)?.[1] ?? 0);
      this.left = length - (this.head.length - end - 4);
    } else {
      this.left -= data.length;
    }
    if (this.left > 0) return;
    const status = Number(this.head.slice(9, 12));
    this.head = '';
    this.left = -1;
    this.onAnswer(this, status, this.due);
  }
}

function run({ port, path, headers, perSecond, warmUp, milliseconds, connections }: SteadyLoad): Promise<SteadyReport> {
  const lines = Object.entries({ host: `127.0.0.1:${port}`, ...headers }).map(([name, value]) => `${name}: ${value}\r\n`);
  const request = Buffer.from(`GET ${path} HTTP/1.1\r\n${lines.join('')}\r\n`);
  return new Promise((done, failed) => {
    const most = Math.ceil((milliseconds / 1_000) * perSecond) + 1;
    // Written in place: what the load itself would have to collect would count as the server's time.
    const times = new Float64Array(most);
    const waiting = new Float64Array(most + Math.ceil((warmUp / 1_000) * perSecond) + 1);
    let waited = 0;
    let toWait = 0;
    let answered = 0;
    let counted = 0;
    const statuses = new Map<number, number>();
    const began = performance.now();
    const countFrom = began + warmUp;
    const whole = warmUp + milliseconds;
    let sent = 0;
    const free: Line[] = [];
    const all = Array.from({ length: connections }, () => new Line(port, request, onAnswer, failed));
    free.push(...all);

    function onAnswer(line: Line, status: number, due: number): void {
      answered += 1;
      if (due >= countFrom) {
        times[counted] = performance.now() - due;
        counted += 1;
      }
      statuses.set(status, (statuses.get(status) ?? 0) + 1);
      if (waited === toWait) free.push(line);
      else line.ask(waiting[waited++] ?? 0);
    }
    const turn = () => {
      const passed = performance.now() - began;
      const dueNow = Math.floor((Math.min(passed, whole) / 1_000) * perSecond);
      for (; sent < dueNow; sent += 1) {
        const due = began + (sent / perSecond) * 1_000;
        const line = free.pop();
        if (line) line.ask(due);
        else waiting[toWait++] = due;
      }
      const finished = passed >= whole && answered === sent;
      if (!finished && passed < whole + 15_000) {
        setImmediate(turn);
        return;
      }
      for (const line of all) line.end();
      const sorted = [...times.subarray(0, counted)].sort((one, other) => one - other);
      const [status = 0] = [...statuses].sort(([, one], [, other]) => other - one)[0] ?? [];
      done({ sent, answered, odd: answered - (statuses.get(status) ?? 0), status, p50: percentile(sorted, 0.5), p99: percentile(sorted, 0.99), longest: sorted.at(-1) ?? 0 });
    };
    turn();
  });
}

process.on('disconnect', () => process.exit(0));
process.on('message', (load: SteadyLoad) => {
  run(load).then(
    (report) => process.send?.(report, () => process.exit(0)),
    (error: unknown) => {
      process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
      process.exit(1);
    },
  );
});
