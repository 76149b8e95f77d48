import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { LogFile } from './processes/log-file.js';
import type { Program } from './processes/supervised-process.js';
import type { Secrets } from './secrets.js';
import type { StartSettings } from './start-settings.js';

/** What the programs need of the machine; everything else of the environment stays with the launcher. */
const ofTheMachine = ['PATH', 'HOME', 'USER', 'LANG', 'TZ', 'TMPDIR', 'SystemRoot', 'NODE_EXTRA_CA_CERTS', 'SSL_CERT_FILE'];
/** What may be tuned from outside. */
const tunable = ['LOG_LEVEL', 'WORKERS', 'MAIL_FROM', 'MAIL_RATE', 'DATABASE_POOL', 'TRUST_PROXY', 'COUNTRY_HEADER', 'REGION_HEADER', 'CITY_HEADER', 'CACHE_BYTES', 'CACHE_DISK_BYTES', 'PUBLIC_API_URL', 'PUBLIC_PAGES_URL', 'SMTP_URL'];
/** What the API needs besides to ask music services, through a mirror or a stand-in too. */
const asking = [
  'OUTBOUND_HOSTS', 'OUTBOUND_CA', 'OUTBOUND_ALLOW', 'LOOKUP_CONTACT', 'DEFAULT_COUNTRY', 'MUSICBRAINZ_URL', 'SPOTIFY_CLIENT_ID', 'SPOTIFY_CLIENT_SECRET', 'TIDAL_CLIENT_ID', 'TIDAL_CLIENT_SECRET',
  'APPLE_MUSIC_TEAM_ID', 'APPLE_MUSIC_KEY_ID', 'APPLE_MUSIC_PRIVATE_KEY', 'YOUTUBE_API_KEY', 'ODESLI', 'ODESLI_API_KEY',
];

export interface ProgramContext {
  settings: StartSettings;
  secrets: Secrets;
  /** The database as the application's role. */
  databaseUrl: string;
  /** Where the API listens: the port of the dashboard, or behind Vite in development. */
  apiPort: number;
}

/** Address under which people reach the dashboard. */
export const publicApiUrl = ({ environment, ports }: StartSettings) => environment.PUBLIC_API_URL?.trim() || `http://localhost:${ports.api}`;
/** Address under which fans reach the pages. */
export const publicPagesUrl = ({ environment, ports }: StartSettings) => environment.PUBLIC_PAGES_URL?.trim() || `http://localhost:${ports.pages}`;

export function mailboxProgram(settings: StartSettings): Program {
  const { ports, dataDir, host } = settings;
  return node(settings, {
    name: 'The mailbox',
    log: 'mailbox.log',
    script: fileURLToPath(new URL('./mailbox.js', import.meta.url)),
    args: [host, ports.mailbox, ports.smtp, join(dataDir, 'mail')],
    environment: {},
    health: `${local(ports.mailbox)}/api/healthz`,
  });
}

export function apiProgram({ settings, secrets, databaseUrl, apiPort }: ProgramContext): Program {
  const { root, dataDir, dev, host, ports } = settings;
  return node(settings, {
    name: 'The API',
    log: 'api.log',
    script: join(root, 'apps/api/dist/main.js'),
    args: [],
    environment: {
      SMTP_URL: `smtp://127.0.0.1:${ports.smtp}`,
      MAIL_FROM: 'Lynkify <hello@lynkify.example>',
      ...picked(settings, [...tunable, ...asking]),
      HOST: dev ? '127.0.0.1' : host,
      PORT: String(apiPort),
      DATABASE_URL: databaseUrl,
      PUBLIC_API_URL: publicApiUrl(settings),
      PUBLIC_PAGES_URL: publicPagesUrl(settings),
      RENDERER_KEY: secrets.rendererKey,
      LINK_KEY: secrets.linkKey,
      MEDIA_DIR: join(dataDir, 'media'),
      DASHBOARD_DIR: join(root, 'apps/dashboard/dist'),
    },
    health: `${local(apiPort)}/readyz`,
  });
}

export function rendererProgram({ settings, secrets, apiPort }: ProgramContext): Program {
  const { root, dataDir, host, ports } = settings;
  return node(settings, {
    name: 'The page server',
    log: 'renderer.log',
    script: join(root, 'apps/renderer/dist/main.js'),
    args: [],
    environment: {
      ...picked(settings, tunable),
      HOST: host,
      PORT: String(ports.pages),
      API_URL: local(apiPort),
      PUBLIC_API_URL: publicApiUrl(settings),
      PUBLIC_PAGES_URL: publicPagesUrl(settings),
      RENDERER_KEY: secrets.rendererKey,
      SPOOL_KEY: secrets.spoolKey,
      FORM_KEY: secrets.formKey,
      SPOOL_DIR: join(dataDir, 'spool'),
      CACHE_DIR: join(dataDir, 'cache'),
    },
    health: `${local(ports.pages)}/readyz`,
  });
}

/** Vite in the API's place: the dashboard from its sources, everything else passed on to the API. */
export function dashboardProgram({ settings, apiPort }: ProgramContext): Program {
  const { root, host, ports } = settings;
  const program = node(settings, {
    name: 'The dashboard',
    log: 'dashboard.log',
    script: join(root, 'node_modules/vite/bin/vite.js'),
    args: ['--port', ports.api, '--strictPort', '--host', host, '--clearScreen', 'false'],
    environment: { API_URL: local(apiPort) },
    health: local(ports.api),
  });
  return { ...program, cwd: join(root, 'apps/dashboard') };
}

/** Environment of the command that migrates. */
export function migrateEnvironment(settings: StartSettings, ownerUrl: string, databaseUrl: string): Record<string, string> {
  return { ...picked(settings, ofTheMachine), NODE_ENV: 'production', DATABASE_OWNER_URL: ownerUrl, DATABASE_URL: databaseUrl };
}

interface NodeProgram {
  name: string;
  log: string;
  script: string;
  args: readonly (string | number)[];
  environment: Record<string, string>;
  health: string;
}

function node(settings: StartSettings, { name, log, script, args, environment, health }: NodeProgram): Program {
  const { root, dataDir, dev } = settings;
  return {
    name,
    command: process.execPath,
    args: ['--enable-source-maps', script, ...args.map(String)],
    cwd: root,
    environment: { ...picked(settings, ofTheMachine), NODE_ENV: dev ? 'development' : 'production', ...environment },
    log: new LogFile(join(dataDir, 'logs', log)),
    isReady: () => isOk(health),
    ending: { ask: 'TERM', wait: 8, force: 'KILL' },
    startsWithin: 60_000,
  };
}

async function isOk(url: string): Promise<boolean> {
  try {
    const answer = await fetch(url, { signal: AbortSignal.timeout(2_000), redirect: 'manual' });
    await answer.body?.cancel();
    return answer.ok;
  } catch (error) {
    // Not listening yet (TypeError, "fetch failed") or not answering yet.
    if (error instanceof TypeError || (error as Error).name === 'TimeoutError') return false;
    throw error;
  }
}

function picked({ environment }: StartSettings, names: readonly string[]): Record<string, string> {
  return Object.fromEntries(names.flatMap((name) => (environment[name] ? [[name, environment[name]]] : [])));
}

const local = (port: number) => `http://127.0.0.1:${port}`;
