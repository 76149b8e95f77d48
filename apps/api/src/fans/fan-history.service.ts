import { Injectable } from '@nestjs/common';
import { requireInWorkspace } from '../access/access.js';
import { Consents, type ConsentRow } from '../consents/consents.service.js';
import { toConsent, type Consent } from '../consents/consent.type.js';
import { Database, type Transaction } from '../database/database.js';
import { batchLoader } from '../graphql/context.js';
import type { FanEvent } from './fan.type.js';
import { pageLabel } from './source-label.js';

interface CaptureRow {
  fan_id: string;
  at: Date;
  path: string;
  channel: string | null;
  artist_name: string | null;
  release_title: string | null;
}

/** What happened with fans, and what they agreed to. */
@Injectable()
export class FanHistory {
  constructor(
    private readonly database: Database,
    private readonly ledger: Consents,
  ) {}

  /** The consent records of fans, in the order of the ledger. */
  readonly consents = batchLoader<string, Consent[]>(async ({ viewer }, fanIds) => {
    const inside = requireInWorkspace(viewer, 'fans:read');
    const rows = await this.database.inWorkspace(inside, (tx) => this.ledger.ofFans(tx, inside.workspaceId, fanIds));
    return fanIds.map((id) => rows.filter((row) => row.fan_id === id).map(toConsent));
  });

  /** What happened with fans, the oldest first. */
  readonly history = batchLoader<string, FanEvent[]>(async ({ viewer }, fanIds) => {
    const inside = requireInWorkspace(viewer, 'fans:read');
    const events = await this.database.inWorkspace(inside, async (tx) => [
      ...(await capturesOf(tx, inside.workspaceId, fanIds)),
      ...(await mailsOf(tx, inside.workspaceId, fanIds)),
      ...consentEvents(await this.ledger.ofFans(tx, inside.workspaceId, fanIds)),
    ]);
    const sorted = events.sort((a, b) => a.event.at.getTime() - b.event.at.getTime());
    return fanIds.map((id) => sorted.filter(({ fanId }) => fanId === id).map(({ event }) => event));
  });
}

interface EventOfFan {
  fanId: string;
  event: FanEvent;
}

async function capturesOf(tx: Transaction, workspaceId: string, fanIds: readonly string[]): Promise<EventOfFan[]> {
  const rows: CaptureRow[] = await tx.query(
    `select e.fan_id, e.at, e.path, e.channel, a.name as artist_name, r.title as release_title
     from events e
     left join artists a on a.workspace_id = e.workspace_id and a.id = e.artist_id
     left join releases r on r.workspace_id = e.workspace_id and r.id = e.release_id
     where e.workspace_id = $1 and e.fan_id = any($2) and e.fan_id is not null and e.kind = 'capture' order by e.at`,
    [workspaceId, fanIds],
  );
  return rows.map(({ fan_id: fanId, at, path, channel, artist_name: artistName, release_title: releaseTitle }) => ({
    fanId,
    event: { at, kind: 'capture', label: `Joined. ${pageLabel({ artistName, releaseTitle, path })}`, path, channel },
  }));
}

async function mailsOf(tx: Transaction, workspaceId: string, fanIds: readonly string[]): Promise<EventOfFan[]> {
  const rows: { fan_id: string; at: Date }[] = await tx.query(
    `select fan_id, at from opt_ins, unnest(mailed_at) as at where workspace_id = $1 and fan_id = any($2)`,
    [workspaceId, fanIds],
  );
  return rows.map(({ fan_id: fanId, at }) => ({ fanId, event: { at, kind: 'mail', label: 'Confirmation mail sent', path: null, channel: null } }));
}

/** A fan who agreed to two artists and unsubscribes withdraws twice in the ledger, and did one thing. */
function consentEvents(rows: readonly ConsentRow[]): EventOfFan[] {
  const seen = new Set<string>();
  return rows.flatMap(({ fan_id: fanId, action, method, at }): EventOfFan[] => {
    const once = `${fanId} ${action} ${at.getTime()}`;
    if (action === 'given' || seen.has(once)) return [];
    seen.add(once);
    const kind = action === 'confirmed' ? 'confirmed' : 'unsubscribed';
    const label = kind === 'confirmed' ? 'Confirmed their address' : method === 'member' ? 'Unsubscribed by a member of the workspace' : 'Unsubscribed';
    return [{ fanId, event: { at, kind, label, path: null, channel: null } }];
  });
}
