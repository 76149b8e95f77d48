import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { Client, escapeIdentifier, escapeLiteral } from 'pg';
import type { Guard } from './guard.js';
import { ProgramProcess, type Launch } from './program.js';

const root = fileURLToPath(new URL('../../../../', import.meta.url));
export const ownerPassword = 'owner-of-the-bench';
const password = 'postgres';
/** Milliseconds; nothing that is asked here of a server that lives takes nearly so long. */
const longestStatement = 60_000;

interface Prepared extends Launch {
  adminUrl: string;
  port: number;
}

/** What standalone says of the server in this folder, which it makes when there is none. */
async function prepare(folder: string, port: number): Promise<Prepared> {
  const { stdout } = await promisify(execFile)(process.execPath, [`${root}apps/standalone/dist/prepare-postgres.js`, folder, password, String(port)], { cwd: root, timeout: 60_000 });
  return JSON.parse(stdout) as Prepared;
}

/** The embedded PostgreSQL as `npm start` runs it: same settings, nothing hurried. */
export async function startPostgres(folder: string, port: number, guard: Guard): Promise<ProgramProcess> {
  const url = `postgres://postgres:${password}@127.0.0.1:${port}/postgres`;
  const program = new ProgramProcess({ name: 'PostgreSQL', url, guard, channel: false, ask: 'SIGINT', isReady: () => answers(url), launch: () => prepare(folder, port) });
  await program.start();
  return program;
}

/** Makes the role that owns the database, as `npm start` does, and the database. */
export async function makeDatabase(adminUrl: string): Promise<{ ownerUrl: string; appUrl: string; adminUrl: string }> {
  const client = new Client({ connectionString: adminUrl });
  await client.connect();
  try {
    await client.query(`create role ${escapeIdentifier('lynkify_owner')} nosuperuser createrole login password ${escapeLiteral(ownerPassword)}`);
    await client.query('create database lynkify owner lynkify_owner');
  } finally {
    await client.end();
  }
  const as = (user: string, secret: string) => {
    const url = new URL(adminUrl);
    url.username = user;
    url.password = secret;
    url.pathname = '/lynkify';
    return url.href;
  };
  return { ownerUrl: as('lynkify_owner', ownerPassword), appUrl: as('lynkify_app', 'app-of-the-bench'), adminUrl: as('postgres', password) };
}

/** One statement on a connection of its own: the server may have been killed a moment ago. */
export async function query<Row>(url: string, text: string, values: unknown[] = []): Promise<Row[]> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 5_000, query_timeout: longestStatement });
  const broken = new Promise<never>((_, fail) => client.on('error', fail));
  const ask = async () => {
    await client.connect();
    return client.query(text, values);
  };
  try {
    return (await Promise.race([ask(), broken])).rows as Row[];
  } finally {
    // Whatever came of the statement is known by now, and a server that has died does not take leave.
    void client.end();
  }
}

async function answers(url: string): Promise<boolean> {
  try {
    await query(url, 'select 1');
    return true;
  } catch (error) {
    const { code = '' } = error as { code?: string };
    if (['ECONNREFUSED', 'ECONNRESET', '57P03', '57P01', '57P02'].includes(code) || /terminated|timeout/iu.test((error as Error).message)) return false;
    throw error;
  }
}
