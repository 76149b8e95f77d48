import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { graphql } from '@lynkify/contract';
import { type Internet, startInternet, until } from '@lynkify/testing';
import { createApp } from '../create-app.js';
import { Database } from '../database/database.js';
import { AddDestinations, newArtist, UnpublishRelease } from '../testing/catalogue.js';
import { startTestApi, type TestApi } from '../testing/test-api.js';
import { ownHost, publishWatched, type WatchedRelease } from '../testing/watched.js';
import { seedWorkspace, unique, type World } from '../testing/world.js';
import { takeDue } from './due-destinations.js';
import { LinkChecksService } from './link-checks.service.js';

const Check = graphql(`mutation CheckDestination($input: CheckDestinationInput!) { checkDestination(input: $input) { release { id } userErrors { code path } } }`);
const AcceptMove = graphql(`mutation AcceptMovedDestination($input: AcceptMovedDestinationInput!) { acceptMovedDestination(input: $input) { release { hasUnpublishedChanges destinations { platform url checkState } } userErrors { code } } }`);
const Problems = graphql(`query DestinationProblems($first: Int!, $after: String, $artistId: ID) { destinationProblems(first: $first, after: $after, artistId: $artistId) { totalCount nodes { destination { platform checkState checkMessage } release { id } } pageInfo { hasNextPage endCursor } } }`);
const Todos = graphql(`query LinkTodos { home { todos { kind title action releaseId artistId } } }`);

const spotifyUrl = 'https://open.spotify.com/album/10FLjwfpbxLmW8c25Xyc2N';
const oembedAnswer = { type: 'rich', title: 'Die With A Smile' };

describe('watching destinations', () => {
  let internet: Internet;
  let api: TestApi;
  let checks: LinkChecksService;
  beforeAll(async () => {
    internet = await startInternet();
    api = await startTestApi(internet.settings);
    checks = api.app.get(LinkChecksService);
  });
  afterAll(async () => {
    await api.stop();
    await internet.stop();
  });

  const due = async (release: { id: string }) => (await api.sql<{ platform: string; minutes: number | null }>(`select platform, extract(epoch from next_check_at - now()) / 60 as minutes from destinations where release_id = $1 order by position`, [release.id])).map(({ minutes }) => (minutes === null ? null : Number(minutes)));
  /** One look at everything of the release, so many hours after the one before. */
  const look = async (release: WatchedRelease, hours = 0) => {
    await api.sql(`update destinations set next_check_at = now() + interval '1 day' where next_check_at is not null and release_id <> $1`, [release.id]);
    await release.hoursPass(hours);
    await checks.checkDue();
    // The program's own minute may have struck in between and taken them: nothing is left in anybody's hands.
    await until(async () => (await due(release)).every((minutes) => minutes === null || minutes < 13 || minutes > 15), 20_000);
  };
  const shop = (url: string, { host = ownHost() } = {}) => ({ host, links: { official_store: `https://${host}${url}` } });
  const timesAsked = (host: string) => internet.requests.filter((request) => request.host === host).length;

  it('begins some minutes after the release was published, and ends when it is taken down', async () => {
    const world = await seedWorkspace(api);
    const { links } = shop('/lp');
    const release = await publishWatched(api, world, links);
    for (const minutes of await due(release)) {
      expect(minutes).toBeGreaterThan(0);
      expect(minutes).toBeLessThanOrEqual(10);
    }
    await world.owner.run(AddDestinations, { input: { releaseId: release.id, text: spotifyUrl } });
    expect(await due(release)).toEqual([expect.any(Number), expect.any(Number)]);
    await world.owner.run(UnpublishRelease, { input: { releaseId: release.id } });
    expect(await due(release)).toEqual([null, null]);
  });

  it('asks each platform its own way', async () => {
    const host = ownHost();
    internet.site('open.spotify.com', ({ url }) => (url.searchParams.get('url') === spotifyUrl ? { body: oembedAnswer } : { status: 404 }));
    internet.site('www.youtube.com', () => ({ status: 404, body: 'Not Found' }));
    internet.site('www.beatport.com', () => ({ status: 403, headers: { 'cf-mitigated': 'challenge' }, body: '<title>Just a moment...</title>' }));
    internet.site('www.traxsource.com', () => ({ status: 503 }));
    internet.site('www.qobuz.com', () => ({ hangUp: true }));
    internet.site(host, () => ({ status: 410 }));
    const release = await publishWatched(api, await seedWorkspace(api), {
      spotify: spotifyUrl,
      youtube: 'https://www.youtube.com/watch?v=kPa7bsKwL-c',
      beatport: 'https://www.beatport.com/release/some-ep/4321987',
      traxsource: 'https://www.traxsource.com/title/2000001/some-ep',
      bandcamp: 'https://nobody-there.bandcamp.com/album/a-record',
      official_store: `https://${host}/lp`,
    });
    await look(release);
    expect(await release.states()).toEqual({ spotify: 'WORKS', youtube: 'UNCLEAR', beatport: 'UNCLEAR', traxsource: 'UNCLEAR', bandcamp: 'UNCLEAR', official_store: 'UNCLEAR' });
    expect(internet.requests.filter((request) => request.host === 'open.spotify.com').map(({ path }) => path)).toEqual([`/oembed?url=${encodeURIComponent(spotifyUrl)}`]);
    await look(release, 7);
    expect(await release.states()).toEqual({ spotify: 'WORKS', youtube: 'GONE', beatport: 'UNCLEAR', traxsource: 'UNCLEAR', bandcamp: 'UNCLEAR', official_store: 'GONE' });
    expect((await release.destination('bandcamp')).checkMessage).toBe('Bandcamp could not be reached.');
    expect((await release.destination('spotify'))).toMatchObject({ checkMessage: null, checkedAt: expect.any(String) });
  });

  it('calls a link gone at the second look six hours later, and takes that back when it works again', async () => {
    const world = await seedWorkspace(api);
    const { host, links } = shop('/lp');
    let status = 404;
    internet.site(host, () => ({ status }));
    const release = await publishWatched(api, world, links);
    await look(release);
    await look(release, 5);
    expect(await release.states()).toEqual({ official_store: 'UNCLEAR' });
    expect((await world.owner.run(Todos, {})).home.todos.map(({ kind }) => kind)).not.toContain('LINKS_DEAD');
    await look(release, 2);
    expect(await release.destination('official_store')).toMatchObject({ checkState: 'GONE', checkMessage: `${host} has no such page (404).` });
    expect((await world.owner.run(Todos, {})).home.todos.find(({ kind }) => kind === 'LINKS_DEAD')).toEqual({ kind: 'LINKS_DEAD', title: 'A link is dead', action: 'See the link', releaseId: release.id, artistId: release.artistId });
    expect((await world.owner.run(Problems, { first: 10 })).destinationProblems).toMatchObject({ totalCount: 1, nodes: [{ destination: { platform: 'official_store', checkState: 'GONE' }, release: { id: release.id } }] });

    status = 200;
    await look(release, 24);
    expect(await release.states()).toEqual({ official_store: 'WORKS' });
    expect((await world.owner.run(Problems, { first: 10 })).destinationProblems.totalCount).toBe(0);
  });

  it('flags nobody because a service is down for an hour, and soon comes back to it', async () => {
    const { host, links } = shop('/lp');
    let answer: { status?: number; hangUp?: boolean; body?: string } = { status: 200 };
    internet.site(host, () => answer);
    const release = await publishWatched(api, await seedWorkspace(api), links);
    await look(release);
    for (answer of [{ hangUp: true }, { status: 502 }, { status: 500, body: 'Not found' }, { status: 403 }]) {
      await look(release, 0.25);
      expect(await release.states()).toEqual({ official_store: 'UNCLEAR' });
    }
    const [minutes] = await due(release);
    expect(minutes).toBeLessThan(56 * 60);
    answer = { status: 200 };
    await look(release, 1);
    expect(await release.states()).toEqual({ official_store: 'WORKS' });
  });

  it('leaves a host alone for as long as it asks for', async () => {
    const { host, links } = shop('/lp');
    internet.site(host, () => ({ status: 429, headers: { 'retry-after': '1800' } }));
    const release = await publishWatched(api, await seedWorkspace(api), links);
    await look(release);
    await look(release, 1);
    expect(timesAsked(host)).toBe(1);
    const [minutes] = await due(release);
    expect(minutes).toBeGreaterThan(28);
    expect(minutes).toBeLessThan(34);
    expect(await release.states()).toEqual({ official_store: 'UNCLEAR' });
  });

  it('says where a link moved to, and puts it in its place when it is told to', async () => {
    const world = await seedWorkspace(api);
    internet.site('soundcloud.com', () => ({ status: 400 }));
    internet.site('audius.co', ({ url }) => (url.pathname === '/old-name/a-song-12345' ? { status: 301, headers: { location: '/new-name/a-song-12345' } } : { body: '<title>A song</title>' }));
    const release = await publishWatched(api, world, { audius: 'https://audius.co/old-name/a-song-12345' });
    await look(release);
    const moved = await release.destination('audius');
    expect(moved).toMatchObject({ checkState: 'MOVED', movedTo: 'https://audius.co/new-name/a-song-12345' });

    const { acceptMovedDestination } = await world.owner.run(AcceptMove, { input: { destinationId: moved.id } });
    expect(acceptMovedDestination).toEqual({ userErrors: [], release: { hasUnpublishedChanges: true, destinations: [{ platform: 'audius', url: 'https://audius.co/new-name/a-song-12345', checkState: 'UNCHECKED' }] } });
    expect((await world.owner.run(AcceptMove, { input: { destinationId: moved.id } })).acceptMovedDestination.userErrors).toEqual([{ code: 'NOT_MOVED' }]);
    await look(release);
    expect(await release.states()).toEqual({ audius: 'WORKS' });
  });

  it('does not write what was found of an address that was changed meanwhile', async () => {
    const { host, links } = shop('/old');
    const release = await publishWatched(api, await seedWorkspace(api), links);
    internet.site(host, async ({ url }) => {
      if (url.pathname === '/old') await api.sql(`update destinations set url = $2 where release_id = $1`, [release.id, `https://${host}/new`]);
      return { status: url.pathname === '/old' ? 404 : 200 };
    });
    await look(release);
    expect(await release.destination('official_store')).toMatchObject({ url: `https://${host}/new`, checkState: 'UNCHECKED', checkedAt: null });
  });

  it('looks at once when somebody asks, and not again within the minute', async () => {
    const world = await seedWorkspace(api);
    const { host, links } = shop('/lp');
    internet.site(host, () => ({}));
    const release = await publishWatched(api, world, links);
    const { id: destinationId } = await release.destination('official_store');
    expect((await world.owner.run(Check, { input: { destinationId } })).checkDestination).toEqual({ release: { id: release.id }, userErrors: [] });
    expect(await release.states()).toEqual({ official_store: 'WORKS' });
    await world.owner.run(Check, { input: { destinationId } });
    expect(timesAsked(host)).toBe(1);

    await api.sql(`insert into service_turns (service, next_turn, paused_until, pause_reason) values ($1, now(), now() + interval '10 minutes', 'test') on conflict (service) do update set paused_until = excluded.paused_until`, [`host:${host}`]);
    await release.hoursPass(1);
    expect((await world.owner.run(Check, { input: { destinationId } })).checkDestination).toEqual({ release: null, userErrors: [{ code: 'SERVICE_BUSY', path: ['destinationId'] }] });
    const stranger = await seedWorkspace(api);
    await expect(stranger.owner.run(Check, { input: { destinationId } })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect((await world.member('viewer')).run(Check, { input: { destinationId } })).rejects.toMatchObject({ code: 'FORBIDDEN' });
  });

  it('lists what is wrong page by page, of one artist or of all, the newest first', async () => {
    const world = await seedWorkspace(api);
    const releases = [];
    for (const hour of [3, 2, 1]) {
      const release = await publishWatched(api, world, shop('/lp').links);
      await api.sql(`update destinations set check_state = 'gone', problem_since = now() - make_interval(hours => $2) where release_id = $1`, [release.id, hour]);
      releases.unshift(release);
    }
    const first = (await world.owner.run(Problems, { first: 2 })).destinationProblems;
    const second = (await world.owner.run(Problems, { first: 2, after: first.pageInfo.endCursor })).destinationProblems;
    expect([first, second].map(({ nodes, totalCount, pageInfo }) => [nodes.map(({ release }) => release.id), totalCount, pageInfo.hasNextPage])).toEqual([
      [releases.slice(0, 2).map(({ id }) => id), 3, true],
      [releases.slice(2).map(({ id }) => id), 3, false],
    ]);
    const [another, stranger] = [await newArtist(world, unique()), await seedWorkspace(api)];
    expect((await world.owner.run(Problems, { first: 10, artistId: another.id })).destinationProblems.totalCount).toBe(0);
    expect((await world.owner.run(Problems, { first: 10, artistId: releases[0]?.artistId ?? '' })).destinationProblems.totalCount).toBe(3);
    expect((await stranger.owner.run(Problems, { first: 10 })).destinationProblems.totalCount).toBe(0);
    expect((await world.owner.run(Todos, {})).home.todos.find(({ kind }) => kind === 'LINKS_DEAD')).toMatchObject({ title: '3 links are dead', action: 'See the links', releaseId: null, artistId: releases[0]?.artistId });
    await api.sql(`update destinations set check_state = 'moved', moved_to = 'https://moved.example.com/lp' where release_id = $1`, [releases[0]?.id]);
    expect((await world.owner.run(Todos, {})).home.todos.find(({ kind }) => kind === 'LINKS_DEAD')?.title).toBe('2 links are dead, one has moved');
  });
});

describe('many destinations', () => {
  let internet: Internet;
  let api: TestApi;
  beforeAll(async () => {
    internet = await startInternet();
    api = await startTestApi(internet.settings);
  });
  afterAll(async () => {
    await api.stop();
    await internet.stop();
  });

  const makeDue = (world: World) => api.sql(`update destinations set next_check_at = now() - random() * interval '1 hour' where workspace_id = $1`, [world.workspaceId]);

  it('are looked at once each by two programs at the same time', async () => {
    const second = await createApp(api.environment);
    await second.init();
    try {
      const world = await seedWorkspace(api);
      const hosts = Array.from({ length: 24 }, ownHost);
      for (const host of hosts) {
        internet.site(host, () => ({ delayMs: 20 }));
        await publishWatched(api, world, { official_store: `https://${host}/lp` });
      }
      await makeDue(world);
      await Promise.all([api.app.get(LinkChecksService).checkDue(), second.get(LinkChecksService).checkDue()]);
      const asked = internet.requests.filter(({ host }) => hosts.includes(host)).map(({ host }) => host);
      expect([...asked].sort()).toEqual([...hosts].sort());
      expect(await api.sql(`select check_state, count(*)::int from destinations where workspace_id = $1 group by 1`, [world.workspaceId])).toEqual([{ check_state: 'works', count: 24 }]);
    } finally {
      await second.close();
    }
  });

  it('on one host are asked a second apart', async () => {
    const world = await seedWorkspace(api);
    const host = ownHost();
    internet.site(host, () => ({}));
    for (const path of ['/a', '/b', '/c']) await publishWatched(api, world, { official_store: `https://${host}${path}` });
    await makeDue(world);
    await api.app.get(LinkChecksService).checkDue();
    const times = internet.requests.filter((request) => request.host === host).map(({ at }) => at);
    expect(times).toHaveLength(3);
    // They were sent a second apart; a busy machine may hear of them a little nearer to one another.
    expect((times[2] ?? 0) - (times[0] ?? 0)).toBeGreaterThan(1_500);
    for (const [index, time] of times.slice(1).entries()) expect(time - (times[index] ?? 0)).toBeGreaterThan(500);
  });

  it('what was taken by a program that died is taken again when its time is over', async () => {
    const world = await seedWorkspace(api);
    await publishWatched(api, world, { official_store: `https://${ownHost()}/lp` });
    await makeDue(world);
    const take = () => api.app.get(Database).unit({ purpose: 'maintenance' }, async (tx) => (await takeDue(tx, 500)).filter(({ workspaceId }) => workspaceId === world.workspaceId));
    expect([(await take()).length, (await take()).length]).toEqual([1, 0]);
    await api.sql(`update destinations set next_check_at = next_check_at - interval '15 minutes' where workspace_id = $1`, [world.workspaceId]);
    expect((await take()).length).toBe(1);
  });

  it('of a workspace with ten thousand of them are taken a few at a time, and nobody else waits for them', async () => {
    const [large, small] = [await seedWorkspace(api), await seedWorkspace(api)];
    const { id: artistId } = await large.artist();
    const [first] = await large.releases(1);
    await api.sql(
      `insert into releases (workspace_id, artist_id, slug, title, type, theme, status)
       select workspace_id, artist_id, 'r-' || n, 'Release ' || n, 'single', theme, 'published' from releases, generate_series(1, 2500) n where id = $1`,
      [first?.id],
    );
    await api.sql(
      `insert into destinations (workspace_id, release_id, platform, url, position)
       select r.workspace_id, r.id, p.platform, 'https://example.com/' || r.id, p.place - 1 from releases r, unnest(array['spotify', 'apple_music', 'beatport', 'official_store']) with ordinality as p (platform, place) where r.artist_id = $1 and r.status = 'published'`,
      [artistId],
    );
    const [spread] = await api.sql<{ count: number; seconds: number }>(`select count(*)::int as count, count(distinct date_trunc('second', next_check_at))::int as seconds from destinations where workspace_id = $1`, [large.workspaceId]);
    expect(spread?.count).toBe(10_000);
    expect(spread?.seconds).toBeGreaterThan(400);

    await publishWatched(api, small, { official_store: `https://${ownHost()}/lp` });
    await api.sql(`update destinations set next_check_at = now() - interval '1 day' where workspace_id = $1`, [large.workspaceId]);
    await makeDue(small);
    const taken = await api.app.get(Database).unit({ purpose: 'maintenance' }, (tx) => takeDue(tx, 50));
    const of = (world: World) => taken.filter(({ workspaceId }) => workspaceId === world.workspaceId);
    expect([taken.length, of(small).length]).toEqual([50, 1]);
    expect(of(large).filter(({ platform }) => platform === 'apple_music').length).toBeLessThanOrEqual(6);
  });
});
