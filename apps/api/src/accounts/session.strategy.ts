import type { IncomingHttpHeaders } from 'node:http';
import type { Viewer } from '@lynkify/domain';
import type { Strategy as PassportStrategy } from 'passport';
import { Strategy } from 'passport-custom';
import type { SessionsService } from './sessions.service.js';

interface Credentials {
  headers: IncomingHttpHeaders;
  cookies: Record<string, string | undefined>;
  /** The workspace that is asked for; none: the oldest of the user's. */
  workspace?: string;
}

/** Recognises a member by the session cookie. Who brings a key as well is the key: two identities would be a guess. */
export function sessionStrategy(sessions: SessionsService, cookieName: string): PassportStrategy {
  return new Strategy((request: Credentials, done) => {
    const token = request.cookies[cookieName];
    if (!token || request.headers.authorization !== undefined) return done(null, false);
    sessions.identify(token, request.workspace).then(
      (viewer: Viewer | null) => done(null, viewer ?? false),
      (error: unknown) => done(error),
    );
  });
}
