import type { FastifyInstance } from 'fastify';
import type { Environment } from './environment.js';
import { RequestError } from './request-error.js';

const readingMethods = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Headers of every answer, and the refusal of cross-site writes that ride on a session cookie. The dashboard and its
 * API share one origin; nothing else may frame it, script it or be scripted by it.
 */
export function secureAnswers(fastify: FastifyInstance, environment: Environment): void {
  const own = new URL(environment.publicApiUrl).origin;
  const pages = new URL(environment.publicPagesUrl).origin;
  const headers: Record<string, string> = {
    'content-security-policy': [
      "default-src 'none'",
      "script-src 'self'",
      // The component library sets inline styles; styles cannot run.
      "style-src 'self' 'unsafe-inline'",
      `img-src 'self' data: blob: ${pages}`,
      // The preview sets titles as the pages do.
      `font-src 'self' ${pages}`,
      "connect-src 'self'",
      "frame-src 'self'",
      "manifest-src 'self'",
      "form-action 'self'",
      "base-uri 'none'",
      "frame-ancestors 'none'",
    ].join('; '),
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'same-origin',
    'cross-origin-opener-policy': 'same-origin',
    'permissions-policy': 'camera=(), microphone=(), geolocation=(), payment=()',
    ...(own.startsWith('https:') ? { 'strict-transport-security': 'max-age=31536000; includeSubDomains' } : {}),
  };
  fastify.addHook('onRequest', async (request, reply) => {
    void reply.headers(headers);
    if (readingMethods.has(request.method) || !request.headers.cookie) return;
    const { origin } = request.headers;
    // GraphQL asks for a header that no form can send; for the rest, the browser must say that the page is ours.
    const mayBeSilent = request.headers.authorization !== undefined || request.routeOptions.url === '/graphql';
    if (origin === undefined ? !mayBeSilent : origin !== own) throw new RequestError('FORBIDDEN', 403, 'This request comes from another site.');
  });
}
