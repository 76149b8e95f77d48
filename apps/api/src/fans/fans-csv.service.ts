import { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import type { Viewer } from '@lynkify/domain';
import { stringify } from 'csv-stringify';
import { requireInWorkspace } from '../access/access.js';
import { newsByEmail } from '../consents/consents.service.js';
import { Database, type Transaction } from '../database/database.js';
import { Log } from '../log.js';
import { dayIn } from '../numbers/day-range.js';
import { fanCondition, type FanCondition, type FanFilter } from './fan-filter.js';
import type { FanRow } from './fan-row.js';
import { fansAfter, placeOf } from './fans-list.service.js';
import { sourceLabel } from './source-label.js';

export interface FansFile {
  name: string;
  content: Readable;
}

const columns = ['email', 'name', 'country', 'city', 'joined', 'verified', 'unsubscribed', 'source', 'channel', 'referrer', 'campaign', 'consent wording'] as const;

/** Rows read at once; nothing but these is ever in memory. */
const readAtOnce = 1_000;

/** Writes fans as CSV while they are read. */
@Injectable()
export class FansCsv {
  constructor(
    private readonly database: Database,
    private readonly log: Log,
  ) {}

  async export(viewer: Viewer, filter: FanFilter): Promise<FansFile> {
    const inside = requireInWorkspace(viewer, 'fans:export');
    const condition = fanCondition(inside.workspaceId, filter);
    const timeZone = await this.database.inWorkspace(inside, async (tx) => {
      const [row]: { time_zone: string }[] = await tx.query('select time_zone from workspaces where id = $1', [inside.workspaceId]);
      return row?.time_zone ?? 'UTC';
    });
    // A cell that begins like a formula would be run by the program that opens the file; an apostrophe in front stops it.
    const csv = stringify({ header: true, columns: [...columns], escape_formulas: true, bom: true, record_delimiter: '\r\n' });
    const rows = Readable.from(this.rows(inside, condition));
    rows.on('error', (error) => {
      this.log.error({ err: error }, 'an export of fans broke off');
      csv.destroy(error);
    });
    csv.on('close', () => rows.destroy());
    return { name: `fans-${dayIn(timeZone)}.csv`, content: rows.pipe(csv) };
  }

  /** Page by page, each its own short unit of work: who downloads slowly holds no connection and no snapshot. */
  private async *rows(inside: { workspaceId: string }, condition: FanCondition): AsyncGenerator<string[]> {
    let place: [string, string] | null = null;
    for (;;) {
      const from: [string, string] | null = place;
      const page = await this.database.inWorkspace(inside, async (tx) => {
        const fans = await fansAfter(tx, condition, from, readAtOnce);
        return { fans, wordings: await latestWordings(tx, inside.workspaceId, fans) };
      });
      for (const fan of page.fans) yield toRecord(fan, page.wordings.get(fan.id) ?? '');
      const last = page.fans.at(-1);
      if (!last || page.fans.length < readAtOnce) return;
      place = placeOf(last);
    }
  }
}

async function latestWordings(tx: Transaction, workspaceId: string, fans: readonly FanRow[]): Promise<ReadonlyMap<string, string>> {
  const rows: { fan_id: string; wording: string }[] = await tx.query(
    `select distinct on (fan_id) fan_id, wording from consents where workspace_id = $1 and fan_id = any($2) and action = 'given' and purpose = '${newsByEmail}' order by fan_id, at desc, id desc`,
    [workspaceId, fans.map((fan) => fan.id)],
  );
  return new Map(rows.map((row) => [row.fan_id, row.wording]));
}

function toRecord(fan: FanRow, wording: string): string[] {
  return [
    fan.email,
    fan.name,
    fan.country ?? '',
    fan.city ?? '',
    fan.joined_at.toISOString(),
    fan.verified_at?.toISOString() ?? '',
    fan.unsubscribed_at?.toISOString() ?? '',
    sourceLabel(fan),
    fan.source_channel ?? '',
    fan.source_referrer ?? '',
    fan.source_campaign ?? '',
    wording,
  ];
}
