import { describe, expect, it } from '@jest/globals';
import { createDatabase } from '@lynkify/testing';
import { DataSource } from 'typeorm';
import { migrateDatabase } from './migrate-database.js';
import { sqlMigrations } from './migrations.js';

/** Everything of the schema that a program could tell, one line each, whatever order it came into being in. */
const schemaLines = `
  select line from (
    select format('column %s.%s %s %s %s', table_name, column_name, data_type, is_nullable, coalesce(column_default, generation_expression)) from information_schema.columns where table_schema = 'public'
    union all select format('index %s', pg_get_indexdef(indexrelid)) from pg_index join pg_class on pg_class.oid = indexrelid where relnamespace = 'public'::regnamespace
    union all select format('constraint %s %s %s', conrelid::regclass, conname, pg_get_constraintdef(oid)) from pg_constraint where connamespace = 'public'::regnamespace
    union all select format('policy %s %s %s %s %s %s %s', tablename, policyname, permissive, roles, cmd, qual, with_check) from pg_policies where schemaname = 'public'
    union all select format('security %s %s %s', relname, relrowsecurity, relforcerowsecurity) from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p')
    union all select format('function %s', pg_get_functiondef(oid)) from pg_proc where pronamespace = 'public'::regnamespace and prokind in ('f', 'p')
    union all select format('trigger %s', pg_get_triggerdef(pg_trigger.oid)) from pg_trigger join pg_class on pg_class.oid = tgrelid where relnamespace = 'public'::regnamespace and not tgisinternal
    union all select format('grant %s %s %s', table_name, grantee, privilege_type) from information_schema.role_table_grants where table_schema = 'public'
    union all select format('grant %s.%s %s %s', table_name, column_name, grantee, privilege_type) from information_schema.column_privileges where table_schema = 'public'
    union all select format('type %s %s', typname, typtype) from pg_type where typnamespace = 'public'::regnamespace and typtype in ('e', 'd')
  ) as lines (line)
  where line !~ '^(column|constraint|index|grant|security) (.* )?(public\\.)?"?migrations'
  order by line`;

describe('every migration', () => {
  it('can be taken back, and leaves the schema as it was before', async () => {
    const database = await createDatabase(() => Promise.resolve(), `lynkify_bare_${process.pid}`);
    try {
      // The role that grants and policies name.
      await migrateDatabase({ ownerUrl: database.ownerUrl, appUrl: database.appUrl });
      const all = sqlMigrations();
      await migrateDatabase({ ownerUrl: database.ownerUrl, appUrl: database.appUrl, down: all.length });
      let before: string[] = [];
      for (const [at] of all.entries()) {
        const source = await new DataSource({ type: 'postgres', url: database.ownerUrl, migrations: all.slice(0, at + 1), migrationsTransactionMode: 'each', synchronize: false }).initialize();
        try {
          const lines = async () => (await source.query<{ line: string }[]>(schemaLines)).map(({ line }) => line);
          await source.runMigrations({ transaction: 'each' });
          const after = await lines();
          await source.undoLastMigration({ transaction: 'each' });
          expect({ migration: all[at]?.name, lines: await lines() }).toEqual({ migration: all[at]?.name, lines: before });
          await source.runMigrations({ transaction: 'each' });
          before = after;
        } finally {
          await source.destroy();
        }
      }
    } finally {
      await database.drop();
    }
  });
});
