import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { graphql } from '@lynkify/contract';
import { until } from '@lynkify/testing';
import request from 'supertest';
import { AddDestinations, ArchiveRelease, newRelease, UpdateRelease } from '../testing/catalogue.js';
import { DecideMatch, matched, MatchRelease, seedCandidate, settled, start, started, startMatching, statuses, type MatchingApi } from '../testing/matching.js';
import { seedWorkspace, type World } from '../testing/world.js';

const upc = '2000000000060';
const deezerPage = 'https://www.deezer.com/album/252624832';

const ReviewQueue = graphql(`query ReviewQueue($first: Int, $after: String, $artistId: ID) { reviewQueue(first: $first, after: $after, artistId: $artistId) { totalCount nodes { id platform release { id title } } pageInfo { hasNextPage endCursor } } home { todos { kind title } } }`);
const DecideMatches = graphql(`mutation DecideMatches($input: DecideMatchesInput!) { decideMatches(input: $input) { decided userErrors { code path } } }`);

describe('matching, while others do things too', () => {
  let place: MatchingApi;
  let world: World;
  beforeAll(async () => {
    place = await startMatching();
  });
  afterAll(() => place.stop());
  beforeEach(async () => {
    for (const service of ['itunes', 'deezer', 'musicbrainz'] as const) place.music.fault(service, null);
    world = await seedWorkspace(place.api);
    await place.rest();
  });

  const waiting = (releaseId: string, platform: string, url: string) => seedCandidate(place.api, { workspaceId: world.workspaceId, releaseId, platform, url });
  const draft = async (title = 'Zebra', links = '') => (await newRelease(world, { artistId: (await world.artist()).id, title, links })).id;

  it('runs of one release at once end as one would', async () => {
    const id = await start(world, upc);
    await Promise.all(Array.from({ length: 4 }, () => world.owner.run(MatchRelease, { input: { releaseId: id } })));
    const release = await settled(world, id);
    const platforms = release.destinations.map(({ platform }) => platform);
    expect(new Set(platforms).size).toBe(platforms.length);
    expect(release.destinations.map(({ position }) => position)).toEqual(platforms.map((_, at) => at));
    expect(statuses(release)).toMatchObject({ deezer: 'FOUND', itunes: 'FOUND', musicbrainz: 'FOUND' });
    const [match] = await place.api.sql<{ run: number }>('select run from matches where release_id = $1', [id]);
    expect(match?.run).toBe(5);
  });

  it('a lookup whose program was killed is done by another, once', async () => {
    place.music.fault('deezer', 'timeout');
    const id = await start(world, upc);
    await until(async () => statuses(await matched(world, id)).deezer === 'ASKING', 10_000);
    place.music.fault('deezer', null);
    // As if the program that asks had been killed: its job is somebody else's, who died.
    await place.api.sql(`update graphile_worker._private_job_queues set locked_by = 'pool-of-the-dead', locked_at = now() - interval '3 minutes' where queue_name = 'match:deezer'`);
    await place.api.sql(`update graphile_worker._private_jobs set locked_by = 'pool-of-the-dead', locked_at = now() - interval '3 minutes' where key like 'match-lookup:%:deezer'`);
    await place.api.sql(`select graphile_worker.add_job('jobs-take-up-again')`);
    const release = await settled(world, id);
    expect(statuses(release)).toMatchObject({ deezer: 'FOUND' });
    expect(release.destinations.filter(({ platform }) => platform === 'deezer')).toHaveLength(1);
  });

  it('a platform that a person filled meanwhile keeps their link', async () => {
    place.music.fault('deezer', 'timeout');
    const id = await start(world, upc);
    const mine = 'https://www.deezer.com/album/302127';
    await world.owner.run(AddDestinations, { input: { releaseId: id, text: mine } });
    const release = await settled(world, id);
    expect(release.destinations.find(({ platform }) => platform === 'deezer')).toMatchObject({ url: mine, method: 'pasted' });
    expect(release.candidates).toMatchObject([{ platform: 'deezer', url: deezerPage, conflictsWith: mine }]);
  });

  it('a release that is deleted meanwhile leaves nothing behind', async () => {
    place.music.fault('deezer', 'timeout');
    const id = await start(world, upc);
    await until(async () => statuses(await matched(world, id)).deezer === 'ASKING', 10_000);
    await world.owner.run(graphql(`mutation Away($input: DeleteReleaseInput!) { deleteRelease(input: $input) { deletedReleaseId } }`), { input: { releaseId: id } });
    await until(async () => (await place.api.sql(`select 1 from graphile_worker._private_jobs where key like $1`, [`%${id}%`])).length === 0, 15_000);
    for (const table of ['matches', 'match_lookups', 'match_candidates']) expect(await place.api.sql(`select 1 from ${table} where release_id = $1`, [id])).toEqual([]);
  });

  it('of people who decide one match differently the first one counts, and both decisions alike are one', async () => {
    const id = await draft();
    const candidateId = await waiting(id, 'deezer', deezerPage);
    const outcomes = await Promise.all((['ACCEPT', 'REJECT'] as const).map((decision) => world.owner.run(DecideMatch, { input: { candidateId, decision } })));
    expect(outcomes.filter(({ decideMatch }) => decideMatch.userErrors[0]?.code === 'ALREADY_DECIDED')).toHaveLength(1);
    const accepted = outcomes[0]?.decideMatch.release !== null;
    expect((await matched(world, id)).destinations).toHaveLength(accepted ? 1 : 0);
    const { decideMatch } = await world.owner.run(DecideMatch, { input: { candidateId, decision: accepted ? 'ACCEPT' : 'REJECT' } });
    expect(decideMatch.userErrors).toEqual([]);
  });

  it('who takes a match turns down the others of its platform, has its facts filled in, and a rejected one never comes back', async () => {
    const id = await draft();
    const [first, second, other] = [await waiting(id, 'deezer', deezerPage), await waiting(id, 'deezer', 'https://www.deezer.com/album/302127'), await waiting(id, 'tidal', 'https://tidal.com/album/194567097')];
    expect((await matched(world, id)).candidates).toHaveLength(3);
    const { decideMatch } = await world.owner.run(DecideMatch, { input: { candidateId: first ?? '', decision: 'ACCEPT' } });
    expect(decideMatch.release?.destinations).toMatchObject([{ platform: 'deezer', url: deezerPage, flagged: false }]);
    expect((await matched(world, id)).candidates.map((each) => each.id)).toEqual([other]);
    const { decideMatch: late } = await world.owner.run(DecideMatch, { input: { candidateId: second ?? '', decision: 'ACCEPT' } });
    expect(late.userErrors).toEqual([{ code: 'ALREADY_DECIDED', path: ['candidateId'] }]);

    await world.owner.run(DecideMatch, { input: { candidateId: other ?? '', decision: 'REJECT' } });
    await world.owner.run(UpdateRelease, { input: { releaseId: id, upc } });
    await world.owner.run(MatchRelease, { input: { releaseId: id } });
    const after = await settled(world, id);
    expect(statuses(after)).toMatchObject({ musicbrainz: 'FOUND' });
    expect([...after.destinations, ...after.candidates].map(({ platform }) => platform)).not.toContain('tidal');
  });

  it('what was turned down by mistake waits again, and what was taken does not', async () => {
    const id = await draft();
    const [candidateId, other] = [await waiting(id, 'deezer', deezerPage), await waiting(id, 'tidal', 'https://tidal.com/album/443692756')];
    const decide = async (which: string, decision: 'ACCEPT' | 'REJECT' | 'REOPEN') => (await world.owner.run(DecideMatch, { input: { candidateId: which, decision } })).decideMatch.userErrors.map(({ code }) => code);
    expect(await decide(candidateId, 'REJECT')).toEqual([]);
    expect((await matched(world, id)).candidates.map((each) => each.id)).toEqual([other]);
    expect(await decide(candidateId, 'REOPEN')).toEqual([]);
    expect((await matched(world, id)).candidates).toHaveLength(2);
    expect(await decide(candidateId, 'ACCEPT')).toEqual([]);
    expect(await decide(candidateId, 'REOPEN')).toEqual(['ALREADY_DECIDED']);
  });

  it('what waits stands in one queue, by artist, page by page, and on the first screen', async () => {
    const ids = [await draft('One'), await draft('Two'), await draft('Three')];
    for (const [at, id] of ids.entries()) await waiting(id, 'deezer', `https://www.deezer.com/album/30212${at}`);
    const { reviewQueue, home } = await world.owner.run(ReviewQueue, { first: 2 });
    expect(reviewQueue).toMatchObject({ totalCount: 3, nodes: [{ release: { title: 'Three' } }, { release: { title: 'Two' } }], pageInfo: { hasNextPage: true } });
    expect(home.todos).toContainEqual({ kind: 'MATCHES_WAIT', title: '3 matches wait for your decision' });
    const { reviewQueue: rest } = await world.owner.run(ReviewQueue, { first: 2, after: reviewQueue.pageInfo.endCursor });
    expect(rest).toMatchObject({ nodes: [{ release: { title: 'One' } }], pageInfo: { hasNextPage: false } });
    expect((await world.owner.run(ReviewQueue, { first: 2, artistId: ids[0] ?? '' })).reviewQueue.totalCount).toBe(0);

    const all = [...reviewQueue.nodes, ...rest.nodes].map(({ id }) => id);
    await world.owner.run(AddDestinations, { input: { releaseId: ids[0] ?? '', text: 'https://www.deezer.com/album/999' } });
    const { decideMatches } = await world.owner.run(DecideMatches, { input: { candidateIds: all, decision: 'ACCEPT' } });
    expect(decideMatches).toEqual({ decided: 2, userErrors: [{ code: 'PLATFORM_TAKEN', path: ['candidateIds', '2'] }] });
    await world.owner.run(ArchiveRelease, { input: { releaseId: ids[0] ?? '' } });
    expect((await world.owner.run(ReviewQueue, {})).reviewQueue.totalCount).toBe(0);
  });

  it('ids of another workspace are of nothing', async () => {
    const release = await started(world, upc);
    const candidateId = await waiting(release.id, 'qobuz', 'https://www.qobuz.com/album/x/abc');
    const other = await seedWorkspace(place.api);
    const tries = [
      other.owner.run(MatchRelease, { input: { releaseId: release.id } }),
      other.owner.run(DecideMatch, { input: { candidateId, decision: 'ACCEPT' } }),
      other.owner.run(DecideMatches, { input: { candidateIds: [candidateId], decision: 'REJECT' } }),
      other.owner.run(graphql(`mutation Foreign($input: ConfirmDestinationInput!) { confirmDestination(input: $input) { userErrors { code } } }`), { input: { destinationId: release.destinations[0]?.id ?? '' } }),
    ];
    for (const attempt of tries) await expect(attempt).rejects.toMatchObject({ code: 'NOT_FOUND' });
    expect((await matched(world, release.id)).candidates).toHaveLength(1);
  });

  it('a label’s script begins releases with a key, from one thing or with what it knows', async () => {
    const { id: artistId } = await world.artist();
    const { key } = await world.apiKey(['releases:write', 'releases:read']);
    const post = (body: object) => request(place.api.url).post('/v1/releases').set('authorization', `Bearer ${key}`).send({ artistId, ...body });
    const { body } = await post({ from: upc }).expect(201);
    expect(body).toMatchObject({ release: { title: upc, status: 'draft' }, links: [] });
    expect(await settled(world, body.release.id)).toMatchObject({ title: 'Still Sleepless' });
    const { body: typed } = await post({ title: 'My title', upc, match: true }).expect(201);
    const release = await settled(world, typed.release.id);
    expect(release.title).toBe('My title');
    expect(release.destinations.map(({ platform }) => platform)).toContain('deezer');
    const { body: alone } = await post({ title: 'Alone', upc }).expect(201);
    expect((await matched(world, alone.release.id)).match).toBeNull();
    expect((await post({ from: 'nonsense' }).expect(422)).body).toMatchObject({ code: 'FROM_INVALID', fields: { from: expect.any(String) } });
  });
});
