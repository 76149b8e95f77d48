import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { dateInWords, languageOf } from '@lynkify/domain';
import { Database } from '../database/database.js';
import { ENVIRONMENT, type Environment } from '../environment.js';
import { signFanLink } from '../fans/fan-links.js';
import { optInWords } from '../fans/opt-in-words.js';
import { Jobs, type JobPayload } from '../jobs/jobs.js';
import { renderMail } from '../mail/mail-layout.js';
import { Mailer } from '../mail/mailer.js';
import { fill, reminderMailWords } from './reminder-mail-words.js';
import { reminderLimits } from './reminder-row.js';

/** Name of the job that sends one mail that asks for a confirmation. */
export const reminderMailJob = 'reminder-mail';

interface MailFacts {
  email: string;
  artist_name: string;
  title: string;
  wording: string;
  path: string;
  locale: string;
  asked_at: Date;
}

/** Sends the mail that asks a fan to confirm a reminder. As with joining, its links are made here and in no job. */
@Injectable()
export class ReminderMail implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly jobs: Jobs,
    private readonly mailer: Mailer,
    @Inject(ENVIRONMENT) private readonly environment: Environment,
  ) {}

  onModuleInit(): void {
    this.jobs.handle(reminderMailJob, (payload) => this.send(payload));
  }

  private async send({ workspaceId, reminderId }: JobPayload): Promise<void> {
    if (typeof workspaceId !== 'string' || typeof reminderId !== 'string') throw new Error('a mail about a reminder without its ids');
    const [facts] = await this.database.inWorkspace({ workspaceId }, (tx): Promise<MailFacts[]> => tx.query(mailFactsSql, [workspaceId, reminderId]));
    // Confirmed, called off, expired or erased since it was ordered.
    if (facts) await this.mailer.send({ to: facts.email, ...this.compose(workspaceId, reminderId, facts) });
  }

  private compose(workspaceId: string, reminderId: string, facts: MailFacts) {
    const { publicPagesUrl, linkKey } = this.environment;
    const confirmUrl = `${publicPagesUrl}/confirm/reminder/${signFanLink({ kind: 'confirm-reminder', workspaceId, reminderId }, linkKey)}`;
    const cancelUrl = `${publicPagesUrl}/unsubscribe/reminder/${signFanLink({ kind: 'cancel-reminder', workspaceId, reminderId }, linkKey)}`;
    const language = languageOf(facts.locale) ?? 'en';
    const words = reminderMailWords[language];
    const say = (text: string) =>
      fill(language, text, {
        title: facts.title,
        artist: facts.artist_name,
        wording: facts.wording,
        days: String(reminderLimits.days),
        url: `${publicPagesUrl}${facts.path}`,
        day: dateInWords(facts.asked_at, language) ?? '',
      });
    return {
      fromName: optInWords[language].from(facts.artist_name),
      subject: say(words.confirmSubject),
      ...renderMail({
        language,
        title: words.confirmTitle,
        paragraphs: [say(words.confirmText), say(words.asked), say(words.goodFor)],
        button: { label: words.confirmButton, url: confirmUrl },
        footer: { lines: [say(words.confirmWhy)], links: [{ label: words.neverMind, url: cancelUrl }] },
      }),
      // RFC 2369 and RFC 8058.
      headers: { 'List-Unsubscribe': `<${cancelUrl}>`, 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' },
    };
  }
}

const mailFactsSql = `
  select f.email, a.name as artist_name, r.title, c.wording, m.path, m.locale, m.asked_at
  from reminders m
  join fans f on f.workspace_id = m.workspace_id and f.id = m.fan_id
  join releases r on r.workspace_id = m.workspace_id and r.id = m.release_id
  join artists a on a.workspace_id = r.workspace_id and a.id = r.artist_id
  join consents c on c.workspace_id = m.workspace_id and c.id = m.consent_id
  where m.workspace_id = $1 and m.id = $2 and m.confirmed_at is null and m.cancelled_at is null and m.expires_at > now()`;
