import { describe, expect, it } from '@jest/globals';
import { createDatabase, startMailbox } from '@lynkify/testing';
import { Client } from 'pg';
import { createApp } from '../create-app.js';
import { readEnvironment } from '../environment.js';
import { migrateDatabase } from './migrate-database.js';

describe('the role that the program connects as', () => {
  it.each([
    ['a superuser', 'superuser', /is a superuser/],
    ['one that may bypass row-level security', 'login bypassrls', /may bypass row-level security/],
    ['one that owns a table', 'login', /owns the table fans/],
  ])('may not be %s: the program does not start', async (_what, attributes, message) => {
    const database = await createDatabase(migrateDatabase);
    const mailbox = await startMailbox();
    const owner = new Client({ connectionString: database.ownerUrl });
    await owner.connect();
    const role = `test_role_${new URL(database.ownerUrl).pathname.slice(6)}`;
    await owner.query(`create role ${role} login ${attributes.replace('login', '')} password 'x'`);
    try {
      if (message.source.includes('fans')) await owner.query(`alter table fans owner to ${role}`);
      const url = new URL(database.ownerUrl);
      url.username = role;
      url.password = 'x';
      const app = await createApp(readEnvironment({ DATABASE_URL: url.href, RENDERER_KEY: 'r'.repeat(32), LINK_KEY: 'l'.repeat(32), SMTP_URL: mailbox.url, MEDIA_DIR: '/tmp', LOG_LEVEL: 'silent', DATABASE_POOL: '2' }));
      try {
        await expect(app.listen(0, '127.0.0.1')).rejects.toThrow(message);
      } finally {
        await app.close();
      }
    } finally {
      await owner.query(`reassign owned by ${role} to current_user; drop owned by ${role}`);
      await owner.query(`drop role ${role}`);
      await owner.end();
      await mailbox.stop();
      await database.drop();
    }
  });
});
