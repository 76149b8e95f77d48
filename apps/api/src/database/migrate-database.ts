import { runMigrations as runJobMigrations } from 'graphile-worker';
import { DataSource } from 'typeorm';
import { sqlMigrations } from './migrations.js';

/** Any number: the same for every migrating process of an instance. */
const migrationLock = 4_200_018;

export interface MigrateOptions {
  /** A role that owns the database and may create roles. */
  ownerUrl: string;
  /** The application's address; its user and password become the role without rights of ownership. */
  appUrl: string;
  /** Steps to take back, instead of going up. */
  down?: number;
  log?: (line: string) => void;
}

/**
 * Brings the database to this version of the program: the application role, the tables, the job queue.
 * Safe to run at once from several processes; safe to run again.
 * @throws when a migration fails; each is its own transaction, so none is half done
 */
export async function migrateDatabase({ ownerUrl, appUrl, down = 0, log = () => undefined }: MigrateOptions): Promise<void> {
  const source = new DataSource({ type: 'postgres', url: ownerUrl, migrations: sqlMigrations(), migrationsTransactionMode: 'each', synchronize: false });
  await source.initialize();
  try {
    await requireVersion(source);
    const runner = source.createQueryRunner();
    await runner.connect();
    try {
      await runner.query('select pg_advisory_lock($1)', [migrationLock]);
      if (down > 0) {
        for (let step = 0; step < down; step += 1) await source.undoLastMigration({ transaction: 'each' });
        log(`took back ${down} migration${down === 1 ? '' : 's'}`);
        return;
      }
      await ensureAppRole(source, new URL(appUrl));
      const done = await source.runMigrations({ transaction: 'each' });
      for (const migration of done) log(`migrated ${migration.name}`);
      await runJobMigrations({ connectionString: ownerUrl, logger: undefined });
      await openJobQueue(source);
    } finally {
      await runner.query('select pg_advisory_unlock($1)', [migrationLock]);
      await runner.release();
    }
  } finally {
    await source.destroy();
  }
}

async function requireVersion(source: DataSource): Promise<void> {
  const [row]: { version: string }[] = await source.query(`select current_setting('server_version_num') as version`);
  if (Number(row?.version) < 180000) throw new Error(`PostgreSQL 18 or newer is needed (uuidv7); this server is ${row?.version}.`);
}

async function ensureAppRole(source: DataSource, url: URL): Promise<void> {
  const user = decodeURIComponent(url.username);
  const password = decodeURIComponent(url.password);
  await createRole(source, 'lynkify_app');
  if (user !== 'lynkify_app') {
    await createRole(source, user);
    await source.query(`grant lynkify_app to ${quoteName(user)}`);
  }
  // Only who has a right may even deny it to another role, and the owner need not be a superuser: a role made here has
  // none; one that was there before is looked at.
  await source.query(`alter role ${quoteName(user)} with login nocreaterole password ${quoteText(password)}`);
  const [role]: { unbound: boolean }[] = await source.query('select rolsuper or rolbypassrls as unbound from pg_roles where rolname = $1', [user]);
  if (role?.unbound) throw new Error(`The role ${user} of DATABASE_URL passes row-level security by. Give the application a role without SUPERUSER and BYPASSRLS.`);
}

async function createRole(source: DataSource, name: string): Promise<void> {
  await source.query(`do $do$ begin create role ${quoteName(name)} nologin; exception when duplicate_object or unique_violation then null; end $do$`);
}

/** graphile-worker closes its tables with row-level security; the application's role is let in, and owns nothing. */
async function openJobQueue(source: DataSource): Promise<void> {
  const tables: { name: string }[] = await source.query(`select tablename as name from pg_tables where schemaname = 'graphile_worker'`);
  await source.query(`
    grant usage on schema graphile_worker to lynkify_app;
    grant select, insert, update, delete on all tables in schema graphile_worker to lynkify_app;
    grant usage, select on all sequences in schema graphile_worker to lynkify_app;
    grant execute on all functions in schema graphile_worker to lynkify_app;`);
  for (const { name } of tables) {
    await source.query(`drop policy if exists app_works on graphile_worker.${quoteName(name)}`);
    await source.query(`create policy app_works on graphile_worker.${quoteName(name)} to lynkify_app using (true) with check (true)`);
  }
}

const quoteName = (name: string) => `"${name.replaceAll('"', '""')}"`;
const quoteText = (text: string) => `'${text.replaceAll("'", "''")}'`;
