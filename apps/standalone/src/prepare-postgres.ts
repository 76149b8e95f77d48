import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { embeddedPostgres } from './postgres/embedded.js';

// For programs that run a PostgreSQL of their own the way `npm start` does:
//   node apps/standalone/dist/prepare-postgres.js FOLDER PASSWORD [PORT]
// makes the cluster when there is none, ends what a killed server left, and says as JSON how it is started. To be asked
// before every start.
const [, , folder = '', password = '', port = '0'] = process.argv;
mkdirSync(join(folder, 'logs'), { recursive: true });
const { program, adminUrl, port: chosen } = await embeddedPostgres(folder, password, Number(port) || undefined);
await program.prepare?.();
const { command, args, cwd, environment, uid, gid } = program;
process.stdout.write(JSON.stringify({ command, args, cwd, environment, uid, gid, adminUrl, port: chosen }));
