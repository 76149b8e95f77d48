import type { IncomingMessage } from 'node:http';
import cookie from '@fastify/cookie';
import { ValidationPipe, type ValidationError } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Life } from '@lynkify/workers';
import { AppModule } from './app.module.js';
import { Authentication, anonymous } from './access/authentication.js';
import type { Environment } from './environment.js';
import { Log, createLog, nestLogger } from './log.js';
import { Metrics } from './metrics/metrics.js';
import { badInput } from './request-error.js';
import { requestIdOf, withRequestId } from './request-id.js';
import { RestErrorsFilter, answerError } from './rest-errors.filter.js';
import { secureAnswers } from './security-headers.js';
import { serveDashboard } from './serve-dashboard.js';
import { StorableInput } from './storable-input.js';

/** The whole API, ready to listen. */
export async function createApp(environment: Environment, life: Life = { replacing: false, workers: 0, leaving: false }): Promise<NestFastifyApplication> {
  const adapter = new FastifyAdapter({
    trustProxy: typeof environment.trustProxy === 'number' ? nearest(environment.trustProxy) : environment.trustProxy,
    bodyLimit: 1024 * 1024,
    genReqId: (request: IncomingMessage) => requestIdOf(request.headers['x-request-id']),
    forceCloseConnections: 'idle',
    frameworkErrors: refuseAddress,
  });
  const app = await NestFactory.create<NestFastifyApplication>(AppModule.with(environment, life), adapter, {
    logger: nestLogger(createLog(environment.logLevel)),
    abortOnError: false,
  });
  const log = app.get(Log);
  const fastify = adapter.getInstance<FastifyInstance>();
  await app.register(cookie);
  fastify.addHook('onRequest', (request, reply, done) => {
    void reply.header('x-request-id', request.id);
    withRequestId(request.id, done);
  });
  secureAnswers(fastify, environment);
  identifyViewers(fastify, app.get(Authentication), log);
  logRequests(fastify, log, app.get(Metrics));
  app.useGlobalPipes(new StorableInput(), new ValidationPipe({ transform: true, whitelist: true, exceptionFactory: (errors) => badInput(fieldErrors(errors)) }));
  app.useGlobalFilters(new RestErrorsFilter(log));
  if (environment.dashboardDir) await serveDashboard(fastify, environment.dashboardDir);
  app.enableShutdownHooks([]);
  return app;
}

/** What Fastify refuses before any route is found, such as an address that cannot be decoded. */
function refuseAddress(_error: Error, request: FastifyRequest, reply: FastifyReply): void {
  void reply.status(400).headers({ 'x-request-id': request.id, 'x-content-type-options': 'nosniff', 'cache-control': 'no-store' }).send({ code: 'BAD_USER_INPUT', message: 'This address cannot be read.', requestId: request.id });
}

/** Where it matters who asks. Pictures, health and the dashboard's files are for everyone, and need no database. */
const asksWho = /^\/(?:graphql|v1|internal)(?:\/|$)/;

/** Believes this many proxies in front of us, and nobody beyond them. */
const nearest = (proxies: number) => (_address: string, hop: number) => hop < proxies;

function identifyViewers(fastify: FastifyInstance, authentication: Authentication, log: Log): void {
  fastify.decorateRequest('viewer');
  fastify.addHook('preValidation', async (request, reply) => {
    request.viewer = anonymous;
    if (!asksWho.test(request.routeOptions.url ?? '')) return;
    try {
      request.viewer = await authentication.identify(request, reply);
    } catch (error) {
      answerError(error, request, reply, log);
      return reply;
    }
  });
}

/** One line a request: the route's pattern, never its address, which may hold a token. */
function logRequests(fastify: FastifyInstance, log: Log, metrics: Metrics): void {
  fastify.addHook('onResponse', async (request, reply) => {
    metrics.countAnswer(request.routeOptions.url, reply.statusCode, Math.round(reply.elapsedTime));
    log.info(
      { requestId: request.id, method: request.method, route: request.routeOptions.url ?? 'unknown', status: reply.statusCode, ms: Math.round(reply.elapsedTime), viewer: request.viewer?.kind },
      'answered',
    );
  });
}

/** class-validator's tree of errors as `{ 'input.title': 'what is wrong' }`. */
function fieldErrors(errors: readonly ValidationError[], path = ''): Record<string, string> {
  const fields: Record<string, string> = {};
  for (const error of errors) {
    const here = path ? `${path}.${error.property}` : error.property;
    const first = Object.values(error.constraints ?? {})[0];
    if (first) fields[here] = first;
    Object.assign(fields, fieldErrors(error.children ?? [], here));
  }
  return fields;
}
