import { Injectable } from '@nestjs/common';
import { requireInWorkspace } from '../access/access.js';
import { Consents, releaseReminder, type ConsentRow } from '../consents/consents.service.js';
import { toConsent, type Consent } from '../consents/consent.type.js';
import { Database, type Transaction } from '../database/database.js';
import { batchLoader } from '../graphql/context.js';
import { EventStore, type FanCapture } from '../events/event-store.js';
import type { FanEvent } from './fan.type.js';
import { pageLabel } from './source-label.js';

/** What happened with fans, and what they agreed to. */
@Injectable()
export class FanHistory {
  constructor(
    private readonly database: Database,
    private readonly ledger: Consents,
    private readonly events: EventStore,
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
    const captures = await this.events.capturesOfFans(inside.workspaceId, fanIds);
    const events = await this.database.inWorkspace(inside, async (tx) => [
      ...(await captureEvents(tx, inside.workspaceId, captures)),
      ...(await mailsOf(tx, inside.workspaceId, fanIds)),
      ...(await remindersOf(tx, inside.workspaceId, fanIds)),
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

/** Captures with the names that their pages have today. */
async function captureEvents(tx: Transaction, workspaceId: string, captures: readonly FanCapture[]): Promise<EventOfFan[]> {
  const names = async (sql: string, ids: readonly (string | null)[]): Promise<ReadonlyMap<string | null, string>> => {
    const rows: { id: string; name: string }[] = await tx.query(sql, [workspaceId, [...new Set(ids)]]);
    return new Map(rows.map(({ id, name }) => [id, name]));
  };
  const artists = await names('select id, name from artists where workspace_id = $1 and id = any($2)', captures.map(({ artistId }) => artistId));
  const releases = await names('select id, title as name from releases where workspace_id = $1 and id = any($2)', captures.map(({ releaseId }) => releaseId));
  return captures.map(({ fanId, at, path, channel, artistId, releaseId }) => ({
    fanId,
    event: { at, kind: 'capture', label: `Joined. ${pageLabel({ artistName: artists.get(artistId) ?? null, releaseTitle: releases.get(releaseId) ?? null, path })}`, path, channel },
  }));
}

async function mailsOf(tx: Transaction, workspaceId: string, fanIds: readonly string[]): Promise<EventOfFan[]> {
  const rows: { fan_id: string; at: Date }[] = await tx.query(
    `select fan_id, at from opt_ins, unnest(mailed_at) as at where workspace_id = $1 and fan_id = any($2)`,
    [workspaceId, fanIds],
  );
  return rows.map(({ fan_id: fanId, at }) => ({ fanId, event: { at, kind: 'mail', label: 'Confirmation mail sent', path: null, channel: null } }));
}

/** What they asked to be reminded of, and the mails that came of it. */
async function remindersOf(tx: Transaction, workspaceId: string, fanIds: readonly string[]): Promise<EventOfFan[]> {
  const rows: { fan_id: string; path: string; asked_at: Date; sent_at: Date | null; title: string }[] = await tx.query(
    `select m.fan_id, m.path, m.asked_at, m.sent_at, r.title from reminders m join releases r on r.workspace_id = m.workspace_id and r.id = m.release_id
     where m.workspace_id = $1 and m.fan_id = any($2)`,
    [workspaceId, fanIds],
  );
  return rows.flatMap(({ fan_id: fanId, path, asked_at: askedAt, sent_at: sentAt, title }): EventOfFan[] => [
    { fanId, event: { at: askedAt, kind: 'reminder', label: `Asked to be reminded of ${title}`, path, channel: null } },
    ...(sentAt ? [{ fanId, event: { at: sentAt, kind: 'mail', label: `Release-day mail of ${title} sent`, path: null, channel: null } }] : []),
  ]);
}

/** A fan who agreed to two artists and unsubscribes withdraws twice in the ledger, and did one thing. */
function consentEvents(rows: readonly ConsentRow[]): EventOfFan[] {
  const seen = new Set<string>();
  return rows.flatMap(({ fan_id: fanId, action, method, purpose, at }): EventOfFan[] => {
    const once = `${fanId} ${action} ${at.getTime()}`;
    if (action === 'given' || seen.has(once)) return [];
    seen.add(once);
    const kind = action === 'confirmed' ? 'confirmed' : 'unsubscribed';
    if (purpose === releaseReminder) return [{ fanId, event: { at, kind: 'reminder', label: action === 'confirmed' ? 'Confirmed the reminder' : 'Called the reminder off', path: null, channel: null } }];
    const label = kind === 'confirmed' ? 'Confirmed their address' : method === 'member' ? 'Unsubscribed by a member of the workspace' : 'Unsubscribed';
    return [{ fanId, event: { at, kind, label, path: null, channel: null } }];
  });
}
