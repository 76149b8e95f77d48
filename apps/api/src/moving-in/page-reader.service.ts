import { Injectable } from '@nestjs/common';
import { accept, refuse, type Result } from '@lynkify/domain';
import { recognise, recogniseAny } from '@lynkify/platforms';
import { Outbound, OutboundError, type OutboundAnswer } from '../outbound/outbound.js';
import { leadAllOn, pageHeaders } from './lead-on.js';
import { readContent, type PageContent } from './page-content.js';
import { factsOf, type PageFacts } from './page-facts.js';
import { LinkSorter, type SortedLinks } from './page-links.js';
import { leadsOn, oldSlug, productOf, type PageSubject, type Product } from './products.js';

/** A page of another product, or any page, and what of it can come along. */
export interface ReadPage extends PageFacts, SortedLinks {
  /** Where it was found, after redirects. */
  url: string;
  product: Product | null;
  subject: PageSubject;
  /** The name that it had in its address, as it could be kept. */
  slug: string | null;
}

export type PageRefusal = 'NOT_A_URL' | 'PRIVATE_ADDRESS' | 'PAGE_NOT_FOUND' | 'PAGE_UNREACHABLE' | 'PAGE_REFUSED' | 'PAGE_NOT_READABLE';

/** A page is cut here; what people see of it stands well before. */
const longestPage = 3 * 1024 * 1024;
/** Pages that only send the browser on, one after the other. */
const mostRefreshes = 3;

/** Reads pages through the guarded way to the internet, as far as a browser without JavaScript would. */
@Injectable()
export class PageReader {
  constructor(private readonly outbound: Outbound) {}

  async read(text: string): Promise<Result<ReadPage, PageRefusal>> {
    const typed = readTyped(text);
    if (!typed.ok) return typed;
    const fetched = await this.readFrom(typed.value.href);
    if (!fetched.ok) return fetched;
    const { content, url } = fetched.value;
    const asked = typed.value;
    const page = new URL(url);
    // A short address of the product tells more of the page than where it is kept.
    const product = productOf(asked) ?? productOf(page);
    const sorted = await this.sort(content, page, product, recognise(page.href).status === 'recognised' ? page.href : null);
    const facts = factsOf(content, product);
    return accept({ url, product, subject: product?.subject ?? 'unknown', slug: oldSlug(asked, product) ?? (productOf(page) ? oldSlug(page, productOf(page)) : null), ...facts, ...sorted });
  }

  /** @param own the page's own address, when it is a platform's: it is the one link then, whatever else is on it */
  private async sort(content: PageContent, page: URL, product: Product | null, own: string | null): Promise<SortedLinks> {
    const sorter = new LinkSorter(page, product);
    if (own !== null) {
      sorter.add({ url: own, text: '' }, 'people');
      return sorter.sorted();
    }
    const leading = content.links.filter(({ url }) => needsLeading(new URL(url), page, product)).map(({ url }) => url);
    const arrived = await leadAllOn(this.outbound, leading);
    const led = content.links.map((link) => ({ ...link, url: arrived.get(link.url) ?? link.url }));
    sorter.addContent({ ...content, links: led });
    return sorter.sorted();
  }

  private async readFrom(start: string): Promise<Result<{ content: PageContent; url: string }, PageRefusal>> {
    let url = start;
    for (let turn = 0; ; turn += 1) {
      const answer = await this.ask(url);
      if (!answer.ok) return answer;
      const content = await readContent(answer.value.text(), answer.value.url);
      if (content.refresh === null || content.refresh === answer.value.url || turn >= mostRefreshes) return accept({ content, url: answer.value.url });
      url = content.refresh;
    }
  }

  private async ask(url: string): Promise<Result<OutboundAnswer, PageRefusal>> {
    try {
      const answer = await this.outbound.request({ url, maxBytes: longestPage, longer: 'cut', timeoutMs: 15_000, headers: pageHeaders });
      return refusedAnswer(answer) ?? accept(answer);
    } catch (error) {
      if (error instanceof OutboundError) return unreachable(error);
      throw error;
    }
  }
}

function readTyped(text: string): Result<URL, 'NOT_A_URL' | 'PRIVATE_ADDRESS'> {
  const trimmed = text.trim();
  const withScheme = /^[a-z][a-z0-9+.-]*:\/\//iu.test(trimmed) ? trimmed : `https://${trimmed.replace(/^\/\//u, '')}`;
  const url = URL.canParse(withScheme) ? new URL(withScheme) : null;
  if (!url || trimmed.length > 4_096 || /\s/u.test(trimmed) || (url.protocol !== 'https:' && url.protocol !== 'http:') || !url.hostname.includes('.')) return refuse('NOT_A_URL', ['url'], 'Paste the address of a page, like https://example.com/my-release.');
  if (url.username !== '' || url.password !== '') return refuse('NOT_A_URL', ['url'], 'Paste the address without a name and password in it.');
  return accept(url);
}

function refusedAnswer({ status, headers }: OutboundAnswer): Result<never, PageRefusal> | null {
  if (status === 404 || status === 410) return refuse('PAGE_NOT_FOUND', ['url'], 'There is no page at this address any more.');
  if (status === 401 || status === 403 || status === 429) return refuse('PAGE_REFUSED', ['url'], `This site does not let programs read it (${status}). Open the page and paste the links that are on it.`);
  if (status >= 400) return refuse('PAGE_UNREACHABLE', ['url'], `This site has a problem of its own right now (${status}). Try again later, or paste the links that are on the page.`);
  const type = headers['content-type'] ?? 'text/html';
  return /html|xml|text\/plain/iu.test(type) ? null : refuse('PAGE_NOT_READABLE', ['url'], 'This is no web page. Paste the address of the page that shows the links.');
}

function unreachable(error: OutboundError): Result<never, PageRefusal> {
  switch (error.code) {
    case 'BAD_URL':
      return refuse('NOT_A_URL', ['url'], 'Paste the address of a page, like https://example.com/my-release.');
    case 'FORBIDDEN_ADDRESS':
      return refuse('PRIVATE_ADDRESS', ['url'], 'This address is inside a private network. Paste one that everybody can open.');
    case 'UNKNOWN_HOST':
      return refuse('PAGE_NOT_FOUND', ['url'], 'There is no site of this name. Check the address.');
    case 'TOO_MANY_REDIRECTS':
      return refuse('PAGE_UNREACHABLE', ['url'], 'This address sends on and on without arriving. Open it, and paste the address that you arrive at.');
    default:
      return refuse('PAGE_UNREACHABLE', ['url'], 'This page did not answer in time, or not in a way that can be read. Try again later, or paste the links that are on it.');
  }
}

/** Whether only asking tells where a link leads: a redirect of the product, a short link of a platform or of a shortener. */
function needsLeading(link: URL, page: URL, product: Product | null): boolean {
  const found = recogniseAny(link.href);
  if (found.status === 'recognised') return found.short === true;
  if (found.reason.code === 'SHORTENER') return true;
  return found.reason.code !== 'SOCIAL_PAGE' && leadsOn(link, page, product);
}

