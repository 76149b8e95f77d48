import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { graphql } from '@lynkify/contract';
import { aCapture, aVisit, seedFans, ship, tenantOf } from '../testing/audience.js';
import { newArtist } from '../testing/catalogue.js';
import { startTestApi, type TestApi } from '../testing/test-api.js';
import { seedWorkspace, unique, type World } from '../testing/world.js';

const HomeScreen = graphql(`query HomeScreen($artistId: ID) {
  home { todos { kind title action releaseId artistId } thisWeek { visits byDay { day } } lastWeek { visits byDay { day } } newestFans { email } latestRelease(artistId: $artistId) { id } }
}`);

describe('the first screen', () => {
  let api: TestApi;
  beforeAll(async () => {
    api = await startTestApi();
  });
  afterAll(() => api.stop());

  const homeOf = async (world: World, artistId?: string) => (await world.owner.run(HomeScreen, { artistId: artistId ?? null })).home;
  const addLink = (world: World, releaseId: string) =>
    api.sql(`insert into destinations (workspace_id, release_id, platform, url, position) values ($1, $2, 'spotify', 'https://open.spotify.com/album/1', 0)`, [world.workspaceId, releaseId]);

  it('of a new workspace asks for nothing and is empty', async () => {
    expect(await homeOf(await seedWorkspace(api))).toMatchObject({ todos: [], thisWeek: { visits: 0 }, newestFans: [], latestRelease: null });
  });

  it('names one thing a release: what stands in the way first', async () => {
    const world = await seedWorkspace(api);
    const [soon, bare, changed, plain, done] = await world.releases(5);
    if (!soon || !bare || !changed || !plain || !done) throw new Error('the world has no releases');
    for (const release of [soon, changed, plain, done]) await addLink(world, release.id);
    await api.sql(`update releases set release_date = (now() at time zone 'UTC')::date + 3 where id = $1`, [soon.id]);
    const [picture] = await api.sql<{ id: string }>(
      `insert into media (workspace_id, width, height, widths, formats, colours, thumb_hash, source_hash, source_bytes) values ($1, 96, 96, '{96}', '{jpeg}', '{#000000,#ffffff}', '', '\\x00', 1) returning id`,
      [world.workspaceId],
    );
    await api.sql(`update releases set artwork_id = $2 where id = any($1)`, [[changed.id, done.id], picture?.id]);
    await api.sql(`update releases set status = 'published', published_version = version where id = $1`, [done.id]);
    await api.sql(`update releases set status = 'published', published_version = version, version = version + 1 where id = $1`, [changed.id]);

    const { todos } = await homeOf(world);
    expect(todos.map(({ kind, releaseId }) => [kind, releaseId])).toEqual([
      ['RELEASE_SOON', soon.id],
      ['NO_DESTINATIONS', bare.id],
      ['UNPUBLISHED_CHANGES', changed.id],
      ['BIO_PAGE_UNPUBLISHED', null],
      ['ARTWORK_MISSING', plain.id],
    ]);
    await api.sql(`update releases set expires = to_char(now() at time zone 'Pacific/Kiritimati' + interval '3 days', 'YYYY-MM-DD"T"HH24:MI'), time_zone = 'Pacific/Kiritimati' where id = $1`, [done.id]);
    const [, ends] = (await homeOf(world)).todos;
    expect(ends).toMatchObject({ kind: 'PAGE_ENDS', releaseId: done.id, title: expect.stringMatching(/ends in 3 days, on \d+ \w+$/u) });
    await api.sql(`update releases set expires = to_char(now() at time zone 'Pacific/Kiritimati' + interval '8 days', 'YYYY-MM-DD"T"HH24:MI') where id = $1`, [done.id]);
    expect((await homeOf(world)).todos.map(({ kind }) => kind)).not.toContain('PAGE_ENDS');
    for (const todo of todos) expect([todo.title, todo.action, todo.artistId]).not.toContain('');
  });

  it('sets the last seven days beside the seven before, in the workspace’s zone', async () => {
    const world = await seedWorkspace(api);
    await api.sql(`update workspaces set time_zone = 'Pacific/Kiritimati' where id = $1`, [world.workspaceId]);
    const tenant = await tenantOf(world);
    const daysAgo = (days: number) => new Date(Date.now() - days * 86_400_000).toISOString();
    await ship(api, [0, 6, 7, 13, 14].map((days) => aVisit(tenant, { at: daysAgo(days) })));
    const { thisWeek, lastWeek } = await homeOf(world);
    expect([thisWeek.visits, thisWeek.byDay.length, lastWeek.visits, lastWeek.byDay.length]).toEqual([2, 7, 2, 7]);
    expect(thisWeek.byDay.at(-1)?.day).toBe(new Intl.DateTimeFormat('sv-SE', { timeZone: 'Pacific/Kiritimati' }).format(new Date()));
  });

  it('shows the five newest fans and the newest published release by its date', async () => {
    const world = await seedWorkspace(api);
    const tenant = await tenantOf(world);
    await seedFans(api, tenant, 8);
    const email = `${unique()}@example.org`;
    await ship(api, [aCapture(tenant, email)]);
    const [older, newer, draft] = await world.releases(3);
    await api.sql(`update releases set status = 'published', release_date = '2025-01-01' where id = $1`, [older?.id]);
    await api.sql(`update releases set status = 'published', release_date = '2026-01-01' where id = $1`, [newer?.id]);
    await api.sql(`update releases set release_date = '2027-01-01' where id = $1`, [draft?.id]);
    const { newestFans, latestRelease } = await homeOf(world);
    expect(newestFans.map((fan) => fan.email)).toEqual([email, 'fan1@example.org', 'fan2@example.org', 'fan3@example.org', 'fan4@example.org']);
    expect(latestRelease?.id).toBe(newer?.id);
  });

  it('shows the newest release of the artist that the member has chosen, and of nobody else’s', async () => {
    const [world, other] = await Promise.all([seedWorkspace(api), seedWorkspace(api)]);
    const [first, second] = await world.releases(2);
    const [foreign] = await other.releases(1);
    const another = await newArtist(world, unique());
    await api.sql(`update releases set artist_id = $2 where id = $1`, [second?.id, another.id]);
    const ownerOf = async (id: string | undefined) => (await api.sql<{ artist_id: string }>('select artist_id from releases where id = $1', [id]))[0]?.artist_id;
    expect((await homeOf(world, another.id)).latestRelease?.id).toBe(second?.id);
    expect((await homeOf(world, await ownerOf(first?.id))).latestRelease?.id).toBe(first?.id);
    expect((await homeOf(world, await ownerOf(foreign?.id))).latestRelease).toBeNull();
    expect((await homeOf(world, 'no-id')).latestRelease).toBeNull();
  });
});
