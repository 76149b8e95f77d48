import { createServer as createHttpServer, type RequestListener } from 'node:http';
import Fastify, { type FastifyError, type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import { keepAlive } from './answers/head.js';
import { endDripping } from './dripping.js';
import { reasonOf } from './log.js';
import type { RequestKind } from './metrics/request-kinds.js';
import { favicon, home, robots, sitemap, sitemapPart } from './routes/discovery.js';
import { type ClientAddress, clientAddress, Exchange, requestId } from './routes/exchange.js';
import { answerAtOnce } from './routes/front.js';
import { routed, type Handler } from './routes/routed.js';
import { go } from './routes/go.js';
import { healthz, readyz } from './routes/health.js';
import { joined, joinRoute } from './routes/join.js';
import { answerLink, offer } from './routes/mail-links.js';
import { fontsRoute } from './routes/fonts.js';
import { media } from './routes/media.js';
import { ownPlatform } from './routes/own-platform.js';
import { page } from './routes/page.js';
import { calendar } from './routes/calendar.js';
import { embedRoute } from './routes/embed.js';
import { oembed } from './routes/oembed.js';
import { preview } from './routes/preview.js';
import { remindRoute, reminded } from './routes/remind.js';
import { answerReminder, offerReminder } from './routes/reminder-links.js';
import { seen } from './routes/seen.js';
import { unlockRoute } from './routes/unlock.js';
import type { Site } from './site.js';

/** A form of one address, a name and a box. */
const mostBody = 16_384;

const oneClickPart = /name="?List-Unsubscribe"?\r?\n(?:[^\r\n]+\r?\n)*\r?\nOne-Click(?:\r?\n|$)/iu;

/**
 * Bears with slow clients, but not for ever: ten seconds for the head of a request (and for a connection that says
 * nothing at all), fifteen for all of it, twenty without any progress at taking an answer, and as long as is promised
 * between two requests.
 */
function patientServer(answer: RequestListener) {
  const server = createHttpServer({ headersTimeout: 10_000, requestTimeout: 15_000, keepAliveTimeout: keepAlive, connectionsCheckingInterval: 2_000 }, answer);
  server.timeout = 20_000;
  endDripping(server, { every: 2_000, idle: keepAlive + 1_000 });
  return server;
}

/** The public origin's routes. */
export function createServer(site: Site): FastifyInstance {
  const client = clientAddress(site.parts.environment.trustProxy);
  const server = Fastify({
    serverFactory: (answer) => patientServer((request, response) => {
      if (!answerAtOnce(site, client, request, response)) answer(request, response);
    }),
    genReqId: (request) => requestId(request),
    requestIdHeader: false,
    bodyLimit: mostBody,
    forceCloseConnections: 'idle',
    return503OnClosing: false,
    exposeHeadRoutes: false,
    routerOptions: { maxParamLength: 256 },
    frameworkErrors: (error, request, reply) => refuse(site, client, error, request, reply),
  });

  server.removeAllContentTypeParsers();
  server.addContentTypeParser('application/x-www-form-urlencoded', { parseAs: 'string' }, (_request, body, done) => done(null, new URLSearchParams(String(body))));
  // One-click unsubscribe may come as multipart (RFC 8058, section 3.1), always of this one field; of nothing else the body matters.
  server.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => done(null, new URLSearchParams(oneClickPart.test(String(body)) ? { 'List-Unsubscribe': 'One-Click' } : {})));
  server.setErrorHandler((error: FastifyError, request, reply) => refuse(site, client, error, request, reply));
  server.setNotFoundHandler(routed(site, client, notFound, 'other'));

  const get = (kind: RequestKind, url: string, handler: Handler) => server.route({ method: ['GET', 'HEAD'], url, handler: routed(site, client, handler, kind) });
  const post = (kind: RequestKind, url: string, handler: Handler) => server.route({ method: 'POST', url, handler: routed(site, client, handler, kind) });
  const join = joinRoute(site);
  const unlock = unlockRoute();
  const embed = embedRoute();

  get('page', '/', home);
  get('health', '/healthz', healthz);
  get('health', '/readyz', readyz);
  get('discovery', '/robots.txt', robots);
  get('discovery', '/favicon.svg', favicon);
  get('discovery', '/oembed', oembed);
  get('discovery', '/sitemap.xml', sitemap);
  get('discovery', '/sitemaps/:file', sitemapPart);
  get('picture', '/media/:id/:file', media);
  get('picture', '/fonts/:file', fontsRoute());
  for (const deed of ['confirm', 'unsubscribe'] as const) {
    get('mail-link', `/${deed}/:token`, offer(deed));
    post('mail-link', `/${deed}/:token`, answerLink(deed));
    get('mail-link', `/${deed}/reminder/:token`, offerReminder(deed));
    post('mail-link', `/${deed}/reminder/:token`, answerReminder(deed));
  }
  // The bio page of an artist, and the smart link of a release.
  for (const address of ['/:handle', '/:handle/:slug']) {
    get('page', address, page);
    get('page', `${address}/seen.gif`, seen);
    get('page', `${address}/embed`, embed);
    get('click', `${address}/go/:target`, go);
    get('form', `${address}/joined`, joined);
    post('form', `${address}/join`, join);
    get('form', `${address}/unlock`, unlock);
    post('form', `${address}/unlock`, unlock);
    post('form', `${address}/platform`, ownPlatform);
  }
  get('page', '/:handle/:slug/release.ics', calendar);
  get('page', '/:handle/:slug/preview/:target', preview);
  get('form', '/:handle/:slug/reminded', reminded);
  post('form', '/:handle/:slug/remind', remindRoute(site));
  return server;
}

/** A page's address with a slash behind it is the page's; everything else is not there. */
function notFound(site: Site, exchange: Parameters<Handler>[1]): void | Promise<void> {
  const { method } = exchange.request;
  if (method !== 'GET' && method !== 'HEAD') return site.message(exchange, { kind: 'bad-request' }, ['allow', 'GET, HEAD'], 405);
  const [, handle, slug] = /^\/([A-Za-z0-9-]+)(?:\/([A-Za-z0-9-]+))?\/+$/u.exec(exchange.pathname) ?? [];
  exchange.params = { handle, slug };
  return page(site, exchange);
}

/** What Fastify itself refuses: an address that cannot be decoded, a body that is too long. */
function refuse(site: Site, client: ClientAddress, error: FastifyError, request: FastifyRequest, reply: FastifyReply): void {
  const status = error.statusCode !== undefined && error.statusCode >= 400 && error.statusCode < 500 ? error.statusCode : 500;
  if (status === 500) site.parts.log.error({ requestId: request.id, reason: reasonOf(error) }, 'a request failed');
  reply.hijack();
  const exchange = new Exchange(request.raw, reply.raw, request.id, client);
  // An address longer than any of ours is simply not there.
  if (status === 414) site.message(exchange, { kind: 'not-found' }).catch(() => reply.raw.destroy());
  else site.message(exchange, { kind: status === 500 ? 'unavailable' : 'bad-request' }, [], status).catch(() => reply.raw.destroy());
}
