import { Injectable } from '@nestjs/common';
import type { Viewer } from '@lynkify/domain';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Passport, type Strategy } from 'passport';
import { unauthenticated } from '../request-error.js';

declare module 'fastify' {
  interface FastifyRequest {
    /** Whoever is asking; set before any handler runs. */
    viewer: Viewer;
  }
}

export const anonymous: Viewer = { kind: 'anonymous' };

/** Finds out who is asking, by the passport strategies that the modules bring (session cookie, API key, renderer key). */
@Injectable()
export class Authentication {
  private readonly passport = new Passport();
  private readonly names: string[] = [];

  /** Adds a way to be recognised. A strategy passes when its credential is absent and fails when it is wrong. */
  register(name: string, strategy: Strategy): void {
    this.passport.use(name, strategy);
    this.names.push(name);
  }

  /**
   * The viewer behind a request; anonymous when it brings no credential.
   * @throws RequestError UNAUTHENTICATED when it brings an Authorization header that nothing recognises
   */
  async identify(request: FastifyRequest, reply: FastifyReply): Promise<Viewer> {
    for (const name of this.names) {
      const viewer = await this.attempt(name, request, reply);
      if (viewer) return viewer;
    }
    if (request.headers.authorization !== undefined) throw unauthenticated('The Authorization header holds no valid key: it may be mistyped, expired or revoked.');
    return anonymous;
  }

  private attempt(name: string, request: FastifyRequest, reply: FastifyReply): Promise<Viewer | null> {
    return new Promise((resolve, reject) => {
      const done = (error: unknown, viewer?: Viewer | false | null) => (error ? reject(error) : resolve(viewer || null));
      const middleware: unknown = this.passport.authenticate(name, { session: false }, done);
      if (typeof middleware !== 'function') return reject(new Error('passport gave no middleware'));
      // Credentials come in headers and cookies alone. A key in an address would end in logs, so no strategy sees the query.
      const { headers, cookies } = request;
      // A strategy that passes calls `next`: it has nothing to say of this request.
      middleware({ headers, cookies, workspace: namedWorkspace(request) }, reply, (error?: unknown) => done(error));
    });
  }
}

/** The workspace that a session asks for: by header, or by the address of a download that the browser follows by itself. */
function namedWorkspace({ headers, query }: FastifyRequest): string | undefined {
  const named = headers['lynkify-workspace'] ?? (typeof query === 'object' && query !== null && 'workspace' in query ? query.workspace : undefined);
  return typeof named === 'string' ? named : undefined;
}
