import { Injectable } from '@nestjs/common';
import { accept, at, emailKey, parseEmail, parseName, refuse, type Refusal, type Result } from '@lynkify/domain';
import { networkOf, RateLimits } from '../access/rate-limits.js';
import { secretHash } from '../access/secrets.js';
import { Database, setScope, type Transaction } from '../database/database.js';
import { findInvitation, isFor, redeemInvitation } from '../invitations/redeem-invitation.js';
import { AccountMails } from './account-mails.js';
import { redeemToken, signUpBehind, voidTokens } from './account-tokens.js';
import { checkNewPassword, hashPassword } from './passwords.js';
import { confirmSignUp, forgetSignUp, keepSignUp, type Applicant } from './pending-sign-ups.js';
import { SessionsService, type StartedSession } from './sessions.service.js';

export interface SignUp {
  email: string;
  password: string;
  name: string;
  invitationToken?: string | null;
}

/** From nobody to an account whose address is known to be theirs. */
@Injectable()
export class SignUpService {
  constructor(
    private readonly database: Database,
    private readonly limits: RateLimits,
    private readonly mails: AccountMails,
    private readonly sessions: SessionsService,
  ) {}

  /**
   * Signs up. Whether the address has an account already is told to nobody but its owner, by mail: the answer, its cost
   * and what is limited are the same.
   */
  async signUp(input: SignUp, ip: string): Promise<Result<true>> {
    const email = parseEmail(input.email);
    const name = parseName(input.name);
    const password = checkNewPassword(input.password, email.ok ? email.value : '', ['password']);
    if (!email.ok || !name.ok || !password.ok) return { ok: false, errors: [email, name, password].flatMap((result): Refusal[] => (result.ok ? [] : result.errors)) };

    const limited = await this.spendMail(email.value, ip);
    if (!limited.ok) return limited;
    const applicant = { email: email.value, name: name.value, passwordHash: await hashPassword(password.value) };
    if (input.invitationToken) return this.signUpInvited(applicant, input.invitationToken);

    await this.database.unit({ purpose: 'accounts' }, async (tx) => {
      const userId = await apply(tx, applicant);
      const knownId = userId ?? (await userIdOf(tx, applicant.email));
      // Kept for a confirmed account too: signing in with what was typed here must not tell the one from the other.
      const signUpId = knownId && (await keepSignUp(tx, knownId, applicant));
      await this.mails.enqueue(tx, knownId, userId ? 'confirm-email' : 'account-exists', signUpId);
    });
    return accept(true);
  }

  /**
   * Confirms an address by the link in the mail, and signs in: whoever can read the mail is its owner. The account gets
   * the password of the sign-up that this very mail was sent for; all others for the address end with it.
   */
  async confirmEmail(token: string, agent: string | undefined): Promise<Result<StartedSession, 'TOKEN_INVALID'>> {
    return this.database.unit({ secretHash: secretHash(token) }, async (tx) => {
      const found = await signUpBehind(tx, token);
      if (!found) return linkIsDead();
      const { userId, signUpId } = found;
      // The account before its tokens, whatever link is followed: two mails at once wait for each other instead of both.
      await setScope(tx, { userId });
      await tx.query('select 1 from users where id = $1 for update', [userId]);
      const redeemed = await redeemToken(tx, token, 'confirm-email');
      if (!redeemed || !(await confirmSignUp(tx, userId, signUpId))) return linkIsDead();
      await voidTokens(tx, userId, 'confirm-email');
      await forgetSignUp(tx, signUpId);
      return accept(await this.sessions.start(tx, userId, agent));
    });
  }

  /** Sends the mail of a sign-up once more, within the limits of mails: the link, or that there is an account already. */
  async sendAgain(user: { id: string; email: string; emailConfirmedAt: Date | null }, signUpId: string, ip: string): Promise<void> {
    const limited = await this.spendMail(user.email, ip);
    if (limited.ok) await this.database.unit({ userId: user.id }, (tx) => this.mails.enqueue(tx, user.id, user.emailConfirmedAt ? 'account-exists' : 'confirm-email', signUpId));
  }

  /** Counts a mail that somebody who is not signed in has us send. */
  async spendMail(email: string, ip: string): Promise<Result<true, 'TOO_MANY_TRIES'>> {
    const address = await this.limits.spend('mail-address', networkOf(ip));
    return address.ok ? this.limits.spend('mail-account', emailKey(email)) : address;
  }

  /** The invitation came to this very address, so its link has shown already whose the address is. */
  private async signUpInvited(applicant: Applicant, token: string): Promise<Result<true>> {
    return this.database.unit({ purpose: 'accounts', secretHash: secretHash(token) }, async (tx) => {
      const invitation = await findInvitation(tx, token);
      if (!invitation || !isFor(invitation, applicant.email)) {
        return at(['invitationToken'], refuse('INVITATION_INVALID', [], 'This invitation is not open any more, or it went to another address. Ask for a new one, or sign up without it.'));
      }
      const userId = await apply(tx, applicant);
      if (!userId) {
        await this.mails.enqueue(tx, await userIdOf(tx, applicant.email), 'account-exists');
        return accept(true);
      }
      await tx.query('update users set email_confirmed_at = now() where id = $1', [userId]);
      await setScope(tx, { userId });
      await voidTokens(tx, userId, 'confirm-email');
      await redeemInvitation(tx, token, userId);
      return accept(true);
    });
  }
}

const linkIsDead = () => refuse('TOKEN_INVALID', ['token'], 'This link was used already or is too old. Sign in to get a new one.');

/**
 * Makes the user; null when the address has a confirmed account. An unconfirmed one belongs to nobody yet: who
 * confirms first has it.
 */
async function apply(tx: Transaction, { email, name, passwordHash }: Applicant): Promise<string | null> {
  const rows: { id: string }[] = await tx.query(
    `insert into users (email, name, password_hash) values ($1, $2, $3)
     on conflict on constraint users_email_key do update set name = excluded.name, password_hash = excluded.password_hash, updated_at = now()
       where users.email_confirmed_at is null
     returning id`,
    [email, name, passwordHash],
  );
  return rows[0]?.id ?? null;
}

async function userIdOf(tx: Transaction, email: string): Promise<string | null> {
  const rows: { id: string }[] = await tx.query('select id from users where email_key = $1', [emailKey(email)]);
  return rows[0]?.id ?? null;
}
