import { embedCode, embedHeights, type Picture } from '@lynkify/domain';
import { isShown, type ShownPage } from '../answers/page-answers.js';
import type { HeldPage } from '../pages/held-page.js';
import type { Site } from '../site.js';
import { ownPath, pagePath } from './address.js';
import type { Exchange } from './exchange.js';
import { obstacleOf } from './guard.js';

const defaultWidth = 640;
const cacheAge = 3_600;

/** Every site may ask, from its pages too. */
const open = ['access-control-allow-origin', '*', 'cross-origin-resource-policy', 'cross-origin'];

/** `/oembed`: how another site shows one of our pages within its own, https://oembed.com. */
export async function oembed(site: Site, exchange: Exchange): Promise<void> {
  const asked = new URLSearchParams(exchange.query);
  const format = asked.get('format') ?? 'json';
  if (format !== 'json' && format !== 'xml') return refuse(site, exchange, 501, 'Ask for format=json or format=xml.');
  const [url, maxWidth, maxHeight] = [asked.get('url'), readMost(asked.get('maxwidth')), readMost(asked.get('maxheight'))];
  if (url === null || url === '') return refuse(site, exchange, 400, 'Say which page: url=…');
  if (maxWidth === null || maxHeight === null) return refuse(site, exchange, 400, 'maxwidth and maxheight are whole numbers of pixels.');
  const path = pathOf(url, site.parts.environment.pagesUrl);
  const found = path === null ? 'unknown' : await findPage(site, exchange, path);
  if (found === 'unreachable') return refuse(site, exchange, 503, 'Try again in a moment.', ['retry-after', '5']);
  if (found === 'unknown') return refuse(site, exchange, 404, 'There is no such page here.');
  if (found.guarded && obstacleOf(site, exchange, found) !== null) return found.document.kind === 'smart-link' && obstacleOf(site, exchange, found) === 'locked' ? refuse(site, exchange, 401, 'This page is not for everyone.') : refuse(site, exchange, 404, 'There is no such page here.');

  const answer = answerOf(found, site.parts.environment.pagesUrl, maxWidth, maxHeight);
  const keeping = ['cache-control', `public, max-age=${cacheAge}`, ...open];
  if (format === 'json') return site.plain(exchange, 200, 'application/json; charset=utf-8', JSON.stringify(answer), keeping);
  const fields = Object.entries(answer).map(([name, value]) => `<${name}>${escapeXml(String(value))}</${name}>`);
  site.plain(exchange, 200, 'text/xml; charset=utf-8', `<?xml version="1.0" encoding="utf-8" standalone="yes"?><oembed>${fields.join('')}</oembed>`, keeping);
}

function refuse(site: Site, exchange: Exchange, status: number, reason: string, more: readonly string[] = []): void {
  site.plain(exchange, status, 'text/plain; charset=utf-8', `${reason}\n`, ['cache-control', 'no-store', ...open, ...more]);
}

/** A limit in pixels: infinite where none is given, null for what is none. */
function readMost(text: string | null): number | null {
  if (text === null || text === '') return Number.POSITIVE_INFINITY;
  return /^[1-9]\d{0,5}$/u.test(text) ? Number(text) : null;
}

/** The path of a page that an address of this site is of, or of something below it that stands for it. */
function pathOf(url: string, pagesUrl: string): string | null {
  if (url.length > 2_000 || !URL.canParse(url)) return null;
  const { host, protocol, pathname } = new URL(url);
  if (host !== new URL(pagesUrl).host || (protocol !== 'https:' && protocol !== 'http:')) return null;
  const [, handle, slug, ...rest] = pathname.replace(/\/$/u, '').replace(/\/embed$/u, '').split('/');
  return rest.length > 0 ? null : pagePath({ handle, slug });
}

/** The page at a path; where it was moved, the one that it leads to. */
async function findPage(site: Site, exchange: Exchange, path: string): Promise<ShownPage | 'unknown' | 'unreachable'> {
  let held: HeldPage | null = null;
  for (let at: string | null = path, steps = 0; at !== null && steps < 3; steps += 1) {
    const lookup = await site.parts.store.load(at, exchange.now);
    if (lookup.kind !== 'held') return lookup.kind === 'unknown' ? 'unknown' : 'unreachable';
    held = lookup.page;
    at = held.document.kind === 'redirect' ? ownPath(held.document.to) : null;
  }
  return held && isShown(held) ? held : 'unknown';
}

type OEmbed = Record<string, string | number>;

function answerOf({ path, document }: ShownPage, pagesUrl: string, maxWidth: number, maxHeight: number): OEmbed {
  const { artist } = document;
  const url = `${pagesUrl}${path}`;
  const isLink = document.kind === 'smart-link';
  const title = isLink ? document.release.title : artist.name;
  const width = Math.min(defaultWidth, maxWidth);
  const height = maxHeight >= embedHeights.high ? embedHeights.high : Math.min(embedHeights.low, maxHeight);
  return {
    version: '1.0',
    type: 'rich',
    provider_name: 'Lynkify',
    provider_url: pagesUrl,
    title,
    author_name: isLink ? document.release.artistCredit : artist.name,
    author_url: `${pagesUrl}/${artist.handle}`,
    cache_age: cacheAge,
    ...thumbnail(isLink ? document.artwork : document.portrait, pagesUrl, Math.min(maxWidth, 640), maxHeight),
    html: embedCode(url, isLink ? `${title} – ${document.release.artistCredit}` : title, { width, height }),
    width,
    height,
  };
}

/** The largest size of a picture within the limits. */
function thumbnail(picture: Picture | null, pagesUrl: string, maxWidth: number, maxHeight: number): OEmbed {
  if (!picture?.formats.includes('jpeg')) return {};
  const heightOf = (width: number) => Math.round((width * picture.height) / picture.width);
  const width = picture.widths.findLast((each) => each <= maxWidth && heightOf(each) <= maxHeight);
  return width === undefined ? {} : { thumbnail_url: `${pagesUrl}/media/${picture.id}/${width}.jpeg`, thumbnail_width: width, thumbnail_height: heightOf(width) };
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** Text as XML may carry it. */
function escapeXml(text: string): string {
  // XML 1.0 has no place for control characters.
  return text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/gu, '').replace(/[&<>"']/gu, (character) => entities[character] ?? '');
}
