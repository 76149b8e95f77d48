import { randomBytes } from 'node:crypto';
import type { CaptureEvent, ClickEvent, IngestReceipt, SpooledEvent, VisitEvent } from '@lynkify/domain';
import { Client } from 'pg';
import request from 'supertest';
import type { TestApi } from './test-api.js';

/** A workspace with an artist and a published-looking release, made as the owner of the database. */
export interface Tenant {
  workspaceId: string;
  artistId: string;
  releaseId: string;
  handle: string;
}

/** Runs SQL as the owner, past row-level security, to seed or to look. */
export async function asOwner<Row>(api: Pick<TestApi, 'database'>, sql: string, values: readonly unknown[] = []): Promise<Row[]> {
  const client = new Client({ connectionString: api.database.ownerUrl });
  await client.connect();
  try {
    return (await client.query(sql, [...values])).rows as Row[];
  } finally {
    await client.end();
  }
}

/** A tenant of its own for one test. */
export async function seedTenant(api: Pick<TestApi, 'database'>, { timeZone = 'UTC', name = 'Some Artist', title = 'Some Release' } = {}): Promise<Tenant> {
  const handle = `artist-${randomBytes(5).toString('hex')}`;
  const [row] = await asOwner<{ workspace_id: string; artist_id: string; release_id: string }>(
    api,
    `with w as (insert into workspaces (kind, name, time_zone) values ('artist', 'Some Workspace', $1) returning id),
      a as (insert into artists (workspace_id, handle, name) select id, $2, $3 from w returning workspace_id, id)
     insert into releases (workspace_id, artist_id, slug, title, type, theme) select workspace_id, id, 'some-release', $4, 'single', '{}' from a
     returning workspace_id, artist_id, id as release_id`,
    [timeZone, handle, name, title],
  );
  if (!row) throw new Error('nothing was seeded');
  return { workspaceId: row.workspace_id, artistId: row.artist_id, releaseId: row.release_id, handle };
}

/** A UUIDv7 (RFC 9562) of this moment. */
export function eventIdAt(time: number): string {
  const hex = time.toString(16).padStart(12, '0') + randomBytes(10).toString('hex');
  const variant = ((Number.parseInt(hex[16] ?? '0', 16) & 3) | 8).toString(16);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-7${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

const facts = (tenant: Tenant, at: string) => ({
  id: eventIdAt(Date.parse(at)),
  at,
  workspaceId: tenant.workspaceId,
  artistId: tenant.artistId,
  releaseId: tenant.releaseId,
  path: `/${tenant.handle}/some-release`,
  channel: null,
  referrerHost: null,
  utm: null,
  country: null,
  city: null,
  device: 'phone' as const,
  audience: 'person' as const,
  visitor: randomBytes(16).toString('base64url'),
});

const nowIso = () => new Date().toISOString();

export function aVisit(tenant: Tenant, more: Partial<VisitEvent> = {}): VisitEvent {
  return { kind: 'visit', ...facts(tenant, more.at ?? nowIso()), ...more };
}

export function aClick(tenant: Tenant, more: Partial<ClickEvent> = {}): ClickEvent {
  return { kind: 'click', target: 'spotify', ...facts(tenant, more.at ?? nowIso()), ...more };
}

export function aCapture(tenant: Tenant, email: string, more: Partial<CaptureEvent> = {}): CaptureEvent {
  return {
    kind: 'capture',
    ...facts(tenant, more.at ?? nowIso()),
    email,
    name: null,
    consented: true,
    consentText: 'Some Artist may send me news by email.',
    formVersion: 1,
    locale: 'en',
    network: 'bmV0d29yaw',
    ...more,
  };
}

/** Ships a batch as the renderer does. Lines that are text already go as they are. */
export function postBatch(api: Pick<TestApi, 'url' | 'environment'>, lines: readonly (SpooledEvent | string)[]): request.Test {
  return request(api.url)
    .post('/internal/events')
    .set('authorization', `Bearer ${api.environment.rendererKey}`)
    .set('content-type', 'application/x-ndjson')
    .send(lines.map((line) => `${typeof line === 'string' ? line : JSON.stringify(line)}\n`).join(''));
}

/** Ships a batch that is taken. */
export async function ship(api: Pick<TestApi, 'url' | 'environment'>, lines: readonly (SpooledEvent | string)[]): Promise<IngestReceipt> {
  const response = await postBatch(api, lines);
  if (response.status !== 200) throw new Error(`the batch was answered ${response.status}: ${response.text}`);
  return response.body as IngestReceipt;
}
