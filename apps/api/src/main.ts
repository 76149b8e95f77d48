import 'reflect-metadata';
import { createApp } from './create-app.js';
import { readEnvironment } from './environment.js';
import { Log } from './log.js';

const environment = readEnvironment();
const app = await createApp(environment);
const log = app.get(Log);

let stopping = false;
async function stop(): Promise<void> {
  if (stopping) return;
  stopping = true;
  // What cannot be drained in time is cut: clients try again, jobs and events are kept elsewhere.
  setTimeout(() => process.exit(0), 4_500).unref();
  await app.close();
  process.exit(0);
}
process.once('SIGTERM', () => void stop());
process.once('SIGINT', () => void stop());
// Under a launcher: when it is gone, so are we.
process.once('disconnect', () => void stop());

try {
  await app.listen(environment.port, environment.host);
  log.info({ port: environment.port }, 'listening');
} catch (error) {
  // What keeps it from starting is said to a person first, and in full to the log.
  process.stderr.write(`The API did not start: ${error instanceof Error ? error.message : String(error)}\n`);
  log.debug({ err: error }, 'not started');
  process.exit(1);
}
