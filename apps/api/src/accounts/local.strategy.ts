import { Injectable } from '@nestjs/common';
import { parseEmail, emailKey } from '@lynkify/domain';
import { Passport } from 'passport';
import { Strategy } from 'passport-local';
import { Database } from '../database/database.js';
import { isPassword } from './passwords.js';
import { lastSignUp } from './pending-sign-ups.js';
import { UserEntity } from './user.entity.js';

/** Whose email and password these are: of an account, or only of the sign-up that was made last for its address. */
export interface Recognised {
  user: UserEntity;
  /** Set: it is the password of this sign-up, which opens nothing yet. */
  signUpId: string | null;
}

/** Checks an email and a password, through passport's own strategy for them. */
@Injectable()
export class LocalStrategy {
  private readonly passport = new Passport();

  constructor(private readonly database: Database) {
    this.passport.use(
      new Strategy({ usernameField: 'email', session: false }, (email, password, done) => {
        this.verify(email, password).then(
          (recognised) => done(null, recognised ?? false),
          (error: unknown) => done(error),
        );
      }),
    );
  }

  /** Who has this email and password, or null; unknown, unconfirmed and known emails take alike long. */
  authenticate(email: string, password: string): Promise<Recognised | null> {
    return new Promise((resolve, reject) => {
      const done = (error: unknown, recognised?: Recognised | false | null) => (error ? reject(error) : resolve(recognised || null));
      const middleware: unknown = this.passport.authenticate('local', { session: false }, done);
      if (typeof middleware !== 'function') return reject(new Error('passport gave no middleware'));
      middleware({ headers: {}, body: { email, password } }, {}, done);
    });
  }

  private async verify(text: string, password: string): Promise<Recognised | null> {
    const email = parseEmail(text);
    const { user, signUp } = await this.database.unit({ purpose: 'accounts' }, async (tx) => {
      const found = await tx.findOneBy(UserEntity, { emailKey: email.ok ? emailKey(email.value) : '' });
      return { user: found, signUp: await lastSignUp(tx, found?.id ?? null) };
    });
    // Both are always looked at, one after the other. An unconfirmed account has no password but those of its sign-ups.
    const opens = await isPassword(password, user?.emailConfirmedAt ? user.passwordHash : null);
    if (user && opens) return { user, signUpId: null };
    const waits = await isPassword(password, signUp?.passwordHash ?? null);
    return user && signUp && waits ? { user, signUpId: signUp.id } : null;
  }
}
