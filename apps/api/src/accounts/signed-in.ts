import { Inject, Injectable } from '@nestjs/common';
import type { Result } from '@lynkify/domain';
import { ENVIRONMENT, type Environment } from '../environment.js';
import type { RequestContext } from '../graphql/context.js';
import type { UserError } from '../graphql/user-error.js';
import type { Me } from './me.type.js';
import { ProfileService } from './profile.service.js';
import { clearSessionCookie, sessionCookieName, setSessionCookie } from './session-cookie.js';
import { SessionsService, type StartedSession } from './sessions.service.js';

/** What signing in and out changes in the request at hand: the cookie, and who is asking from here on. */
@Injectable()
export class SignedIn {
  constructor(
    private readonly sessions: SessionsService,
    private readonly profiles: ProfileService,
    @Inject(ENVIRONMENT) private readonly environment: Environment,
  ) {}

  /** Goes on as whoever just signed in. The session that the browser brought along ends. */
  async begin(context: RequestContext, outcome: Result<StartedSession>): Promise<{ me: Me | null; userErrors: UserError[] }> {
    if (!outcome.ok) return { me: null, userErrors: outcome.errors };
    const { userId, sessionId, token } = outcome.value;
    await this.endBrought(context);
    setSessionCookie(context.reply, this.environment, token);
    context.viewer = { kind: 'user', userId, sessionId };
    return { me: await this.profiles.me(userId), userErrors: [] };
  }

  async end(context: RequestContext): Promise<void> {
    await this.endBrought(context);
    clearSessionCookie(context.reply, this.environment);
    context.viewer = { kind: 'anonymous' };
  }

  private async endBrought(context: RequestContext): Promise<void> {
    const brought = context.request.cookies[sessionCookieName(this.environment)];
    if (brought) await this.sessions.endByToken(brought);
  }
}
