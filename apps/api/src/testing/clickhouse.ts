import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The real engine of ClickHouse on loopback, in a process that a test can kill. */
export interface ClickHouseServer {
  url: string;
  start: () => Promise<void>;
  kill: () => Promise<void>;
  stop: () => Promise<void>;
}

const script = fileURLToPath(new URL('../../../../libs/testing/clickhouse-server.mjs', import.meta.url));

/** @throws when the suite was not started by the command that installs the engine */
export async function startClickHouse(): Promise<ClickHouseServer> {
  const engine = process.env.CHDB_FOLDER;
  if (!engine) throw new Error('CHDB_FOLDER is not set: run these tests with npm run test:clickhouse');
  const folder = await mkdtemp(join(tmpdir(), 'lynkify-test-clickhouse-'));
  const port = await freePort();
  let child: ChildProcess | null = null;
  const start = async () => {
    const started = spawn(process.execPath, [script, String(port), join(folder, 'data'), engine], { stdio: ['ignore', 'pipe', 'inherit', 'ipc'] });
    child = started;
    await Promise.race([once(started.stdout ?? started, 'data'), once(started, 'exit').then(() => Promise.reject(new Error('ClickHouse did not start')))]);
  };
  const kill = async () => {
    const running = child;
    child = null;
    if (!running || running.exitCode !== null) return;
    const ended = once(running, 'exit');
    running.kill('SIGKILL');
    await ended;
  };
  await start();
  return {
    url: `http://127.0.0.1:${port}`,
    start,
    kill,
    async stop() {
      await kill();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address() as AddressInfo;
  probe.close();
  await once(probe, 'close');
  return port;
}
