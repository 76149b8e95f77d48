import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { dateInWords, languageOf } from '@lynkify/domain';
import { Database } from '../database/database.js';
import { ENVIRONMENT, type Environment } from '../environment.js';
import { Jobs, type JobPayload } from '../jobs/jobs.js';
import { renderMail } from '../mail/mail-layout.js';
import { Mailer, oneClickUnsubscribe } from '../mail/mailer.js';
import { signFanLink } from './fan-links.js';
import { optInLimits } from './opt-in-limits.js';
import { optInWords } from './opt-in-words.js';

/** Name of the job that sends one confirmation mail. */
export const optInMailJob = 'opt-in-mail';

interface MailFacts {
  email: string;
  fan_id: string;
  artist_id: string;
  artist_name: string;
  wording: string;
  path: string;
  locale: string | null;
  given_at: Date;
}

/** Sends the mail that asks a fan to confirm. The links in it are made here, so no job holds a token or an address. */
@Injectable()
export class OptInMail implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly jobs: Jobs,
    private readonly mailer: Mailer,
    @Inject(ENVIRONMENT) private readonly environment: Environment,
  ) {}

  onModuleInit(): void {
    this.jobs.handle(optInMailJob, (payload) => this.send(payload));
  }

  private async send(payload: JobPayload): Promise<void> {
    const { workspaceId, optInId } = payload;
    if (typeof workspaceId !== 'string' || typeof optInId !== 'string') throw new Error('an opt-in mail without its ids');
    const facts = await this.database.inWorkspace({ workspaceId }, async (tx): Promise<MailFacts | undefined> => {
      const [row]: MailFacts[] = await tx.query(mailFactsSql, [workspaceId, optInId]);
      return row;
    });
    // Confirmed, withdrawn, expired or erased since it was ordered: there is nothing to ask any more.
    if (!facts) return;
    // The moment before it leaves: a fan who is quick confirms before the mail server's answer is written down here.
    const leftAt = new Date();
    await this.mailer.send({ to: facts.email, ...this.compose(workspaceId, optInId, facts) });
    await this.database.inWorkspace({ workspaceId }, (tx) =>
      tx.query(`update opt_ins set mailed_at = mailed_at || $3::timestamptz where workspace_id = $1 and id = $2`, [workspaceId, optInId, leftAt]),
    );
  }

  private compose(workspaceId: string, optInId: string, facts: MailFacts) {
    const { publicPagesUrl, linkKey } = this.environment;
    const confirmUrl = `${publicPagesUrl}/confirm/${signFanLink({ kind: 'confirm', workspaceId, optInId }, linkKey)}`;
    const unsubscribeUrl = `${publicPagesUrl}/unsubscribe/${signFanLink({ kind: 'unsubscribe', workspaceId, fanId: facts.fan_id, artistId: facts.artist_id }, linkKey)}`;
    // The language of the page that they joined on.
    const language = languageOf(facts.locale) ?? 'en';
    const words = optInWords[language];
    const day = dateInWords(facts.given_at, language) ?? '';
    return {
      fromName: words.from(facts.artist_name),
      subject: words.subject(facts.artist_name),
      ...renderMail({
        language,
        title: words.title,
        paragraphs: [words.confirm(facts.artist_name), words.said(facts.wording), words.until(optInLimits.days)],
        button: { label: words.button, url: confirmUrl },
        footer: {
          lines: [words.why(`${publicPagesUrl}${facts.path}`, day)],
          links: [{ label: words.unsubscribe, url: unsubscribeUrl }],
        },
      }),
      headers: oneClickUnsubscribe(unsubscribeUrl),
    };
  }
}

const mailFactsSql = `
  select fans.email, fans.id as fan_id, artists.id as artist_id, artists.name as artist_name, consents.wording, opt_ins.path, consents.locale, consents.at as given_at
  from opt_ins
  join fans on fans.workspace_id = opt_ins.workspace_id and fans.id = opt_ins.fan_id
  join artists on artists.workspace_id = opt_ins.workspace_id and artists.id = opt_ins.artist_id
  join consents on consents.workspace_id = opt_ins.workspace_id and consents.id = opt_ins.consent_id
  where opt_ins.workspace_id = $1 and opt_ins.id = $2 and confirmed_at is null and expires_at > now()`;
