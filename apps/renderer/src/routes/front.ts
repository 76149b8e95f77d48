import type { IncomingMessage, ServerResponse } from 'node:http';
import { requestKinds } from '../metrics/request-kinds.js';
import type { Site } from '../site.js';
import { type ClientAddress, Exchange, requestId } from './exchange.js';
import { answerClick } from './go.js';
import { answerPage } from './page.js';
import { failed } from './routed.js';

const pageKind = requestKinds.indexOf('page');
const clickKind = requestKinds.indexOf('click');

/**
 * Answers what a release day is made of before the framework sees it: a page that is in memory, asked for by exactly its
 * address, and a click on it. The handlers are those of the routes; handles and slugs are chosen so that no page's
 * address is that of another route.
 * @returns whether the request is taken
 */
export function answerAtOnce(site: Site, client: ClientAddress, request: IncomingMessage, response: ServerResponse): boolean {
  if (request.method !== 'GET') return false;
  const url = request.url ?? '';
  const mark = url.indexOf('?');
  const pathname = mark === -1 ? url : url.slice(0, mark);
  const go = pathname.indexOf('/go/', 1);
  const page = site.parts.store.peek(go === -1 ? pathname : pathname.slice(0, go), Date.now());
  if (!page) return false;

  const exchange = new Exchange(request, response, requestId(request), client);
  exchange.kind = go === -1 ? pageKind : clickKind;
  try {
    const work = go === -1 ? answerPage(site, exchange, page) : answerClick(site, exchange, page, pathname.slice(go + 4));
    if (work) work.catch((error: unknown) => failed(site, exchange, error));
  } catch (error) {
    failed(site, exchange, error);
  }
  return true;
}
