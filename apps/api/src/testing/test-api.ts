import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Client, type QueryResultRow } from 'pg';
import { createDatabase, startMailbox, type TestDatabase, type TestMailbox } from '@lynkify/testing';
import { createApp } from '../create-app.js';
import { migrateDatabase } from '../database/migrate-database.js';
import { readEnvironment, type Environment } from '../environment.js';

/** A whole API on a port and a database of its own, with a real SMTP server behind it. */
export interface TestApi {
  app: NestFastifyApplication;
  /** `http://127.0.0.1:port`, for supertest. */
  url: string;
  environment: Environment;
  database: TestDatabase;
  mailbox: TestMailbox;
  /** Runs SQL past everything, as the database's owner: to look at what is stored, or to move time. */
  sql: <Row extends QueryResultRow>(text: string, values?: unknown[]) => Promise<Row[]>;
  stop: () => Promise<void>;
}

/**
 * Starts it; call once per spec file in beforeAll and `stop()` in afterAll. Tests inside seed their own workspaces.
 * @param variables environment variables in place of the tests' own
 */
export async function startTestApi(variables: Readonly<Record<string, string>> = {}): Promise<TestApi> {
  const database = await createDatabase(migrateDatabase);
  const mailbox = await startMailbox();
  const mediaDir = await mkdtemp(join(tmpdir(), 'lynkify-test-media-'));
  const environment = readEnvironment({
    DATABASE_URL: database.appUrl,
    HOST: '127.0.0.1',
    PORT: '0',
    RENDERER_KEY: 'renderer-key-of-the-tests-0123456789',
    LINK_KEY: 'link-key-of-the-tests-0123456789abcdef',
    SMTP_URL: mailbox.url,
    MEDIA_DIR: mediaDir,
    DATABASE_POOL: '5',
    LOG_LEVEL: 'silent',
    // Nobody is there: a test that wants an internet brings one.
    OUTBOUND_HOSTS: '*=127.0.0.1:9',
    ...variables,
  });
  const app = await createApp(environment);
  await app.listen(0, '127.0.0.1');
  return {
    app,
    url: await app.getUrl(),
    environment,
    database,
    mailbox,
    async sql<Row extends QueryResultRow>(text: string, values: unknown[] = []): Promise<Row[]> {
      const owner = new Client({ connectionString: database.ownerUrl });
      await owner.connect();
      try {
        return (await owner.query<Row>(text, values)).rows;
      } finally {
        await owner.end();
      }
    },
    async stop() {
      await app.close();
      await mailbox.stop();
      await database.drop();
      await rm(mediaDir, { recursive: true, force: true });
    },
  };
}
