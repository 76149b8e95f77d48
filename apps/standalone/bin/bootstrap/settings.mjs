import { resolve } from 'node:path';
import { Problem } from './problem.mjs';

/** The settings of `npm start`. Read here, in plain JavaScript, because they are needed before anything is installed or built. */
export const settings = [
  { name: 'API_PORT', kind: 'port', default: '4000', description: 'Port of the dashboard and the API.' },
  { name: 'PAGES_PORT', kind: 'port', default: '4200', description: 'Port of the public pages.' },
  { name: 'MAILBOX_PORT', kind: 'port', default: '4300', description: 'Port of the local mailbox.' },
  { name: 'SMTP_PORT', kind: 'port', default: '4325', description: 'Port on which the local mailbox takes mail.' },
  { name: 'HOST', kind: 'text', default: '127.0.0.1', description: 'Address to listen on. 0.0.0.0 lets other machines in, for instance a phone in the same network.' },
  { name: 'DATA_DIR', kind: 'path', default: '.data', description: 'Where everything is kept: database, pictures, mails, secrets, logs.' },
  { name: 'DATABASE_URL', kind: 'url', optional: true, description: 'A PostgreSQL 18 of your own, as a role that owns the database and may create roles. Empty: the embedded one.' },
];

/**
 * @param {string} root the clone; a relative DATA_DIR is inside it
 * @param {Record<string, string | undefined>} [environment]
 */
export function readStartSettings(root, environment = process.env) {
  const problems = [];
  const port = (name) => {
    const text = environment[name]?.trim() || settings.find((setting) => setting.name === name).default;
    if (!/^\d{1,5}$/.test(text) || Number(text) < 1 || Number(text) > 65535) problems.push(`${name} is "${text}"; it must be a port between 1 and 65535.`);
    return Number(text);
  };
  const ports = { api: port('API_PORT'), pages: port('PAGES_PORT'), mailbox: port('MAILBOX_PORT'), smtp: port('SMTP_PORT') };
  if (new Set(Object.values(ports)).size < 4) problems.push('API_PORT, PAGES_PORT, MAILBOX_PORT and SMTP_PORT must differ.');
  const databaseUrl = environment.DATABASE_URL?.trim() || null;
  if (databaseUrl && !/^postgres(ql)?:$/.test(URL.canParse(databaseUrl) ? new URL(databaseUrl).protocol : '')) problems.push('DATABASE_URL is not an address that begins with postgres://.');
  if (problems.length > 0) throw new Problem(problems.join('\n'));
  return { root, ports, databaseUrl, environment, host: environment.HOST?.trim() || '127.0.0.1', dataDir: resolve(root, environment.DATA_DIR?.trim() || '.data') };
}

/** The three addresses, as they are printed. */
export function addresses({ ports }) {
  return [
    `  Dashboard and API  http://localhost:${ports.api}`,
    `  Public pages       http://localhost:${ports.pages}`,
    `  Mailbox            http://localhost:${ports.mailbox}`,
  ].join('\n');
}
