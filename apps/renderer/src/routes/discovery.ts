import { type Answer, compileAnswer } from '../answers/answer.js';
import type { Site } from '../site.js';
import type { Exchange } from './exchange.js';
import type { Handler } from './routed.js';
import { favicon as mark, toInstanceView } from '@lynkify/page-view';

const partSize = 5_000;
const mostArtists = 500;

/** Answers made of all published pages, made anew when a page came, changed or went. */
function madeOfPages(make: (site: Site, exchange: Exchange) => Promise<Answer> | null): Handler {
  let revision = -1;
  const made = new Map<string, Promise<Answer>>();
  return async (site, exchange) => {
    const { disk, walk } = site.parts;
    // Before the first walk an empty list is no knowledge.
    if (disk.count === 0 && !walk.completed) return site.message(exchange, { kind: 'unavailable' }, ['retry-after', '5']);
    if (revision !== disk.revision) made.clear();
    revision = disk.revision;
    const answer = made.get(exchange.pathname) ?? make(site, exchange);
    if (!answer) return site.message(exchange, { kind: 'not-found' });
    made.set(exchange.pathname, answer);
    answer.catch(() => made.delete(exchange.pathname));
    site.send(exchange, await answer);
  };
}

/** `/`: the artists of this instance. */
export const home = madeOfPages((site, exchange) => {
  const artists = [...site.parts.disk.summaries()].map(([, { artist }]) => artist).filter((artist) => artist !== null);
  artists.sort((one, other) => one.name.localeCompare(other.name, 'en'));
  return site.parts.answers.draw(toInstanceView(artists.slice(0, mostArtists), site.parts.answers.facts(exchange.now)), 200, 'public, max-age=0, must-revalidate');
});

/** `/sitemap.xml`: every published page, or the list of its parts. */
export const sitemap = madeOfPages((site) => {
  const pages = publishedPages(site);
  if (pages.length <= partSize) return xml(site, urlSet(pages));
  const parts = Array.from({ length: Math.ceil(pages.length / partSize) }, (_, index) => `<sitemap><loc>${site.parts.environment.pagesUrl}/sitemaps/${index + 1}.xml</loc></sitemap>`);
  return xml(site, `<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">${parts.join('')}</sitemapindex>`);
});

/** `/sitemaps/{n}.xml`. */
export const sitemapPart = madeOfPages((site, exchange) => {
  const number = Number(/^([1-9]\d{0,5})\.xml$/u.exec(exchange.params.file ?? '')?.[1] ?? 0);
  const pages = number === 0 ? [] : publishedPages(site).slice((number - 1) * partSize, number * partSize);
  return pages.length === 0 ? null : xml(site, urlSet(pages));
});

function publishedPages(site: Site): string[] {
  return [...site.parts.disk.summaries()]
    .filter(([, { kind }]) => kind === 'smart-link' || kind === 'bio-page')
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([path, { publishedAt }]) => `<url><loc>${site.parts.environment.pagesUrl}${path}</loc><lastmod>${new Date(publishedAt).toISOString()}</lastmod></url>`);
}

function urlSet(pages: string[]): string {
  return `<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">${pages.join('')}</urlset>`;
}

function xml(site: Site, content: string): Promise<Answer> {
  return compileAnswer({
    status: 200,
    type: 'application/xml; charset=utf-8',
    body: `<?xml version="1.0" encoding="UTF-8"?>${content}`,
    cacheControl: 'public, max-age=300',
    headers: site.closedHeaders,
    hasty: true,
  });
}

export const robots: Handler = (site, exchange) => {
  const lines = ['User-agent: *', 'Disallow: /*/go/', 'Disallow: /confirm/', 'Disallow: /unsubscribe/', `Sitemap: ${site.parts.environment.pagesUrl}/sitemap.xml`, ''];
  site.plain(exchange, 200, 'text/plain; charset=utf-8', lines.join('\n'), ['cache-control', 'public, max-age=3600']);
};

export const favicon: Handler = (site, exchange) => site.plain(exchange, 200, 'image/svg+xml', mark, ['cache-control', 'public, max-age=86400']);
