import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { request as httpRequest, type IncomingHttpHeaders } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { rendererKey, StandInApi } from './stand-in-api.js';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const clock = new URL('./movable-clock.mjs', import.meta.url).href;
const loader = new URL('../../../libs/testing/typescript-loader.mjs', import.meta.url).href;

export const phone = 'Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 Mobile/15E148 Safari/604.1';
export const desktop = 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0';

export interface Reply {
  status: number;
  headers: IncomingHttpHeaders;
  body: Buffer;
  text: string;
}

export interface Ask {
  method?: string;
  headers?: Record<string, string>;
  form?: Record<string, string>;
  /** Sent as it is. */
  raw?: string;
}

export interface Folders {
  spool: string;
  cache: string;
}

/** The real program as a process of its own, so that it can be killed like one. */
export class RendererProcess {
  private constructor(
    private readonly child: ChildProcess,
    readonly port: number,
    readonly log: Record<string, unknown>[],
  ) {}

  get url(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  get pid(): number {
    return this.child.pid ?? 0;
  }

  /** @throws Error with what the program said when it does not come up */
  static async start(apiUrl: string, folders: Folders, environment: Record<string, string> = {}): Promise<RendererProcess> {
    const child = spawn(process.execPath, ['--conditions=@lynkify/source', '--import', loader, '--import', clock, fileURLToPath(new URL('../src/main.ts', import.meta.url))], {
      cwd: root,
      // The channel ends with this process, and the renderer with the channel: an aborted test run leaves nothing behind.
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
      env: {
        PATH: process.env.PATH, MOVABLE_CLOCK: 'yes', PORT: '0', HOST: '127.0.0.1', API_URL: apiUrl, PUBLIC_PAGES_URL: 'http://pages.test', RENDERER_KEY: rendererKey,
        SPOOL_KEY: 'spool-key-of-the-tests-0123456789abcdef', FORM_KEY: 'form-key-of-the-tests-0123456789abcdefg',
        SPOOL_DIR: folders.spool, CACHE_DIR: folders.cache, ...environment,
      },
    });
    const log: Record<string, unknown>[] = [];
    let complaint = '';
    if (!child.stdout || !child.stderr) throw new Error('The renderer has no output.');
    const { stdout, stderr } = child;
    stderr.on('data', (part) => (complaint += String(part)));
    const port = await new Promise<number>((listening, failed) => {
      createInterface(stdout).on('line', (line) => {
        const entry = JSON.parse(line) as Record<string, unknown>;
        log.push(entry);
        if (entry.msg === 'listening') listening(Number(entry.port));
      });
      child.once('exit', () => failed(new Error(complaint)));
    });
    return new RendererProcess(child, port, log);
  }

  ask(path: string, { method = 'GET', headers = {}, form, raw }: Ask = {}): Promise<Reply> {
    const body = form ? new URLSearchParams(form).toString() : raw;
    return new Promise((answered, failed) => {
      const request = httpRequest({
        host: '127.0.0.1',
        port: this.port,
        path,
        method: form ? 'POST' : method,
        headers: { 'user-agent': phone, ...(body === undefined ? {} : { 'content-type': 'application/x-www-form-urlencoded', 'content-length': Buffer.byteLength(body) }), ...headers },
      }, (response) => {
        const parts: Buffer[] = [];
        response.on('data', (part: Buffer) => parts.push(part));
        response.on('error', failed);
        response.on('end', () => {
          const bytes = Buffer.concat(parts);
          answered({ status: response.statusCode ?? 0, headers: response.headers, body: bytes, text: decode(bytes, response.headers['content-encoding']) });
        });
      });
      request.on('error', failed);
      request.end(body);
    });
  }

  /** Sets the process's clock so many milliseconds off the machine's. */
  async moveClock(milliseconds: number): Promise<void> {
    const moved = new Promise((done) => this.child.once('message', done));
    this.child.send({ moveClock: milliseconds });
    await moved;
  }

  async health(): Promise<{ spool: { pendingBytes: number; pendingEvents: number; lost: number }; feed: { connected: boolean }; pages: { inMemory: number; onDisk: number; allHeld: boolean } }> {
    return JSON.parse((await this.ask('/healthz')).text) as Awaited<ReturnType<RendererProcess['health']>>;
  }

  /** Asks again and again until an answer satisfies; fails after this many milliseconds. */
  async askUntil(path: string, satisfies: (reply: Reply) => boolean, milliseconds = 5_000, ask: Ask = {}): Promise<Reply> {
    const end = Date.now() + milliseconds;
    for (;;) {
      const reply = await this.ask(path, ask);
      if (satisfies(reply)) return reply;
      if (Date.now() > end) throw new Error(`${path} never answered as expected; last: ${reply.status} ${reply.text.slice(0, 300)}`);
      // Two cores run both sides of this: asking without a breath would only slow the other down.
      await new Promise((breath) => setTimeout(breath, 10));
    }
  }

  /** Ends the process with a signal; its exit code, or null when it was killed. */
  async end(signal: 'SIGTERM' | 'SIGKILL' = 'SIGTERM'): Promise<number | null> {
    if (this.child.exitCode !== null || this.child.signalCode !== null) return this.child.exitCode;
    const exited = new Promise<number | null>((done) => this.child.once('exit', (code) => done(code)));
    this.child.kill(signal);
    return exited;
  }
}

function decode(bytes: Buffer, encoding: string | undefined): string {
  if (bytes.length === 0) return '';
  if (encoding === 'br') return brotliDecompressSync(bytes).toString();
  return (encoding === 'gzip' ? gunzipSync(bytes) : bytes).toString();
}

/** An API and a renderer of one test file, with folders of their own. */
export interface World {
  api: StandInApi;
  renderer: RendererProcess;
  folders: Folders;
  /** Starts the renderer anew on the same folders. */
  restart: (environment?: Record<string, string>) => Promise<RendererProcess>;
  close: () => Promise<void>;
}

export async function createWorld(environment: Record<string, string> = {}): Promise<World> {
  const directory = mkdtempSync(join(tmpdir(), 'lynkify-renderer-'));
  const folders = { spool: join(directory, 'spool'), cache: join(directory, 'cache') };
  const api = await new StandInApi().start();
  let closed = false;
  const world: World = {
    api,
    folders,
    renderer: await RendererProcess.start(api.url, folders, environment),
    restart: async (more = {}) => {
      await world.renderer.end();
      world.renderer = await RendererProcess.start(api.url, folders, { ...environment, ...more });
      // A test that ran out of time goes on behind the back of its clean-up.
      if (closed) await world.renderer.end('SIGKILL');
      return world.renderer;
    },
    close: async () => {
      closed = true;
      await world.renderer.end();
      await api.stop();
      rmSync(directory, { recursive: true, force: true });
    },
  };
  // Come up whole: what a test publishes then is news, and no part of the first walk.
  await world.renderer.askUntil('/healthz', ({ text }) => text.includes('"allHeld":true'), 20_000);
  return world;
}
