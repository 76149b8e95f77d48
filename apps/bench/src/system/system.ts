import { execFile } from 'node:child_process';
import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { startMailbox, type TestMailbox } from '@lynkify/testing';
import { ofTheMachine } from '../environment.js';
import type { Context } from '../experiment.js';
import { Guard } from './guard.js';
import { freePorts } from './ports.js';
import { makeDatabase, query, startPostgres } from './postgres.js';
import { isOk, ProgramProcess, type Program } from './program.js';
import { SeededWorkspace, type SeededPage } from './seed.js';

export type { Program } from './program.js';
export type { SeededPage } from './seed.js';

const root = fileURLToPath(new URL('../../../../', import.meta.url));
/** Secrets of an installation that lives for minutes, on loopback. */
const rendererKey = 'renderer-key-of-the-bench-0123456789abcdef';
const secret = 'c2VjcmV0IG9mIHRoZSBiZW5jaCwgMzIgYnl0ZXMgbG9uZyE';

/** The whole product as processes on loopback, on ports and in folders of its own. */
export interface System {
  postgres: Program;
  api: Program;
  renderer: Program;
  spoolDir: string;
  /** Every mail that the API sent. */
  mailbox: TestMailbox;
  /** Key that the API knows the renderers by. */
  rendererKey: string;
  /** As the server's superuser, past row-level security. */
  sql<Row>(text: string, values?: unknown[]): Promise<Row[]>;
  /** Published smart links of one artist; the renderer holds them when this resolves. */
  seedPages(count: number): Promise<SeededPage[]>;
  /** The member whose artist the pages belong to, signed in on first use. */
  workspace(): Promise<SeededWorkspace>;
  /** Another renderer or API on a port and in folders of its own, from the same build; not started yet. */
  another(kind: 'renderer' | 'api', name: string, environment?: Record<string, string>): Promise<Program>;
}

export interface SystemOptions {
  apiEnvironment?: Record<string, string>;
  rendererEnvironment?: Record<string, string>;
  spoolDir?: string;
  /** Words for Node before the renderer's script, e.g. `--import …`. */
  rendererNodeOptions?: readonly string[];
}

/** Starts everything from the build; it is stopped when the experiment ends. */
export async function startSystem(context: Context, { apiEnvironment = {}, rendererEnvironment = {}, spoolDir, rendererNodeOptions = [] }: SystemOptions = {}): Promise<System> {
  const { folder, after, say } = context;
  chmodSync(folder, 0o711);
  const guard = new Guard(folder);
  after(async () => guard.release());
  const place = (name: string) => {
    const path = join(folder, name);
    mkdirSync(path, { recursive: true, mode: 0o700 });
    return path;
  };
  const [postgresPort = 0, apiPort = 0, pagesPort = 0] = await freePorts(3);
  const spool = spoolDir ?? place('spool');

  say('starting PostgreSQL, the API and the renderer');
  const postgres = await startPostgres(folder, postgresPort, guard);
  after(async () => {
    await postgres.stop();
    keepLog(context, 'PostgreSQL', postgres);
  });
  const mailbox = await startMailbox();
  after(() => mailbox.stop());
  const { ownerUrl, appUrl, adminUrl } = await makeDatabase(postgres.url);
  await promisify(execFile)(process.execPath, [join(root, 'apps/api/dist/migrate.js')], { cwd: root, env: { ...ofTheMachine, NODE_ENV: 'production', DATABASE_OWNER_URL: ownerUrl, DATABASE_URL: appUrl }, timeout: 120_000 });

  const local = (port: number) => `http://127.0.0.1:${port}`;
  const node = (name: string, port: number, script: string, environment: Record<string, string>, nodeOptions: readonly string[] = []) => {
    const program = new ProgramProcess({
      name,
      url: local(port),
      guard,
      channel: true,
      ask: 'SIGTERM',
      isReady: () => isOk(`${local(port)}/readyz`),
      launch: () => Promise.resolve({
        command: process.execPath,
        args: [...nodeOptions, '--enable-source-maps', join(root, script)],
        cwd: root,
        environment: { ...ofTheMachine, NODE_ENV: 'production', LOG_LEVEL: 'warn', HOST: '127.0.0.1', PORT: String(port), PUBLIC_API_URL: local(apiPort), PUBLIC_PAGES_URL: local(pagesPort), RENDERER_KEY: rendererKey, ...environment },
      }),
    });
    after(async () => {
      await program.stop();
      keepLog(context, name, program);
    });
    return program;
  };
  const apiProgram = (name: string, port: number, more: Record<string, string>) =>
    node(name, port, 'apps/api/dist/main.js', { OUTBOUND_HOSTS: '*=127.0.0.1:9', DATABASE_URL: appUrl, LINK_KEY: secret, SMTP_URL: mailbox.url, MEDIA_DIR: place('media'), ...more });
  const rendererProgram = (name: string, port: number, folders: { spool: string; cache: string }, more: Record<string, string>, nodeOptions: readonly string[] = []) =>
    node(name, port, 'apps/renderer/dist/main.js', { API_URL: local(apiPort), SPOOL_KEY: secret, FORM_KEY: secret, SPOOL_DIR: folders.spool, CACHE_DIR: folders.cache, ...more }, nodeOptions);

  const api = apiProgram('The API', apiPort, apiEnvironment);
  await api.start();
  const renderer = rendererProgram('The renderer', pagesPort, { spool, cache: place('cache') }, rendererEnvironment, rendererNodeOptions);
  await renderer.start();

  const sql = <Row>(text: string, values?: unknown[]) => query<Row>(adminUrl, text, values);
  let workspace: Promise<SeededWorkspace> | undefined;
  const seeded = () => (workspace ??= SeededWorkspace.make({ apiUrl: api.url, mailbox, sql }));
  return {
    postgres,
    api,
    renderer,
    spoolDir: spool,
    mailbox,
    rendererKey,
    sql,
    workspace: seeded,
    seedPages: async (count) => {
      say(`publishing ${count.toLocaleString('en-US')} pages`);
      const pages = await (await seeded()).publishPages(count);
      await untilServed(renderer.url, pages);
      return pages;
    },
    another: async (kind, name, environment = {}) => {
      const [port = 0] = await freePorts(1);
      if (kind === 'api') return apiProgram(name, port, { ...apiEnvironment, ...environment });
      return rendererProgram(name, port, { spool: place(`spool-${name}`), cache: place(`cache-${name}`) }, { ...rendererEnvironment, ...environment }, rendererNodeOptions);
    },
  };
}

/** `--logs=FOLDER` keeps what each program printed. */
function keepLog({ options }: Context, name: string, program: Program): void {
  const folder = options.get('logs');
  if (!folder) return;
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, `${name.toLowerCase().replaceAll(/[^a-z0-9]+/gu, '-')}.log`), program.log());
}

/** Until the first and the last of the pages are served. As curl: this is no visit. */
async function untilServed(url: string, pages: readonly SeededPage[]): Promise<void> {
  for (const page of [pages[0], pages.at(-1)]) {
    for (const end = Date.now() + 30_000; page; await new Promise((breath) => setTimeout(breath, 50))) {
      const answer = await fetch(`${url}${page.path}`, { method: 'HEAD', headers: { 'user-agent': 'curl/8.0' }, signal: AbortSignal.timeout(10_000) });
      if (answer.status === 200) break;
      if (Date.now() > end) throw new Error(`${page.path} was published and answers ${answer.status}.`);
    }
  }
}
