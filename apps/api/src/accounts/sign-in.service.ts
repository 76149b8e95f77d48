import { Injectable } from '@nestjs/common';
import { accept, emailKey, refuse, type Result } from '@lynkify/domain';
import { networkOf, RateLimits } from '../access/rate-limits.js';
import { Database } from '../database/database.js';
import { LocalStrategy } from './local.strategy.js';
import { SessionsService, type StartedSession } from './sessions.service.js';
import { SignUpService } from './sign-up.service.js';

/** Where a request comes from, as far as signing in needs to know. */
export interface Origin {
  ip: string;
  agent: string | undefined;
}

export type SignInRefusal = 'SIGN_IN_FAILED' | 'TOO_MANY_TRIES' | 'EMAIL_UNCONFIRMED';

@Injectable()
export class SignInService {
  constructor(
    private readonly database: Database,
    private readonly limits: RateLimits,
    private readonly local: LocalStrategy,
    private readonly sessions: SessionsService,
    private readonly signUps: SignUpService,
  ) {}

  /** Signs in and begins a new session. */
  async signIn(email: string, password: string, origin: Origin): Promise<Result<StartedSession, SignInRefusal>> {
    const account = emailKey(email.trim());
    const network = networkOf(origin.ip);
    // Counted before the password is looked at: a thousand tries at once are a thousand tries.
    const address = await this.limits.spend('sign-in-address', network);
    if (!address.ok) return address;
    const tries = await this.limits.spend('sign-in-account', account);
    if (!tries.ok) return tries;

    const recognised = await this.local.authenticate(email, password);
    if (!recognised) return refuse('SIGN_IN_FAILED', [], 'Email and password do not fit together. Check both, or choose a new password.');
    const { user, signUpId } = recognised;
    if (signUpId !== null) {
      // Counted like a failure: with a sign-up of their own, nobody may clear the tries at somebody else's account.
      await this.signUps.sendAgain(user, signUpId, origin.ip);
      return refuse('EMAIL_UNCONFIRMED', ['email'], 'Confirm your address first: follow the link in the mail that we just sent again.');
    }
    await this.limits.forget('sign-in-account', account);
    await this.limits.giveBack('sign-in-address', network);
    return accept(await this.database.unit({ userId: user.id }, (tx) => this.sessions.start(tx, user.id, origin.agent)));
  }
}
