import { execFile } from 'node:child_process';
import { chmodSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { demoLogin } from './demo/demo-login.js';
import { seedDemo } from './demo/seed-demo.js';
import { reloadOnChange } from './dev/reload-on-change.js';
import { requireDisk, watchDisk } from './disk.js';
import { freePort, requirePorts } from './ports.js';
import { asApplication, ensureOwner } from './postgres/owner.js';
import { embeddedPostgres } from './postgres/embedded.js';
import { Problem } from './problem.js';
import { ProcessRegister } from './processes/leftovers.js';
import { SupervisedProcess, type Program } from './processes/supervised-process.js';
import { apiProgram, dashboardProgram, mailboxProgram, migrateEnvironment, publicApiUrl, publicPagesUrl, rendererProgram, type ProgramContext } from './programs.js';
import { readSecrets } from './secrets.js';
import type { StartSettings, Terminal } from './start-settings.js';
import { readState, writeState } from './state.js';
import { StopSignal } from './stop-signal.js';

/**
 * Starts everything in its order, serves until it is told to stop, and stops everything in the opposite order.
 * @returns the exit code
 * @throws Problem when something stands in the way
 */
export async function serve(settings: StartSettings, terminal: Terminal): Promise<number> {
  const started: SupervisedProcess[] = [];
  const stop = new StopSignal(() => {
    for (const one of started) one.kill();
  });
  const starting = startAll(settings, terminal, started, stop);
  try {
    await Promise.race([starting, stop.requested]);
    await stop.requested;
  } finally {
    if (stop.isRequested) terminal.say('\n  Stopping …');
    // The first that was started is the last to go: what is on its way still finds its database.
    for (const one of started.reverse()) await one.stop();
    // A start that was cut short fails at whatever it was doing; that is no news then. Any other failure was thrown above.
    await Promise.allSettled([starting]);
    stop.release();
  }
  terminal.say('  Stopped.');
  return 0;
}

async function startAll(settings: StartSettings, terminal: Terminal, started: SupervisedProcess[], stop: StopSignal): Promise<void> {
  const { dataDir, ports, host, dev } = settings;
  const { step } = terminal;
  for (const folder of ['logs', 'mail', 'media', 'spool', 'cache']) mkdirSync(join(dataDir, folder), { recursive: true, mode: 0o700 });
  // The user of PostgreSQL passes through to its own folder and sees nothing else.
  chmodSync(dataDir, 0o711);
  await requireDisk(dataDir);
  const secrets = readSecrets(dataDir);
  const register = new ProcessRegister(dataDir, terminal);
  await register.endLeftovers();
  await requirePorts({ API_PORT: ports.api, PAGES_PORT: ports.pages, MAILBOX_PORT: ports.mailbox }, host);
  await requirePorts({ SMTP_PORT: ports.smtp }, '127.0.0.1');

  const run = async (program: Program) => {
    if (stop.isRequested) throw new Problem('Stopped while starting.');
    const one = new SupervisedProcess(program, register, terminal.say);
    started.push(one);
    await one.start();
    return one;
  };

  // It needs nothing of the others, and takes its time to load while PostgreSQL starts.
  const mailbox = run(mailboxProgram(settings));
  // Waited for below, where its failure is told; should something else fail before, that is told.
  void Promise.allSettled([mailbox]);
  const ownerUrl = settings.databaseUrl ?? (await step('Starting PostgreSQL', 'PostgreSQL serves', () => startPostgres(settings, secrets, terminal, run)));
  const databaseUrl = asApplication(ownerUrl, secrets.appPassword);
  await step('Bringing the database up to date', 'The database is up to date', () => migrate(settings, ownerUrl, databaseUrl));

  const context: ProgramContext = { settings, secrets, databaseUrl, apiPort: dev ? await freePort() : ports.api };
  await step('Starting the API, the pages and the mailbox', 'The API, the pages and the mailbox serve', async () => {
    const [api] = await Promise.all([run(apiProgram(context)), mailbox, ...(dev ? [run(dashboardProgram(context))] : [])]);
    // After the API: it listens for what is published there from its first moment.
    const renderer = await run(rendererProgram(context));
    if (dev) stop.onStop(reloadOnChange(settings.root, { api, renderer }, terminal));
  });
  stop.onStop(watchDisk(dataDir, terminal.say));

  if (!settings.empty) {
    const local = (port: number) => `http://127.0.0.1:${port}`;
    const addresses = { apiUrl: local(context.apiPort), pagesUrl: local(ports.pages), mailboxUrl: local(ports.mailbox), origin: publicApiUrl(settings) };
    try {
      await seedDemo({ ...addresses, rendererKey: secrets.rendererKey, dataDir }, terminal);
    } catch (error) {
      terminal.say(`  The demo workspace is not finished: ${(error as Error).message}\n  Everything else serves; the next start takes it up where it stands.`);
    }
  }
  announce(settings, terminal);
}

async function startPostgres({ dataDir }: StartSettings, secrets: ReturnType<typeof readSecrets>, { say }: Terminal, run: (program: Program) => Promise<unknown>): Promise<string> {
  const postgres = await embeddedPostgres(dataDir, secrets.postgresPassword, readState(dataDir).postgresPort);
  writeState(dataDir, { ...readState(dataDir), postgresPort: postgres.port });
  if (postgres.notice) say(`  ${postgres.notice}`);
  await run(postgres.program);
  return ensureOwner(postgres.adminUrl, secrets.ownerPassword);
}

async function migrate(settings: StartSettings, ownerUrl: string, databaseUrl: string): Promise<void> {
  try {
    await promisify(execFile)(process.execPath, [join(settings.root, 'apps/api/dist/migrate.js')], { cwd: settings.root, env: migrateEnvironment(settings, ownerUrl, databaseUrl) });
  } catch (error) {
    const { stderr = '', message } = error as Error & { stderr?: string };
    const reason = stderr.split('\n').filter((line) => line.trim() !== '' && !/^\s+at |: undefined,$|^Node\.js v/.test(line));
    throw new Problem(`The database could not be brought up to date:\n\n${reason.slice(0, 20).join('\n') || message}`);
  }
}

function announce(settings: StartSettings, { say }: Terminal): void {
  const { ports, empty } = settings;
  say();
  say(`  Dashboard and API  ${publicApiUrl(settings)}`);
  say(`  Public pages       ${publicPagesUrl(settings)}`);
  say(`  Mailbox            http://localhost:${ports.mailbox}`);
  say();
  if (!empty) {
    say(`  Demo login         ${demoLogin.email}`);
    say(`  Password           ${demoLogin.password}`);
    say();
  }
  say('  Ctrl-C stops everything. What happens in each program is in the folder logs of the data folder.\n');
}
