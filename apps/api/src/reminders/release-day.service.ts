import { Inject, Injectable, type OnModuleDestroy, type OnModuleInit } from '@nestjs/common';
import { expiryOf, reminderDays, type SmartLinkDocument } from '@lynkify/domain';
import { Database, type Transaction } from '../database/database.js';
import { ENVIRONMENT, type Environment } from '../environment.js';
import { signFanLink } from '../fans/fan-links.js';
import { Jobs } from '../jobs/jobs.js';
import { Log } from '../log.js';
import { Mailer, MailRefused } from '../mail/mailer.js';
import { orderMails, releaseDayJob } from './order-mails.js';
import { publishedRelease } from './published-release.js';
import { releaseDayMail } from './release-day-mail.js';

/** One go ends before the next is looked for. */
const goTime = 50_000;
/** Taken at once; a program that is killed leaves no more than these for later. */
const batch = 40;
/** Mails that are on their way side by side, as many as the mailer has connections. */
const atOnce = 4;
/** A mail that the server does not take is tried so often, with growing pauses. */
const tries = { most: 6, pauseMinutes: 10 } as const;

interface DueRelease {
  workspace_id: string;
  release_id: string;
}

interface Taken {
  id: string;
  fan_id: string;
  email: string;
  country: string | null;
  platform: string | null;
  locale: string;
  path: string;
  asked_at: Date;
  attempts: number;
}

interface Page {
  path: string;
  document: SmartLinkDocument;
}

/**
 * On release day sends everybody who confirmed one mail. What counts as the day is what the public page says, so a date that
 * was moved and published moves the mails, and a page that is down sends none until it is up again. No mail is sent twice: a
 * reminder is marked as sent before the last line of its mail leaves, without which no server takes it.
 */
@Injectable()
export class ReleaseDayService implements OnModuleInit, OnModuleDestroy {
  private readonly stop = new AbortController();

  constructor(
    private readonly database: Database,
    private readonly jobs: Jobs,
    private readonly mailer: Mailer,
    private readonly log: Log,
    @Inject(ENVIRONMENT) private readonly environment: Environment,
  ) {}

  onModuleInit(): void {
    this.jobs.handle(releaseDayJob, () => this.sendDue());
    this.jobs.every('* * * * *', 'release-day-due', () => this.lookForDue());
    this.jobs.every('47 2 * * *', 'reminders-forget', () => this.forgetOld());
  }

  onModuleDestroy(): void {
    this.stop.abort();
  }

  /** Orders the sending where a moment has come. */
  async lookForDue(): Promise<void> {
    await this.database.unit({ purpose: 'maintenance' }, async (tx) => {
      if ((await dueReleases(tx)).length > 0) await orderMails(tx);
    });
  }

  /** Sends what is due for most of a minute, and orders the rest. */
  async sendDue(): Promise<void> {
    const end = Date.now() + goTime;
    const due = await this.database.unit({ purpose: 'maintenance' }, (tx) => dueReleases(tx));
    const pace = new Pace(this.environment.mailRate);
    for (const { workspace_id: workspaceId, release_id: releaseId } of due) {
      while (Date.now() < end && !this.stop.signal.aborted) if (!(await this.sendBatch(workspaceId, releaseId, pace))) break;
    }
    if (Date.now() >= end || this.stop.signal.aborted) await this.database.unit({ purpose: 'maintenance' }, (tx) => orderMails(tx));
  }

  /** @returns whether there may be more */
  private async sendBatch(workspaceId: string, releaseId: string, pace: Pace): Promise<boolean> {
    const found = await this.database.inWorkspace({ workspaceId }, async (tx): Promise<{ page: Page; taken: Taken[] } | null> => {
      const page = await publishedRelease(tx, workspaceId, releaseId);
      return page && isOut(page.document) ? { page, taken: await take(tx, workspaceId, releaseId) } : null;
    });
    if (!found) return false;
    const waiting = [...found.taken];
    const back: Taken[] = [];
    const lane = async (): Promise<void> => {
      for (let next = waiting.shift(); next; next = waiting.shift()) {
        await pace.turn();
        if (this.stop.signal.aborted || !(await this.sendOne(workspaceId, found.page, next))) back.push(next);
      }
    };
    await Promise.all(Array.from({ length: atOnce }, lane));
    if (back.length > 0) await this.giveBack(workspaceId, back);
    return found.taken.length === batch && back.length < batch;
  }

  /** @returns false when the mail has certainly not left, through no fault of its own */
  private async sendOne(workspaceId: string, page: Page, fan: Taken): Promise<boolean> {
    const { publicPagesUrl, linkKey } = this.environment;
    const unsubscribeUrl = `${publicPagesUrl}/unsubscribe/${signFanLink({ kind: 'unsubscribe', workspaceId, fanId: fan.fan_id, artistId: page.document.artist.id }, linkKey)}`;
    const mail = releaseDayMail(page, { ...fan, askedAt: fan.asked_at }, { pagesUrl: publicPagesUrl, unsubscribeUrl, now: Date.now() });
    let marked = false;
    const beforeLastLine = async () => {
      await this.markSent(workspaceId, fan.id);
      marked = true;
    };
    try {
      await this.mailer.send({ to: fan.email, ...mail, messageId: `<reminder.${fan.id}@${this.mailer.host}>`, beforeLastLine });
      return true;
    } catch (error) {
      // Who called it off meanwhile is no failure.
      if (error instanceof NotWanted) return true;
      this.log.warn({ err: error, reminder: fan.id, attempts: fan.attempts }, 'a release-day mail was not taken');
      // Once it is marked and nobody answered, the mail may have arrived: it is not sent again.
      if (!(error instanceof MailRefused)) return marked;
      await this.refused(workspaceId, fan.id, error.forGood);
      return true;
    }
  }

  /** For a minute later. That they are marked may have been written all the same, when the database did not answer to it. */
  private async giveBack(workspaceId: string, fans: readonly Taken[]): Promise<void> {
    await this.database.inWorkspace({ workspaceId }, (tx) =>
      tx.query(
        `update reminders m set sent_at = null, attempts = m.attempts - 1, try_at = now() + interval '1 minute'
         from unnest($2::uuid[], $3::int[]) as taken (id, attempts) where m.workspace_id = $1 and m.id = taken.id and m.attempts = taken.attempts`,
        [workspaceId, fans.map(({ id }) => id), fans.map(({ attempts }) => attempts)],
      ),
    );
  }

  /** The moment from which the mail counts as sent. @throws when it is not to be sent any more */
  private async markSent(workspaceId: string, id: string): Promise<void> {
    const [rows]: [unknown[], number] = await this.database.inWorkspace({ workspaceId }, (tx) =>
      tx.query(`update reminders set sent_at = now() where workspace_id = $1 and id = $2 and sent_at is null and cancelled_at is null and confirmed_at is not null returning id`, [workspaceId, id]),
    );
    if (rows.length === 0) throw new NotWanted('this mail is not wanted any more');
  }

  /** The server said no: it does not have the mail. An address that there is not is not tried again. */
  private async refused(workspaceId: string, id: string, forGood: boolean): Promise<void> {
    const attempts = forGood ? tries.most : null;
    await this.database.inWorkspace({ workspaceId }, (tx) =>
      tx.query(`update reminders set sent_at = null, attempts = coalesce($3, attempts) where workspace_id = $1 and id = $2`, [workspaceId, id, attempts]),
    );
  }

  /** Requests that nobody answered, and whose release was long ago: the fan stays, and so does the ledger. */
  async forgetOld(): Promise<void> {
    const workspaces: { id: string }[] = await this.database.unit({ purpose: 'maintenance' }, (tx) => tx.query('select id from workspaces order by id'));
    for (const { id } of workspaces) {
      await this.database.inWorkspace({ workspaceId: id }, (tx) => tx.query(`delete from reminders where workspace_id = $1 and confirmed_at is null and expires_at < now() - interval '90 days'`, [id]));
    }
  }
}

class NotWanted extends Error {}

/** Lets so many begin in a second, evenly. */
class Pace {
  private next = 0;

  constructor(private readonly perSecond: number) {}

  async turn(): Promise<void> {
    const now = Date.now();
    const at = Math.max(now, this.next);
    this.next = at + 1_000 / this.perSecond;
    if (at > now) await new Promise((resolve) => setTimeout(resolve, at - now));
  }
}

const waits = `m.confirmed_at is not null and m.cancelled_at is null and m.sent_at is null and m.attempts < ${tries.most} and (m.try_at is null or m.try_at <= now())`;

/** Releases whose moment has come, as the public sees it, and for which somebody waits. */
function dueReleases(tx: Transaction): Promise<DueRelease[]> {
  return tx.query(
    `select p.workspace_id, p.release_id from published_pages p
     where p.released_at <= now() and p.released_at > now() - make_interval(days => ${reminderDays}) and p.release_id is not null
       and exists (select from reminders m where m.workspace_id = p.workspace_id and m.release_id = p.release_id and ${waits})
     order by p.released_at, p.release_id`,
  );
}

function isOut(document: SmartLinkDocument): boolean {
  const now = Date.now();
  const moment = document.release.releasedAt === null ? Number.POSITIVE_INFINITY : Date.parse(document.release.releasedAt);
  return moment <= now && moment > now - reminderDays * 86_400_000 && now < expiryOf(document);
}

/** Takes the next ones for this go. What is not marked as sent by then, whatever became of the program, comes again later. */
async function take(tx: Transaction, workspaceId: string, releaseId: string): Promise<Taken[]> {
  return tx.query(
    `with taken as (
       update reminders t set attempts = t.attempts + 1, try_at = now() + make_interval(mins => $3 * (t.attempts + 1))
       where t.workspace_id = $1 and t.id in (
         select m.id from reminders m where m.workspace_id = $1 and m.release_id = $2 and ${waits} order by m.confirmed_at, m.id limit ${batch} for update skip locked)
       returning t.*
     ) select taken.id, taken.fan_id, f.email, f.country, taken.platform, taken.locale, taken.path, taken.asked_at, taken.attempts
     from taken join fans f on f.workspace_id = taken.workspace_id and f.id = taken.fan_id order by taken.confirmed_at, taken.id`,
    [workspaceId, releaseId, tries.pauseMinutes],
  );
}
