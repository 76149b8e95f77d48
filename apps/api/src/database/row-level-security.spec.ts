import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createDatabase, type TestDatabase } from '@lynkify/testing';
import { Client, type QueryResult } from 'pg';
import { migrateDatabase } from './migrate-database.js';

/**
 * The application's own checks are off here: raw SQL as the application's role. What keeps workspaces apart is the
 * database alone, for every table that it says it has, also those that are added later.
 */
describe('row-level security', () => {
  let database: TestDatabase;
  let owner: Client;
  let app: Client;
  let tables: string[];
  let [mine, theirs]: string[] = [];

  beforeAll(async () => {
    database = await createDatabase(migrateDatabase);
    owner = new Client({ connectionString: database.ownerUrl });
    app = new Client({ connectionString: database.appUrl });
    await Promise.all([owner.connect(), app.connect()]);
    tables = (
      await owner.query<{ name: string }>(
        `select c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace join pg_attribute a on a.attrelid = c.oid and a.attname = 'workspace_id' and not a.attisdropped
          where c.relkind in ('r', 'p') and not c.relispartition and n.nspname = 'public' order by 1`,
      )
    ).rows.map((row) => row.name);
    mine = await makeWorkspace();
    theirs = await makeWorkspace();
    // Rows are copied past foreign keys and checks: what is tested is who sees them, not whether they make sense.
    await owner.query(`set session_replication_role = replica`);
    for (const table of tables) for (const workspace of [mine, theirs]) await fill(table, workspace);
  });
  afterAll(async () => {
    await Promise.all([owner.end(), app.end()]);
    await database.drop();
  });

  async function makeWorkspace(): Promise<string> {
    const { rows } = await owner.query<{ id: string }>(`insert into workspaces (kind, name) values ('artist', 'W') returning id`);
    return rows[0]?.id ?? '';
  }

  /** One row of any table: every column that must have a value gets one of its type. */
  async function fill(table: string, workspace: string): Promise<void> {
    const { rows: columns } = await owner.query<{ name: string; type: string; checks: string | null }>(
      `select a.attname as name, format_type(a.atttypid, a.atttypmod) as type,
          (select string_agg(pg_get_constraintdef(k.oid), ' ') from pg_constraint k where k.conrelid = a.attrelid and k.contype = 'c' and a.attnum = any (k.conkey)) as checks
        from pg_attribute a left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
        where a.attrelid = $1::regclass and a.attnum > 0 and not a.attisdropped and a.attgenerated = '' and a.attnotnull and (d.oid is null or a.attname = 'workspace_id')`,
      [table],
    );
    const values = columns.map((column) => (column.name === 'workspace_id' ? workspace : sample(column)));
    await owner.query(`insert into ${quote(table)} (${columns.map((column) => quote(column.name)).join(', ')}) values (${values.map((_, index) => `$${index + 1}`).join(', ')})`, values);
  }

  function sample({ type, checks }: { type: string; checks: string | null }): unknown {
    const allowed = /'([^']+)'::text/.exec(checks ?? '')?.[1];
    if (allowed && type === 'text') return allowed;
    if (type === 'uuid') return crypto.randomUUID();
    if (type === 'uuid[]') return [crypto.randomUUID()];
    if (type === 'bytea') return Buffer.from(crypto.randomUUID());
    if (type === 'jsonb') return '{}';
    if (type.startsWith('timestamp') || type === 'date') return new Date();
    if (type === 'integer' || type === 'bigint' || type === 'real') return 1;
    if (type === 'boolean') return true;
    if (type === 'text[]') return ['a', 'b'];
    if (type === 'integer[]') return [1];
    return crypto.randomUUID();
  }

  /** A unit of work of the application's role, in this workspace or in none, taken back at its end. */
  async function inWorkspace<T>(workspace: string | null, work: () => Promise<T>): Promise<T> {
    await app.query('begin');
    try {
      await app.query(`select set_config('app.workspace', $1, true)`, [workspace ?? '']);
      return await work();
    } finally {
      await app.query('rollback');
    }
  }

  /** What a statement did: how many rows, or the code of the refusal. */
  const attempt = async (statement: Promise<QueryResult>): Promise<number | string> => {
    try {
      return (await statement).rowCount ?? 0;
    } catch (error) {
      if (error instanceof Error && 'code' in error) return String(error.code);
      throw error;
    }
  };
  const quote = (name: string) => `"${name}"`;
  const denied = '42501';

  it('covers every table that belongs to a workspace, and is forced on its owner too', async () => {
    expect(tables).toEqual(expect.arrayContaining(['api_keys', 'artists', 'consents', 'destinations', 'events', 'fans', 'invitations', 'members', 'published_pages', 'releases']));
    const { rows } = await owner.query(
      `select c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
        where c.relkind in ('r', 'p') and n.nspname = 'public' and not (c.relrowsecurity and c.relforcerowsecurity)
          and (c.relname = any ($1) or c.relname in ('users', 'sessions', 'account_tokens', 'sign_ups', 'workspaces', 'rejected_events'))`,
      [tables],
    );
    expect(rows).toEqual([]);
  });

  it('lets nobody reach a partition but through its table, where the policies are', async () => {
    const { rows } = await owner.query<{ name: string; reachable: boolean }>(
      `select c.relname as name, has_table_privilege('lynkify_app', c.oid, 'select, insert, update, delete, truncate') as reachable from pg_class c where c.relispartition and c.relkind in ('r', 'p')`,
    );
    expect(rows.length).toBeGreaterThan(20);
    expect(rows.filter((row) => row.reachable)).toEqual([]);
  });

  it('leaves no table of the application without it but the counters of tries, the turns at services and the list of migrations', async () => {
    const { rows } = await owner.query<{ name: string }>(
      `select c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace where c.relkind in ('r', 'p') and n.nspname = 'public' and not c.relrowsecurity and not c.relispartition order by 1`,
    );
    expect(rows.map((row) => row.name)).toEqual(['migrations', 'rate_limits', 'service_turns']);
  });

  it('has rows of both workspaces in every table to begin with', async () => {
    for (const table of tables) {
      const { rows } = await owner.query(`select distinct workspace_id from ${quote(table)} where workspace_id in ($1, $2)`, [mine, theirs]);
      expect({ table, workspaces: rows.length }).toEqual({ table, workspaces: 2 });
    }
  });

  it('shows no row of any table when no workspace is set', async () => {
    for (const table of [...tables, 'users', 'sessions', 'account_tokens', 'sign_ups', 'workspaces', 'rejected_events']) {
      const seen = await inWorkspace(null, () => attempt(app.query(`select 1 from ${quote(table)}`)));
      expect({ table, seen: seen === denied ? 0 : seen }).toEqual({ table, seen: 0 });
    }
  });

  it('shows the rows of the workspace that is set, and none of another', async () => {
    for (const table of tables) {
      const own = await inWorkspace(mine ?? '', () => attempt(app.query(`select 1 from ${quote(table)} where workspace_id = $1`, [mine])));
      const other = await inWorkspace(mine ?? '', () => attempt(app.query(`select 1 from ${quote(table)} where workspace_id <> $1`, [mine])));
      expect({ table, own: Number(own) > 0, other }).toEqual({ table, own: true, other: 0 });
    }
  });

  it('changes and deletes nothing of another workspace', async () => {
    for (const table of tables) {
      const updated = await inWorkspace(mine ?? '', () => attempt(app.query(`update ${quote(table)} set workspace_id = workspace_id where workspace_id = $1`, [theirs])));
      const deleted = await inWorkspace(mine ?? '', () => attempt(app.query(`delete from ${quote(table)} where workspace_id = $1`, [theirs])));
      for (const outcome of [updated, deleted]) expect({ table, outcome: outcome === denied ? 0 : outcome }).toEqual({ table, outcome: 0 });
    }
  });

  it('moves no row into another workspace', async () => {
    for (const table of tables) {
      const moved = await inWorkspace(mine ?? '', () => attempt(app.query(`update ${quote(table)} set workspace_id = $2 where workspace_id = $1`, [mine, theirs])));
      expect({ table, moved }).toEqual({ table, moved: denied });
    }
  });

  it('adds no row to another workspace', async () => {
    for (const table of tables) {
      const { rows: columns } = await owner.query<{ name: string }>(`select attname as name from pg_attribute where attrelid = $1::regclass and attnum > 0 and not attisdropped and attgenerated = ''`, [table]);
      const { rows } = await owner.query<Record<string, unknown>>(`select * from ${quote(table)} where workspace_id = $1 limit 1`, [theirs]);
      const values = columns.map(({ name }) => serialised(rows[0]?.[name]));
      const added = await inWorkspace(mine ?? '', () =>
        attempt(app.query(`insert into ${quote(table)} (${columns.map(({ name }) => quote(name)).join(', ')}) values (${values.map((_, index) => `$${index + 1}`).join(', ')})`, values)),
      );
      expect({ table, added }).toEqual({ table, added: denied });
    }
  });

  const serialised = (value: unknown) => (typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Date) && !Buffer.isBuffer(value) ? JSON.stringify(value) : value);

  it('connects the application as a role that cannot step around it', async () => {
    const { rows } = await app.query(
      `select current_user as name, rolsuper, rolbypassrls, rolcreaterole, rolcreatedb, rolreplication,
          (select count(*)::int from pg_class c join pg_namespace n on n.oid = c.relnamespace where n.nspname not in ('pg_catalog', 'information_schema', 'pg_toast') and pg_has_role(r.oid, c.relowner, 'USAGE')) as owned,
          (select count(*)::int from pg_auth_members where member = r.oid) as memberships
        from pg_roles r where rolname = current_user`,
    );
    expect(rows).toEqual([{ name: 'lynkify_app', rolsuper: false, rolbypassrls: false, rolcreaterole: false, rolcreatedb: false, rolreplication: false, owned: 0, memberships: 0 }]);
    for (const statement of ['alter table fans disable row level security', 'drop policy fans_tenant on fans', 'create table mine (id int)', 'set role postgres', 'set session_replication_role = replica', 'truncate fans']) {
      expect({ statement, outcome: await inWorkspace(mine ?? '', () => attempt(app.query(statement))) }).toEqual({ statement, outcome: denied });
    }
  });

  it('lets the ledger of consents grow and never change, not even for its owner', async () => {
    for (const statement of [`update consents set wording = 'other'`, 'delete from consents', 'truncate consents']) {
      expect(await inWorkspace(mine ?? '', () => attempt(app.query(statement)))).toBe(denied);
      await owner.query('set session_replication_role = origin');
      expect(await attempt(owner.query(statement))).toBe('23000');
    }
  });
});
