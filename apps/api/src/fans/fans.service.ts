import { Injectable } from '@nestjs/common';
import { accept, cleanText, codePoints, refuse, titleLength, type Result, type Viewer } from '@lynkify/domain';
import { requireInWorkspace } from '../access/access.js';
import { Database, type Transaction } from '../database/database.js';
import { isId } from '../database/ids.js';
import { EventStore } from '../events/event-store.js';
import { notFound } from '../request-error.js';
import { selectFans, type FanRow } from './fan-row.js';
import { OptInAnswers } from './opt-in-answers.service.js';
import { OptIns } from './opt-ins.service.js';

export type ResendRefusal = 'ALREADY_VERIFIED' | 'UNSUBSCRIBED' | 'NO_CONSENT' | 'TOO_SOON' | 'RESEND_LIMIT';

/** What members do with one fan. */
@Injectable()
export class FansService {
  constructor(
    private readonly database: Database,
    private readonly optIns: OptIns,
    private readonly answers: OptInAnswers,
    private readonly events: EventStore,
  ) {}

  async fan(viewer: Viewer, fanId: string): Promise<FanRow | null> {
    const inside = requireInWorkspace(viewer, 'fans:read');
    return isId(fanId) ? this.database.inWorkspace(inside, (tx) => findFan(tx, inside.workspaceId, fanId)) : null;
  }

  /** Changes what a member may know better than the form. The address is the fan's own and stays. */
  async updateFan(viewer: Viewer, fanId: string, change: { name?: string | null }): Promise<Result<FanRow, 'TEXT_TOO_LONG'>> {
    const inside = requireInWorkspace(viewer, 'fans:write');
    const name = change.name === undefined ? null : cleanText(change.name ?? '');
    if (name !== null && codePoints(name) > titleLength.max) return refuse('TEXT_TOO_LONG', ['name'], `The name is too long; at most ${titleLength.max} characters fit.`);
    return this.database.inWorkspace(inside, async (tx) => {
      await lockFan(tx, inside.workspaceId, fanId);
      await tx.query('update fans set name = coalesce($3, name) where workspace_id = $1 and id = $2', [inside.workspaceId, fanId, name]);
      return accept(await requireFan(tx, inside.workspaceId, fanId));
    });
  }

  /** Asks an unverified fan once more, as often as the limits of opt-in mails allow. */
  async resendConfirmation(viewer: Viewer, fanId: string): Promise<Result<FanRow, ResendRefusal>> {
    const inside = requireInWorkspace(viewer, 'fans:write');
    const { workspaceId } = inside;
    return this.database.inWorkspace(inside, async (tx): Promise<Result<FanRow, ResendRefusal>> => {
      await lockFan(tx, workspaceId, fanId);
      const fan = await requireFan(tx, workspaceId, fanId);
      if (fan.unsubscribed_at) return refuse('UNSUBSCRIBED', ['fanId'], 'This fan unsubscribed. Only they can change that, by joining again.');
      const optIn = await this.optIns.latest(tx, workspaceId, fanId);
      if (!optIn) {
        if (fan.verified_at) return refuse('ALREADY_VERIFIED', ['fanId'], 'This fan has confirmed already.');
        return refuse('NO_CONSENT', ['fanId'], 'This fan has agreed to nothing that could be confirmed. They can join on a page.');
      }
      if (optIn.confirmed_at) return refuse('ALREADY_VERIFIED', ['fanId'], 'This fan has confirmed already.');
      const ordered = await this.optIns.orderMail(tx, { workspaceId, fanId, email: fan.email, artistId: optIn.artist_id, optInId: optIn.id, mailCount: optIn.mail_count });
      return ordered.ok ? accept(fan) : ordered;
    });
  }

  /** Enters a withdrawal that reached a member some other way. */
  async unsubscribeFan(viewer: Viewer, fanId: string): Promise<Result<FanRow>> {
    const inside = requireInWorkspace(viewer, 'fans:write');
    return this.database.inWorkspace(inside, async (tx) => {
      await lockFan(tx, inside.workspaceId, fanId);
      await this.answers.withdraw(tx, inside.workspaceId, fanId, 'member', new Date());
      return accept(await requireFan(tx, inside.workspaceId, fanId));
    });
  }

  /**
   * Erases a fan: address, name and open requests. Counted events stay without them; the ledger stays too, which knows
   * the address only as a keyed hash.
   */
  async deleteFan(viewer: Viewer, fanId: string): Promise<Result<string>> {
    const inside = requireInWorkspace(viewer, 'fans:write');
    return this.database.inWorkspace(inside, async (tx) => {
      await lockFan(tx, inside.workspaceId, fanId);
      await tx.query('delete from fans where workspace_id = $1 and id = $2', [inside.workspaceId, fanId]);
      // Last: a store beside Postgres cannot take it back.
      await this.events.forgetFan(tx, inside.workspaceId, fanId);
      return accept(fanId);
    });
  }
}

/** @throws RequestError NOT_FOUND */
async function lockFan(tx: Transaction, workspaceId: string, fanId: string): Promise<void> {
  const rows: unknown[] = isId(fanId) ? await tx.query('select 1 from fans where workspace_id = $1 and id = $2 for update', [workspaceId, fanId]) : [];
  if (rows.length === 0) throw notFound('fan');
}

async function findFan(tx: Transaction, workspaceId: string, fanId: string): Promise<FanRow | null> {
  const [row]: FanRow[] = await tx.query(`${selectFans} where f.workspace_id = $1 and f.id = $2`, [workspaceId, fanId]);
  return row ?? null;
}

async function requireFan(tx: Transaction, workspaceId: string, fanId: string): Promise<FanRow> {
  const fan = await findFan(tx, workspaceId, fanId);
  if (!fan) throw notFound('fan');
  return fan;
}
