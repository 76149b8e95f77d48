import { Catch, HttpException, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Log } from './log.js';
import { RequestError, toRequestError } from './request-error.js';

/** Answers failures as `{ code, message, requestId }`; what is ours to know is masked and logged. */
@Catch()
export class RestErrorsFilter implements ExceptionFilter {
  constructor(private readonly log: Log) {}

  catch(error: unknown, host: ArgumentsHost): void {
    // Apollo formats what GraphQL resolvers throw (graphql/errors.ts).
    if (host.getType<string>() === 'graphql') throw error;
    const http = host.switchToHttp();
    const request = http.getRequest<FastifyRequest>();
    answerError(error, request, http.getResponse<FastifyReply>(), this.log);
  }
}

export function answerError(error: unknown, request: FastifyRequest, reply: FastifyReply, log: Log): void {
  const shown = ofFramework(error) ?? toRequestError(error);
  const about = { requestId: request.id, route: request.routeOptions.url };
  // Turned away until something else is back: what is away says so by itself, and a stack a request would bury it.
  if (shown.status === 503) log.warn({ ...about, code: shown.code, reason: error instanceof Error ? error.message : String(error) }, 'a request was turned away');
  else if (shown.status >= 500) log.error({ ...about, err: error }, 'a request failed');
  if (reply.sent) return;
  if (shown.details.retryAfter) void reply.header('retry-after', String(shown.details.retryAfter));
  const { code, message, details } = shown;
  const facts = { code, requestId: request.id, ...details };
  // What fails before GraphQL begins (an unknown key, a body that is no JSON) still answers as GraphQL does.
  const body = request.routeOptions.url === '/graphql' ? { errors: [{ message, extensions: facts }] } : { message, ...facts };
  void reply.status(shown.status).header('cache-control', 'no-store').send(body);
}

/** Nest's and Fastify's own refusals (unknown route, body too large, malformed JSON) are the caller's to read. */
function ofFramework(error: unknown): RequestError | null {
  if (error instanceof HttpException) return new RequestError(codeOf(error.getStatus()), error.getStatus(), error.message);
  if (error instanceof Error && 'statusCode' in error && typeof error.statusCode === 'number' && error.statusCode < 500) {
    return new RequestError(codeOf(error.statusCode), error.statusCode, error.message);
  }
  return null;
}

function codeOf(status: number): string {
  return { 400: 'BAD_USER_INPUT', 401: 'UNAUTHENTICATED', 403: 'FORBIDDEN', 404: 'NOT_FOUND', 413: 'TOO_LARGE', 415: 'UNSUPPORTED_MEDIA_TYPE', 429: 'TOO_MANY_REQUESTS' }[status] ?? 'REFUSED';
}
