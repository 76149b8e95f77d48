import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { platformName } from '@lynkify/platforms';
import { Database, type Transaction } from '../database/database.js';
import { ENVIRONMENT, type Environment } from '../environment.js';
import { type JobPayload, Jobs } from '../jobs/jobs.js';
import { renderMail } from '../mail/mail-layout.js';
import { Mailer, oneClickUnsubscribe } from '../mail/mailer.js';
import { linkActs, signLink } from '../mail/signed-link.js';

const digestJob = 'link-checks.digest';
const mailJob = 'link-checks.mail';
/** Links that a mail names; the dashboard has them all. */
const mostNamed = 20;

interface Problem {
  title: string;
  platform: string;
  state: 'gone' | 'moved';
}

interface Reader {
  email: string;
  workspaceName: string;
  hides: boolean;
}

/**
 * Tells owners and admins which destinations died or moved: one mail a day at the most, in the morning of the workspace,
 * and only about what they were not told yet.
 */
@Injectable()
export class LinkCheckMails implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly jobs: Jobs,
    private readonly mailer: Mailer,
    @Inject(ENVIRONMENT) private readonly environment: Environment,
  ) {}

  onModuleInit(): void {
    this.jobs.handle(digestJob, (payload) => this.gather(payload));
    this.jobs.handle(mailJob, (payload) => this.send(payload));
  }

  /** Has the next morning's mail sent; whatever else is found until then goes with it. */
  async order(tx: Transaction, workspaceId: string): Promise<void> {
    const [morning]: { at: Date }[] = await tx.query(
      `select (date_trunc('day', here) + interval '9 hours' + case when here::time < '09:00' then interval '0' else interval '1 day' end) at time zone time_zone as at
       from (select time_zone, now() at time zone time_zone as here from workspaces where id = $1) as clock`,
      [workspaceId],
    );
    if (morning) await this.jobs.enqueue(tx, digestJob, { workspaceId }, { key: `${digestJob}:${workspaceId}`, runAt: morning.at });
  }

  /** Marks what is new as told and orders a mail for each reader, in one transaction: nothing is told twice or to half of them. */
  private async gather({ workspaceId }: JobPayload): Promise<void> {
    if (typeof workspaceId !== 'string') throw new Error('a digest without its workspace');
    await this.database.inWorkspace({ workspaceId }, async (tx) => {
      const [told]: [{ reported_at: Date }[], number] = await tx.query(
        `update destinations set reported_at = now() where workspace_id = $1 and problem_since is not null and reported_at is null returning reported_at`,
        [workspaceId],
      );
      const [first] = told;
      if (!first) return;
      const readers: { user_id: string }[] = await tx.query(
        `select m.user_id from members m join workspaces w on w.id = m.workspace_id where m.workspace_id = $1 and w.link_check_mails and m.link_check_mails and m.role in ('owner', 'admin')`,
        [workspaceId],
      );
      for (const { user_id: userId } of readers) await this.jobs.enqueue(tx, mailJob, { workspaceId, userId, reportedAt: first.reported_at.toISOString() });
    });
  }

  private async send({ workspaceId, userId, reportedAt }: JobPayload): Promise<void> {
    if (typeof workspaceId !== 'string' || typeof userId !== 'string' || typeof reportedAt !== 'string') throw new Error('a mail about links without its facts');
    const facts = await this.database.inWorkspace({ workspaceId }, async (tx) => {
      const [reader]: Reader[] = await tx.query(
        `select u.email, w.name as "workspaceName", w.dead_links = 'hide' as hides from members m join users u on u.id = m.user_id join workspaces w on w.id = m.workspace_id
         where m.workspace_id = $1 and m.user_id = $2 and m.link_check_mails and m.role in ('owner', 'admin')`,
        [workspaceId, userId],
      );
      const problems: Problem[] = await tx.query(
        `select r.title, d.platform, d.check_state as state from destinations d join releases r on r.workspace_id = d.workspace_id and r.id = d.release_id
         where d.workspace_id = $1 and d.reported_at = $2 and d.problem_since is not null and d.offered and r.status = 'published' order by r.title, r.id, d.position`,
        [workspaceId, reportedAt],
      );
      return reader && problems.length > 0 ? { reader, problems } : null;
    });
    // Left the workspace, wants no more of them, or everything works again.
    if (!facts) return;
    const stopUrl = `${this.environment.publicApiUrl}/unsubscribe/${signLink(linkActs.stopLinkCheckMails, [workspaceId, userId], this.environment.linkKey)}`;
    await this.mailer.send({ to: facts.reader.email, ...this.write(facts.reader, facts.problems, stopUrl) });
  }

  private write({ workspaceName, hides }: Reader, problems: readonly Problem[], stopUrl: string) {
    const dead = problems.filter(({ state }) => state === 'gone');
    const { publicApiUrl } = this.environment;
    const title = dead.length > 0 ? deadInWords(dead.length) : movedInWords(problems.length);
    const more = problems.length - mostNamed;
    return {
      subject: `${title} (${workspaceName})`,
      ...renderMail({
        title,
        paragraphs: [
          problems.slice(0, mostNamed).map(({ title: release, platform, state }) => `“${release}” on ${platformName(platform)}: ${state === 'gone' ? 'there is nothing any more' : 'has moved to another address'}`).join('\n'),
          ...(more > 0 ? [`And ${more} more.`] : []),
          ...(dead.length > 0 ? [hides ? 'Your pages do not offer dead links until they work again.' : 'Your pages go on offering them. In the settings you can have them left out until they work again.'] : []),
        ],
        button: { label: 'See the links', url: `${publicApiUrl}/links` },
        footer: {
          lines: [`You get this mail because you are an owner or admin of ${workspaceName}. It comes once a day at the most, and only when links died or moved.`],
          links: [
            { label: 'Unsubscribe', url: stopUrl },
            { label: 'Switch them off for everyone', url: `${publicApiUrl}/settings/workspace` },
          ],
        },
      }),
      headers: oneClickUnsubscribe(stopUrl),
    };
  }
}

const deadInWords = (count: number) => (count === 1 ? 'A link leads nowhere' : `${count} links lead nowhere`);
const movedInWords = (count: number) => (count === 1 ? 'A link has moved' : `${count} links have moved`);
