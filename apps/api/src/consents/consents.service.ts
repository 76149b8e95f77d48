import { createHash, createHmac } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { emailKey } from '@lynkify/domain';
import type { Transaction } from '../database/database.js';
import { ENVIRONMENT, type Environment } from '../environment.js';

export type ConsentAction = 'given' | 'confirmed' | 'withdrawn';
export type ConsentMethod = 'form' | 'confirmation-link' | 'unsubscribe-link' | 'one-click' | 'member';

/** What a fan agrees to when they join: news by email from the artist that the wording names. */
export const newsByEmail = 'news-by-email';

/** What a fan agrees to when they ask for a reminder: one mail on the day of one release, and nothing else. */
export const releaseReminder = 'release-reminder';

/** One record of the ledger, as it is stored. */
export interface ConsentRow {
  id: string;
  fan_id: string;
  controller_artist_id: string;
  controller_name: string;
  purpose: string;
  action: ConsentAction;
  wording: string;
  wording_hash: Buffer;
  form_version: number | null;
  path: string;
  locale: string | null;
  method: ConsentMethod;
  network_hash: string | null;
  at: Date;
}

/** A consent as a form gave it. */
export interface GivenConsent {
  fanId: string;
  email: string;
  artistId: string;
  artistName: string;
  wording: string;
  formVersion: number;
  path: string;
  locale: string;
  networkHash: string | null;
  eventId: string;
  at: string;
  /** What for; news by email, where nothing is said. */
  purpose?: string;
}

const columns = 'id, fan_id, controller_artist_id, controller_name, purpose, action, wording, wording_hash, form_version, path, locale, method, network_hash, at';

/** The consent ledger. It only grows: nothing here changes a record, and the database would not let it. */
@Injectable()
export class Consents {
  constructor(@Inject(ENVIRONMENT) private readonly environment: Environment) {}

  /** Writes down what a form was told. Null when this very event is in the ledger already. */
  async recordGiven(tx: Transaction, workspaceId: string, given: GivenConsent): Promise<string | null> {
    const rows: { id: string }[] = await tx.query(
      `insert into consents (workspace_id, fan_id, subject_hash, controller_artist_id, controller_name, purpose, action, wording, wording_hash, form_version, path, locale, method, network_hash, event_id, at)
       values ($1, $2, $3, $4, $5, $6, 'given', $7, $8, $9, $10, $11, 'form', $12, $13, $14)
       on conflict on constraint consents_event_key do nothing returning id`,
      [
        workspaceId,
        given.fanId,
        this.subjectHash(given.email),
        given.artistId,
        given.artistName,
        given.purpose ?? newsByEmail,
        given.wording,
        createHash('sha256').update(given.wording).digest(),
        given.formVersion,
        given.path,
        given.locale,
        given.networkHash,
        given.eventId,
        given.at,
      ],
    );
    return rows[0]?.id ?? null;
  }

  /** Confirms a given consent, wording and all. */
  async recordConfirmed(tx: Transaction, workspaceId: string, consentId: string, at: Date): Promise<void> {
    await this.recordFollowing(tx, workspaceId, consentId, 'confirmed', 'confirmation-link', at);
  }

  /** Withdraws one given consent. */
  async recordCancelled(tx: Transaction, workspaceId: string, consentId: string, method: ConsentMethod, at: Date): Promise<void> {
    await this.recordFollowing(tx, workspaceId, consentId, 'withdrawn', method, at);
  }

  /** Withdraws everything of the fan that is still in force, and says how often that was. */
  async recordWithdrawn(tx: Transaction, workspaceId: string, fanId: string, method: ConsentMethod, at: Date): Promise<number> {
    const latest: { id: string; action: ConsentAction }[] = await tx.query(
      `select distinct on (controller_artist_id, purpose) id, action from consents
       where workspace_id = $1 and fan_id = $2 order by controller_artist_id, purpose, at desc, id desc`,
      [workspaceId, fanId],
    );
    const inForce = latest.filter((consent) => consent.action !== 'withdrawn');
    for (const consent of inForce) await this.recordFollowing(tx, workspaceId, consent.id, 'withdrawn', method, at);
    return inForce.length;
  }

  /** Every record of these fans, the oldest first. */
  async ofFans(tx: Transaction, workspaceId: string, fanIds: readonly string[]): Promise<ConsentRow[]> {
    return tx.query(`select ${columns} from consents where workspace_id = $1 and fan_id = any($2) order by at, id`, [workspaceId, fanIds]);
  }

  /** HMAC of an address: proves that a record is about it, to who holds the address and the instance's key. */
  subjectHash(email: string): Buffer {
    return createHmac('sha256', this.environment.linkKey).update(`consent:${emailKey(email)}`).digest();
  }

  /** A later act on a record repeats what it was about. It never lies before the record, whatever the clocks say. */
  private async recordFollowing(tx: Transaction, workspaceId: string, consentId: string, action: ConsentAction, method: ConsentMethod, at: Date): Promise<void> {
    await tx.query(
      `insert into consents (workspace_id, fan_id, subject_hash, controller_artist_id, controller_name, purpose, action, wording, wording_hash, form_version, path, locale, method, at)
       select workspace_id, fan_id, subject_hash, controller_artist_id, controller_name, purpose, $3, wording, wording_hash, form_version, path, locale, $4, greatest($5::timestamptz, at)
       from consents where workspace_id = $1 and id = $2`,
      [workspaceId, consentId, action, method, at],
    );
  }
}
