import { parseTrustedProxies, readSettings, type Setting, SettingsError, type TrustedProxies } from '@lynkify/domain';
import { processSettings, readProcessSettings, type ProcessSettings } from '@lynkify/workers';
import type { SpoolSync } from './spool/spool.js';

/** Every environment variable that the renderer reads. The README's table is made from this list. */
export const settings: readonly Setting[] = [
  { name: 'PORT', kind: 'port', default: '4200', description: 'Port that the public pages are served on.' },
  { name: 'HOST', kind: 'text', default: '0.0.0.0', description: 'Address to listen on.' },
  { name: 'API_URL', kind: 'url', default: 'http://localhost:4000', description: 'Where this program reaches the API.' },
  { name: 'PUBLIC_PAGES_URL', kind: 'url', default: 'http://localhost:4200', description: 'Origin of the public pages as people type it.' },
  { name: 'PUBLIC_API_URL', kind: 'url', default: 'http://localhost:4000', description: 'Origin of the dashboard as people type it.' },
  { name: 'RENDERER_KEY', kind: 'secret', description: 'Key that the API knows the renderer by; the same in both programs.' },
  { name: 'SPOOL_KEY', kind: 'secret', description: 'Encrypts what fans typed while it waits in the spool. 32 bytes in base64url.' },
  { name: 'FORM_KEY', kind: 'secret', description: 'Signs the forms of the public pages. The same in every renderer of an instance.' },
  { name: 'SPOOL_DIR', kind: 'path', default: '.data/spool', description: 'Folder of events that the API has not yet taken. Each worker takes a folder of its own in it. Must be kept.' },
  { name: 'SPOOL_SYNC', kind: 'text', default: 'background', description: 'What an answer waits for: `background`, until its event is written (the disk follows within 50 ms); `always`, until it is on the disk.' },
  { name: 'CACHE_DIR', kind: 'path', default: '.data/cache', description: 'Folder of published pages, pictures and the daily visitor salt; in parts one for each worker. May be lost.' },
  { name: 'CACHE_BYTES', kind: 'integer', default: '100663296', description: 'Bytes of pages kept in the memory of each worker.' },
  { name: 'CACHE_DISK_BYTES', kind: 'integer', default: '2147483648', description: 'Bytes of published pages, and again of pictures, kept on disk by all workers together.' },
  { name: 'TRUST_PROXY', kind: 'text', default: 'false', description: 'Whose `X-Forwarded-For` is believed: `false`, a number of proxies, or their addresses and networks, comma-separated.' },
  { name: 'COUNTRY_HEADER', kind: 'text', optional: true, description: 'Header in which a trusted proxy names the country, e.g. `cf-ipcountry` or `cloudfront-viewer-country`. Needs TRUST_PROXY.' },
  { name: 'REGION_HEADER', kind: 'text', optional: true, description: 'The same for the state, province or land, e.g. `cf-region` or `cloudfront-viewer-country-region-name`. Needs TRUST_PROXY.' },
  { name: 'CITY_HEADER', kind: 'text', optional: true, description: 'The same for the city, e.g. `cf-ipcity` or `cloudfront-viewer-city`. Needs TRUST_PROXY.' },
  { name: 'CDN_HOLD_SECONDS', kind: 'integer', default: '0', description: 'How long a CDN in front may hold a page until it is purged; needs CDN_PURGE_URL in the API. 0: there is none, and every visit comes here.' },
  ...processSettings,
  { name: 'LOG_LEVEL', kind: 'text', default: 'info', description: 'fatal, error, warn, info, debug or silent.' },
];

export interface Environment extends ProcessSettings {
  port: number;
  host: string;
  apiUrl: string;
  pagesUrl: string;
  rendererKey: string;
  spoolKey: string;
  formKey: string;
  spoolDir: string;
  spoolSync: SpoolSync;
  cacheDir: string;
  cacheBytes: number;
  cacheDiskBytes: number;
  /** Nobody, so many proxies, or those with these addresses. */
  trustProxy: TrustedProxies;
  /** Headers in which the proxy says where a client is, in lower case. */
  placeHeaders: { country: string | null; region: string | null; city: string | null };
  /** 0: no shared cache holds pages. */
  cdnHoldSeconds: number;
}

/**
 * Reads and checks the renderer's settings.
 * @throws SettingsError that names everything that is wrong
 */
export function readEnvironment(environment: Readonly<Record<string, string | undefined>> = process.env): Environment {
  const values = readSettings(settings, environment);
  const trustProxy = parseTrustedProxies(values.text('TRUST_PROXY'));
  const placeHeaders = { country: headerName(values.text('COUNTRY_HEADER')), region: headerName(values.text('REGION_HEADER')), city: headerName(values.text('CITY_HEADER')) };
  // Anyone could otherwise choose where they are.
  const needy = Object.entries(placeHeaders).filter(([, header]) => header !== null && trustProxy === false);
  if (needy.length > 0) throw new SettingsError(needy.map(([name]) => `${name.toUpperCase()}_HEADER needs TRUST_PROXY: without a proxy of yours in front, anyone could send it`));
  return {
    port: values.integer('PORT'),
    host: values.text('HOST'),
    apiUrl: values.text('API_URL'),
    pagesUrl: values.text('PUBLIC_PAGES_URL'),
    rendererKey: values.text('RENDERER_KEY'),
    spoolKey: values.text('SPOOL_KEY'),
    formKey: values.text('FORM_KEY'),
    spoolDir: values.text('SPOOL_DIR'),
    spoolSync: readSpoolSync(values.text('SPOOL_SYNC')),
    cacheDir: values.text('CACHE_DIR'),
    cacheBytes: values.integer('CACHE_BYTES'),
    cacheDiskBytes: values.integer('CACHE_DISK_BYTES'),
    trustProxy,
    placeHeaders,
    cdnHoldSeconds: values.integer('CDN_HOLD_SECONDS'),
    ...readProcessSettings(values),
  };
}

const headerName = (text: string) => text.trim().toLowerCase() || null;

function readSpoolSync(text: string): SpoolSync {
  if (text === 'background' || text === 'always') return text;
  throw new SettingsError([`SPOOL_SYNC is “${text}”: it can be background or always`]);
}
