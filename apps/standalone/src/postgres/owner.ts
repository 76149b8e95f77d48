import { Client, escapeIdentifier, escapeLiteral } from 'pg';

/**
 * Makes the role that owns the database and the database itself, when they are missing. The owner is no superuser: it
 * may make roles and change tables, nothing else.
 * @returns the address as the owner
 */
export async function ensureOwner(adminUrl: string, password: string): Promise<string> {
  const role = 'lynkify_owner';
  const database = 'lynkify';
  const client = new Client({ connectionString: adminUrl });
  await client.connect();
  try {
    const { rowCount: hasRole } = await client.query('select 1 from pg_roles where rolname = $1', [role]);
    if (!hasRole) await client.query(`create role ${escapeIdentifier(role)} nosuperuser createrole`);
    await client.query(`alter role ${escapeIdentifier(role)} with login password ${escapeLiteral(password)}`);
    const { rowCount: hasDatabase } = await client.query('select 1 from pg_database where datname = $1', [database]);
    if (!hasDatabase) await client.query(`create database ${escapeIdentifier(database)} owner ${escapeIdentifier(role)}`);
  } finally {
    await client.end();
  }
  const url = new URL(adminUrl);
  url.username = role;
  url.password = password;
  url.pathname = `/${database}`;
  return url.href;
}

/** The same database as the application's role. */
export function asApplication(ownerUrl: string, password: string): string {
  const url = new URL(ownerUrl);
  url.username = 'lynkify_app';
  url.password = password;
  return url.href;
}
