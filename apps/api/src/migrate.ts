import { migrateDatabase } from './database/migrate-database.js';
import { readMigrateEnvironment } from './environment.js';

const downAt = process.argv.indexOf('--down');
const { ownerUrl, appUrl } = readMigrateEnvironment();

await migrateDatabase({
  ownerUrl,
  appUrl,
  down: downAt === -1 ? 0 : Number(process.argv[downAt + 1] ?? 1),
  log: (line) => process.stdout.write(`${line}\n`),
});
