import type { FastifyReply } from 'fastify';
import type { Environment } from '../environment.js';
import { sessionAbsoluteDays } from './sessions.service.js';

const isSecure = (environment: Environment) => environment.publicApiUrl.startsWith('https:');

/** Under TLS the prefix has the browser refuse the cookie from any other host, path or plain connection. */
export function sessionCookieName(environment: Environment): string {
  return isSecure(environment) ? '__Host-lynkify_session' : 'lynkify_session';
}

const attributes = (environment: Environment) => ({ httpOnly: true, sameSite: 'lax' as const, path: '/', secure: isSecure(environment) });

export function setSessionCookie(reply: FastifyReply, environment: Environment, token: string): void {
  // The server decides when a session ends; the cookie only has to outlive the longest.
  void reply.setCookie(sessionCookieName(environment), token, { ...attributes(environment), maxAge: sessionAbsoluteDays * 24 * 60 * 60 });
}

export function clearSessionCookie(reply: FastifyReply, environment: Environment): void {
  void reply.clearCookie(sessionCookieName(environment), attributes(environment));
}
