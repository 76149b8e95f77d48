import { execFile } from 'node:child_process';
import { chmodSync, chownSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { Client } from 'pg';
import { Problem } from '../problem.js';
import { freePort } from '../ports.js';
import { LogFile } from '../processes/log-file.js';
import type { Program } from '../processes/supervised-process.js';
import { postgresAccount, type Account } from './account.js';
import { findBinaries, type Binaries } from './binaries.js';
import { endLeftoverServer } from './leftover-server.js';
import { databaseFolder, isCluster } from './places.js';

const run = promisify(execFile);

const serverSettings = {
  // Reached over loopback with a password alone: a socket would need a folder that both users may enter.
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  max_connections: '60',
  cluster_name: 'lynkify',
  // The details of an error quote the row that it is about, which may hold an email.
  log_error_verbosity: 'terse',
  log_min_error_statement: 'panic',
};

export interface EmbeddedPostgres {
  program: Program;
  /** As the server's superuser; used to make the owner and the database. */
  adminUrl: string;
  port: number;
  notice: string | null;
}

/**
 * The embedded PostgreSQL of a data folder, made at the first start.
 * @param wishedPort the port of the last start
 * @param more settings of the server besides ours
 */
export async function embeddedPostgres(dataDir: string, password: string, wishedPort?: number, more: Readonly<Record<string, string>> = {}): Promise<EmbeddedPostgres> {
  const account = postgresAccount();
  const binaries = await findBinaries(account);
  const { folder, notice } = databaseFolder(dataDir, account);
  if (!isCluster(folder)) await makeCluster(binaries, folder, password, account);

  await endLeftoverServer(folder);
  const port = await freePort(wishedPort);
  const adminUrl = `postgres://postgres:${password}@127.0.0.1:${port}/postgres`;
  const ourSettings = Object.entries({ ...serverSettings, ...more }).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const program: Program = {
    name: 'PostgreSQL',
    command: binaries.postgres,
    args: ['-D', folder, '-p', String(port), ...ourSettings],
    cwd: folder,
    environment: { LC_ALL: 'C' },
    log: new LogFile(join(dataDir, 'logs', 'postgres.log')),
    ...account,
    isReady: () => answers(adminUrl),
    prepare: () => endLeftoverServer(folder),
    // Fast shutdown: sessions are cut, everything committed is kept. By force nothing committed is lost either.
    ending: { ask: 'INT', wait: 30, force: 'QUIT' },
    // Long enough to replay the journal after the machine went down.
    startsWithin: 60_000,
  };
  return { program, adminUrl, port, notice };
}

/** Makes a cluster beside its place and moves it there when it is whole: a start that is cut short leaves no half one. */
async function makeCluster(binaries: Binaries, folder: string, password: string, account: Account | null): Promise<void> {
  const making = `${folder}.new`;
  const passwordFile = `${folder}.password`;
  rmSync(making, { recursive: true, force: true });
  mkdirSync(making, { recursive: true, mode: 0o700 });
  writeFileSync(passwordFile, `${password}\n`, { mode: 0o600 });
  chmodSync(passwordFile, 0o600);
  if (account) {
    chownSync(making, account.uid, account.gid);
    chownSync(passwordFile, account.uid, account.gid);
  }
  try {
    // The same order of texts on every system, and the case rules of Unicode.
    const locale = ['--encoding=UTF8', '--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--locale=C'];
    await run(binaries.initdb, ['-D', making, '-U', 'postgres', `--pwfile=${passwordFile}`, '--auth=scram-sha-256', ...locale], { ...account, cwd: making, env: { LC_ALL: 'C', PATH: '/usr/bin:/bin' } });
  } catch (error) {
    const { stderr = '', message } = error as Error & { stderr?: string };
    if (/No space left/i.test(stderr)) throw new Problem('The disk is full: the database could not be made. Make room and start again.');
    throw new Problem(`The database could not be made:\n\n${stderr.trim() || message}`);
  } finally {
    rmSync(passwordFile, { force: true });
  }
  renameSync(making, folder);
}

async function answers(url: string): Promise<boolean> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 2_000 });
  // A server that ends while it is asked is not ready; the failed connect below says the same.
  client.on('error', () => undefined);
  try {
    await client.connect();
    await client.query('select 1');
    return true;
  } catch (error) {
    const { code = '' } = error as { code?: string };
    // Not listening yet, or listening but starting up, replaying or shutting down.
    if (['ECONNREFUSED', 'ECONNRESET', '57P03'].includes(code) || /terminated|timeout/i.test((error as Error).message)) return false;
    if (code === '28P01') throw new Problem('The database does not know the password in secrets.json: the two belong to different installations. Put the secrets back that were made with it.');
    throw error;
  } finally {
    // A connection that never was, or that the server has cut, need not end well: what matters was answered above.
    await Promise.allSettled([client.end()]);
  }
}
