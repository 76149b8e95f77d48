import { chmodSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { embeddedPostgres } from './postgres/embedded.js';
import { ProcessRegister } from './processes/leftovers.js';
import { SupervisedProcess } from './processes/supervised-process.js';
import type { Terminal } from './start-settings.js';

/** What is lost in a crash of a test's database is nothing. */
const hurried = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', max_connections: '300' };

/** One server for all suites of `npm test`, in the system's folder for temporary files, gone afterwards. */
export async function startThrowawayPostgres(terminal: Terminal): Promise<{ url: string; stop: () => Promise<void> }> {
  const folder = mkdtempSync(join(tmpdir(), 'lynkify-test-'));
  chmodSync(folder, 0o711);
  mkdirSync(join(folder, 'logs'));
  const { program, adminUrl } = await embeddedPostgres(folder, 'postgres', undefined, hurried);
  const server = new SupervisedProcess(program, new ProcessRegister(folder, terminal), terminal.say);
  await server.start();
  return {
    url: adminUrl,
    stop: async () => {
      await server.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
