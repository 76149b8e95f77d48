import { randomBytes } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import { Client } from 'pg';

/** Addresses of one fresh database: as its owner and as the application's role. */
export interface TestDatabase {
  ownerUrl: string;
  appUrl: string;
  /** Drops it, whoever is still connected. */
  drop: () => Promise<void>;
}

const appPassword = 'lynkify-app-test';

/** Address of the run's PostgreSQL as its superuser. @throws when the suite runs without the Postgres set-up */
export function postgresUrl(): string {
  const url = process.env.TEST_POSTGRES_URL;
  if (!url) throw new Error('TEST_POSTGRES_URL is not set: give the suite the globalSetup of libs/testing/postgres-setup.mjs');
  return url;
}

/**
 * A fresh, migrated database: a copy of a template that the first caller of the run migrates.
 * @param migrate brings the template up; called once per run of this template name
 */
export async function createDatabase(migrate: (addresses: { ownerUrl: string; appUrl: string }) => Promise<void>, template = 'lynkify_template'): Promise<TestDatabase> {
  const name = `test_${randomBytes(6).toString('hex')}`;
  const admin = new Client({ connectionString: postgresUrl() });
  await admin.connect();
  try {
    // Held over making the template and copying it: a copy needs the template without other connections.
    await admin.query('select pg_advisory_lock(4200)');
    await makeTemplate(admin, template, migrate);
    await admin.query(`create database ${name} template ${template}`);
  } finally {
    await admin.end();
  }
  return { ...addressesOf(name), drop: () => dropDatabase(name) };
}

async function makeTemplate(admin: Client, template: string, migrate: (addresses: { ownerUrl: string; appUrl: string }) => Promise<void>): Promise<void> {
  const { rowCount } = await admin.query('select 1 from pg_database where datname = $1', [template]);
  if (rowCount) return;
  const making = `${template}_making`;
  await admin.query(`drop database if exists ${making} with (force)`);
  await admin.query(`create database ${making}`);
  await migrate(addressesOf(making));
  await admin.query(`alter database ${making} rename to ${template}`);
}

function addressesOf(name: string): { ownerUrl: string; appUrl: string } {
  const owner = new URL(postgresUrl());
  owner.pathname = `/${name}`;
  const app = new URL(owner);
  app.username = 'lynkify_app';
  app.password = appPassword;
  return { ownerUrl: owner.href, appUrl: app.href };
}

async function isInUse(admin: Client, name: string): Promise<boolean> {
  const { rowCount } = await admin.query('select 1 from pg_stat_activity where datname = $1 limit 1', [name]);
  return Boolean(rowCount);
}

async function dropDatabase(name: string): Promise<void> {
  const admin = new Client({ connectionString: postgresUrl() });
  await admin.connect();
  try {
    // A pool that was told to end closes its connections a moment later; cutting one then is an error nobody expects.
    for (const until = Date.now() + 5_000; (await isInUse(admin, name)) && Date.now() < until; ) await delay(20);
    await admin.query(`drop database if exists ${name} with (force)`);
  } finally {
    await admin.end();
  }
}
