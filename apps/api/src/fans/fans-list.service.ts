import { Injectable } from '@nestjs/common';
import type { Viewer } from '@lynkify/domain';
import { requireInWorkspace } from '../access/access.js';
import { Database, type Transaction } from '../database/database.js';
import { isId } from '../database/ids.js';
import { decodeCursor, pageSize, toPage, type Page } from '../graphql/connection.js';
import { badInput } from '../request-error.js';
import { fanCondition, type FanCondition, type FanFilter } from './fan-filter.js';
import { selectFans, type FanRow } from './fan-row.js';
import { toFan, type Fan, type FacetCount, type FanReleaseCount } from './fan.type.js';

/** Fans as numbers: countries, channels and releases of first contact. */
export interface CountedFacets {
  countries: FacetCount[];
  channels: FacetCount[];
  releases: FanReleaseCount[];
  verified: number;
  unverified: number;
}

type Place = readonly [joinedAt: string, id: string];

const longestFacet = 100;

/** Lists fans, the newest first. */
@Injectable()
export class FansList {
  constructor(private readonly database: Database) {}

  async fans(viewer: Viewer, question: { first: number; after?: string | null; filter?: FanFilter | null }): Promise<Page<Fan>> {
    const inside = requireInWorkspace(viewer, 'fans:read');
    const limit = pageSize(question.first);
    const after = question.after ?? null;
    const place = after === null ? null : readPlace(after);
    const condition = fanCondition(inside.workspaceId, question.filter);
    return this.database.inWorkspace(inside, async (tx) => {
      const [counted]: { count: string }[] = await tx.query(`select count(*) from fans f where ${condition.sql}`, condition.values);
      const rows = await fansAfter(tx, condition, place, limit + 1);
      return toPage(rows, limit, { after, totalCount: Number(counted?.count ?? 0), cursorOf: placeOf, toNode: toFan });
    });
  }

  async facets(viewer: Viewer, filter?: FanFilter | null): Promise<CountedFacets> {
    const inside = requireInWorkspace(viewer, 'fans:read');
    const condition = fanCondition(inside.workspaceId, filter);
    const rows: { by: string; value: string | null; count: string }[] = await this.database.inWorkspace(inside, (tx) => tx.query(facetsSql(condition), condition.values));
    const of = (by: string) => rows.filter((row) => row.by === by).map((row) => ({ value: row.value, count: Number(row.count) }));
    const verified = (value: string) => of('verified').find((row) => row.value === value)?.count ?? 0;
    return {
      countries: of('country').slice(0, longestFacet),
      channels: of('channel').slice(0, longestFacet),
      releases: of('release').slice(0, longestFacet).map((row) => ({ releaseId: row.value, count: row.count })),
      verified: verified('true'),
      unverified: verified('false'),
    };
  }
}

/** The next fans of a list, from a place on. */
export function fansAfter(tx: Transaction, condition: FanCondition, place: Place | null, limit: number): Promise<FanRow[]> {
  const { sql, values } = fansQuery(condition, place, limit);
  return tx.query(sql, values);
}

/** The same as SQL. */
export function fansQuery(condition: FanCondition, place: Place | null, limit: number): FanCondition {
  const values = [...condition.values];
  const from = place ? ` and (f.joined_at, f.id) < ($${values.push(place[0])}::timestamptz, $${values.push(place[1])}::uuid)` : '';
  return { sql: `${selectFans} where ${condition.sql}${from} order by f.joined_at desc, f.id desc limit $${values.push(limit)}`, values };
}

export const placeOf = (row: FanRow): [string, string] => [row.joined_at.toISOString(), row.id];

function readPlace(after: string): Place {
  const [at, id] = decodeCursor(after, 2);
  if (at && id && isId(id) && !Number.isNaN(Date.parse(at))) return [at, id];
  throw badInput({ after: 'This is no cursor of this list. Take `endCursor` of the page before.' });
}

function facetsSql({ sql }: FanCondition): string {
  const list = (by: string, value: string) => `select '${by}' as by, ${value} as value, count(*) as count from chosen group by 2`;
  return `
    with chosen as materialized (select country, source_channel, source_release_id, verified_at from fans f where ${sql})
    select * from (${[list('country', 'country'), list('channel', 'source_channel'), list('release', 'source_release_id::text'), list('verified', '(verified_at is not null)::text')].join(' union all ')}) as facets
    order by by, count desc, value nulls last`;
}
