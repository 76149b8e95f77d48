import { parseTrustedProxies, readSettings, type Setting, SettingsError, type TrustedProxies } from '@lynkify/domain';
import { processSettings, readProcessSettings, type ProcessSettings } from '@lynkify/workers';
import { type LookupSettings, lookupSettings, readLookupSettings } from './lookups/lookup-settings.js';
import { type OutboundSettings, outboundSettings, readOutboundSettings } from './outbound/outbound-settings.js';

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
  { name: 'MAIL_RATE', kind: 'integer', default: '20', description: 'Release-day mails a second at the most, of all processes together: no more than your mail server takes.' },
  { name: 'MEDIA_DIR', kind: 'path', description: 'Folder where pictures are kept.' },
  { name: 'DASHBOARD_DIR', kind: 'path', optional: true, description: 'Folder of the built dashboard. Empty: the API alone is served.' },
  { name: 'TRUST_PROXY', kind: 'text', default: 'false', description: 'Whose `X-Forwarded-For` is believed: `false`, a number of proxies, or their addresses and networks, comma-separated.' },
  { name: 'DATABASE_POOL', kind: 'integer', default: '10', description: 'Connections to PostgreSQL at the most, of each worker; each has some more for jobs.' },
  { name: 'EVENT_RETENTION_MONTHS', kind: 'integer', default: '25', description: 'How many whole months raw events are kept besides the running one. Counts stay.' },
  { name: 'CLICKHOUSE_URL', kind: 'url', optional: true, description: 'ClickHouse for events and counts, e.g. http://user:password@host:8123/database. Empty: they are kept in PostgreSQL.' },
  { name: 'CDN_PURGE_URL', kind: 'url', optional: true, description: 'Where a CDN in front of the public pages is told what changed, e.g. https://api.fastly.com/service/{id}/purge. Empty: there is none.' },
  { name: 'CDN_PURGE_STYLE', kind: 'text', default: 'fastly', description: 'How it is told: `fastly`, `cloudflare` or `varnish` (vmod xkey).' },
  { name: 'CDN_PURGE_TOKEN', kind: 'text', optional: true, description: 'Token for it. Varnish may go by the network instead.' },
  ...outboundSettings,
  ...lookupSettings,
  ...processSettings,
  { name: 'LOG_LEVEL', kind: 'text', default: 'info', description: 'trace, debug, info, warn, error or silent.' },
];

/** A cache in front of the public pages, and how it is told to let go of some. */
export interface CdnSettings {
  purgeUrl: string;
  style: (typeof purgeStyles)[number];
  token: string | null;
}

export const purgeStyles = ['fastly', 'cloudflare', 'varnish'] as const;

/** The settings of the API, checked and typed. */
export interface Environment extends ProcessSettings {
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
  mailRate: number;
  mediaDir: string;
  dashboardDir: string | null;
  trustProxy: TrustedProxies;
  eventRetentionMonths: number;
  clickhouseUrl: string | null;
  cdn: CdnSettings | null;
  outbound: OutboundSettings;
  lookups: LookupSettings;
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
    mailRate: Math.max(1, values.integer('MAIL_RATE')),
    mediaDir: values.text('MEDIA_DIR'),
    dashboardDir: values.text('DASHBOARD_DIR') || null,
    trustProxy: parseTrustedProxies(values.text('TRUST_PROXY')),
    eventRetentionMonths: values.integer('EVENT_RETENTION_MONTHS'),
    clickhouseUrl: values.text('CLICKHOUSE_URL') || null,
    cdn: readCdn(values.text('CDN_PURGE_URL'), values.text('CDN_PURGE_STYLE'), values.text('CDN_PURGE_TOKEN')),
    outbound: readOutboundSettings(values),
    lookups: readLookupSettings(values),
    ...readProcessSettings(values),
  };
}

function readCdn(purgeUrl: string, style: string, token: string): CdnSettings | null {
  const known = purgeStyles.find((each) => each === style);
  if (!known) throw new SettingsError([`CDN_PURGE_STYLE is “${style}” and has to be one of ${purgeStyles.join(', ')}`]);
  return purgeUrl === '' ? null : { purgeUrl, style: known, token: token || null };
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

/** What the command that counts again needs to know: where events are, and since when. */
export function readRebuildEnvironment(variables: Readonly<Record<string, string | undefined>> = process.env): Pick<Environment, 'databaseUrl' | 'clickhouseUrl' | 'eventRetentionMonths'> {
  const values = readSettings(settings.filter(({ name }) => ['DATABASE_URL', 'CLICKHOUSE_URL', 'EVENT_RETENTION_MONTHS'].includes(name)), variables);
  return { databaseUrl: values.text('DATABASE_URL'), clickhouseUrl: values.text('CLICKHOUSE_URL') || null, eventRetentionMonths: values.integer('EVENT_RETENTION_MONTHS') };
}
