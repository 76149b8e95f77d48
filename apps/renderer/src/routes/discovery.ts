import { type Answer, compileAnswer } from '../answers/answer.js';
import { ByteLru } from '../pages/byte-lru.js';
import { listedArtists } from '../pages/listed-artists.js';
import type { Site } from '../site.js';
import type { Exchange } from './exchange.js';
import { languageOf } from '../visitors/language.js';
import type { Handler } from './routed.js';
import { favicon as mark, toInstanceView } from '@lynkify/page-view';

const partSize = 5_000;
const mostArtists = 500;
const keptBytes = 8 * 1_048_576;
/** What is made of all pages is made anew when one came, changed or went; where they are many, for a twentieth of the time. */
const restOf = (pages: number) => (pages > partSize ? 20 : 1);

interface Made<Value> {
  value: Value;
  revision: number;
  freshUntil: number;
}

function isFresh({ revision, freshUntil }: Made<unknown>, site: Site): boolean {
  return revision === site.parts.disk.revision || Date.now() < freshUntil;
}

async function timed<Value>(site: Site, make: () => Promise<Value>): Promise<Made<Value>> {
  const { revision } = site.parts.disk;
  const began = Date.now();
  const value = await make();
  return { value, revision, freshUntil: Date.now() + (Date.now() - began) * restOf(site.parts.disk.count) };
}

/** Answers made of all published pages. */
function madeOfPages(make: (site: Site, exchange: Exchange) => Promise<Answer | null>, nameOf = (exchange: Exchange) => exchange.pathname): Handler {
  const kept = new ByteLru<Made<Answer>>(keptBytes);
  const making = new Map<string, Promise<Answer | null>>();
  const makeAndKeep = async (site: Site, exchange: Exchange) => {
    const { value: answer, ...made } = await timed(site, () => make(site, exchange));
    if (answer) kept.set(nameOf(exchange), { ...made, value: answer }, answer.bytes);
    return answer;
  };
  return async (site, exchange) => {
    const { disk, walk } = site.parts;
    // Before the first walk an empty list is no knowledge.
    if (disk.count === 0 && !walk.completed) return site.message(exchange, { kind: 'unavailable' }, ['retry-after', '5']);
    const name = nameOf(exchange);
    const known = kept.get(name);
    if (known && isFresh(known, site)) return site.send(exchange, known.value);
    const under = making.get(name) ?? makeAndKeep(site, exchange).finally(() => making.delete(name));
    making.set(name, under);
    const answer = await under;
    return answer ? site.send(exchange, answer) : site.message(exchange, { kind: 'not-found' });
  };
}

/** `/`: the artists of this instance. */
export const home = madeOfPages(async (site, exchange) => {
  const artists = await listedArtists(site.parts.disk, mostArtists);
  artists.sort((one, other) => one.name.localeCompare(other.name, 'en'));
  const facts = site.parts.answers.facts(exchange.now, languageOf(exchange));
  return site.parts.answers.draw(toInstanceView(artists, facts), 200, 'public, max-age=0, must-revalidate', { vary: 'accept-encoding, accept-language' });
}, languageOf);

const partsOfSite = new WeakMap<Site, Promise<Made<string[]>>>();

/** Where each part of the sitemap begins: all that is remembered of a million pages. */
async function partsOf(site: Site): Promise<string[]> {
  const known = partsOfSite.get(site);
  if (known) {
    const made = await known;
    if (isFresh(made, site)) return made.value;
  }
  const making = timed(site, async () => {
    const parts: string[] = [];
    let count = 0;
    for await (const { path } of site.parts.disk.shown()) {
      if (count % partSize === 0) parts.push(path);
      count += 1;
    }
    return parts;
  });
  partsOfSite.set(site, making);
  making.catch(() => partsOfSite.delete(site));
  return (await making).value;
}

/** `/sitemap.xml`: every published page, or the list of its parts. */
export const sitemap = madeOfPages(async (site) => {
  const parts = await partsOf(site);
  if (parts.length <= 1) return xml(site, await urlSet(site, '', undefined));
  const places = parts.map((_, index) => `<sitemap><loc>${site.parts.environment.pagesUrl}/sitemaps/${index + 1}.xml</loc></sitemap>`);
  return xml(site, `<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">${places.join('')}</sitemapindex>`);
});

/** `/sitemaps/{n}.xml`. */
export const sitemapPart = madeOfPages(async (site, exchange) => {
  const number = Number(/^([1-9]\d{0,5})\.xml$/u.exec(exchange.params.file ?? '')?.[1] ?? 0);
  const parts = number === 0 ? [] : await partsOf(site);
  const from = parts[number - 1];
  return from === undefined ? null : xml(site, await urlSet(site, from, parts[number]));
});

async function urlSet(site: Site, from: string, before: string | undefined): Promise<string> {
  const { disk, environment } = site.parts;
  const pages: string[] = [];
  for await (const { path, publishedAt } of disk.shown(from, before)) {
    pages.push(`<url><loc>${environment.pagesUrl}${path}</loc><lastmod>${new Date(publishedAt).toISOString()}</lastmod></url>`);
  }
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
