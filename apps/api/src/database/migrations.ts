import { readdirSync, readFileSync } from 'node:fs';
import type { MigrationInterface, QueryRunner } from 'typeorm';

const folder = new URL('./migrations/', import.meta.url);

/** The SQL migrations of the folder `migrations`, `NNNN-name.up.sql` and `.down.sql`, as TypeORM takes them. */
export function sqlMigrations(): (new () => MigrationInterface)[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith('.up.sql'))
    .sort()
    .map((file) => sqlMigration(file.slice(0, -'.up.sql'.length)));
}

function sqlMigration(name: string): new () => MigrationInterface {
  // TypeORM orders by the 13 digits (a JavaScript timestamp) at the end of the name.
  const order = name.slice(0, 4).padStart(13, '0');
  return class implements MigrationInterface {
    readonly name = `${name}-${order}`;

    async up(runner: QueryRunner): Promise<void> {
      await runner.query(readFileSync(new URL(`${name}.up.sql`, folder), 'utf8'));
    }

    async down(runner: QueryRunner): Promise<void> {
      await runner.query(readFileSync(new URL(`${name}.down.sql`, folder), 'utf8'));
    }
  };
}
