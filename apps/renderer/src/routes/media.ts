import type { Site } from '../site.js';
import type { Exchange } from './exchange.js';

const types: Readonly<Record<string, string>> = { avif: 'image/avif', webp: 'image/webp', jpeg: 'image/jpeg' };

/** `/media/{id}/{width}.{format}`: what is stored under an address never changes, so it may be kept for good. */
export async function media(site: Site, exchange: Exchange): Promise<void> {
  const { id = '', file = '' } = exchange.params;
  const format = /^\d{1,5}\.(avif|webp|jpeg)$/u.exec(file)?.[1];
  if (format === undefined || !/^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/u.test(id)) return site.message(exchange, { kind: 'not-found' });
  const headers = ['cache-control', 'public, max-age=31536000, immutable', 'etag', `"${id}-${file}"`, 'cross-origin-resource-policy', 'cross-origin'];
  if (exchange.request.headers['if-none-match'] === `"${id}-${file}"`) {
    exchange.response.writeHead(304, [...site.closedHeaders, ...headers, 'x-request-id', exchange.id]).end();
    site.count(exchange);
    return;
  }
  const picture = await site.parts.media.get(id, file);
  if (picture === 'unknown') return site.message(exchange, { kind: 'not-found' });
  if (picture === 'unreachable') return site.message(exchange, { kind: 'unavailable' }, ['retry-after', '5']);
  site.plain(exchange, 200, types[format] ?? 'application/octet-stream', picture, headers);
}
