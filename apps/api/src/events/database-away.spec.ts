import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { aCapture, aClick, aVisit, postBatch, seedTenant, ship } from '../testing/audience.js';
import { startTestApi, type TestApi } from '../testing/test-api.js';
import { openTunnel, type Tunnel } from '../testing/tunnel.js';
import { unique } from '../testing/world.js';

describe('events while Postgres is away', () => {
  let near: TestApi;
  let far: TestApi;
  let tunnel: Tunnel;
  beforeAll(async () => {
    near = await startTestApi();
    tunnel = await openTunnel(near.database.appUrl);
    far = await startTestApi({ DATABASE_URL: tunnel.url });
  });
  afterAll(async () => {
    await far.stop();
    await tunnel.stop();
    await near.stop();
  });

  it('are answered 503 within two seconds, and taken when it is back', async () => {
    const tenant = await seedTenant(near);
    const batch = [aVisit(tenant), aClick(tenant), aCapture(tenant, `${unique()}@example.org`)];
    await ship(far, [aVisit(tenant)]);
    tunnel.cut();
    const asked = Date.now();
    const { body } = await postBatch(far, batch).expect(503);
    expect(body).toMatchObject({ code: 'SERVICE_UNAVAILABLE' });
    expect(Date.now() - asked).toBeLessThan(2_000);
    tunnel.mend();
    expect(await ship(far, batch)).toEqual({ stored: 3, rejected: [] });
  });

  it.each([20_000, 150_000, 300_000])('leave nothing behind of a batch that was cut off after %i bytes', async (bytes) => {
    const tenant = await seedTenant(near);
    const batch = [...Array.from({ length: 5 }, () => aCapture(tenant, `${unique()}@example.org`)), ...Array.from({ length: 1_500 }, () => aVisit(tenant))];
    const left = async () => {
      const [row] = await near.sql<{ rows: string }>(
        `select (select count(*) from events where workspace_id = $1) + (select count(*) from hourly_counts where workspace_id = $1) + (select count(*) from fans where workspace_id = $1)
           + (select count(*) from consents where workspace_id = $1) + (select count(*) from daily_visitors where workspace_id = $1) as rows`,
        [tenant.workspaceId],
      );
      return Number(row?.rows);
    };
    tunnel.cut(bytes);
    await postBatch(far, batch).expect(503);
    tunnel.mend();
    expect(await left()).toBe(0);
    await Promise.all([ship(far, batch), ship(near, batch)]);
    const [counted] = await near.sql<{ n: string }>('select sum(count) as n from hourly_counts where workspace_id = $1', [tenant.workspaceId]);
    expect(counted?.n).toBe(String(batch.length));
  });
});
