import { parseTrustedProxies, readSettings, type Setting, type TrustedProxies } from '@lynkify/domain';

/** Every setting of the API. The only place of this program that reads the environment. */
export const settings: readonly Setting[] = [
  { name: 'HOST', kind: 'text', default: '0.0.0.0', description: 'Address to listen on.' },
  { name: 'PORT', kind: 'port', default: '4000', description: 'Port of the dashboard and the API.' },
  { name: 'DATABASE_URL', kind: 'url', description: 'PostgreSQL 18 as the application role, which owns nothing and cannot bypass row-level security.' },
  { name: 'PUBLIC_API_URL', kind: 'url', default: 'http://localhost:4000', description: 'Address under which people reach the dashboard and the API.' },
  { name: 'PUBLIC_PAGES_URL', kind: 'url', default: 'http://localhost:4200', description: 'Address under which fans reach the public pages.' },
  { name: 'RENDERER_KEY', kind: 'secret', description: 'Shared secret of the API and the renderers.' },
  { name: 'LINK_KEY', kind: 'secret', description: 'Signs the links in mails and keys the hashes of erased addresses. Changing it makes links already sent invalid.' },
  { name: 'SMTP_URL', kind: 'url', description: 'Mail server, e.g. smtps://user:password@host:465.' },
  { name: 'MAIL_FROM', kind: 'text', default: 'Lynkify <hello@localhost.localdomain>', description: 'Sender of every mail.' },
  { name: 'MEDIA_DIR', kind: 'path', description: 'Folder where pictures are kept.' },
  { name: 'DASHBOARD_DIR', kind: 'path', optional: true, description: 'Folder of the built dashboard. Empty: the API alone is served.' },
  { name: 'TRUST_PROXY', kind: 'text', default: 'false', description: 'Whose `X-Forwarded-For` is believed: `false`, a number of proxies, or their addresses and networks, comma-separated.' },
  { name: 'DATABASE_POOL', kind: 'integer', default: '10', description: 'Connections to PostgreSQL at the most.' },
  { name: 'LOG_LEVEL', kind: 'text', default: 'info', description: 'trace, debug, info, warn, error or silent.' },
];

/** The settings of the API, checked and typed. */
export interface Environment {
  host: string;
  port: number;
  databaseUrl: string;
  databasePool: number;
  publicApiUrl: string;
  publicPagesUrl: string;
  rendererKey: string;
  linkKey: string;
  smtpUrl: string;
  mailFrom: string;
  mediaDir: string;
  dashboardDir: string | null;
  trustProxy: TrustedProxies;
  logLevel: string;
}

/** Injection token of the Environment. */
export const ENVIRONMENT = Symbol('environment');

/**
 * Reads the environment.
 * @throws SettingsError that names everything missing or malformed
 */
export function readEnvironment(variables: Readonly<Record<string, string | undefined>> = process.env): Environment {
  const values = readSettings(settings, variables);
  return {
    host: values.text('HOST'),
    port: values.integer('PORT'),
    databaseUrl: values.text('DATABASE_URL'),
    databasePool: values.integer('DATABASE_POOL'),
    publicApiUrl: values.text('PUBLIC_API_URL'),
    publicPagesUrl: values.text('PUBLIC_PAGES_URL'),
    rendererKey: values.text('RENDERER_KEY'),
    linkKey: values.text('LINK_KEY'),
    smtpUrl: values.text('SMTP_URL'),
    mailFrom: values.text('MAIL_FROM'),
    mediaDir: values.text('MEDIA_DIR'),
    dashboardDir: values.text('DASHBOARD_DIR') || null,
    trustProxy: parseTrustedProxies(values.text('TRUST_PROXY')),
    logLevel: values.text('LOG_LEVEL'),
  };
}

/** Settings of the command that migrates, and of nothing else: no serving program holds the owner's password. */
export const migrateSettings: readonly Setting[] = [
  { name: 'DATABASE_OWNER_URL', kind: 'url', description: 'PostgreSQL 18 as the role that owns the database and may create roles; used only to migrate.' },
  { name: 'DATABASE_URL', kind: 'url', description: 'As above: its user and password become the application role.' },
];

/** @throws SettingsError */
export function readMigrateEnvironment(variables: Readonly<Record<string, string | undefined>> = process.env): { ownerUrl: string; appUrl: string } {
  const values = readSettings(migrateSettings, variables);
  return { ownerUrl: values.text('DATABASE_OWNER_URL'), appUrl: values.text('DATABASE_URL') };
}
