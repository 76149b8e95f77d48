import { Injectable } from '@nestjs/common';
import type { Viewer } from '@lynkify/domain';
import { requireInWorkspace } from '../access/access.js';
import { Database, type Transaction } from '../database/database.js';
import { EventStore, type KeyedCounts, type NumbersQuestion } from '../events/event-store.js';
import { daysBetween } from './day-range.js';
import { audienceName, channelName, countryName, deviceName, targetName, withNames } from './names.js';
import type { Numbers } from './numbers.type.js';

/** What the numbers are about: the whole workspace, one artist, or one release, by the id of a row. */
export interface NumbersScope {
  artistId?: string;
  releaseId?: string;
}

/** Answers how many people came, listened and joined. Reads rollups, never raw events. */
@Injectable()
export class NumbersService {
  constructor(
    private readonly database: Database,
    private readonly store: EventStore,
  ) {}

  /**
   * Counts between two days of the workspace's time zone, both included.
   * @throws RequestError BAD_USER_INPUT for more than 400 days or a last day before the first
   */
  async numbers(viewer: Viewer, from: string, to: string, scope: NumbersScope = {}): Promise<Numbers> {
    const { workspaceId } = requireInWorkspace(viewer, 'numbers:read');
    const days = daysBetween(from, to);
    const { timeZone, verifiedFans, links } = await this.database.inWorkspace({ workspaceId }, async (tx) => {
      const zone = await timeZoneOf(tx, workspaceId);
      const question = { workspaceId, timeZone: zone, from, to, ...scope };
      return { timeZone: zone, verifiedFans: await countVerified(tx, question), links: await bioLinks(tx, workspaceId) };
    });
    const counted = await this.store.count({ workspaceId, timeZone, from, to, ...scope });
    const total = (kind: 'visits' | 'clicks' | 'captures') => counted.byDay.reduce((sum, day) => sum + day[kind], 0);
    const visits = total('visits');
    const clicks = total('clicks');
    return {
      visits,
      visitors: counted.visitors,
      clicks,
      clickThrough: visits > 0 ? clicks / visits : 0,
      captures: total('captures'),
      verifiedFans,
      byDay: everyDay(days, counted.byDay),
      byPlatform: withNames(counted.byTarget, (key) => targetName(key, links), 'Not known'),
      byChannel: withNames(counted.byChannel, channelName, 'No channel named'),
      byReferrer: withNames(counted.byReferrer, (host) => host, 'Direct, or not told'),
      byCountry: withNames(counted.byCountry, countryName, 'Not known'),
      byDevice: withNames(counted.byDevice, deviceName, 'Not known'),
      otherTraffic: withNames(counted.byAudience, audienceName, 'Not known'),
    };
  }

  /** The zone in which the workspace's days begin. */
  async timeZone(viewer: Viewer): Promise<string> {
    const { workspaceId } = requireInWorkspace(viewer, 'numbers:read');
    return this.database.inWorkspace({ workspaceId }, (tx) => timeZoneOf(tx, workspaceId));
  }
}

function everyDay(days: readonly string[], counts: readonly KeyedCounts[]): Numbers['byDay'] {
  const known = new Map(counts.map((count) => [count.key, count]));
  return days.map((day) => {
    const { visits = 0, clicks = 0, captures = 0 } = known.get(day) ?? {};
    return { day, visits, clicks, captures };
  });
}

async function timeZoneOf(tx: Transaction, workspaceId: string): Promise<string> {
  const [row]: { time_zone: string }[] = await tx.query('select time_zone from workspaces where id = $1', [workspaceId]);
  return row?.time_zone ?? 'UTC';
}

async function countVerified(tx: Transaction, { workspaceId, timeZone, from, to, artistId, releaseId }: NumbersQuestion): Promise<number> {
  const [row]: { count: string }[] = await tx.query(
    `select count(*) from fans
     where workspace_id = $1
       and verified_at >= ($3::date)::timestamp at time zone $2 and verified_at < ($4::date + 1)::timestamp at time zone $2
       and ($5::uuid is null or source_artist_id = $5) and ($6::uuid is null or source_release_id = $6)`,
    [workspaceId, timeZone, from, to, artistId ?? null, releaseId ?? null],
  );
  return Number(row?.count ?? 0);
}

/** Titles of the links on the workspace's bio pages, by id. */
async function bioLinks(tx: Transaction, workspaceId: string): Promise<ReadonlyMap<string, string>> {
  const rows: { id: string; title: string }[] = await tx.query(
    `select link->>'id' as id, link->>'title' as title
     from bio_sections, jsonb_array_elements(case jsonb_typeof(settings->'links') when 'array' then settings->'links' else '[]' end) as link
     where workspace_id = $1 and type = 'links'`,
    [workspaceId],
  );
  return new Map(rows.map((link) => [link.id, link.title]));
}
