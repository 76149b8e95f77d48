import { randomBytes } from 'node:crypto';
import type { CaptureEvent, ClickEvent, IngestReceipt, SpooledEvent, VisitEvent } from '@lynkify/domain';
import request from 'supertest';
import type { TestApi } from './test-api.js';
import type { World } from './world.js';

/** A workspace with an artist and a release, made as the owner of the database. */
export interface Tenant {
  workspaceId: string;
  artistId: string;
  releaseId: string;
  handle: string;
}

/** A tenant of its own for one test. */
export async function seedTenant(api: Pick<TestApi, 'sql'>, { timeZone = 'UTC', name = 'Some Artist', title = 'Some Release' } = {}): Promise<Tenant> {
  const handle = `artist-${randomBytes(5).toString('hex')}`;
  const [row] = await api.sql<{ workspace_id: string; artist_id: string; release_id: string }>(`with w as (insert into workspaces (kind, name, time_zone) values ('artist', 'Some Workspace', $1) returning id),
      a as (insert into artists (workspace_id, handle, name) select id, $2, $3 from w returning workspace_id, id)
     insert into releases (workspace_id, artist_id, slug, title, type, theme) select workspace_id, id, 'some-release', $4, 'single', '{}' from a
     returning workspace_id, artist_id, id as release_id`,
    [timeZone, handle, name, title],
  );
  if (!row) throw new Error('nothing was seeded');
  return { workspaceId: row.workspace_id, artistId: row.artist_id, releaseId: row.release_id, handle };
}

/** The first artist of a world with a new release, as the place of events. */
export async function tenantOf(world: World): Promise<Tenant & { title: string; artistName: string }> {
  const artist = await world.artist();
  const [release] = await world.releases(1);
  if (!release) throw new Error('the world has no release');
  return { workspaceId: world.workspaceId, artistId: artist.id, releaseId: release.id, handle: artist.handle, title: release.title, artistName: artist.name };
}

/** Very many fans at once, the newest first by number, joined a minute apart before noon of 1 June 2026. */
export async function seedFans(api: Pick<TestApi, 'sql'>, tenant: Tenant, count: number): Promise<void> {
  await api.sql(
    `insert into fans (workspace_id, email, name, country, source_artist_id, source_release_id, source_path, source_channel, joined_at, verified_at)
     select $1, 'fan' || n || '@example.org', 'Fan ' || n, (array['DE', 'FR', null])[1 + n % 3], $2, case when n % 2 = 0 then $3::uuid end, '/' || $4::text,
       (array['email', 'qr'])[1 + n % 2], timestamptz '2026-06-01 12:00Z' - make_interval(mins => n), case when n % 4 = 0 then timestamptz '2026-06-02 12:00Z' end
     from generate_series(1, $5::int) as n`,
    [tenant.workspaceId, tenant.artistId, tenant.releaseId, tenant.handle, count],
  );
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
  region: null,
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
