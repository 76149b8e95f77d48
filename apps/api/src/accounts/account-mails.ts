import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { Database, setScope, type Transaction } from '../database/database.js';
import { ENVIRONMENT, type Environment } from '../environment.js';
import { Jobs, type JobPayload } from '../jobs/jobs.js';
import { renderMail, type MailContent } from '../mail/mail-layout.js';
import { Mailer } from '../mail/mailer.js';
import { issueToken } from './account-tokens.js';
import { pendingSignUps } from './pending-sign-ups.js';
import { UserEntity } from './user.entity.js';

export type AccountMail = 'confirm-email' | 'account-exists' | 'reset-password' | 'password-changed';

const jobName = 'accounts.mail';

/**
 * The mails about an account. Tokens are made while a mail is sent, never before: the job's row knows the user's id and
 * nothing that would open their account.
 */
@Injectable()
export class AccountMails implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly jobs: Jobs,
    private readonly mailer: Mailer,
    @Inject(ENVIRONMENT) private readonly environment: Environment,
  ) {}

  onModuleInit(): void {
    this.jobs.handle(jobName, (payload) => this.send(payload));
  }

  /**
   * Has a mail sent once this transaction is done. To nobody (null) there is nothing to send, at the same cost.
   * @param signUpId of 'confirm-email': the sign-up that its link confirms
   */
  async enqueue(tx: Transaction, userId: string | null, mail: AccountMail, signUpId: string | null = null): Promise<void> {
    await this.jobs.enqueue(tx, jobName, { userId, mail, signUpId });
  }

  private async send({ userId, mail, signUpId }: JobPayload): Promise<void> {
    if (typeof userId !== 'string') return;
    const prepared = await this.database.unit({ userId, purpose: 'accounts' }, async (tx) => {
      const user = await tx.findOneBy(UserEntity, { id: userId });
      if (!user) return null;
      await setScope(tx, { userId });
      const written = await this.write(tx, user, mail, signUpId);
      return written && { to: user.email, ...written };
    });
    if (prepared) await this.mailer.send({ to: prepared.to, subject: prepared.subject, ...renderMail(prepared.content) });
  }

  private async write(tx: Transaction, user: UserEntity, mail: JobPayload[string] | undefined, signUpId: JobPayload[string] | undefined): Promise<{ subject: string; content: MailContent } | null> {
    switch (mail) {
      case 'confirm-email':
        return this.writeConfirmation(tx, user, signUpId);
      case 'reset-password':
        return resetPassword(this.link('/reset-password', await issueToken(tx, user.id, 'reset-password')));
      case 'account-exists':
        return accountExists(this.link('/sign-in'), this.link('/forgot-password'));
      case 'password-changed':
        return passwordChanged(this.link('/forgot-password'));
      default:
        throw new Error('an account mail of an unknown kind');
    }
  }

  private async writeConfirmation(tx: Transaction, user: UserEntity, signUpId: JobPayload[string] | undefined): Promise<{ subject: string; content: MailContent } | null> {
    // Another sign-up for the address was confirmed meanwhile.
    if (user.emailConfirmedAt) return null;
    const pending = await pendingSignUps(tx, user.id);
    if (typeof signUpId !== 'string' || !pending.includes(signUpId)) return null;
    return confirmEmail(this.link('/confirm-email', await issueToken(tx, user.id, 'confirm-email', signUpId)), this.link('/forgot-password'), pending.length > 1);
  }

  private link(path: string, token?: string): string {
    return `${this.environment.publicApiUrl}${path}${token ? `?token=${token}` : ''}`;
  }
}

const why = 'You get this mail because this address was entered at Lynkify.';

function confirmEmail(url: string, forgot: string, amongOthers: boolean): { subject: string; content: MailContent } {
  return {
    subject: 'Confirm your email address',
    content: {
      title: 'Confirm your email address',
      paragraphs: [
        'One step is left: show that this address is yours. The link works once, for 24 hours.',
        ...(amongOthers ? ['This address was entered more than once. Each mail stands for the password that was typed that time: if any of those times was not you, follow no link and choose a new password instead.'] : []),
      ],
      button: { label: 'Confirm address', url },
      footer: { lines: [why, 'If you did not sign up just now, do nothing: without this step the account cannot be used.'], links: amongOthers ? [{ label: 'Choose a new password', url: forgot }] : [] },
    },
  };
}

function accountExists(signIn: string, forgot: string): { subject: string; content: MailContent } {
  return {
    subject: 'You already have an account',
    content: {
      title: 'You already have an account',
      paragraphs: ['Somebody, probably you, signed up with this address. There is an account for it already, and nothing about it has changed.'],
      button: { label: 'Sign in', url: signIn },
      footer: { lines: [why, 'If it was not you, you need not do anything.'], links: [{ label: 'Choose a new password', url: forgot }] },
    },
  };
}

function resetPassword(url: string): { subject: string; content: MailContent } {
  return {
    subject: 'Choose a new password',
    content: {
      title: 'Choose a new password',
      paragraphs: ['Somebody, probably you, asked for a new password for the account with this address. The link works once, for an hour.'],
      button: { label: 'Choose a password', url },
      footer: { lines: [why, 'If it was not you, do nothing: your password stays as it is.'] },
    },
  };
}

function passwordChanged(forgot: string): { subject: string; content: MailContent } {
  return {
    subject: 'Your password was changed',
    content: {
      title: 'Your password was changed',
      paragraphs: ['The password of your account was just changed, and everywhere else you were signed out.', 'If it was not you, choose a new password now.'],
      button: { label: 'Choose a new password', url: forgot },
      footer: { lines: ['You get this mail because it concerns the safety of your account.'] },
    },
  };
}
