import { Injectable } from '@nestjs/common';
import { accept, emailKey, parseEmail, refuse, type Result } from '@lynkify/domain';
import { RateLimits } from '../access/rate-limits.js';
import { secretHash } from '../access/secrets.js';
import { Database, setScope, type Transaction } from '../database/database.js';
import { AccountMails } from './account-mails.js';
import { redeemToken, voidTokens } from './account-tokens.js';
import { checkNewPassword, hashPassword, isPassword } from './passwords.js';
import { SessionEntity } from './session.entity.js';
import { SessionsService, type StartedSession } from './sessions.service.js';
import { SignUpService } from './sign-up.service.js';
import { UserEntity } from './user.entity.js';

/** A new password, by the old one or by mail. Either ends every other session and says so by mail. */
@Injectable()
export class PasswordChangesService {
  constructor(
    private readonly database: Database,
    private readonly limits: RateLimits,
    private readonly mails: AccountMails,
    private readonly sessions: SessionsService,
    private readonly signUps: SignUpService,
  ) {}

  /** Sends a link to choose a new password, if there is such an account; the answer does not tell. */
  async requestReset(text: string, ip: string): Promise<Result<true>> {
    const email = parseEmail(text);
    if (!email.ok) return email;
    const limited = await this.signUps.spendMail(email.value, ip);
    if (!limited.ok) return limited;
    await this.database.unit({ purpose: 'accounts' }, async (tx) => {
      const user = await tx.findOneBy(UserEntity, { emailKey: emailKey(email.value) });
      await this.mails.enqueue(tx, user?.id ?? null, 'reset-password');
    });
    return accept(true);
  }

  /** Sets a password by the link in the mail and signs in. The mail has shown whose the address is, so it is confirmed. */
  async reset(token: string, password: string, agent: string | undefined): Promise<Result<StartedSession>> {
    const checked = checkNewPassword(password, '', ['password']);
    if (!checked.ok) return checked;
    const passwordHash = await hashPassword(password);
    const outcome = await this.database.unit({ secretHash: secretHash(token) }, async (tx): Promise<Result<{ session: StartedSession; email: string }>> => {
      const userId = await redeemToken(tx, token, 'reset-password');
      if (!userId) return refuse('TOKEN_INVALID', ['token'], 'This link was used already or is too old. Ask for a new one.');
      await setScope(tx, { userId });
      const user = await tx.findOneByOrFail(UserEntity, { id: userId });
      // Refused, the token stays good: the transaction is taken back.
      const fits = checkNewPassword(password, user.email, ['password']);
      if (!fits.ok) return fits;
      await this.replace(tx, user, passwordHash);
      await tx.delete(SessionEntity, { userId });
      return accept({ session: await this.sessions.start(tx, userId, agent), email: user.email });
    });
    if (!outcome.ok) return outcome;
    await this.limits.forget('sign-in-account', emailKey(outcome.value.email));
    return accept(outcome.value.session);
  }

  /** Changes the password of who is signed in; this session goes on, the others end. */
  async change(viewer: { userId: string; sessionId: string }, currentPassword: string, newPassword: string): Promise<Result<true>> {
    const user = await this.database.unit({ userId: viewer.userId }, (tx) => tx.findOneByOrFail(UserEntity, { id: viewer.userId }));
    // A stolen session must not become a place to guess the password in.
    const tries = await this.limits.spend('sign-in-account', user.emailKey);
    if (!tries.ok) return tries;
    if (!(await isPassword(currentPassword, user.passwordHash))) return refuse('PASSWORD_WRONG', ['currentPassword'], 'This is not your password until now.');
    await this.limits.forget('sign-in-account', user.emailKey);
    const checked = checkNewPassword(newPassword, user.email, ['newPassword']);
    if (!checked.ok) return checked;
    const passwordHash = await hashPassword(newPassword);
    await this.database.unit({ userId: user.id }, async (tx) => {
      await this.replace(tx, user, passwordHash);
    });
    await this.sessions.endOthers(user.id, viewer.sessionId);
    return accept(true);
  }

  private async replace(tx: Transaction, user: UserEntity, passwordHash: string): Promise<void> {
    await tx.query('update users set password_hash = $2, email_confirmed_at = coalesce(email_confirmed_at, now()), updated_at = now() where id = $1', [user.id, passwordHash]);
    await voidTokens(tx, user.id, 'reset-password');
    await voidTokens(tx, user.id, 'confirm-email');
    await this.mails.enqueue(tx, user.id, 'password-changed');
  }
}
