import { Inject, Injectable } from '@nestjs/common';
import { accept, refuse, type Result } from '@lynkify/domain';
import { Consents, type ConsentMethod } from '../consents/consents.service.js';
import { Database, type Transaction } from '../database/database.js';
import { ENVIRONMENT, type Environment } from '../environment.js';
import { callOffReminders } from '../reminders/call-off.js';
import { readFanLink } from './fan-links.js';
import type { OptInRow } from './opt-ins.service.js';

export type AnswerRefusal = 'TOKEN_INVALID' | 'TOKEN_EXPIRED';

/** Whom the answer was about, for the page that thanks. */
export interface AnsweredArtist {
  artistName: string | null;
  artistHandle: string | null;
}

const invalid = () => refuse('TOKEN_INVALID', ['token'], 'This link is not complete. Open it again from the mail, or copy all of it.');
const expired = () => refuse('TOKEN_EXPIRED', ['token'], 'This link has expired. Join again on the page, and a new one comes by mail.');

/**
 * What a fan answers by the links in a mail. Every answer may come twice, late (the durable road) or out of order: what
 * counts is when the button was pressed, and the later press wins.
 */
@Injectable()
export class OptInAnswers {
  constructor(
    private readonly database: Database,
    private readonly consents: Consents,
    @Inject(ENVIRONMENT) private readonly environment: Environment,
  ) {}

  /** The fan pressed “Confirm” at this moment. */
  async confirm(token: string, pressedAt: Date = new Date()): Promise<Result<AnsweredArtist, AnswerRefusal>> {
    const link = readFanLink(token, this.environment.linkKey);
    if (link?.kind !== 'confirm') return invalid();
    const at = notInFuture(pressedAt);
    return this.database.inWorkspace(link, async (tx): Promise<Result<AnsweredArtist, AnswerRefusal>> => {
      const optIn = await lockOptIn(tx, link.workspaceId, link.optInId);
      if (!optIn) return invalid();
      if (!optIn.confirmed_at) {
        if (optIn.expires_at < at) return expired();
        await tx.query(`update opt_ins set confirmed_at = $3 where workspace_id = $1 and id = $2`, [link.workspaceId, optIn.id, at]);
        await tx.query(
          `update fans set verified_at = coalesce(verified_at, $3),
             unsubscribed_at = case when unsubscribed_at <= $3 then null else unsubscribed_at end
           where workspace_id = $1 and id = $2`,
          [link.workspaceId, optIn.fan_id, at],
        );
        await this.consents.recordConfirmed(tx, link.workspaceId, optIn.consent_id, at);
      }
      return accept(await artistOf(tx, link.workspaceId, optIn.artist_id));
    });
  }

  /** The fan pressed “Unsubscribe” at this moment, on our page or in their mail program. Somebody who is no longer there is unsubscribed too. */
  async unsubscribe(token: string, { oneClick = false, pressedAt = new Date() }: { oneClick?: boolean; pressedAt?: Date } = {}): Promise<Result<AnsweredArtist, AnswerRefusal>> {
    const link = readFanLink(token, this.environment.linkKey);
    if (link?.kind !== 'unsubscribe') return invalid();
    return this.database.inWorkspace(link, async (tx) => {
      await this.withdraw(tx, link.workspaceId, link.fanId, oneClick ? 'one-click' : 'unsubscribe-link', notInFuture(pressedAt));
      return accept(await artistOf(tx, link.workspaceId, link.artistId));
    });
  }

  /** Ends everything that the fan agreed to in this workspace, unless they confirmed again after that moment. */
  async withdraw(tx: Transaction, workspaceId: string, fanId: string, method: ConsentMethod, at: Date): Promise<void> {
    const [fan]: { id: string }[] = await tx.query(`select id from fans where workspace_id = $1 and id = $2 for update`, [workspaceId, fanId]);
    if (!fan) return;
    await callOffReminders(tx, workspaceId, fanId, at);
    const later: unknown[] = await tx.query(`select 1 from opt_ins where workspace_id = $1 and fan_id = $2 and confirmed_at > $3 limit 1`, [workspaceId, fanId, at]);
    if (later.length > 0) return;
    await tx.query(`update fans set unsubscribed_at = coalesce(unsubscribed_at, $3) where workspace_id = $1 and id = $2`, [workspaceId, fanId, at]);
    // A link that still waits in the inbox must not bring them back.
    await tx.query(
      `update opt_ins set expires_at = $3 where workspace_id = $1 and fan_id = $2 and confirmed_at is null and requested_at <= $3 and expires_at > $3`,
      [workspaceId, fanId, at],
    );
    await this.consents.recordWithdrawn(tx, workspaceId, fanId, method, at);
  }
}

/** A renderer's clock that runs ahead must not date an answer after everything else. */
const notInFuture = (moment: Date) => new Date(Math.min(moment.getTime(), Date.now()));

/** The fan's row first, as captures do it, so that neither waits for the other in a circle. */
async function lockOptIn(tx: Transaction, workspaceId: string, optInId: string): Promise<OptInRow | undefined> {
  await tx.query(
    `select id from fans where workspace_id = $1 and id = (select fan_id from opt_ins where workspace_id = $1 and id = $2) for update`,
    [workspaceId, optInId],
  );
  const [row]: OptInRow[] = await tx.query(`select * from opt_ins where workspace_id = $1 and id = $2 for update`, [workspaceId, optInId]);
  return row;
}

async function artistOf(tx: Transaction, workspaceId: string, artistId: string): Promise<AnsweredArtist> {
  const [row]: { name: string; handle: string }[] = await tx.query(`select name, handle from artists where workspace_id = $1 and id = $2`, [workspaceId, artistId]);
  return { artistName: row?.name ?? null, artistHandle: row?.handle ?? null };
}
