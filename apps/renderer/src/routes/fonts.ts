import { readFileSync, readdirSync } from 'node:fs';
import { fontFolder } from '@lynkify/page-view/fonts';
import type { Site } from '../site.js';
import type { Exchange } from './exchange.js';
import type { Handler } from './routed.js';

/**
 * `/fonts/{file}`: what titles are set in. A few small files, held in memory; their names change with their bytes, so they may be
 * kept for good. The dashboard's preview loads them from its own origin.
 */
export function fontsRoute(): Handler {
  const files = new Map(readdirSync(fontFolder).filter((name) => name.endsWith('.woff2')).map((name) => [name, readFileSync(new URL(name, fontFolder))]));
  return (site: Site, exchange: Exchange) => {
    const name = exchange.params.file ?? '';
    const file = files.get(name);
    if (!file) return site.message(exchange, { kind: 'not-found' });
    site.plain(exchange, 200, 'font/woff2', file, ['cache-control', 'public, max-age=31536000, immutable', 'access-control-allow-origin', '*', 'cross-origin-resource-policy', 'cross-origin']);
  };
}
