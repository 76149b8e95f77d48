import { Injectable } from '@nestjs/common';
import { parseEmail, emailKey } from '@lynkify/domain';
import { Passport } from 'passport';
import { Strategy } from 'passport-local';
import { Database } from '../database/database.js';
import { isPassword } from './passwords.js';
import { UserEntity } from './user.entity.js';

/** Checks an email and a password, through passport's own strategy for them. */
@Injectable()
export class LocalStrategy {
  private readonly passport = new Passport();

  constructor(private readonly database: Database) {
    this.passport.use(
      new Strategy({ usernameField: 'email', session: false }, (email, password, done) => {
        this.verify(email, password).then(
          (user) => done(null, user ?? false),
          (error: unknown) => done(error),
        );
      }),
    );
  }

  /** The user with this email and password, or null; unknown and known emails take alike long. */
  authenticate(email: string, password: string): Promise<UserEntity | null> {
    return new Promise((resolve, reject) => {
      const done = (error: unknown, user?: UserEntity | false | null) => (error ? reject(error) : resolve(user || null));
      const middleware: unknown = this.passport.authenticate('local', { session: false }, done);
      if (typeof middleware !== 'function') return reject(new Error('passport gave no middleware'));
      middleware({ headers: {}, body: { email, password } }, {}, done);
    });
  }

  private async verify(text: string, password: string): Promise<UserEntity | null> {
    const email = parseEmail(text);
    const user = email.ok ? await this.database.unit({ purpose: 'accounts' }, (tx) => tx.findOneBy(UserEntity, { emailKey: emailKey(email.value) })) : null;
    return (await isPassword(password, user?.passwordHash ?? null)) ? user : null;
  }
}
