import { Injectable } from '@nestjs/common';
import { emailKey, type Audience, type CaptureEvent } from '@lynkify/domain';
import { Consents } from '../consents/consents.service.js';
import type { Transaction } from '../database/database.js';
import { OptIns } from './opt-ins.service.js';
import { saveFan } from './save-fan.js';

/** An artist whose pages captures come from. */
export interface CapturingArtist {
  id: string;
  name: string;
}

/** Makes fans of captures: the row, the consent and the mail that asks for confirmation, in one transaction. */
@Injectable()
export class FanCaptures {
  constructor(
    private readonly consents: Consents,
    private readonly optIns: OptIns,
  ) {}

  /**
   * Takes the captures of one workspace in; one that is in the ledger already changes nothing.
   * @returns ids of fans by ids of events; a capture without consent, by no person, or of an erased fan has none
   */
  async takeIn(tx: Transaction, workspaceId: string, captures: readonly CaptureEvent[], artists: ReadonlyMap<string, CapturingArtist>): Promise<ReadonlyMap<string, string>> {
    const fanIds = new Map<string, string>();
    const wanted = captures.filter((capture) => capture.consented && mayBePerson(capture.audience));
    if (wanted.length === 0) return fanIds;
    const known: { event_id: string; fan_id: string | null }[] = await tx.query(
      `select c.event_id, f.id as fan_id from consents c left join fans f on f.workspace_id = c.workspace_id and f.id = c.fan_id
       where c.workspace_id = $1 and c.event_id = any($2) and c.action = 'given'`,
      [workspaceId, wanted.map((capture) => capture.id)],
    );
    const taken = new Set(known.map((row) => row.event_id));
    // Whoever was erased since is not linked to anything again.
    for (const { event_id: eventId, fan_id: fanId } of known) if (fanId) fanIds.set(eventId, fanId);
    // Batches that run side by side lock fans in the same order.
    const fresh = wanted.filter((capture) => !taken.has(capture.id)).sort((a, b) => compare(emailKey(a.email), emailKey(b.email)) || compare(a.id, b.id));
    for (const capture of fresh) {
      const artist = artists.get(capture.artistId);
      if (artist) fanIds.set(capture.id, await this.takeInOne(tx, workspaceId, capture, artist));
    }
    return fanIds;
  }

  private async takeInOne(tx: Transaction, workspaceId: string, capture: CaptureEvent, artist: CapturingArtist): Promise<string> {
    const { id: fanId, email } = await saveFan(tx, workspaceId, capture);
    const consentId = await this.consents.recordGiven(tx, workspaceId, {
      fanId,
      email,
      artistId: artist.id,
      artistName: artist.name,
      wording: capture.consentText,
      formVersion: capture.formVersion,
      path: capture.path,
      locale: capture.locale,
      networkHash: capture.network,
      eventId: capture.id,
      at: capture.at,
    });
    if (consentId) await this.optIns.ask(tx, { workspaceId, fanId, email, artistId: artist.id, consentId, path: capture.path });
    return fanId;
  }
}

/**
 * A form that was filled in a scanner's network may have been by a person behind a VPN: they are not told no. Only who
 * confirms becomes verified, and a scanner reads no mail of ours.
 */
export const mayBePerson = (audience: Audience) => audience === 'person' || audience === 'scanner';

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
