import { describe, expect, it } from '@jest/globals';
import { aCapture, aClick, aVisit, postBatch, seedTenant, ship } from '../testing/audience.js';
import { farAndNear } from '../testing/tunnel.js';
import { unique } from '../testing/world.js';

describe('events while Postgres is away', () => {
  const world = farAndNear();

  it('are answered 503 within two seconds, and taken when it is back', async () => {
    const tenant = await seedTenant(world.near);
    const batch = [aVisit(tenant), aClick(tenant), aCapture(tenant, `${unique()}@example.org`)];
    await ship(world.far, [aVisit(tenant)]);
    world.tunnel.cut();
    const asked = Date.now();
    const { body } = await postBatch(world.far, batch).expect(503);
    expect(body).toMatchObject({ code: 'SERVICE_UNAVAILABLE' });
    expect(Date.now() - asked).toBeLessThan(2_000);
    world.tunnel.mend();
    expect(await ship(world.far, batch)).toEqual({ stored: 3, rejected: [] });
  });

  it.each([20_000, 150_000, 300_000])('leave nothing behind of a batch that was cut off after %i bytes', async (bytes) => {
    const tenant = await seedTenant(world.near);
    const batch = [...Array.from({ length: 5 }, () => aCapture(tenant, `${unique()}@example.org`)), ...Array.from({ length: 1_500 }, () => aVisit(tenant))];
    const left = async () => {
      const [row] = await world.near.sql<{ rows: string }>(
        `select (select count(*) from events where workspace_id = $1) + (select count(*) from hourly_counts where workspace_id = $1) + (select count(*) from fans where workspace_id = $1)
           + (select count(*) from consents where workspace_id = $1) + (select count(*) from daily_visitors where workspace_id = $1) as rows`,
        [tenant.workspaceId],
      );
      return Number(row?.rows);
    };
    world.tunnel.cut(bytes);
    await postBatch(world.far, batch).expect(503);
    world.tunnel.mend();
    expect(await left()).toBe(0);
    await Promise.all([ship(world.far, batch), ship(world.near, batch)]);
    const [counted] = await world.near.sql<{ n: string }>('select sum(count) as n from hourly_counts where workspace_id = $1', [tenant.workspaceId]);
    expect(counted?.n).toBe(String(batch.length));
  });
});
